import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct RoomTests {
  private func room() throws -> AppDriver {
    var driver = try AppDriver.cairo(delegation: nil)
    driver.press(.end, .enter)
    return driver
  }

  @Test func aFacilitatorReadsWhatIsSharedAndAltersNothing() throws {
    var driver = try room()
    let before = driver.app.session
    driver.press(.enter)
    for key in ["1", "c", "h", "s", "x", "e"] { driver.type(key) }
    #expect(driver.app.session == before)
    #expect(driver.rows.contains { $0.contains("It has shared nothing yet.") })
  }

  @Test func writingForADelegationIsRecordedAsOnItsBehalf() throws {
    var driver = try room()
    driver.happens(.others([.consent(of: driver.app.session.order[0])]))
    driver.type("w")
    driver.press(.enter)
    driver.type("2")
    #expect(driver.app.session.history.last?.stamp.role == .onBehalf)
    #expect(driver.app.session.history.last?.delegation?.description == "QNC")
    driver.press(.escape, .escape)
    driver.type("p")
    #expect(driver.app.session.history.last?.stamp.role == .facilitator)
  }

  @Test func theClockRunsStandsAndIsExtended() throws {
    var driver = try room()
    driver.type("g1")
    #expect(driver.app.session.room.item == "registration")
    #expect(driver.rows.contains { $0.contains("30 minutes left") })
    driver.type("++ ")
    #expect(driver.app.session.room.added == 10)
    #expect(driver.rows.contains { $0.contains("40 minutes left · the clock is stopped") })
    driver.type(" -")
    #expect(driver.rows.contains { $0.contains("35 minutes left") })
    #expect(driver.app.session.room.pausedAt == nil)
    driver.type("u")
    #expect(driver.app.session.room.added == 10)
  }

  @Test func inTurnOneDelegationFollowsAnotherBeforeTheNextQuestion() throws {
    var driver = try room()
    driver.type("nr")
    #expect(driver.app.session.room.turn?.description == "QNC")
    driver.type("n")
    #expect(driver.app.session.room.turn?.description == "QNA")
    #expect(driver.app.session.room.question == .sample("1.1.1"))
    for _ in 0..<9 { driver.type("n") }
    #expect(driver.app.session.room.turn?.description == "QNC")
    #expect(driver.app.session.room.question == .sample("1.1.2"))
    driver.type("b")
    #expect(driver.app.session.room.turn?.description == "QNJ")
    #expect(driver.app.session.room.question == .sample("1.1.1"))
  }

  @Test func whatRunsBeganByTheClockOfThePlace() throws {
    var driver = try room()
    driver.type("g1")
    let day = DayPlan(
      driver.app.session.workshop.agenda,
      driver.app.session.room,
      // 10:42:07 in UTC.
      now: Timestamp(milliseconds: 1_686_825_727_000),
      minutesFromUTC: 180,
    )
    #expect(day.running?.start == 13 * 60 + 42)
  }

  @Test func whatHasNoMinuteLeftIsNotOverYet() throws {
    var driver = try room()
    driver.type("g1")
    let room = driver.app.session.room
    let began = try #require(room.startedAt)
    let item = try #require(driver.app.session.workshop.agenda.first { $0.id == room.item })
    let words = driver.app.context.words
    for (more, text) in [(0, words(.roomLeft(count: 0))), (1, words(.roomOver(count: 1)))] {
      let now = Timestamp(milliseconds: began.milliseconds + Int64(item.minutes + more) * 60_000)
      let day = DayPlan(driver.app.session.workshop.agenda, room, now: now, minutesFromUTC: 0)
      let left = RoomWords(words, desk: driver.app.context.desk).left(try #require(day.running))
      #expect(left == text)
    }
  }

  @Test func whatBeganYesterdayRunsNoMore() throws {
    var driver = try room()
    driver.type("g1")
    let day = DayPlan(
      driver.app.session.workshop.agenda,
      driver.app.session.room,
      now: Timestamp(milliseconds: 1_686_825_727_000 + 86_500_000),
      minuteOfDay: 600,
    )
    #expect(day.running == nil)
    #expect(day.lines.first?.standing == .done)
    #expect(day.lines.last?.standing == .before)
  }

  @Test func thoseOnlineStandInTheSameQueue() throws {
    var driver = try room()
    driver.press(.down)
    driver.type("s")
    driver.press(.up)
    driver.type("s")
    #expect(driver.app.session.speakingList.waiting.map(\.description) == ["QNA", "QNC"])
    driver.type("s")
    #expect(driver.app.session.speakingList.speaking?.description == "QNC")
    driver.press(.down)
    driver.type("s")
    // One at a time.
    #expect(driver.app.session.speakingList.speaking?.description == "QNA")
    #expect(driver.app.session.speakingList.waiting == [])
    #expect(driver.app.session.speakingList.notYet.count == 8)
    driver.type("s")
    #expect(driver.app.session.speakingList.speaking == nil)
  }

  @Test func aDelegationFollowsTheRoomWithAKey() throws {
    var driver = try room()
    driver.type("m3nn")
    let number = try #require(driver.app.session.room.question)
    #expect(number.domain == 3)
    var table = try AppDriver.cairo()
    table.happens(.others(driver.app.session.history))
    table.type("f")
    #expect(table.app.context.currentQuestion?.number == number)
    table.type("k")
    #expect(table.app.session.speakingList.waiting == [.havenia])
    table.type("k")
    #expect(table.app.session.speakingList.waiting == [])
  }

  @Test func theRestOfTheDayIsReckonedAnew() {
    let agenda = [("a", 540, 30), ("b", 570, 60), ("c", 660, 30)].map { id, start, minutes in
      AgendaItem(
        id: id,
        kind: .discussion,
        title: TranslatedText(id, language: .english),
        start: start,
        minutes: minutes,
      )
    }
    let begin = Timestamp(milliseconds: 0)
    let room = RoomState().beginning(agenda[0], at: begin)
    func plan(after minutes: Int, _ room: RoomState) -> [Int] {
      DayPlan(
        agenda,
        room,
        now: Timestamp(milliseconds: Int64(minutes) * 60_000),
        minuteOfDay: 540 + minutes,
      ).lines.map(\.start)
    }
    #expect(plan(after: 10, room) == [540, 570, 660])
    #expect(plan(after: 50, room) == [540, 590, 660])
    var extended = room
    extended.added = 60
    #expect(plan(after: 50, extended) == [540, 630, 690])
    let over = DayPlan(
      agenda,
      room,
      now: Timestamp(milliseconds: 50 * 60_000),
      minuteOfDay: 590,
    ).running?.standing
    #expect(over == .running(left: -20, isPaused: false))
  }

  @Test func neitherTheBeginNorTheEndOfWhatRunsMovesAsTheSecondsPass() {
    let agenda = [("a", 540, 30), ("b", 545, 60)].map { id, start, minutes in
      AgendaItem(
        id: id,
        kind: .discussion,
        title: TranslatedText(id, language: .english),
        start: start,
        minutes: minutes,
      )
    }
    let begin: Int64 = 540 * 60_000 + 30_500
    var room = RoomState().beginning(agenda[0], at: Timestamp(milliseconds: begin))
    for second in 0..<1790 {
      let now = Timestamp(milliseconds: begin + Int64(second) * 1000)
      let plan = DayPlan(
        agenda,
        room,
        now: now,
        minuteOfDay: Int(now.milliseconds / 60_000),
      )
      #expect(plan.lines.map(\.start) == [540, 570], "second \(second)")
    }
    // The clock stood for two minutes: it began when it began, and ends later.
    room.paused = 120_000
    let now = Timestamp(milliseconds: begin + 600_000)
    let plan = DayPlan(agenda, room, now: now, minuteOfDay: 550)
    #expect(plan.lines.map(\.start) == [540, 572])
  }

  @Test(arguments: Language.allCases)
  func everythingAboutADelegationIsSeenOnTheSmallestScreen(language: Language) throws {
    var driver = try room()
    while driver.app.language != language { driver.press(.function(2)) }
    driver.resize(width: 60, height: 16)
    driver.type("g1ns")
    driver.press(.down)
    driver.type("s")
    driver.press(.home)
    driver.type("s")
    let presence = Presence(
      by: "b",
      role: .delegate,
      delegation: driver.app.session.order[2],
      question: .sample("6.4.5"),
      at: Timestamp(milliseconds: 1_686_825_727_000),
    )
    driver.happens(.present([presence]))
    let words = driver.app.words
    let at = words(.roomAt(question: .sample("6.4.5")))
    let wanted = [words(.roomFloorShort), words(.roomHand), at]
    var layouts = LayoutCache()
    let flow = RoomPage().body(in: driver.app.context, &layouts)
    let progress = words(.answeredOfShort(answered: 0, asked: 15))
    let columns = RoomColumns(width: flow.width)
    for (index, doing) in wanted.enumerated() {
      let row = try #require(flow.texts.first { $0.entry == index }?.text)
      #expect(row.hasSuffix("\(progress)  \(doing)"))
      #expect(layouts.width(of: doing) <= columns.last.width, "\(doing)")
    }
    #expect(columns.start(ofDomainAt: 5) + 5 < columns.last.start)
    guard language == .english else { return }
    for text in ["0/15 speaks", "0/15 hand up", "0/15 at 6.4.5", "Speaking: Amberia"] {
      #expect(driver.rows.contains { $0.contains(text) }, "\(text)")
    }
  }
}
