/// What is the workshop's, and so everybody's in it.
extension SeatedSession {
  /// What the room shares.
  package func shared(in questionnaire: Questionnaire) -> SharedView {
    SharedView(of: session, for: .room, in: questionnaire)
  }

  package var workshop: Workshop { session.workshop }

  package var room: RoomState { session.room }

  package var speakingList: SpeakingList { session.speakingList }

  /// The delegations in their neutral order.
  package var order: [DelegationCode] { session.order }

  /// Which delegations there are, in that order.
  package var identities: [DelegationIdentity] { session.orderedDelegations.map(\.identity) }

  package func identity(of code: DelegationCode) -> DelegationIdentity? {
    session.delegations[code]?.identity
  }

  /// How a delegation takes part.
  package func frame(of code: DelegationCode) -> DelegationFrame? {
    guard case .frame(let frame) = session.record(at: RecordKey(.frame, "frame"), of: code) else {
      return nil
    }
    return frame
  }

  /// Who sits at a delegation's table, for the list that the facilitator keeps.
  package func delegates(of code: DelegationCode) -> [Delegate] {
    session.delegations[code]?.delegates ?? []
  }

  /// That a delegation has withdrawn, if it has.
  package func receipt(of code: DelegationCode) -> Receipt? { session.receipt(of: code) }

  package func isPresent(_ code: DelegationCode) -> Bool { session.isPresent(code) }

  package func attendance(of code: DelegationCode) -> Attendance? {
    session.attendance(of: code)
  }

  /// Whether a delegation lets the facilitator write for it now.
  package func hasConsented(_ code: DelegationCode) -> Bool {
    session.grant(toFacilitatorBy: code, at: now) != nil
  }

  /// A delegation's place on the speaking list, as long as it has not spoken.
  package func openSpeech(of code: DelegationCode) -> (key: RecordKey, speech: Speech)? {
    for (key, record) in session.records {
      if case .speech(let speech) = record, speech.delegation == code, speech.endedAt == nil {
        return (key, speech)
      }
    }
    return nil
  }

  /// The exchanges that stand, each with its identifier.
  package var exchanges: [(id: String, exchange: Exchange)] {
    session.records.sorted { $0.key < $1.key }.compactMap { key, record in
      if case .exchange(let exchange) = record { (key.id, exchange) } else { nil }
    }
  }

  package func exchange(_ id: String) -> Exchange? {
    guard case .exchange(let exchange) = session.records[RecordKey(.exchange, id)] else {
      return nil
    }
    return exchange
  }
}
