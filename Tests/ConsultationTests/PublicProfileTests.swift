import Consultation
import TestSupport
import Testing

/// What gets through the gate to the public, and what stands against publishing it.
@Suite struct PublicProfileTests {
  private let edition: Questionnaire
  private var session: Session

  init() throws {
    edition = try .secondEdition()
    session = .sample(answering: edition)
  }

  private func profile() throws -> PublicProfile {
    try #require(PublicProfile(of: .havenia, in: session, answering: edition))
  }

  private func leftOut() throws -> Publication.LeftOut {
    Publication(of: try #require(session.delegations[.havenia]), answering: edition).leftOut
  }

  private mutating func sign(_ domain: Int) throws {
    let stamp = session.nextStamp()
    session.apply(try #require(try session.signing(domain, of: .havenia, stamp: stamp)))
  }

  private mutating func set(_ record: Record, _ id: String) throws {
    let change = try session.change(
      setting: RecordKey(record.kind, id),
      to: record,
      of: .havenia,
      stamp: session.nextStamp(),
    )
    session.apply(try #require(change))
  }

  // MARK: What is in place

  @Test(
    arguments: [
      ([Wish.answer(.step(.established))], StatementInPlace.Extent.whole),
      ([.elements(["legalAid", "courts"])], .elements(["courts", "legalAid"])),
      // What the delegation set stands, whatever is ticked.
      ([.elements(["courts"]), .answer(.step(.established))], .whole),
      ([.elements(["courts"]), .answer(.step(.absent))], nil),
      ([.answer(.step(.partial))], nil), ([.answer(.step(.absent))], nil),
      ([.answer(.declined)], nil), ([.answer(.notApplicable(reason: nil))], nil), ([], nil),
    ] as [([Wish], StatementInPlace.Extent?)]
  )
  mutating func tellsWhatIsInPlaceAlone(
    wishes: [Wish],
    extent: StatementInPlace.Extent?,
  ) throws {
    for wish in wishes + [.sharing(.report)] {
      try session.fulfil(wish, on: "1.2.1", in: edition)
    }
    #expect(try profile().inPlace.map(\.extent) == [extent].compactMap(\.self))
    let leftOut = try leftOut()
    #expect((leftOut.notReleased, leftOut.toVerify, leftOut.reserved) == (0, 0, 0))
  }

  @Test mutating func namesTheInstrumentsToWhichAStateIsAParty() throws {
    let wishes: [Wish] = [
      .instrument("CSR67", .established), .instrument("ICRMW", .partial),
      .instrument("CSR51", Standing(.established, hasReservations: true)),
      .instrument("CRC", .absent), .answer(.step(.partial)), .sharing(.report),
    ]
    for wish in wishes { try session.fulfil(wish, on: "1.7.1", in: edition) }
    #expect(try profile().inPlace.map(\.extent) == [.instruments(["CSR51", "CSR67"])])
  }

  /// To the screens of a workshop is not to everybody.
  @Test(arguments: [(Sharing.private, false), (.room, false), (.report, true)])
  mutating func holdsWhatIsSharedToTheReport(sharing: Sharing, isIn: Bool) throws {
    try session.fulfil(.answer(.step(.established)), on: "1.2.1", in: edition)
    try session.fulfil(.sharing(sharing), on: "1.2.1", in: edition)
    #expect(try profile().inPlace.isEmpty == !isIn)
    #expect(try leftOut().notReleased == (isIn ? 0 : 1))
  }

  @Test mutating func leavesOutWhatIsToVerifyOrReserved() throws {
    for (number, wish) in [
      ("1.2.1", Wish.status(.toVerify)),
      ("1.2.2", .reservation(institution: "Ministry", "not so")),
    ] {
      for wish in [.answer(.step(.established)), .sharing(.report), wish] {
        try session.fulfil(wish, on: number, in: edition)
      }
    }
    #expect(try profile().inPlace.isEmpty)
    let leftOut = try leftOut()
    #expect((leftOut.toVerify, leftOut.reserved, leftOut.notReleased) == (1, 1, 0))
  }

  @Test mutating func tellsOfDevelopmentsOnlyWhatIsNewAndRestsOnANewSource() throws {
    let old = Evidence(id: "old", title: "Old law")
    let new = Evidence(id: "new", title: "New law", article: "art. 1")
    for (number, elements) in [("1.2.1", ["courts"]), ("1.2.2", ["hateCrime"])] {
      try session.fulfil(.elements(Set(elements)), on: number, in: edition)
      try session.fulfil(.evidence(id: "old", old), on: number, in: edition)
      try session.fulfil(.sharing(.report), on: number, in: edition)
    }
    let then = try #require(session.delegations[.havenia]).frozen(
      in: edition,
      at: CairoDay.start,
      by: "amina",
      fingerprint: "f",
    )
    try set(.baseline(then), "b")
    #expect(try profile().developments == nil)
    try session.fulfil(.elements(["courts", "legalAid"]), on: "1.2.1", in: edition)
    try session.fulfil(.evidence(id: "new", new), on: "1.2.1", in: edition)
    // Ticked since, and no new source says why.
    try session.fulfil(.elements(["hateCrime", "xenophobia"]), on: "1.2.2", in: edition)
    let developments = try #require(try profile().developments)
    #expect(developments.since == CalendarDate(CairoDay.start))
    #expect(developments.inPlace.map(\.extent) == [.elements(["legalAid"])])
    #expect(developments.inPlace.first?.sources.map(\.title) == ["New law"])
  }

  // MARK: What stands against it

  @Test mutating func asksNoSignOffOfWhoNeverGaveOne() throws {
    try session.fulfil(.answer(.step(.established)), on: "1.2.1", in: edition)
    #expect(try profile().obstacles == [.nothingReleased])
    try session.fulfil(.sharing(.report), on: "1.2.1", in: edition)
    #expect(try profile().isReady)
  }

  @Test mutating func asksForEveryDomainOnceOneIsSignedOff() throws {
    try session.fulfil(.answer(.step(.established)), on: "1.2.1", in: edition)
    try session.fulfil(.sharing(.report), on: "1.2.1", in: edition)
    try sign(1)
    try sign(3)
    let missing: [PublicProfile.Obstacle] = [2, 4, 5, 6].map { .notSignedOff(domain: $0) }
    #expect(try profile().obstacles == missing)
    try session.fulfil(.applied(.fully), on: "1.2.1", in: edition)
    #expect(try profile().obstacles == [.changedSinceSignOff(domain: 1)] + missing)
    for domain in [1, 2, 4, 5, 6] { try sign(domain) }
    #expect(try profile().isReady)
  }

  @Test mutating func asksForEveryDomainWhereTheGovernmentApproved() throws {
    try session.fulfil(.answer(.step(.established)), on: "1.2.1", in: edition)
    try session.fulfil(.sharing(.report), on: "1.2.1", in: edition)
    try set(.profile(ProfileFrame(standing: .approved)), "profile")
    #expect(try profile().obstacles == (1...6).map { .notSignedOff(domain: $0) })
    #expect(try profile().approval == .approved)
  }

  @Test func needsAnEditionWithStatements() throws {
    let profile = try #require(
      PublicProfile(of: .havenia, in: .sample, answering: .everyKind)
    )
    #expect(
      profile.obstacles == [
        .needsStatements(version: Questionnaire.everyKind.identity.version)
      ]
    )
  }

  @Test func isOfADelegationOfTheSession() {
    #expect(PublicProfile(of: .sample("FRA"), in: session, answering: edition) == nil)
  }
}
