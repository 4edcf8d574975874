extension Session {
  /// The change that takes back the last thing that this person did for a delegation and has not
  /// taken back yet.
  ///
  /// - Throws: ``Refusal/nothingToUndo``; or ``Refusal/changedSince(by:)`` when that part of the
  ///   answer was changed by someone else meanwhile, whose answer stays.
  package func undoing(
    stamp: Change.Stamp,
    for code: DelegationCode?,
  ) throws(Refusal) -> Change {
    let undone = idsTakenBack
    let last = history.last {
      $0.stamp.by == stamp.by && $0.delegation == code && $0.undoes == nil
        && !undone.contains($0.stamp.id)
    }
    guard let last else { throw .nothingToUndo }
    return try takingBack(last, stamp: stamp)
  }

  /// The change that does again what this person took back last for a delegation.
  ///
  /// Only as long as the person has done nothing new since.
  package func redoing(
    stamp: Change.Stamp,
    for code: DelegationCode?,
  ) throws(Refusal) -> Change {
    let undone = idsTakenBack
    let originals = Set(history.lazy.filter { $0.undoes == nil }.map(\.stamp.id))
    for change in history.reversed()
    where change.stamp.by == stamp.by && change.delegation == code {
      guard let target = change.undoes else { break }
      if originals.contains(target), !undone.contains(change.stamp.id) {
        return try takingBack(change, stamp: stamp)
      }
    }
    throw .nothingToRedo
  }

  /// The changes that another change, itself still standing, takes back.
  private var idsTakenBack: Set<String> {
    var takenBack: Set<String> = []
    for change in history.reversed() {
      guard let target = change.undoes, !takenBack.contains(change.stamp.id) else { continue }
      takenBack.insert(target)
    }
    return takenBack
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
    return Change(
      stamp: following(stamp),
      delegation: change.delegation,
      question: change.question,
      what: change.was,
      was: current,
      undoes: change.stamp.id,
    )
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
    return Change(
      stamp: following(stamp),
      delegation: earlier.delegation,
      question: earlier.question,
      what: earlier.what,
      was: current,
    )
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
