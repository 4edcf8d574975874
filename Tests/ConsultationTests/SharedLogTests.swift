import Consultation
import TestSupport
import Testing

/// What `log` tells of a session to somebody who is of no delegation.
@Suite struct SharedLogTests {
  @Test func tellsNothingThatIsPrivate() throws {
    let (session, _) = try SecretSession.session()
    let log = SharedLog(of: session)
    #expect(!"\(log.changes)".contains("SECRET"))
    #expect(!"\(log.changes)".contains("HIDDEN"))
    #expect(log.changes.count + log.leftOut.count == session.history.count)
  }

  @Test func tellsOfAnAnswerThatIsSharedHowItStandsAndNotHowItCameThere() throws {
    var session = Session.sample
    try session.fulfil(.note(TranslatedText("EARLIER", language: .english)), on: "1.1.1")
    try session.fulfil(.note(TranslatedText("now", language: .english)), on: "1.1.1")
    try session.fulfil(.position(institution: "I", Position(value: .declined)), on: "1.1.1")
    #expect(SharedLog(of: session).changes.isEmpty)
    try session.fulfil(.sharing(.room), on: "1.1.1")
    let log = SharedLog(of: session)
    #expect(!"\(log.changes)".contains("EARLIER"))
    #expect("\(log.changes)".contains("now"))
    // Who wrote it is the delegation's alone.
    #expect(Set(log.changes.map(\.stamp.by)) == ["QNG"])
    #expect(log.leftOut.count == 2)
  }

  @Test(arguments: [
    (Sharing.room, false, true), (.room, true, false), (.private, false, false),
  ])
  func tellsOfAWishToHearWhereTheRoomMaySeeWhoseItIs(
    sharing: Sharing,
    isAnonymous: Bool,
    isTold: Bool,
  ) throws {
    var session = Session.sample
    let wish = WishToHear(question: .sample("1.1.1"), sharing: sharing, isAnonymous: isAnonymous)
    let change = try session.change(
      setting: RecordKey(.wish, "1.1.1"),
      to: .wish(wish),
      of: .havenia,
      stamp: session.nextStamp(),
    )
    session.apply(try #require(change))
    #expect(SharedLog(of: session).changes.isEmpty != isTold)
  }

  @Test(arguments: [(Change.Role.delegate, "QNG"), (.facilitator, "amina")])
  func tellsHowADelegationTakesPartWithoutTheNameOfItsOwnPeople(
    role: Change.Role,
    name: String,
  ) throws {
    var session = Session.sample
    let next = session.nextStamp()
    let change = try session.change(
      setting: RecordKey(.frame, ""),
      to: .frame(DelegationFrame(mode: .online, languages: [.french], digits: .western)),
      of: .havenia,
      stamp: Change.Stamp(id: next.id, at: next.at, by: "amina", role: role),
    )
    session.apply(try #require(change))
    #expect(SharedLog(of: session).changes.map(\.stamp.by) == [name])
  }

  @Test func tellsWhatIsTheWorkshops() throws {
    var session = Session.sample
    let change = try session.change(
      setting: .room,
      to: .room(RoomState()),
      stamp: Change.Stamp(id: "r", at: Timestamp(milliseconds: 0), by: "f", role: .facilitator),
    )
    session.apply(try #require(change))
    #expect(SharedLog(of: session).changes == session.history)
    #expect(SharedLog(of: session).leftOut.isEmpty)
  }
}
