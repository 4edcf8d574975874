// What others have shared, from wherever it was found.

extension Session {
  /// Takes in what another delegation has shared.
  ///
  /// As often and in whatever order: the changes are each there once, as in a merge, and only their
  /// delegation's own is altered by them.
  ///
  /// - Returns: how many of them are new here.
  package mutating func takeIn(
    _ part: FoundPart,
    by encoding: some CanonicalEncoding,
  ) -> Int {
    let part = part.changes.filter(lets)
    var byID = Dictionary(part.map { ($0.stamp.id, $0) }) { first, _ in first }
    guard !byID.isEmpty else { return 0 }
    // What a change settles is all in which two of one identifier can differ.
    var settled: [Int: Change] = [:]
    for (place, change) in history.enumerated() {
      guard change.isTold, let same = byID.removeValue(forKey: change.stamp.id) else { continue }
      if same != change, encoding.later(change, same) == same { settled[place] = same }
    }
    if !settled.isEmpty {
      var changes = history
      for (place, change) in settled { changes[place] = change }
      history = changes
    }
    apply(part.filter { byID[$0.stamp.id] != nil })
    return byID.count
  }

  /// Takes in what other machines of the same delegation have shared, into the delegation's own
  /// session.
  ///
  /// What this session has told itself is left there. Where it says something else than what comes
  /// in, and nobody who said that knew of it, both wait for the delegation. A card or a priority
  /// that is here already stays as it is, since what is told of it is without the names of people, and
  /// so does a record that is private again elsewhere.
  ///
  /// - Returns: how many changes are new here.
  package mutating func takeInOwn(
    _ part: FoundPart,
    by encoding: some CanonicalEncoding,
  ) -> Int {
    // As it is told: what another hand wrote here is told as a change too.
    let own = recordingUnrecorded(by: encoding).filter { $0.delegation == part.delegation }
    var known = Set(own.map(\.stamp.id))
    var ends: [AnswerPart: LooseEnds] = [:]
    for change in own {
      ends[change.part, default: LooseEnds()].take(change)
      guard !change.isTold, !change.isBeside else { continue }
      for form in change.toldForms(by: encoding) { known.insert(form.stamp.id) }
      if case .record = change.what { known.insert(change.takingBack(by: encoding).stamp.id) }
    }
    var (new, count) = ([Change](), 0)
    for change in part.changes where !known.contains(change.stamp.id) {
      if case .record(let key, let record) = change.what,
        key.kind.namesPeople || record == nil,
        let last = ends[change.part]?.changes.last, !last.isTold
      {
        continue
      }
      new.append(change)
      count += 1
      for (part, ends) in ends where isBeside(part, change) {
        let last = ends.changes.last
        for end in ends.changes where !end.isTold && !end.isBeside {
          if part == change.part, end.what.content == change.what.content { continue }
          let form = end.toldForms(by: encoding).first { $0.part == part }
          guard let form, !change.settles.contains(form.stamp.id) else { continue }
          new.append(end == last && shares(end) ? form : form.beside)
        }
      }
    }
    apply(new)
    return count
  }

  /// Whether what stands here of a part was made apart from what comes in, so that it has to stay:
  /// the same part, or any of an answer that is private here and shared there.
  private func isBeside(_ part: AnswerPart, _ change: Change) -> Bool {
    guard part.delegation == change.delegation, part.kind != .status else { return false }
    if part == change.part { return true }
    guard case .sharing(let sharing) = change.what, sharing != .private else { return false }
    return part.question == change.question && !shares(change)
  }

  /// Takes in what the room has.
  ///
  /// As in a merge, but that a delegation's own file stays that. That another delegation has
  /// withdrawn is taken in; never that `own` has, or where nobody's own is said: who could write
  /// there could take answers out of every copy.
  ///
  /// - Returns: how much of the workshop is otherwise now.
  package mutating func takeIn(
    _ room: FoundRoom,
    own: DelegationCode?,
    by encoding: some CanonicalEncoding,
  ) throws(MergeRefusal) -> Int {
    var other = room.session
    let withdrawn = Set(receipts.map(\.delegation))
    other.receipts = other.receipts.filter {
      own != nil && $0.delegation != own && !withdrawn.contains($0.delegation)
    }
    var merged = try merged(with: other, by: encoding)
    merged.handOver = handOver
    let known = Set(history.map(\.stamp.id))
    let changes = merged.history.count { !known.contains($0.stamp.id) && $0.isOfWorkshop }
    let (before, after) = (facts, merged.facts)
    let places = after.count { place, record in
      place.delegation == nil && before[place] != record
    }
    let count = max(changes, places, other.receipts.count)
    if count > 0 { self = merged }
    return count
  }
}

extension Record.Kind {
  /// Whether people are named in a record of it, which stay at home when it is shared.
  fileprivate var namesPeople: Bool { self == .card || self == .priority }
}
