package import Consultation
import Phrases
import Storage

extension Questionnaire {
  /// A question with three elements of which two make the whole, one with elements all of which do,
  /// one without, and one on instruments of which one is open to some states alone.
  package static let withElements: Questionnaire = sample([
    withElements(
      "1.1.1",
      Elements(elements("courts", "legalAid", "complaints"), fewerForEstablished: 2),
    ),
    withElements("1.1.2", Elements(elements("law", "body"))),
    .sample("1.1.3"),
    .sample(
      "1.2.1",
      .instruments([
        .sample("CRC"),
        Option(
          code: "OAU",
          title: LocalizedText("OAU"),
          details: InstrumentDetails(
            year: 1969,
            depositary: LocalizedText("African Union"),
            family: .regional,
            regions: [.africa],
          ),
        ),
      ]),
    ),
  ])

  private static func elements(_ codes: String...) -> [QuestionElement] {
    codes.map {
      QuestionElement(
        code: $0,
        title: LocalizedText("the \($0)"),
        statement: LocalizedText("The State has the \($0){source}."),
      )
    }
  }

  private static func withElements(_ number: String, _ elements: Elements) -> Question {
    let plain = Question.sample(number)
    return Question(
      number: plain.number,
      text: plain.text,
      guidance: plain.guidance,
      kind: plain.kind,
      elements: elements,
    )
  }

  /// The second edition of the national questionnaire, which is shipped.
  package static func secondEdition() throws -> Questionnaire {
    try Words.shippedQuestionnaire("mgi-national", "2026.1")
  }
}

extension Session {
  /// The same workshop of Havenia and Dorania, answering another questionnaire.
  package static func sample(answering questionnaire: Questionnaire) -> Session {
    Session(
      id: sample.id,
      questionnaire: questionnaire.identity,
      workshop: sample.workshop,
      delegations: sample.orderedDelegations,
    )
  }
}
