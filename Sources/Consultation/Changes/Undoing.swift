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
    guard let last = undoIndex.lastDone(by: stamp.by, for: code, in: history) else {
      throw .nothingToUndo
    }
    return try takingBack(last, stamp: stamp)
  }

  /// The changes that do again what this person took back last for a delegation.
  ///
  /// Only as long as the person has done nothing new since.
  package func redoing(
    stamp: Change.Stamp,
    for code: DelegationCode?,
  ) throws(Refusal) -> [Change] {
    guard let last = undoIndex.lastTakenBack(by: stamp.by, for: code, in: history) else {
      throw .nothingToRedo
    }
    return try takingBack(last, stamp: stamp)
  }

  private var undoIndex: UndoIndex { log.index?.undoing ?? UndoIndex(of: history) }

  /// Takes changes back, the last one first, as far as what they set still stands.
  private func takingBack(
    _ changes: [Change],
    stamp: Change.Stamp,
  ) throws(Refusal) -> [Change] {
    guard changes.count > 1 else {
      return try changes.map { change throws(Refusal) in
        try takingBack(change, stamp: stamp, from: self)
      }
    }
    var standing = withoutHistory
    var taken: [Change] = []
    var refusal = Refusal.nothingToUndo
    for change in changes.reversed() {
      do throws(Refusal) {
        let back = try takingBack(change, stamp: stamp.inAct(taken.count), from: standing)
        standing.apply(back)
        taken.append(back)
      } catch {
        refusal = error
      }
    }
    guard !taken.isEmpty else { throw refusal }
    return taken
  }

  /// Takes one change back from what stands now.
  private func takingBack(
    _ change: Change,
    stamp: Change.Stamp,
    from standing: Session,
  ) throws(Refusal) -> Change {
    if change.isOfDelegationAlone {
      try demandConsent(of: change.delegation, stamp: stamp)
    }
    let current = standing.current(change)
    guard current == change.what else {
      throw .changedSince(by: lastChange(ofPartOf: change)?.stamp.by ?? stamp.by)
    }
    return try Change(
      stamp: standing.following(stamp),
      delegation: change.delegation,
      question: change.question,
      what: change.was,
      was: current,
      undoes: change.stamp.id,
    )
    .sharedByWhoMay()
  }

  /// The change that set last what another one set too.
  private func lastChange(ofPartOf change: Change) -> Change? {
    let log = log.index?[change.delegation].log(of: change.question)
    if let place = log?.last[change.what.kind], history[place].stamp.id != change.stamp.id {
      return history[place]
    }
    return history.last { $0.part == change.part && $0.stamp.id != change.stamp.id }
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
