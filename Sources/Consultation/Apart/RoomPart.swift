/// What everybody in a workshop knows of it: all of the facilitator's session that leaves its
/// machine.
///
/// The agenda, who takes part and how, where the room is, who spoke, exchanges, the parking lot and
/// next steps, with what was done to them; and that a delegation has withdrawn. Of what delegations
/// say, of their people and of who wrote for them it has nothing: what a delegation's people did
/// for the workshop is signed by the delegation's code, or by nobody.
package struct RoomPart: Equatable, Sendable {
  /// The session as it is written for others.
  package let session: Session

  package init(of session: Session, encoding: some CanonicalEncoding) {
    let history = session.recordingUnrecorded(by: encoding)
    self.session = Session(
      id: session.id,
      questionnaire: session.questionnaire,
      workshop: session.workshop,
      delegations: session.orderedDelegations.map(\.nameAndPlace),
      history: history.filter(\.isOfWorkshop).map { $0.toldByRoom(encoding) },
      receipts: session.receipts.map { receipt in
        Receipt(
          delegation: receipt.delegation,
          at: receipt.at,
          by: receipt.delegation.description,
          fingerprint: receipt.fingerprint,
        )
      },
      records: session.records,
    )
  }

  /// Whether it says nothing that was not found.
  package func isAll(in found: FoundRoom?) -> Bool {
    guard let found else { return false }
    let known = Set(found.session.history.map(\.stamp.id))
    return session.history.allSatisfy { known.contains($0.stamp.id) }
      && session.receipts.count <= found.session.receipts.count
      && session.facts.allSatisfy { found.session.facts[$0.key] == $0.value }
  }

  /// How much of it is not in what was found.
  package func news(since found: FoundRoom?) -> Int {
    guard !isAll(in: found) else { return 0 }
    let known = Set(found?.session.history.map(\.stamp.id) ?? [])
    let (before, now) = (found?.session.facts ?? [:], session.facts)
    return max(
      1,
      session.history.count { !known.contains($0.stamp.id) },
      now.count { before[$0.key] != $0.value },
    )
  }
}

/// What was found where the facilitator puts what the room has: somebody else's file, of which only
/// what is the workshop's comes in.
package struct FoundRoom: Equatable, Sendable {
  package let session: Session
  /// How much in the file is nothing of the workshop's.
  package let refused: Int

  /// Takes what may come in from a session that somebody else wrote; `latest` as in ``FoundPart``.
  package init(in session: Session, latest: ChangeOrder) {
    let history = session.history.filter { $0.isOfWorkshop && $0.stamp.order <= latest }
    let records = session.records.filter { !$0.key.kind.isOfDelegation }
    self.session = Session(
      id: session.id,
      questionnaire: session.questionnaire,
      workshop: session.workshop,
      delegations: session.orderedDelegations.map(\.nameAndPlace),
      history: history,
      receipts: session.receipts,
      records: records,
    )
    let own = session.orderedDelegations.reduce(0) {
      $0 + $1.answers.count + $1.records.count + $1.delegates.count
    }
    refused =
      session.history.count - history.count + session.records.count - records.count + own
  }
}

extension Change {
  /// The same without terminal, and without the name of one of a delegation's people.
  ///
  /// Where that is another change than it was, it is known by another identifier: on the machines
  /// of its delegation both are there, and the name stays.
  fileprivate func toldByRoom(_ encoding: some CanonicalEncoding) -> Change {
    guard stamp.role != .facilitator, !isTold else {
      var told = self
      told.stamp.terminal = nil
      return told
    }
    var code = delegation
    if case .record(_, .speech(let speech)?) = what { code = speech.delegation }
    return told(what, was: was, by: code?.description ?? "", encoding: encoding)
  }
}
