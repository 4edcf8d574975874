/// What is the workshop's, and so everybody's in it: all that a page of the room can name.
///
/// No member tells of an answer that a delegation does not share.
package protocol WorkshopSeat {
  var seat: Seat { get }
  var now: Timestamp { get }

  /// What the room shares.
  func shared(in questionnaire: Questionnaire) -> SharedView
  var workshop: Workshop { get }
  var room: RoomState { get }
  var speakingList: SpeakingList { get }
  /// The delegations in their neutral order.
  var order: [DelegationCode] { get }
  /// Which delegations there are, in that order.
  var identities: [DelegationIdentity] { get }
  func identity(of code: DelegationCode) -> DelegationIdentity?
  /// How a delegation takes part.
  func frame(of code: DelegationCode) -> DelegationFrame?
  /// Who sits at a delegation's table, for the list that the facilitator keeps.
  func delegates(of code: DelegationCode) -> [Delegate]
  /// That a delegation has withdrawn, if it has.
  func receipt(of code: DelegationCode) -> Receipt?
  func isPresent(_ code: DelegationCode) -> Bool
  func attendance(of code: DelegationCode) -> Attendance?
  /// Whether a delegation lets the facilitator write for it now.
  func hasConsented(_ code: DelegationCode) -> Bool
  /// A delegation's place on the speaking list, as long as it has not spoken.
  func openSpeech(of code: DelegationCode) -> (key: RecordKey, speech: Speech)?
  /// The exchanges that stand, each with its identifier.
  var exchanges: [(id: String, exchange: Exchange)] { get }
  func exchange(_ id: String) -> Exchange?
}

extension SeatedSession: WorkshopSeat {
  package func shared(in questionnaire: Questionnaire) -> SharedView {
    SharedView(of: session, for: .room, in: questionnaire)
  }

  package var workshop: Workshop { session.workshop }

  package var room: RoomState { session.room }

  package var speakingList: SpeakingList { session.speakingList }

  package var order: [DelegationCode] { session.order }

  package var identities: [DelegationIdentity] { session.orderedDelegations.map(\.identity) }

  package func identity(of code: DelegationCode) -> DelegationIdentity? {
    session.delegations[code]?.identity
  }

  package func frame(of code: DelegationCode) -> DelegationFrame? {
    guard case .frame(let frame) = session.record(at: RecordKey(.frame, "frame"), of: code) else {
      return nil
    }
    return frame
  }

  package func delegates(of code: DelegationCode) -> [Delegate] {
    session.delegations[code]?.delegates ?? []
  }

  package func receipt(of code: DelegationCode) -> Receipt? { session.receipt(of: code) }

  package func isPresent(_ code: DelegationCode) -> Bool { session.isPresent(code) }

  package func attendance(of code: DelegationCode) -> Attendance? {
    session.attendance(of: code)
  }

  package func hasConsented(_ code: DelegationCode) -> Bool {
    session.grant(toFacilitatorBy: code, at: now) != nil
  }

  package func openSpeech(of code: DelegationCode) -> (key: RecordKey, speech: Speech)? {
    session.roomRecords.openSpeeches.first { $0.value.delegation == code }.map { ($0, $1) }
  }

  package var exchanges: [(id: String, exchange: Exchange)] {
    session.roomRecords.exchanges.sorted { $0.key < $1.key }.map { ($0.id, $1) }
  }

  package func exchange(_ id: String) -> Exchange? {
    session.roomRecords.exchanges[RecordKey(.exchange, id)]
  }
}
