import Consultation
import TestSupport
import Testing

/// A facilitator writes for a delegation while it wishes so, and not a moment longer.
@Suite struct ConsentTests {
  private func moment(_ minutes: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_700_000_000_000 + minutes * 60_000)
  }

  private func stamp(_ minutes: Int64, as role: Change.Role) -> Change.Stamp {
    Change.Stamp(id: "\(role)-\(minutes)", at: moment(minutes), by: "someone", role: role)
  }

  /// Havenia lets the facilitator write from the tenth minute to the twentieth.
  private func consenting() throws -> Session {
    var session = Session.sample
    let consent = Consent(until: moment(20), givenAt: moment(10), by: "amina")
    let change = try session.change(
      setting: .consent,
      to: .consent(consent),
      of: .havenia,
      stamp: stamp(10, as: .delegate),
    )
    session.apply(try #require(change))
    return session
  }

  private func write(
    _ session: Session,
    _ minutes: Int64,
    for code: DelegationCode = .havenia,
  ) throws(Refusal) -> Change? {
    try session.change(
      fulfilling: .answer(.declined),
      of: code,
      on: .sample("1.1.1"),
      in: .everyKind,
      stamp: stamp(minutes, as: .onBehalf),
    )
  }

  @Test func holdsForItsTimeAndForOneDelegation() throws {
    let session = try consenting()
    #expect(try write(session, 10) != nil)
    #expect(try write(session, 19) != nil)
    for minutes: Int64 in [9, 20, 1000] {
      #expect(throws: Refusal.needsConsent) { try write(session, minutes) }
    }
    #expect(throws: Refusal.needsConsent) { try write(session, 15, for: .dorania) }
    #expect(throws: Refusal.needsConsent) { try write(.sample, 15) }
  }

  @Test func isTheDelegationsAloneToGive() throws {
    let session = try consenting()
    let longer = Consent(until: moment(90), givenAt: moment(10), by: "facilitator")
    for role: Change.Role in [.facilitator, .onBehalf] {
      #expect(throws: Refusal.facilitatorAltersNothing) {
        try session.change(
          setting: .consent,
          to: .consent(longer),
          of: .havenia,
          stamp: stamp(12, as: role),
        )
      }
    }
  }

  @Test func endsWhenItIsTakenBack() throws {
    var session = try consenting()
    let back = try session.change(
      setting: .consent,
      to: nil,
      of: .havenia,
      stamp: stamp(12, as: .delegate),
    )
    session.apply(try #require(back))
    #expect(throws: Refusal.needsConsent) { try write(session, 15) }
    #expect(session.grant(toFacilitatorBy: .havenia, at: moment(15)) == nil)
  }

  @Test func isAskedForByEveryWayToChangeWhatIsTheDelegations() throws {
    var session = try consenting()
    let written = try #require(try write(session, 15))
    session.apply(written)
    let late = stamp(25, as: .onBehalf)
    #expect(throws: Refusal.needsConsent) { try session.undoing(stamp: late, for: .havenia) }
    #expect(throws: Refusal.needsConsent) { try session.restoring(written, stamp: late) }
    #expect(throws: Refusal.needsConsent) {
      try session.signing(1, of: .havenia, stamp: late)
    }
    #expect(throws: Refusal.needsConsent) {
      try session.change(
        setting: RecordKey(.priority, "p"),
        to: .priority(Priority(title: "p")),
        of: .havenia,
        stamp: late,
      )
    }
  }

  @Test func isNoneToShareWhatIsTheDelegations() throws {
    var session = try consenting()
    func sharing(_ sharing: Sharing, as role: Change.Role) throws -> Change? {
      try session.change(
        fulfilling: .sharing(sharing),
        of: .havenia,
        on: .sample("1.1.1"),
        in: .everyKind,
        stamp: stamp(15, as: role),
      )
    }
    func priority(_ sharing: Sharing, as role: Change.Role) throws -> Change? {
      var priority = Priority(title: "p")
      priority.sharing = sharing
      return try session.change(
        setting: RecordKey(.priority, "p"),
        to: .priority(priority),
        of: .havenia,
        stamp: stamp(16, as: role),
      )
    }
    for wider in Sharing.allCases where wider != .private {
      #expect(throws: Refusal.sharingIsOfDelegation) { try sharing(wider, as: .onBehalf) }
      #expect(throws: Refusal.sharingIsOfDelegation) { try priority(wider, as: .onBehalf) }
    }
    #expect(try priority(.private, as: .onBehalf) != nil)
    // What the delegation has shared may be shared no more, and not again.
    let shared = try #require(try sharing(.room, as: .delegate))
    session.apply([shared, try #require(try priority(.room, as: .delegate))])
    let hidden = try #require(try sharing(.private, as: .onBehalf))
    #expect(try priority(.private, as: .onBehalf) != nil)
    session.apply(hidden)
    #expect(throws: Refusal.sharingIsOfDelegation) {
      try session.restoring(shared, stamp: stamp(17, as: .onBehalf))
    }
    #expect(throws: Refusal.sharingIsOfDelegation) {
      try session.undoing(stamp: stamp(18, as: .onBehalf), for: .havenia)
    }
  }

  @Test func isNotJudgedAgainWhereChangesAreRead() throws {
    var session = try consenting()
    let written = try #require(try write(session, 15))
    var other = Session.sample
    other.apply(written)
    #expect(other.answered("1.1.1").value == .declined)
    session.apply(written)
    #expect(session.answered("1.1.1").value == .declined)
  }

  @Test func opensTheDelegationsPagesFromTheFacilitatorsSeatAndNothingElseDoes() throws {
    var desk = SeatedSession(try consenting(), seat: .nobodyYet, now: moment(15))
    desk.enterRoom()
    #expect(desk.own == nil)
    #expect(throws: Refusal.self) { try desk.sit(at: .dorania) }
    #expect(throws: Refusal.needsConsent) { try desk.assist(.dorania) }
    try desk.assist(.havenia)
    #expect(desk.own?.code == .havenia)
    desk.now = moment(20)
    #expect(desk.own == nil)
    #expect(desk.ownLog(of: .sample("1.1.1")).isEmpty)
    desk.standUp()
    #expect(desk.seat == .facilitator)
  }

  @Test func anObserverSitsNowhere() throws {
    var desk = SeatedSession(try consenting(), seat: .observer, now: moment(15))
    desk.enterRoom()
    #expect(throws: Refusal.self) { try desk.sit(at: .havenia) }
    #expect(throws: Refusal.needsConsent) { try desk.assist(.havenia) }
    desk.standUp()
    #expect(desk.seat == .observer)
  }
}
