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

  /// Havenia's card on 1.1.1, shared as said by the number of the choice.
  private func session(sharing: Int) throws -> Session {
    var table = try AppDriver.cairo()
    table.writeCard(sharing: sharing)
    return table.app.session
  }

  private func writtenCard(
    in session: Session,
    of code: DelegationCode = .havenia,
  ) -> ExperienceCard? {
    session.delegations[code]?.records.values.compactMap { record -> ExperienceCard? in
      if case .card(let card) = record { card } else { nil }
    }.first
  }

  /// Dorania's table, with Havenia's card open.
  private func doraniaReading(_ session: Session) throws -> AppDriver {
    var dorania = try driver(session, .dorania)
    dorania.type("S")
    dorania.press(.enter)
    return dorania
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
    var table = try driver(session(sharing: 1), .havenia)
    table.type("C")
    table.press(.enter, .end, .up, .enter)
    table.type(" 9.9.9")
    table.press(.enter)
    #expect(table.rows.contains { $0.contains("Write numbers of questions") })
    #expect(writtenCard(in: table.app.session)?.linked.count == 2)
  }

  @Test func aCardIsRemovedAndComesBackByUndo() throws {
    var table = try driver(session(sharing: 1), .havenia)
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
    var table = try driver(session(sharing: 1), .havenia)
    table.goTo("4.1.1")
    #expect(table.rows.contains { $0.contains("Health cards for all residents") })
  }

  @Test func readOnlyWritesNoCard() throws {
    var table = try driver(session(sharing: 1), .havenia, isReadOnly: true)
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
        of: .havenia,
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
    for code in [DelegationCode.dorania, nil] {
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
    let dorania = try doraniaReading(session(sharing: 2))
    #expect(dorania.rows.contains { $0.contains("Health cards for all residents") })
    #expect(dorania.rows.contains { $0.contains("Unit of cooperation") })
    #expect(dorania.rows.contains { $0.contains("What you say of it, to Havenia alone") })
  }

  @Test func aCardThatIsTakenBackMeanwhileIsGoneAndCannotBeMarked() throws {
    var dorania = try doraniaReading(session(sharing: 2))
    var havenia = try driver(dorania.app.session, .havenia)
    let before = havenia.app.session.history.count
    havenia.type("C")
    havenia.press(.enter, .end, .enter)
    havenia.type("1")
    dorania.happens(.others(Array(havenia.app.session.history.dropFirst(before))))
    #expect(dorania.rows.contains { $0.contains("This card is no longer shared.") })
    dorania.type("m")
    #expect(dorania.app.session.marks(onCardsOf: .havenia).isEmpty)
  }

  @Test func theRoomIsFilteredByDomain() throws {
    var dorania = try driver(session(sharing: 2), .dorania)
    dorania.type("S/3")
    #expect(!dorania.rows.contains { $0.contains("Health cards") })
    dorania.type("/2")
    #expect(dorania.rows.contains { $0.contains("Health cards") })
    dorania.type("/1")
    #expect(dorania.rows.contains { $0.contains("All domains") && !$0.contains("1") })
  }

  @Test func anOfferAndAWishLeadToTheirQuestion() throws {
    var havenia = try AppDriver.cairo()
    havenia.goTo("2.1.1")
    havenia.type("o3")
    var dorania = try driver(havenia.app.session, .dorania)
    dorania.type("ES")
    dorania.press(.enter)
    #expect(dorania.app.context.currentQuestion?.number == .sample("2.1.1"))
  }

  // MARK: What others say

  @Test func aMarkByNameReachesTheOwnerAlone() throws {
    var dorania = try doraniaReading(session(sharing: 2))
    dorania.type("mcaHow was it paid for?")
    dorania.press(.enter)
    let session = dorania.app.session
    let marks = session.marks(onCardsOf: .havenia)
    #expect(marks.map(\.from) == [.dorania])
    #expect(marks.first?.isUseful == true && marks.first?.asksForContact == true)
    #expect(marks.first?.asks == "How was it paid for?")
    var havenia = try driver(session, .havenia)
    #expect(havenia.rows.contains { $0.contains("Others said something of your cards") })
    havenia.type("C")
    #expect(havenia.rows.contains { $0.contains("others said something of it") })
    havenia.press(.enter, .end)
    #expect(havenia.rows.contains { $0.contains("Dorania") && $0.contains("finds it useful") })
    #expect(havenia.rows.contains { $0.contains("How was it paid for?") })
    try expectNobodyElseHears("How was it paid for?", in: session)
  }

  @Test func aMarkWithoutANameTellsTheOwnerNoName() throws {
    var dorania = try doraniaReading(session(sharing: 2))
    dorania.type("n")
    #expect(dorania.app.session.marks(onCardsOf: .havenia).isEmpty)
    dorania.type("maHow was it paid for?")
    dorania.press(.enter)
    let session = dorania.app.session
    #expect(session.marks(onCardsOf: .havenia).map(\.from) == [nil])
    var havenia = try driver(session, .havenia)
    havenia.type("C")
    havenia.press(.enter, .end)
    #expect(havenia.rows.contains { $0.contains("stay unnamed") || $0.contains("wished to stay") })
    #expect(havenia.rows.contains { $0.contains("How was it paid for?") })
    #expect(!havenia.rows.contains { $0.contains("Dorania") })
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
    var third = try driver(session, .sample("QNJ"))
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
    var dorania = try doraniaReading(session(sharing: 2))
    dorania.type("mu")
    #expect(dorania.app.session.marks(onCardsOf: .havenia).isEmpty)
  }

  @Test func aMarkThatIsTakenBackLeavesNothing() throws {
    var dorania = try doraniaReading(session(sharing: 2))
    let before = dorania.app.session.delegations
    dorania.type("mmcc")
    #expect(dorania.app.session.delegations == before)
  }

  @Test func nobodyMarksTheirOwnCard() throws {
    var havenia = try driver(session(sharing: 2), .havenia)
    havenia.type("S")
    havenia.press(.enter)
    havenia.type("m")
    #expect(havenia.app.notice == "This is your own card; others see it like this.")
    #expect(havenia.app.session.marks(onCardsOf: .havenia).isEmpty)
  }
}
