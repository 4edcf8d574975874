/// A condition on earlier answers under which a question is asked.
package indirect enum Condition: Equatable, Sendable {
  /// The earlier question is answered with one of these codes.
  case isAny(QuestionNumber, of: [String])
  /// The earlier question is not answered with any of these codes; true while it is open, so
  /// that a question is put unless an answer rules it out.
  case isNone(QuestionNumber, of: [String])
  case all([Condition])
  case any([Condition])
  case not(Condition)

  /// The questions whose answers decide.
  package var questions: [QuestionNumber] {
    switch self {
    case .isAny(let number, _), .isNone(let number, _): [number]
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.questions)
    case .not(let condition): condition.questions
    }
  }

  /// Whether the condition holds for these answers.
  package func holds(for answers: [QuestionNumber: Answer]) -> Bool {
    switch self {
    case .isAny(let number, let codes):
      answers[number]?.value?.codes.contains(where: codes.contains) ?? false
    case .isNone(let number, let codes):
      !(answers[number]?.value?.codes.contains(where: codes.contains) ?? false)
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: answers) }
    case .any(let conditions): conditions.contains { $0.holds(for: answers) }
    case .not(let condition): !condition.holds(for: answers)
    }
  }
}
