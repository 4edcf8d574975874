import Consultation
import TestSupport
import Testing

@Suite struct QuestionnaireCheckTests {
  private func faults(_ questions: [Question]) -> [Fault] {
    Questionnaire.sample(questions).faults()
  }

  @Test func findsNothingInASoundQuestionnaire() {
    #expect(Questionnaire.everyKind.faults().isEmpty)
  }

  @Test func findsANumberUsedTwice() {
    #expect(
      faults([.sample("1.1.1"), .sample("1.1.1")]) == [
        Fault([.domain(1), .question(.sample("1.1.1"))], .duplicateNumber)
      ]
    )
  }

  @Test func findsADomainThatIsThereTwice() {
    let sound = Questionnaire.sample([.sample("1.1.1")])
    let twice = Questionnaire(
      identity: sound.identity,
      level: sound.level,
      title: sound.title,
      notice: sound.notice,
      scaleTitles: sound.scaleTitles,
      domains: sound.domains
        + sound.domains.map {
          Domain(
            number: $0.number,
            title: $0.title,
            framework: $0.framework,
            introduction: $0.introduction,
            themes: [],
          )
        },
    )
    #expect(twice.faults().contains(Fault([.domain(1)], .duplicateNumber)))
  }

  @Test func findsAConditionOnAQuestionThatIsNotThere() {
    let question = Question.sample("1.1.1", condition: .isAny(.sample("9.9.9"), of: ["absent"]))
    #expect(
      faults([question]) == [
        Fault(
          [.domain(1), .question(.sample("1.1.1"))],
          .unknownConditionQuestion(.sample("9.9.9")),
        )
      ]
    )
  }

  @Test func findsAConditionOnALaterQuestion() {
    let question = Question.sample("1.1.1", condition: .isAny(.sample("1.1.2"), of: ["absent"]))
    #expect(
      faults([question, .sample("1.1.2")]).map(\.what) == [
        .conditionOnLaterQuestion(.sample("1.1.2"))
      ]
    )
  }

  @Test func findsAConditionOnAnAnswerThatCannotBe() {
    let question = Question.sample("1.1.2", condition: .isAny(.sample("1.1.1"), of: ["perhaps"]))
    #expect(
      faults([.sample("1.1.1"), question]).map(\.what) == [
        .unknownConditionCode(.sample("1.1.1"), "perhaps")
      ]
    )
  }

  @Test func findsNumbersOutOfOrder() {
    #expect(
      faults([.sample("1.1.2"), .sample("1.1.1")]).map(\.what) == [
        .numberOutOfOrder(after: .sample("1.1.2"))
      ]
    )
  }

  @Test(arguments: ["1.2", "1.2.3.4", "01.2.3", "1.2.x", "", "1..3", "+1.2.3", " 1.2.3", "0.1.1"])
  func readsNoNumberInAnotherSpelling(text: String) {
    #expect(QuestionNumber(text) == nil)
  }

  @Test(arguments: ["QNG", "QNG-RBA", "QNC-16", "QNG-ABCDEFG8"])
  func readsTheCodesOfStatesAndLocalAuthorities(text: String) {
    #expect(DelegationCode(text)?.description == text)
  }

  @Test(arguments: [
    "mar", "MA", "QNG-", "MARO", "QNG/..", "../QNG", "QNG-toolong123", "QNG-ABCDEFGH9",
  ])
  func readsNoOtherCodes(text: String) {
    #expect(DelegationCode(text) == nil)
  }

  @Test(arguments: [
    ("2023-06-15", true), ("2024-02-29", true), ("2023-02-29", false), ("23-6-15", false),
  ])
  func readsDaysThatThereAre(text: String, isDay: Bool) {
    #expect((CalendarDate(text)?.description == text) == isDay)
  }
}
