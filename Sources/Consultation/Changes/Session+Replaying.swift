// What stands is what the changes make, in their order: one after another where a change is the
// latest, and anew from the history, as far as it goes, where it comes in earlier.

extension Session {
  /// Does what a change says, as the latest of all.
  ///
  /// Delegations of which it may now be different whether they are on the list are left to
  /// ``settle(_:)``.
  mutating func take(_ change: Change, _ unsettled: inout Set<DelegationCode>) {
    guard let register = change.register else { return }
    switch register {
    case .answer(let code, let number):
      guard delegations[code] != nil else {
        unsettled.insert(code)
        return
      }
      delegations[code]?.answers[number, default: Answer()].take(change)
      delegations[code]?.shutPositions(on: number)
    case .identity(let code):
      if case .identity(let identity)? = change.record, delegations[code] != nil {
        set(identity)
      } else {
        unsettled.insert(code)
      }
    case .list, .record:
      guard let place = change.recordPlace else { return }
      if let code = place.delegation, delegations[code] == nil {
        unsettled.insert(code)
        return
      }
      set(change.record, at: place.key, of: place.delegation)
      if change.record == nil, let code = place.delegation,
        delegations[code]?.isEmpty ?? false
      {
        unsettled.insert(code)
      }
    }
  }

  /// Makes anew what the history decides in these places.
  mutating func remake(_ registers: Set<Register>, _ unsettled: inout Set<DelegationCode>) {
    var changes: [Register: [Change]] = [:]
    for change in history {
      guard let register = change.register, registers.contains(register) else { continue }
      changes[register, default: []].append(change)
    }
    for (register, changes) in changes {
      switch register {
      case .answer(let code, let number):
        unsettled.insert(code)
        guard let answer = delegations[code]?.answer(to: number) else { continue }
        delegations[code]?.answers[number] = answer.made(by: changes)
        delegations[code]?.shutPositions(on: number)
      case .identity(let code): unsettled.insert(code)
      case .list(let kind, let code):
        if let code { unsettled.insert(code) }
        if let code, delegations[code] == nil { continue }
        set(records(kind, of: code).made(by: changes), of: kind, of: code)
      case .record(let place):
        if let code = place.delegation { unsettled.insert(code) }
        // Some of a kind of which there is one cannot be taken away: the last one stays.
        if let last = changes.last(where: { $0.record != nil || !place.key.kind.isFrame }) {
          set(last.record, at: place.key, of: place.delegation)
        }
      }
    }
  }

  /// Makes it true again which delegations are on the list: those that were put there last, or
  /// that have said something, and are called what they were called last.
  mutating func settle(_ codes: Set<DelegationCode>) {
    guard !codes.isEmpty else { return }
    var identities: [DelegationCode: DelegationIdentity] = [:]
    var takenOff: Set<DelegationCode> = []
    for change in history where change.register != nil {
      guard let code = change.identified, codes.contains(code) else { continue }
      if case .identity(let identity)? = change.record ?? change.recordBefore {
        identities[code] = identity
      }
      if change.record == nil { takenOff.insert(code) } else { takenOff.remove(code) }
    }
    let absent = codes.filter { delegations[$0] == nil }
    for identity in identities.values { name(identity) }
    if !absent.isEmpty {
      var settled: Set<DelegationCode> = []
      let own = history.compactMap(\.register).filter { $0.owner.map(absent.contains) ?? false }
      remake(Set(own), &settled)
    }
    for code in takenOff where delegations[code]?.isEmpty ?? false { delegations[code] = nil }
    putInOrder()
  }
}

extension Register {
  /// The delegation whose own it is.
  fileprivate var owner: DelegationCode? {
    switch self {
    case .answer(let code, _): code
    case .list(_, let code): code
    case .record(let place): place.delegation
    case .identity: nil
    }
  }
}

extension Record.Kind {
  /// Whether there is always one.
  var isFrame: Bool { self == .workshop || self == .frame }
}

extension Answer {
  /// Does what a change says, as the latest of all.
  mutating func take(_ change: Change) {
    set(change.what)
    by = change.stamp.by
    at = change.stamp.at
  }

  /// The answer that these changes make, with what they do not speak of as it is here.
  func made(by changes: [Change]) -> Answer {
    var answer = self
    var evidence = ListOfEntries(evidence, identifiedBy: \.id)
    var comments = ListOfEntries(comments, identifiedBy: \.id)
    for change in changes {
      switch (change.what, change.was) {
      case (.evidence(let id, _, _), .evidence(_, let before, _)):
        evidence.putBack(before, at: id)
      case (.comment(let id, _), .comment(_, let before)): comments.putBack(before, at: id)
      default: answer.set(Answer().current(change.what))
      }
    }
    answer.status = status
    for change in changes {
      switch change.what {
      case .evidence(let id, let piece, let status):
        evidence.set(piece, at: id)
        answer.status = status ?? answer.status
      case .comment(let id, let comment): comments.set(comment, at: id)
      default: answer.set(change.what)
      }
      answer.by = change.stamp.by
      answer.at = change.stamp.at
    }
    answer.evidence = evidence.entries
    answer.comments = comments.entries
    return answer
  }
}
