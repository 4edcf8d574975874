import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct OwnPagesTests {
  private func record(_ driver: AppDriver, _ kind: Record.Kind) -> Record? {
    driver.app.context.delegation?.records.first { $0.key.kind == kind }?.value
  }

  @Test func aPriorityIsWrittenByItsDelegationWithTheSupportThatItNeeds() throws {
    var driver = try AppDriver.cairo()
    driver.type("P+Portable rights")
    driver.press(.enter, .enter)
    driver.type("Two experts")
    driver.press(.enter, .end, .enter)
    driver.type("2")
    driver.press(.up, .enter)
    driver.type("tomorrow")
    driver.press(.enter)
    #expect(driver.rows.contains { $0.contains("2023-06-15") || $0.contains("date") })
    driver.press(.control("a"))
    driver.type("2023-09-01")
    driver.press(.enter)
    guard case .priority(let priority) = record(driver, .priority) else {
      Issue.record("no priority")
      return
    }
    #expect(priority.title == "Portable rights")
    #expect(priority.support == "Two experts")
    #expect(priority.sharing == .room)
    #expect(priority.due?.description == "2023-09-01")
    let shared = SharedView(
      of: driver.app.session,
      for: .room,
      in: driver.app.context.questionnaire,
    )
    #expect(shared[.havenia]?.priorities.map(\.title) == ["Portable rights"])
    let report = SharedView(
      of: driver.app.session,
      for: .report,
      in: driver.app.context.questionnaire,
    )
    #expect(report[.havenia]?.priorities == [])
  }

  @Test func aLessonForTheCompactIsWrittenForARoundTableAndSharedWithNobody() throws {
    var driver = try AppDriver.cairo()
    driver.type("O")
    driver.press(.down, .down, .down, .down, .down, .enter)
    driver.type("+Early consultation")
    driver.press(.enter, .enter)
    driver.type("2")
    driver.press(.down, .enter)
    driver.type("4")
    driver.press(.down, .enter)
    driver.type("It made services easier to set up.")
    driver.press(.control("s"))
    guard case .reviewNote(let note) = record(driver, .reviewNote) else {
      Issue.record("no note")
      return
    }
    #expect(note.title == "Early consultation" && note.kind == .lesson)
    #expect(note.roundTable == RoundTable(3))
    #expect(note.text == "It made services easier to set up.")
    for audience in [SharedView.Audience.room, .report] {
      let shared = SharedView(
        of: driver.app.session,
        for: audience,
        in: driver.app.context.questionnaire,
      )
      #expect(!"\(shared)".contains("Early consultation"))
    }
  }

  @Test func noCommentIsAnAnswerToADraft() throws {
    var driver = try AppDriver.cairo()
    driver.type("O")
    driver.press(.down, .down, .down, .down, .enter)
    driver.type("+Justice")
    driver.press(.enter)
    #expect(driver.rows.contains { $0.contains("no comment") })
    guard case .remark(let remark) = record(driver, .remark) else {
      Issue.record("no remark")
      return
    }
    #expect(remark.institution == "Justice" && remark.comment == nil)
  }

  @Test func theCoverOfTheProfileSaysItsStandingAndContext() throws {
    var driver = try AppDriver.cairo()
    driver.type("O")
    driver.press(.down, .down, .enter)
    #expect(record(driver, .profile) == nil)
    driver.press(.enter)
    driver.type("2")
    driver.press(.down, .enter)
    driver.type("بلد عبور")
    driver.press(.control("s"))
    guard case .profile(let frame) = record(driver, .profile) else {
      Issue.record("no profile")
      return
    }
    #expect(frame.standing == .consulted && !frame.mayBeNamed)
    #expect(frame.context == TranslatedText("بلد عبور", language: .arabic))
  }

  @Test func interestInTheNextCycleIsNotSaidUntilItIs() throws {
    var driver = try AppDriver.cairo()
    driver.type("O")
    driver.press(.down, .down, .down, .down, .down, .down, .enter)
    #expect(record(driver, .interest) == nil)
    driver.press(.enter)
    driver.type("1")
    driver.press(.end, .enter)
    driver.type("3")
    guard case .interest(let interest) = record(driver, .interest) else {
      Issue.record("no interest")
      return
    }
    #expect(interest.isInterested && interest.sharing == .report)
  }

  @Test func whatIsToVerifySaysWhoWillAndByWhen() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("2s3v")
    driver.press(.enter)
    driver.type("Statistics office")
    driver.press(.enter, .down, .enter)
    driver.type("٢٠٢٣-٠٧-٠١")
    driver.press(.enter, .escape)
    #expect(driver.rows.contains { $0.contains("Statistics office · 1 July 2023") })
  }

  @Test func whoAgreedStandsBesideTheAgreedAnswer() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("2cbecause")
    driver.press(.control("s"))
    driver.type("s2")
    #expect(driver.rows.contains { $0.contains("agreed · amina · 15 June 2023") })
  }

  @Test func aCommentIsAnsweredAndResolved() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("2m+Which law?")
    driver.press(.enter, .home, .enter, .enter)
    driver.type("Law 34-09")
    driver.press(.enter)
    let comments = driver.answer("1.1.1").comments
    #expect(comments.map(\.text) == ["Which law?", "Law 34-09"])
    #expect(comments.last?.answers == comments.first?.id)
    driver.press(.home, .enter)
    driver.type("2")
    #expect(driver.answer("1.1.1").comments.first?.isResolved == true)
    driver.press(.escape)
    #expect(driver.rows.contains { $0.contains("1 not resolved yet") })
  }

  @Test func aFacilitatorCommentsOnWhatIsSharedAndOnNothingElse() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("2h2n3")
    var room = try AppDriver(
      driver.app.session,
      of: driver.app.context.questionnaire,
      delegation: nil,
    )
    room.press(.end, .enter, .home)
    for _ in 0..<7 { room.press(.down) }
    room.press(.enter)
    room.type("+Please name the decree.")
    room.press(.enter)
    #expect(room.answer("1.1.1").comments.map(\.text) == ["Please name the decree."])
    #expect(room.app.session.history.last?.stamp.role == .facilitator)
    #expect(room.answer("1.1.1").value == .step(.partial))
    room.press(.down)
    room.type("+Another")
    room.press(.enter)
    #expect(room.answer("1.1.2").comments == [])
  }

  @Test func whoWasConsultedOnAQuestionIsSaidOfThatQuestion() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("z+Ministry of Health")
    driver.press(.enter, .escape)
    guard case .consulted(let consulted) = record(driver, .consulted) else {
      Issue.record("nobody was consulted")
      return
    }
    #expect(consulted.domain == 1 && consulted.question == .sample("1.1.1"))
    #expect(driver.rows.contains { $0.contains("1.1.1 · ") })
  }

  @Test func anAssessmentIsFrozenFromTheScreen() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("2O")
    driver.press(.end, .enter, .down, .enter)
    #expect(driver.effects.contains { if case .fingerprint = $0 { true } else { false } })
    driver.happens(.fingerprint("abc"))
    #expect(driver.app.context.delegation?.lastBaseline?.fingerprint == "abc")
    #expect(driver.app.context.delegation?.lastBaseline?.answers["1.1.1"]?.value == "partial")
  }

  /// The facilitator changes something of the room, and everybody hears of it.
  private func inTheRoom(
    _ id: String,
    _ driver: inout AppDriver,
    _ change: (inout RoomState) -> Void,
  ) throws {
    var room = driver.app.session.room
    change(&room)
    let made = try #require(
      try driver.app.session.change(
        setting: .room,
        to: .room(room),
        stamp: Change.Stamp(
          id: id,
          at: Timestamp(milliseconds: 0),
          by: "f",
          role: .facilitator,
        ),
      )
    )
    driver.happens(.others([made]))
  }

  @Test func aDelegationThatTheRoomLeftBehindIsOfferedToFollow() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    try inTheRoom("r", &driver) { $0.question = .sample("2.1.1") }
    #expect(driver.rows.contains { $0.contains("The room is at 2.1.1 now") })
    // What else is changed of the room says nothing of where it is; the next question does.
    driver.press(.down)
    try inTheRoom("s", &driver) { $0.added = 5 }
    driver.happens(.others([.consent(of: .havenia)]))
    #expect(!driver.rows.contains { $0.contains("The room is at") })
    try inTheRoom("t", &driver) { $0.question = .sample("2.1.2") }
    #expect(driver.rows.contains { $0.contains("The room is at 2.1.2 now") })
    try inTheRoom("u", &driver) { $0.question = .sample("2.1.1") }
    #expect(driver.app.context.currentQuestion?.number == .sample("1.1.1"))
    driver.type("f")
    #expect(driver.app.context.currentQuestion?.number == .sample("2.1.1"))
  }
}
