import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct ExperienceCardTests {
  private func driver(
    _ session: Session,
    _ code: DelegationCode?,
    isReadOnly: Bool = false,
  ) throws -> AppDriver {
    try AppDriver(
      session,
      of: AppDriver.cairo().app.context.questionnaire,
      delegation: code,
      isReadOnly: isReadOnly,
    )
  }

  /// Morocco's card on 1.1.1, shared as said by the number of the choice.
  private func session(sharing: Int) throws -> Session {
    var table = try AppDriver.cairo()
    table.writeCard(sharing: sharing)
    return table.app.session
  }

  private func writtenCard(
    in session: Session,
    of code: DelegationCode = .morocco,
  ) -> ExperienceCard? {
    session.delegations[code]?.records.values.compactMap { record -> ExperienceCard? in
      if case .card(let card) = record { card } else { nil }
    }.first
  }

  /// Iraq's table, with Morocco's card open.
  private func iraqReading(_ session: Session) throws -> AppDriver {
    var iraq = try driver(session, .iraq)
    iraq.type("S")
    iraq.press(.enter)
    return iraq
  }

  // MARK: The delegation's own

  @Test func aCardIsWrittenByKeysFieldByField() throws {
    let card = try #require(writtenCard(in: session(sharing: 2)))
    #expect(card.question == .sample("1.1.1"))
    #expect(card.title == "Health cards for all residents")
    #expect(card.done == "One card\nfor everybody")
    #expect(card.contact == "Unit of cooperation")
    #expect(card.linked.map(\.description) == ["1.7.1", "4.1.1"])
    #expect(card.sharing == .room)
  }

  @Test func aCardIsYoursAloneAtFirst() throws {
    var table = try AppDriver.cairo()
    table.press(.enter)
    table.type("C+A card")
    table.press(.enter)
    #expect(writtenCard(in: table.app.session)?.sharing == .private)
  }

  @Test func whereNoQuestionIsOnTheScreenItsNumberIsAskedFor() throws {
    var table = try AppDriver.cairo()
    table.type("C+9.9.9")
    table.press(.enter)
    #expect(table.rows.contains { $0.contains("There is no question of this number") })
    for _ in 0..<5 { table.press(.backspace) }
    table.type("٢.١.١")
    table.press(.enter)
    table.type("A strategy")
    table.press(.enter)
    #expect(writtenCard(in: table.app.session)?.question == .sample("2.1.1"))
  }

  @Test func aNumberThatIsNoQuestionIsNotLinked() throws {
    var table = try driver(session(sharing: 1), .morocco)
    table.type("C")
    table.press(.enter, .end, .up, .enter)
    table.type(" 9.9.9")
    table.press(.enter)
    #expect(table.rows.contains { $0.contains("Write numbers of questions") })
    #expect(writtenCard(in: table.app.session)?.linked.count == 2)
  }

  @Test func aCardIsRemovedAndComesBackByUndo() throws {
    var table = try driver(session(sharing: 1), .morocco)
    table.type("C-")
    #expect(writtenCard(in: table.app.session) == nil)
    table.type("u")
    #expect(writtenCard(in: table.app.session)?.title == "Health cards for all residents")
  }

  @Test func theKeyOfTheArabicKeyboardOpensTheCardsToo() throws {
    var table = try AppDriver.cairo()
    table.type("}")
    #expect(table.app.page == .cards(CardsPage()))
  }

  @Test func theQuestionNamesItsCards() throws {
    var table = try driver(session(sharing: 1), .morocco)
    table.goTo("4.1.1")
    #expect(table.rows.contains { $0.contains("Health cards for all residents") })
  }

  @Test func readOnlyWritesNoCard() throws {
    var table = try driver(session(sharing: 1), .morocco, isReadOnly: true)
    table.type("C+")
    #expect(table.app.overlay == nil)
    table.press(.enter, .enter)
    #expect(table.app.overlay == nil)
  }

  @Test func aFacilitatorCannotWriteACard() throws {
    var room = try driver(session(sharing: 2), nil)
    room.press(.end, .enter)
    room.type("C")
    #expect(room.app.notice == "That cannot be done on this screen.")
    room.type("S")
    room.press(.enter)
    let before = room.app.session
    for key in ["m", "a", "c", "n"] {
      room.type(key)
      #expect(room.app.notice == "A delegation says at its own table what it finds useful.")
    }
    #expect(room.app.session == before)
    let card = ExperienceCard(question: .sample("1.1.1"), title: "No")
    #expect(throws: Refusal.facilitatorAltersNothing) {
      try before.change(
        setting: RecordKey(.card, "x"),
        to: .card(card),
        of: .morocco,
        stamp: Change.Stamp(
          id: "x",
          at: Timestamp(milliseconds: 1),
          by: "f",
          role: .facilitator,
        ),
      )
    }
  }

  // MARK: What others see

  @Test func aPrivateCardIsOnNobodyElsesScreen() throws {
    let session = try session(sharing: 1)
    for code in [DelegationCode.iraq, nil] {
      var other = try driver(session, code)
      if code == nil { other.press(.end, .enter) }
      other.type("S")
      #expect(!other.rows.contains { $0.contains("Health cards") })
      #expect(other.rows.contains { $0.contains("Nothing is shared here yet") })
      let view = SharedView(of: session, for: .room, in: other.app.context.questionnaire)
      #expect(!"\(view)".contains("Health cards") && !"\(view)".contains("Unit of"))
    }
  }

  @Test func aSharedCardIsReadWithItsContact() throws {
    let iraq = try iraqReading(session(sharing: 2))
    #expect(iraq.rows.contains { $0.contains("Health cards for all residents") })
    #expect(iraq.rows.contains { $0.contains("Unit of cooperation") })
    #expect(iraq.rows.contains { $0.contains("What you say of it, to Morocco alone") })
  }

  @Test func aCardThatIsTakenBackMeanwhileIsGoneAndCannotBeMarked() throws {
    var iraq = try iraqReading(session(sharing: 2))
    var morocco = try driver(iraq.app.session, .morocco)
    let before = morocco.app.session.history.count
    morocco.type("C")
    morocco.press(.enter, .end, .enter)
    morocco.type("1")
    iraq.happens(.others(Array(morocco.app.session.history.dropFirst(before))))
    #expect(iraq.rows.contains { $0.contains("This card is no longer shared.") })
    iraq.type("m")
    #expect(iraq.app.session.marks(onCardsOf: .morocco).isEmpty)
  }

  @Test func theRoomIsFilteredByDomain() throws {
    var iraq = try driver(session(sharing: 2), .iraq)
    iraq.type("S/3")
    #expect(!iraq.rows.contains { $0.contains("Health cards") })
    iraq.type("/2")
    #expect(iraq.rows.contains { $0.contains("Health cards") })
    iraq.type("/1")
    #expect(iraq.rows.contains { $0.contains("All domains") && !$0.contains("1") })
  }

  @Test func anOfferAndAWishLeadToTheirQuestion() throws {
    var morocco = try AppDriver.cairo()
    morocco.goTo("2.1.1")
    morocco.type("o3")
    var iraq = try driver(morocco.app.session, .iraq)
    iraq.type("ES")
    iraq.press(.enter)
    #expect(iraq.app.context.currentQuestion?.number == .sample("2.1.1"))
  }

  // MARK: What others say

  @Test func aMarkByNameReachesTheOwnerAlone() throws {
    var iraq = try iraqReading(session(sharing: 2))
    iraq.type("mcaHow was it paid for?")
    iraq.press(.enter)
    let session = iraq.app.session
    let marks = session.marks(onCardsOf: .morocco)
    #expect(marks.map(\.from) == [.iraq])
    #expect(marks.first?.isUseful == true && marks.first?.asksForContact == true)
    #expect(marks.first?.asks == "How was it paid for?")
    var morocco = try driver(session, .morocco)
    #expect(morocco.rows.contains { $0.contains("Others said something of your cards") })
    morocco.type("C")
    #expect(morocco.rows.contains { $0.contains("others said something of it") })
    morocco.press(.enter, .end)
    #expect(morocco.rows.contains { $0.contains("Iraq") && $0.contains("finds it useful") })
    #expect(morocco.rows.contains { $0.contains("How was it paid for?") })
    try expectNobodyElseHears("How was it paid for?", in: session)
  }

  @Test func aMarkWithoutANameTellsTheOwnerNoName() throws {
    var iraq = try iraqReading(session(sharing: 2))
    iraq.type("n")
    #expect(iraq.app.session.marks(onCardsOf: .morocco).isEmpty)
    iraq.type("maHow was it paid for?")
    iraq.press(.enter)
    let session = iraq.app.session
    #expect(session.marks(onCardsOf: .morocco).map(\.from) == [nil])
    var morocco = try driver(session, .morocco)
    morocco.type("C")
    morocco.press(.enter, .end)
    #expect(morocco.rows.contains { $0.contains("stay unnamed") || $0.contains("wished to stay") })
    #expect(morocco.rows.contains { $0.contains("How was it paid for?") })
    #expect(!morocco.rows.contains { $0.contains("Iraq") })
    try expectNobodyElseHears("How was it paid for?", in: session)
  }

  /// Neither the room nor a third delegation has it anywhere.
  private func expectNobodyElseHears(_ text: String, in session: Session) throws {
    var others: [AppDriver] = []
    var room = try driver(session, nil)
    room.press(.end, .enter)
    room.type("S")
    others.append(room)
    room.press(.enter)
    others.append(room)
    var third = try driver(session, .sample("YEM"))
    third.type("S")
    third.press(.enter)
    others.append(third)
    for other in others {
      #expect(!other.rows.contains { $0.contains(text) || $0.contains("finds it useful") })
    }
    let view = SharedView(of: session, for: .room, in: room.app.context.questionnaire)
    #expect(!"\(view)".contains(text))
  }

  @Test func aMarkIsTakenBackByUndo() throws {
    var iraq = try iraqReading(session(sharing: 2))
    iraq.type("mu")
    #expect(iraq.app.session.marks(onCardsOf: .morocco).isEmpty)
  }

  @Test func aMarkThatIsTakenBackLeavesNothing() throws {
    var iraq = try iraqReading(session(sharing: 2))
    let before = iraq.app.session.delegations
    iraq.type("mmcc")
    #expect(iraq.app.session.delegations == before)
  }

  @Test func nobodyMarksTheirOwnCard() throws {
    var morocco = try driver(session(sharing: 2), .morocco)
    morocco.type("S")
    morocco.press(.enter)
    morocco.type("m")
    #expect(morocco.app.notice == "This is your own card; others see it like this.")
    #expect(morocco.app.session.marks(onCardsOf: .morocco).isEmpty)
  }
}
