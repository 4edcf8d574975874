import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct OwnPagesTests {
  private func record(_ sitting: Sitting, _ kind: Record.Kind) -> Record? {
    sitting.app.context.delegation?.records.first { $0.key.kind == kind }?.value
  }

  @Test func aPriorityIsWrittenByItsDelegationWithTheSupportThatItNeeds() throws {
    var sitting = try Sitting.cairo()
    sitting.type("P+Portable rights")
    sitting.press(.enter, .enter)
    sitting.type("Two experts")
    sitting.press(.enter, .end, .enter)
    sitting.type("2")
    sitting.press(.up, .enter)
    sitting.type("tomorrow")
    sitting.press(.enter)
    #expect(sitting.rows.contains { $0.contains("2023-06-15") || $0.contains("date") })
    sitting.press(.control("a"))
    sitting.type("2023-09-01")
    sitting.press(.enter)
    guard case .priority(let priority) = record(sitting, .priority) else {
      Issue.record("no priority")
      return
    }
    #expect(priority.title == "Portable rights")
    #expect(priority.support == "Two experts")
    #expect(priority.sharing == .room)
    #expect(priority.due?.description == "2023-09-01")
    let shared = SharedView(
      of: sitting.app.session,
      for: .room,
      in: sitting.app.context.questionnaire,
    )
    #expect(shared[.morocco]?.priorities.map(\.title) == ["Portable rights"])
    let report = SharedView(
      of: sitting.app.session,
      for: .report,
      in: sitting.app.context.questionnaire,
    )
    #expect(report[.morocco]?.priorities == [])
  }

  @Test func noCommentIsAnAnswerToADraft() throws {
    var sitting = try Sitting.cairo()
    sitting.type("O")
    sitting.press(.down, .down, .down, .enter)
    sitting.type("+Justice")
    sitting.press(.enter)
    #expect(sitting.rows.contains { $0.contains("no comment") })
    guard case .remark(let remark) = record(sitting, .remark) else {
      Issue.record("no remark")
      return
    }
    #expect(remark.institution == "Justice" && remark.comment == nil)
  }

  @Test func theCoverOfTheProfileSaysItsStandingAndContext() throws {
    var sitting = try Sitting.cairo()
    sitting.type("O")
    sitting.press(.down, .down, .enter)
    #expect(record(sitting, .profile) == nil)
    sitting.press(.enter)
    sitting.type("2")
    sitting.press(.down, .enter)
    sitting.type("بلد عبور")
    sitting.press(.control("s"))
    guard case .profile(let frame) = record(sitting, .profile) else {
      Issue.record("no profile")
      return
    }
    #expect(frame.standing == .consulted && !frame.mayBeNamed)
    #expect(frame.context == TranslatedText("بلد عبور", language: .arabic))
  }

  @Test func interestInTheNextCycleIsNotSaidUntilItIs() throws {
    var sitting = try Sitting.cairo()
    sitting.type("O")
    sitting.press(.down, .down, .down, .down, .enter)
    #expect(record(sitting, .interest) == nil)
    sitting.press(.enter)
    sitting.type("1")
    sitting.press(.end, .enter)
    sitting.type("3")
    guard case .interest(let interest) = record(sitting, .interest) else {
      Issue.record("no interest")
      return
    }
    #expect(interest.isInterested && interest.sharing == .report)
  }

  @Test func whatIsToVerifySaysWhoWillAndByWhen() throws {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("2s3v")
    sitting.press(.enter)
    sitting.type("Statistics office")
    sitting.press(.enter, .down, .enter)
    sitting.type("٢٠٢٣-٠٧-٠١")
    sitting.press(.enter, .escape)
    #expect(sitting.rows.contains { $0.contains("Statistics office · 1 July 2023") })
  }

  @Test func whoAgreedStandsBesideTheAgreedAnswer() throws {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("2cbecause")
    sitting.press(.control("s"))
    sitting.type("s2")
    #expect(sitting.rows.contains { $0.contains("agreed · amina · 15 June 2023") })
  }

  @Test func aCommentIsAnsweredAndResolved() throws {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("2m+Which law?")
    sitting.press(.enter, .home, .enter, .enter)
    sitting.type("Law 34-09")
    sitting.press(.enter)
    let comments = sitting.answer("1.1.1").comments
    #expect(comments.map(\.text) == ["Which law?", "Law 34-09"])
    #expect(comments.last?.answers == comments.first?.id)
    sitting.press(.home, .enter)
    sitting.type("2")
    #expect(sitting.answer("1.1.1").comments.first?.isResolved == true)
    sitting.press(.escape)
    #expect(sitting.rows.contains { $0.contains("1 not resolved yet") })
  }

  @Test func aFacilitatorCommentsOnWhatIsSharedAndOnNothingElse() throws {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("2h2n3")
    var room = try Sitting(
      sitting.app.session,
      of: sitting.app.context.questionnaire,
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
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("z+Ministry of Health")
    sitting.press(.enter, .escape)
    guard case .consulted(let consulted) = record(sitting, .consulted) else {
      Issue.record("nobody was consulted")
      return
    }
    #expect(consulted.domain == 1 && consulted.question == .sample("1.1.1"))
    #expect(sitting.rows.contains { $0.contains("1.1.1 · ") })
  }

  @Test func anAssessmentIsFrozenFromTheScreen() throws {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("2O")
    sitting.press(.end, .enter, .down, .enter)
    #expect(sitting.effects.contains { if case .fingerprint = $0 { true } else { false } })
    sitting.happens(.fingerprint("abc"))
    #expect(sitting.app.context.delegation?.lastBaseline?.fingerprint == "abc")
    #expect(sitting.app.context.delegation?.lastBaseline?.answers["1.1.1"]?.value == "partial")
  }

  /// The facilitator changes something of the room, and everybody hears of it.
  private func inTheRoom(
    _ id: String,
    _ sitting: inout Sitting,
    _ change: (inout RoomState) -> Void,
  ) throws {
    var room = sitting.app.session.room
    change(&room)
    let made = try #require(
      try sitting.app.session.change(
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
    sitting.happens(.others([made]))
  }

  @Test func aDelegationThatTheRoomLeftBehindIsOfferedToFollow() throws {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    try inTheRoom("r", &sitting) { $0.question = .sample("2.1.1") }
    #expect(sitting.rows.contains { $0.contains("The room is at 2.1.1 now") })
    // What else is changed of the room says nothing of where it is; the next question does.
    sitting.press(.down)
    try inTheRoom("s", &sitting) { $0.added = 5 }
    #expect(!sitting.rows.contains { $0.contains("The room is at") })
    try inTheRoom("t", &sitting) { $0.question = .sample("2.1.2") }
    #expect(sitting.rows.contains { $0.contains("The room is at 2.1.2 now") })
    try inTheRoom("u", &sitting) { $0.question = .sample("2.1.1") }
    #expect(sitting.app.context.currentQuestion?.number == .sample("1.1.1"))
    sitting.type("f")
    #expect(sitting.app.context.currentQuestion?.number == .sample("2.1.1"))
  }
}
