import Consultation
import Foundation
import TestSupport
import Testing

@testable import Storage

/// Sessions that answer an earlier version of their questionnaire.
@Suite struct EarlierVersionTests {
  /// The small questionnaire's second version, in which 1.1.1 was 1.1.9 and 3.1.1 is no more.
  private func folder(earlier: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let text = SmallQuestionnaire.text.replacingFirst(
      "\"version\": \"1\"",
      with: "\"version\": \"2\", \"earlier\": \(earlier)",
    )
    try folder.write(text, to: "assets/questionnaires/small/questionnaire.json")
    return folder
  }

  private func session(answering number: String) -> String {
    SessionCodingTests.smallSession.replacingOccurrences(of: "\"1.1.1\"", with: "\"\(number)\"")
  }

  @Test func areBroughtForwardWhereTheNumbersMap() throws {
    let folder = try folder(earlier: "{\"1\": {\"1.1.9\": \"1.1.1\", \"3.1.1\": null}}")
    try folder.write(session(answering: "1.1.9"), to: "session.json")
    let stored = try folder.stored()
    #expect(stored.session.questionnaire.version == "2")
    #expect(stored.session.answered("1.1.1").value == .step(.partial))
    #expect(stored.session.history.map(\.question) == [.sample("1.1.1")])
    #expect(stored.session.answeredOutside(stored.questionnaire) == [])
    // A copy that answers the later version already is the same session.
    let later = try SessionFile.read(bytes: stored.text, assets: folder.assets)
    #expect(try SessionFile.merge(stored, later).session == stored.session)
  }

  @Test func keepWhatDoesNotMapAndSayIt() throws {
    let folder = try folder(earlier: "{\"1\": {\"3.1.1\": null}}")
    try folder.write(session(answering: "3.1.1"), to: "session.json")
    let stored = try folder.stored()
    #expect(stored.session.answered("3.1.1").value == .step(.partial))
    #expect(stored.session.answeredOutside(stored.questionnaire) == [.sample("3.1.1")])
    #expect(
      stored.session.faults(in: stored.questionnaire).map(\.what) == [.unknownQuestion("3.1.1")]
    )
  }

  @Test(
    arguments: [
      ("{\"0\": {}}", Fault.What.unknownQuestionnaire(.init(id: "small", version: "1"))),
      ("{\"1\": {\"1.1.1\": null}}", .duplicateNumber),
      ("{\"1\": {\"1.1.9\": \"7.7.7\"}}", .unknownQuestion("7.7.7")),
      ("{\"1\": {\"1.1.9\": \"x\"}}", .wrongForm("x")),
      ("{\"1\": {\"y\": null}}", .wrongForm("y")),
      ("{\"1\": []}", .wrongType(expected: .object)),
    ]
  )
  func areRefusedWhereTheMapLeadsAstray(earlier: String, what: Fault.What) throws {
    let folder = try folder(earlier: earlier)
    try folder.write(session(answering: "1.1.1"), to: "session.json")
    do {
      if case .unknownQuestionnaire = what {
        _ = try folder.stored()
      } else {
        _ = try QuestionnaireFile.read(folder.path + "/assets/questionnaires/small")
      }
      Issue.record("it was taken")
    } catch let error as StorageError {
      #expect(error.faults.map(\.what).contains(what), "\(error)")
    }
  }
}
