import Consultation
import TestSupport
import Testing

@Suite struct ConditionTests {
  @Test func ofAQuestionThatIsNotAnsweredNothingHoldsButThatItIsNotSo() {
    let number = QuestionNumber.sample("1.1.1")
    for answers in [[:], [number: Answer()]] {
      #expect(!Condition.isAny(number, of: ["absent"]).holds(for: answers))
      #expect(Condition.isNone(number, of: ["absent"]).holds(for: answers))
    }
  }
}
