/// What an edition of a questionnaire made of questions of the one before.
package struct QuestionOrigin: Equatable, Sendable {
  package enum Change: String, CaseIterable, Sendable {
    /// It asks exactly the same.
    case same
    /// It asks the same in other words, or a little more or less.
    case reworded
    /// It asks a part of what an earlier question asked.
    case split
    /// It asks what several earlier ones asked.
    case merged
    /// No earlier question asked it.
    case new
  }

  package let change: Change
  /// The numbers that the questions had which it comes from; none of a new one.
  package let numbers: [QuestionNumber]

  package init(_ change: Change, from numbers: [QuestionNumber] = []) {
    self.change = change
    self.numbers = numbers
  }
}
