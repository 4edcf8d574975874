/// What was found where a delegation's machines put what it shares: somebody else's file, of which
/// only that comes in which such a machine could have put there.
package struct FoundPart: Equatable, Sendable {
  package let delegation: DelegationCode
  /// In their order.
  package let changes: [Change]
  /// How much in the file is nothing that this delegation could have told.
  package let refused: Int

  /// Takes what may come in from a session that somebody else wrote.
  ///
  /// `latest` is the last place among all changes that is believed: behind one from the end of time
  /// nobody's change could stand.
  package init(
    of code: DelegationCode,
    in session: Session,
    latest: ChangeOrder,
    by encoding: some CanonicalEncoding,
  ) {
    delegation = code
    changes = session.history.compactMap { change in
      guard change.delegation == code, change.stamp.order <= latest else { return nil }
      return change.asTold(by: encoding)
    }
    let others = session.orderedDelegations.filter { $0.code != code }.reduce(0) {
      $0 + $1.answers.count + $1.records.count + $1.delegates.count
    }
    let own = session.delegations[code]
    let ownRest = own.map { $0.delegates.count + $0.answers.values.filter(\.holdsMore).count } ?? 0
    let roomRest =
      session.records.count + session.workshop.agenda.count + session.workshop.parkingLot.count
      + session.workshop.actions.count + session.receipts.count
    refused = session.history.count - changes.count + others + ownRest + roomRest
  }
}

extension Change {
  /// The same with nothing but what a delegation tells of its own; `nil` where it is something
  /// else, or is not known by what it tells.
  fileprivate func asTold(by encoding: some CanonicalEncoding) -> Change? {
    guard what.isTold, was == what.nothing, let delegation, stamp.role == .delegate else {
      return nil
    }
    let told = told(
      what,
      by: delegation.description,
      settles: settles.filter(Self.isTold),
      encoding: encoding,
    )
    return told.stamp == stamp && undoes == nil && register != nil ? told : nil
  }
}

extension Answer {
  /// Whether it holds what no delegation tells.
  fileprivate var holdsMore: Bool {
    !positions.insideForKeeping.isEmpty || !reservations.isEmpty || !comments.isEmpty
  }
}
