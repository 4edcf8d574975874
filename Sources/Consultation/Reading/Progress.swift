/// How far a delegation is, in counts: never a share, never a grade.
///
/// Declined and not applicable count as answered: they are.
package struct Progress: Equatable, Sendable {
  package private(set) var asked = 0
  package private(set) var answered = 0
  package private(set) var toVerify = 0
  package private(set) var differing = 0
  package private(set) var shared = 0

  package var open: Int { asked - answered }

  /// Counts over the questions that are asked; the answers to others are not looked at.
  package init(over numbers: [QuestionNumber], of delegation: Delegation) {
    for number in numbers {
      asked += 1
      guard let answer = delegation.answers[number] else { continue }
      if !answer.isOpen { answered += 1 }
      if answer.status == .toVerify { toVerify += 1 }
      if answer.positionsDiffer { differing += 1 }
      if answer.sharing != .private { shared += 1 }
    }
  }
}
