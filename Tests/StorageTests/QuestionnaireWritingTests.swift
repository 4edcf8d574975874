import Consultation
import Phrases
import Storage
import TestSupport
import Testing

@Suite struct QuestionnaireWritingTests {
  @Test func isReadAsItWasWritten() throws {
    let folder = try TemporaryFolder()
    let condition = Condition.all([
      .any([.isAny(.sample("1.1.1"), of: ["partial"]), .isNone(.sample("1.1.1"), of: ["absent"])]),
      .not(.isAny(.sample("1.1.1"), of: ["declined"])),
    ])
    let conditional = Questionnaire.sample([
      .sample("1.1.1"), .sample("1.1.2", .text, condition: condition),
    ])
    let renumbered = Questionnaire(
      identity: conditional.identity,
      level: .local,
      title: conditional.title,
      notice: conditional.notice,
      scaleTitles: conditional.scaleTitles,
      domains: conditional.domains,
      earlierNumbers: ["0": [.sample("1.1.3"): .sample("1.1.2"), .sample("1.1.4"): nil]],
    )
    for questionnaire in [.everyKind, renumbered] + (try Words.shippedQuestionnaires()) {
      let text = String(decoding: QuestionnaireFile.text(questionnaire), as: UTF8.self)
      try folder.write(text, to: "q.json")
      #expect(try QuestionnaireFile.read(folder.path + "/q.json") == questionnaire)
    }
  }
}
