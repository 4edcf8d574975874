extension Session {
  /// The changes that take back the last thing that this person did for a delegation and has not
  /// taken back yet: one change, or all those that were made by one act.
  ///
  /// What somebody else changed meanwhile stays as it is then.
  ///
  /// - Throws: ``Refusal/nothingToUndo``; or ``Refusal/changedSince(by:)`` when all of it was
  ///   changed by someone else meanwhile.
  package func undoing(
    stamp: Change.Stamp,
    for code: DelegationCode?,
  ) throws(Refusal) -> [Change] {
    let undone = TakenBack(in: history)
    let last = history.last {
      $0.stamp.by == stamp.by && $0.delegation == code && $0.undoes == nil
        && !undone.contains($0)
    }
    guard let last else { throw .nothingToUndo }
    return try takingBack(act(of: last), stamp: stamp)
  }

  /// The changes that do again what this person took back last for a delegation.
  ///
  /// Only as long as the person has done nothing new since.
  package func redoing(
    stamp: Change.Stamp,
    for code: DelegationCode?,
  ) throws(Refusal) -> [Change] {
    let undone = TakenBack(in: history)
    let originals = Set(history.lazy.filter { $0.undoes == nil }.map(\.stamp.id))
    for change in history.reversed()
    where change.stamp.by == stamp.by && change.delegation == code {
      guard let target = change.undoes else { break }
      if originals.contains(target), !undone.contains(change) {
        return try takingBack(act(of: change), stamp: stamp)
      }
    }
    throw .nothingToRedo
  }

  /// The changes that were made by the same act as this one, by the same person for the same
  /// delegation.
  private func act(of change: Change) -> [Change] {
    guard let act = change.stamp.act else { return [change] }
    return history.filter {
      $0.stamp.act == act && $0.stamp.by == change.stamp.by
        && $0.delegation == change.delegation
    }
  }

  /// Takes changes back, the last one first, as far as what they set still stands.
  private func takingBack(
    _ changes: [Change],
    stamp: Change.Stamp,
  ) throws(Refusal) -> [Change] {
    guard changes.count > 1 else {
      return try changes.map { change throws(Refusal) in
        try takingBack(change, stamp: stamp)
      }
    }
    var session = self
    var taken: [Change] = []
    var refusal = Refusal.nothingToUndo
    for change in changes.reversed() {
      do throws(Refusal) {
        let back = try session.takingBack(change, stamp: stamp.inAct(taken.count))
        session.apply(back)
        taken.append(back)
      } catch {
        refusal = error
      }
    }
    guard !taken.isEmpty else { throw refusal }
    return taken
  }

  private func takingBack(_ change: Change, stamp: Change.Stamp) throws(Refusal) -> Change {
    if change.isOfDelegationAlone {
      try demandConsent(of: change.delegation, stamp: stamp)
    }
    let current = current(change)
    guard current == change.what else {
      let later = history.last {
        $0.delegation == change.delegation && $0.question == change.question
          && $0.stamp.id != change.stamp.id && $0.part == change.part
      }
      throw .changedSince(by: later?.stamp.by ?? stamp.by)
    }
    return try Change(
      stamp: following(stamp),
      delegation: change.delegation,
      question: change.question,
      what: change.was,
      was: current,
      undoes: change.stamp.id,
    )
    .sharedByWhoMay()
  }

  /// The change that makes a part of an answer again what an earlier change had set it to.
  ///
  /// - Returns: `nil` where it is that now.
  /// - Throws: ``Refusal/withdrawn(_:)`` once the delegation has withdrawn.
  package func restoring(
    _ earlier: Change,
    stamp: Change.Stamp,
  ) throws(Refusal) -> Change? {
    if let receipt = earlier.delegation.flatMap({ receipt(of: $0) }) {
      throw .withdrawn(receipt.at)
    }
    if earlier.isOfDelegationAlone {
      try demandConsent(of: earlier.delegation, stamp: stamp)
    }
    let current = current(earlier)
    guard current != earlier.what else { return nil }
    return try Change(
      stamp: following(stamp),
      delegation: earlier.delegation,
      question: earlier.question,
      what: earlier.what,
      was: current,
    )
    .sharedByWhoMay()
  }
}

extension Change {
  /// Whether it sets what its delegation alone may set: anything of an answer but a comment, and
  /// those of its records that do not run the room.
  fileprivate var isOfDelegationAlone: Bool {
    switch what {
    case .comment: false
    case .record(let key, _): !key.kind.isOfFacilitator
    case .answered, .applied, .noted, .evidence, .position, .reservation, .status, .sharing: true
    }
  }
}

/// What another change, itself still standing, takes back: changes by their identifiers, and the
/// acts that they belong to.
private struct TakenBack {
  private var changes: Set<String> = []
  private var acts: Set<String> = []

  init(in history: [Change]) {
    for change in history.reversed() {
      guard let target = change.undoes, !changes.contains(change.stamp.id) else { continue }
      changes.insert(target)
    }
    for change in history where changes.contains(change.stamp.id) {
      if let act = change.stamp.act { acts.insert(act) }
    }
  }

  /// Whether it was taken back, or the act that it belongs to was as far as it stood.
  func contains(_ change: Change) -> Bool {
    changes.contains(change.stamp.id) || change.stamp.act.map(acts.contains) ?? false
  }
}
