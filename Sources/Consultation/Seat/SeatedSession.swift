/// A session as the person at one terminal may see it.
///
/// The whole session is inside and does not come out to a page: a page is given what this seat's
/// own delegation has, what the room shares, and what is the workshop's. There is no member that
/// takes a delegation's code and gives its answers, so that no page of the facilitator, of an
/// observer or before anybody has sat down can name one.
///
/// A seat changes by ``sit(at:)``, ``enterRoom()``, ``assist(_:)`` and ``standUp()`` alone. From
/// the facilitator's seat there is one way to a delegation's own: its ``Consent``, which is asked
/// for again each time that something of it is read.
package struct SeatedSession: Equatable, Sendable {
  var session: Session
  package private(set) var seat: Seat
  /// The time, as far as the terminal knows it: consent ends by it.
  package var now: Timestamp

  package init(_ session: Session, seat: Seat, now: Timestamp = Timestamp(milliseconds: 0)) {
    self.session = session
    self.session.keepIndex()
    self.seat = seat
    self.now = now
  }

  /// The whole session, for the front end that keeps it, and for the reports that go through the
  /// gate themselves; never for a page.
  package var sessionForKeeping: Session { session }

  // MARK: Sitting down and standing up

  /// Sits down as a delegation's own people, at a terminal where nobody sits.
  ///
  /// - Throws: ``Refusal/withdrawn(_:)`` where there is nothing of it any more.
  package mutating func sit(at code: DelegationCode) throws(Refusal) {
    guard seat == .nobodyYet else { throw .facilitatorAltersNothing }
    guard session.delegations[code] != nil else { throw .unknownDelegation(code.description) }
    if let receipt = session.receipt(of: code) { throw .withdrawn(receipt.at) }
    seat = .delegation(code)
  }

  /// Sits down as facilitator; an observer stays one.
  package mutating func enterRoom() {
    if seat != .observer { seat = .facilitator }
  }

  /// Goes to a delegation's table from the facilitator's seat, at its wish.
  ///
  /// - Throws: ``Refusal/needsConsent`` where it has not said so at its own terminal.
  package mutating func assist(_ code: DelegationCode) throws(Refusal) {
    guard seat == .facilitator, let grant = session.grant(toFacilitatorBy: code, at: now) else {
      throw .needsConsent
    }
    seat = .assisting(grant)
  }

  /// Stands up: back to the room from a delegation's table, and else to where nobody sits.
  package mutating func standUp() {
    switch seat {
    case .assisting: seat = .facilitator
    case .delegation, .facilitator: seat = .nobodyYet
    case .nobodyYet, .observer: break
    }
  }

  // MARK: What is this seat's own

  /// The delegation whose own pages this terminal shows now.
  package var ownCode: DelegationCode? {
    switch seat {
    case .delegation(let code): code
    case .assisting(let grant): grantNow(grant)?.delegation
    case .nobodyYet, .facilitator, .observer: nil
    }
  }

  /// What a facilitator may do at the table where they sit; `nil` where the consent has ended.
  package var assistance: Consent.Grant? {
    guard case .assisting(let grant) = seat else { return nil }
    return grantNow(grant)
  }

  private func grantNow(_ grant: Consent.Grant) -> Consent.Grant? {
    session.grant(toFacilitatorBy: grant.delegation, at: now)
  }

  package var own: Delegation? { ownCode.flatMap { session.delegations[$0] } }

  /// The question that it changed something of last.
  package var ownLastQuestion: QuestionNumber? {
    ownCode.flatMap { session.lastQuestion(of: $0) }
  }

  /// What waits for its decision.
  package var ownConflicts: [Conflict] { ownCode.map { session.conflicts(of: $0) } ?? [] }

  /// What others said of its experience cards: told to the delegation alone, and to nobody who
  /// writes for it.
  package var marksOnOwnCards: [CardMark] {
    guard case .delegation(let code) = seat else { return [] }
    return session.marks(onCardsOf: code)
  }

  package func ownSignOff(domain: Int) -> (signOff: SignOff, isValid: Bool)? {
    ownCode.flatMap { session.signOff(of: $0, domain: domain) }
  }

  package func ownAgreement(on number: QuestionNumber) -> (by: String, at: Timestamp)? {
    ownCode.flatMap { session.agreement(of: $0, on: number) }
  }

  /// Until when it lets the facilitator write for it; `nil` where it does not.
  package var ownConsent: Consent.Grant? {
    ownCode.flatMap { session.grant(toFacilitatorBy: $0, at: now) }
  }
}
