import Consultation
import Phrases
import TestSupport
import Testing

/// Two editions of a questionnaire beside each other.
@Suite struct QuestionnaireDifferenceTests {
  private func question(
    _ number: String,
    text: String? = nil,
    from origin: QuestionOrigin? = nil,
    isPolicyChoice: Bool = false,
  ) -> Question {
    Question(
      number: .sample(number),
      text: LocalizedText(text ?? number),
      guidance: Guidance(lookFor: LocalizedText("look")),
      kind: .scale(.presence),
      isPolicyChoice: isPolicyChoice,
      origin: origin,
    )
  }

  private func edition(
    _ version: String,
    _ questions: [Question],
    after earlier: String? = nil,
  ) -> Questionnaire {
    let sample = Questionnaire.sample(questions)
    return Questionnaire(
      identity: .init(id: "sample", version: version),
      level: sample.level,
      title: sample.title,
      notice: sample.notice,
      scaleTitles: sample.scaleTitles,
      domains: sample.domains,
      earlierEdition: earlier.map { .init(id: "sample", version: $0) },
    )
  }

  private func from(_ change: QuestionOrigin.Change, _ numbers: String...) -> QuestionOrigin {
    QuestionOrigin(change, from: numbers.map { .sample($0) })
  }

  @Test func aQuestionnaireDoesNotDifferFromItself() {
    let one = edition("1", [question("1.1.1"), question("1.1.2")])
    let difference = QuestionnaireDifference(from: one, to: one)
    #expect(difference.isNone && difference.same == 2)
  }

  @Test func saysWhatEachQuestionOfAnEditionComesFrom() {
    let one = edition(
      "1",
      [question("1.1.1"), question("1.1.2"), question("1.1.3"), question("1.1.4")],
    )
    let other = edition(
      "2",
      [
        question("1.1.1", from: from(.same, "1.1.1")),
        question("1.1.2", text: "other", from: from(.reworded, "1.1.2"), isPolicyChoice: true),
        question("1.1.3", from: from(.merged, "1.1.3", "1.1.2")),
        question("1.1.5", text: "1.1.2", from: from(.split, "1.1.2")),
        question("1.1.6", from: from(.new)),
      ],
      after: "1",
    )
    let difference = QuestionnaireDifference(from: one, to: other)
    let expected: [(String, QuestionnaireDifference.What)] = [
      ("1.1.2", .changed(from: [.sample("1.1.2")], [.text, .policyChoice])),
      ("1.1.3", .changed(from: [.sample("1.1.3"), .sample("1.1.2")], [])), ("1.1.4", .gone),
      ("1.1.5", .changed(from: [.sample("1.1.2")], [])), ("1.1.6", .new),
    ]
    #expect(difference.lines.map(\.question.description) == expected.map(\.0))
    #expect(difference.lines.map(\.what) == expected.map(\.1))
    #expect(difference.same == 1 && difference.whole == [])
  }

  @Test func setsOthersBesideEachOtherByTheirNumbers() {
    let one = edition("1", [question("1.1.1"), question("1.1.2")])
    let other = edition(
      "1",
      [question("1.1.2"), question("1.1.3", from: from(.split, "1.1.1"))],
    )
    let difference = QuestionnaireDifference(from: one, to: other)
    #expect(difference.lines.map(\.what) == [.gone, .new])
    #expect(difference.same == 1)
  }

  /// Every question of the second edition, and all that the first one asked.
  @Test func theSecondEditionAccountsForTheWholeOfTheFirst() throws {
    let later = try Questionnaire.secondEdition()
    let earlier = try Words.shippedQuestionnaire()
    let difference = QuestionnaireDifference(from: earlier, to: later)
    #expect(!difference.lines.contains { $0.what == .gone })
    #expect(difference.lines.filter { $0.what == .new }.count == 4)
    #expect(difference.lines.count + difference.same == later.questions.count)
  }
}
