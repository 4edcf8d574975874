package import Consultation
import Foundation
import Phrases
import Storage

/// A workshop of cities that there are not, three of which have answered everything.
package enum Cities {
  /// The city whose own pages and reports are looked at.
  package static let oasis = DelegationCode.sample("XAB-OAS")

  /// The template, before anybody answered.
  package static func template() throws -> (session: Session, questionnaire: Questionnaire) {
    let stored = try read.get()
    return (stored.session, stored.questionnaire)
  }

  private static let read = Result {
    try Assets(folder: Words.assetsFolder).template("cities", id: "cities")
  }

  private static let withoutStates = Result {
    let text = String(
      decoding: QuestionnaireFile.text(try template().questionnaire),
      as: UTF8.self,
    )
    return try questionnaire(StateWords.removed(from: text))
  }

  /// Every question answered by three cities and shared with the report, in each way that there is.
  package static func answered(
    _ questionnaire: Questionnaire
  ) throws -> (session: Session, questionnaire: Questionnaire) {
    var session = try template().session
    for (place, code) in session.order.prefix(3).enumerated() {
      for (index, question) in questionnaire.questions.enumerated() {
        for wish in wishes(for: question, (index + place / 2) % 5) {
          try session.fulfil(
            wish,
            on: question.number.description,
            by: "ليلى سالم",
            of: code,
            in: questionnaire,
          )
        }
      }
    }
    return (session, questionnaire)
  }

  private static func wishes(for question: Question, _ way: Int) -> [Wish] {
    let elements = question.elements?.codes ?? []
    let value: Wish =
      switch way {
      case 0: elements.isEmpty ? .answer(.step(.established)) : .elements(Set(elements))
      case 1: elements.isEmpty ? .answer(.step(.partial)) : .elements(Set(elements.prefix(1)))
      case 2: .answer(.step(.absent))
      case 3: .answer(.notApplicable(reason: nil))
      default: .answer(.declined)
      }
    guard way < 2 else { return [value, .sharing(.report)] }
    let decision = Evidence(id: "e", title: "قرار المجلس المحلي رقم 12", year: 2021)
    return [value, .evidence(id: "e", decision), .sharing(.report)]
  }

  /// The questionnaire for local authorities without what it says of the State with which they
  /// work: what still names one is the program's.
  package static func questionnaireWithoutStates() throws -> Questionnaire {
    try withoutStates.get()
  }

  /// The same questionnaire answered under the codes of the Cairo workshop, for keys that were
  /// written down there.
  package static func underTheCodesOfCairo() throws -> (Session, Questionnaire) {
    let questionnaire = try questionnaireWithoutStates()
    let cairo = try Assets.fictitiousWorkshop(id: "cities").session
    let delegations = cairo.orderedDelegations.map { state in
      Delegation(
        code: state.code,
        kind: .localAuthority,
        shortName: LocalizedText(arabic: "الواحة", english: "Oasis", french: "Oasis"),
        officialName: LocalizedText(arabic: "بلدية", english: "Town", french: "Commune"),
      )
    }
    let session = Session(
      id: "cities",
      questionnaire: questionnaire.identity,
      workshop: try template().session.workshop,
      delegations: delegations,
    )
    return (session, questionnaire)
  }

  private static func questionnaire(_ text: String) throws -> Questionnaire {
    let path = NSTemporaryDirectory() + "majlis-cities-\(UUID().uuidString).json"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try QuestionnaireFile.read(path)
  }
}
