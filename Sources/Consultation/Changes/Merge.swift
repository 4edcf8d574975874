/// Why two files cannot be brought together.
package enum MergeRefusal: Error, Equatable, Sendable {
  case otherSession
  case otherQuestionnaire(Questionnaire.Identity)
}

extension Session {
  /// This session with everything that another copy of it has.
  ///
  /// A copy is a set of facts: the changes of its history, the receipts, and what stands in it that
  /// no change speaks of, such as what a template brought or another hand wrote. Merging takes the
  /// facts of both together. Where changes speak of something they decide, in their order; of what
  /// none speaks of, the encoding decides field by field. What a file says otherwise than its own
  /// history becomes a change first (``recordingUnrecorded(by:)``).
  ///
  /// So on copies that were merged once the laws of a join semilattice hold (Shapiro and others
  /// 2011): it does not matter who is merged with whom, in which order and how often. A copy merged
  /// with itself is itself once its history accounts for what stands in it; before, it is the same
  /// with those changes, and its lists in their neutral order.
  ///
  /// Limitations: what was taken off and comes back is what the changes say of it. A list keeps
  /// what was there before all changes in the order of the identifiers. Where another hand
  /// gave a change or an exchange that is known by the same identifier to another delegation, and one
  /// of the two withdraws, it depends on the order of merging whether it stays with the other: nothing
  /// of what was withdrawn is kept by which it could be told. Takes time in proportion to both
  /// histories.
  package func merged(
    with other: Session,
    by encoding: some CanonicalEncoding,
  ) throws(MergeRefusal) -> Session {
    guard id == other.id else { throw .otherSession }
    guard questionnaire == other.questionnaire else {
      throw .otherQuestionnaire(other.questionnaire)
    }
    let withdrawn = Set((receipts + other.receipts).map(\.delegation.description))
    let history = Self.union(
      recordingUnrecorded(by: encoding),
      other.recordingUnrecorded(by: encoding),
      withdrawn: withdrawn,
      by: encoding,
    )
    return joined(with: other, history: history, by: encoding)
  }

  /// The changes of this session, with one for everything that stands in it otherwise than they
  /// say, as if the hand that wrote it had made it after them.
  ///
  /// What such a change is known by tells what was changed and to what, and nothing else of the
  /// copy in which it was found.
  package func recordingUnrecorded(by encoding: some CanonicalEncoding) -> [Change] {
    let told = joined(with: self, history: history, by: encoding)
    let found = Unrecorded(in: self, told: told).changes.map { $0.identified(by: encoding) }
    return found.isEmpty ? told.history : Self.union(told.history, found, by: encoding)
  }

  /// The changes of both, each once.
  ///
  /// Of two that go by one identifier the one counts in which people of a delegation that has
  /// withdrawn are named less, so that no older copy brings their names back; then the encoding.
  private static func union(
    _ first: [Change],
    _ second: [Change],
    withdrawn: Set<String> = [],
    by encoding: some CanonicalEncoding,
  ) -> [Change] {
    var byID: [[UInt8]: Change] = [:]
    byID.reserveCapacity(first.count + second.count)
    for change in first + second {
      let id = Array(change.stamp.id.utf8)
      byID[id] =
        byID[id].map { same in
          let (one, other) = (same.signs(of: withdrawn), change.signs(of: withdrawn))
          return one == other ? encoding.later(same, change) : one > other ? same : change
        } ?? change
    }
    return byID.values.sorted { $0.comesBefore($1) }
  }

  /// What both hold and no change speaks of, and what these changes make of it.
  private func joined(
    with other: Session,
    history: [Change],
    by encoding: some CanonicalEncoding,
  ) -> Session {
    var merged = Session(
      id: id,
      questionnaire: questionnaire,
      workshop: workshop,
      delegations: [],
      receipts: Self.union(receipts, other.receipts),
      handOver: handOver == other.handOver ? handOver : nil,
    )
    merged.history = history.filter(merged.lets)
    var facts = facts
    for (place, record) in other.facts { facts.join(record, at: place, by: encoding) }
    for (place, before) in merged.history.whatWasThereBefore { facts[place] = before }
    for code in merged.codesTakenOff { facts[RecordPlace(.frame, of: code)] = nil }
    merged.setUp(facts)
    merged.keepPlaces(of: self)
    merged.keepPlaces(of: other)
    var unsettled: Set<DelegationCode> = []
    merged.remake(Set(merged.history.compactMap(\.register)), &unsettled)
    merged.settle(unsettled)
    merged.delegations = merged.delegations.mapValues(\.withRoundsShut)
    return merged
  }

  private static func union(_ first: [Receipt], _ second: [Receipt]) -> [Receipt] {
    let byKey = Dictionary((first + second).map { ($0.key, $0) }) { same, _ in same }
    return byKey.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }
}

extension Receipt {
  /// Its bytes, by which receipts are put in order: the earliest first.
  fileprivate var key: [UInt8] {
    Array("\(at.text) \(delegation.description) \(fingerprint)\u{0}\(by)".utf8)
  }
}
