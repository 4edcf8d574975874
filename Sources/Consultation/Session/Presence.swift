/// Somebody who has the session open at this moment, and where in it they are.
///
/// No part of the session: it is gone when they are.
package struct Presence: Equatable, Sendable {
  package let by: String
  package var role: Change.Role
  /// The terminal or seat at which they are.
  package var terminal: String?
  /// The delegation at whose table they sit.
  package var delegation: DelegationCode?
  /// The question that is on their screen.
  package var question: QuestionNumber?
  /// When they did something last.
  package var at: Timestamp

  package init(
    by: String,
    role: Change.Role,
    terminal: String? = nil,
    delegation: DelegationCode?,
    question: QuestionNumber?,
    at: Timestamp,
  ) {
    self.by = by
    self.role = role
    self.terminal = terminal
    self.delegation = delegation
    self.question = question
    self.at = at
  }

  /// Whether both are at the same place, whenever they did something.
  package func isWhere(_ other: Presence) -> Bool {
    by == other.by && role == other.role && delegation == other.delegation
      && question == other.question
  }
}
