/// What others than a delegation may read of what was done in a session.
///
/// What is the workshop's, as it was done; and of what a delegation shares, the change that it
/// stands by now, without what was there before and without who wrote it. All else is counted.
package struct SharedLog: Equatable, Sendable {
  /// In the order of the history.
  package let changes: [Change]
  /// The changes that are not told.
  package let leftOut: [Change]

  package init(of session: Session) {
    var last: [AnswerPart: String] = [:]
    for change in session.history { last[change.part] = change.stamp.id }
    var changes: [Change] = []
    var leftOut: [Change] = []
    for change in session.history {
      if change.isOfWorkshop {
        changes.append(change.isByDelegation ? change.unsigned : change)
      } else if last[change.part] == change.stamp.id, session.shares(change) {
        changes.append(change.standing(as: session.current(change)))
      } else {
        leftOut.append(change)
      }
    }
    self.changes = changes
    self.leftOut = leftOut
  }
}

extension Session {
  /// Whether the room sees what a change of a delegation set.
  func shares(_ change: Change) -> Bool {
    guard let code = change.delegation else { return false }
    switch change.what {
    case .record(let key, _): return record(at: key, of: code)?.isShared ?? false
    case .position, .reservation, .comment: return false
    case .answered, .applied, .noted, .evidence, .status, .sharing:
      guard let number = change.question else { return false }
      return answer(of: code, to: number).sharing != .private
    }
  }
}

extension Record {
  /// Whether its delegation lets the room see it, and see that it is its own.
  var isShared: Bool {
    switch self {
    case .wish(let wish) where wish.isAnonymous: false
    // That it may be named says the report; what else it tells nobody sees.
    case .profile: false
    default: sharing != .private
    }
  }
}

extension Change {
  /// Whether it is the workshop's: what runs the room, and how delegations take part, without the
  /// names of their people.
  var isOfWorkshop: Bool {
    guard case .record(let key, _) = what else { return false }
    return !key.kind.isOfDelegation || key.kind == .frame
  }

  /// Whether it tells by itself which delegation did it.
  fileprivate var isByDelegation: Bool {
    if delegation != nil { return stamp.role == .delegate }
    guard stamp.role == .delegate, case .record(_, let record) = what else { return false }
    if case .speech = record { return true }
    return false
  }

  /// The same without who did it, by the delegation's code where it has one.
  fileprivate var unsigned: Change { signed(what: what, was: was) }

  /// The same as it stands now, without what was there before.
  fileprivate func standing(as current: What) -> Change {
    let nothing: What =
      if case .record(let key, _) = what { .record(key, nil) } else { Answer().current(what) }
    return signed(what: current, was: nothing)
  }

  private func signed(what: What, was: What) -> Change {
    var code = delegation
    if case .record(_, .speech(let speech)?) = what { code = speech.delegation }
    return Change(
      stamp: stamp.signed(by: code?.description ?? ""),
      delegation: delegation,
      question: question,
      what: what,
      was: was,
    )
  }
}
