import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct SharingPageTests {
  private func sharing(_ number: String, _ sitting: Sitting) -> Sharing {
    sitting.answer(number, of: Sampleland.code).sharing
  }

  @Test(arguments: Language.allCases)
  func nothingIsSharedBeforeTheLineThatSharesIsChosen(language: Language) throws {
    var sitting = try Sitting.sampleland(language: language)
    let before = sitting.app.desk.sessionForKeeping
    sitting.press(.down, .enter)
    sitting.type("H")
    #expect(sitting.app.context.sharingReaches == [.domain(1), .all])
    sitting.type("1")
    sitting.type("2")
    guard case .sharing(let page) = sitting.app.page else {
      Issue.record("no preview")
      return
    }
    #expect(page.list.selected == 0)
    let texts = sitting.app.bodyTexts.map(\.text)
    #expect(texts.contains(sitting.app.words(.sharingComingRoom(count: 4))))
    #expect(texts.contains(sitting.app.words(.sharingNeverShown)))
    #expect(sitting.app.desk.sessionForKeeping == before)
    sitting.press(.enter)
    #expect(sitting.app.desk.sessionForKeeping == before, "the cursor is on leaving it")
    if case .introduction = sitting.app.page {} else { Issue.record("not back") }
  }

  @Test func aDomainIsSharedByOneActAndTakenBackByOneKey() throws {
    var sitting = try Sitting.sampleland()
    let before = sitting.app.desk.sessionForKeeping.history.count
    sitting.press(.down, .enter)
    sitting.type("H12")
    sitting.press(.down, .enter)
    #expect(sharing("1.1.1", sitting) == .room && sharing("1.1.4", sitting) == .room)
    #expect(sharing("2.1.2", sitting) == .private)
    #expect(sitting.app.desk.sessionForKeeping.history.count == before + 4)
    #expect(
      sitting.app.notice == "4 answers are visible to the room now; u takes all of them back."
    )
    sitting.type("u")
    #expect(sharing("1.1.1", sitting) == .private && sharing("1.1.4", sitting) == .private)
    #expect(sitting.app.notice == "4 answers are as they were before.")
  }

  @Test func whatIsLeftOutIsSaidAndCounted() throws {
    var sitting = try Sitting.sampleland()
    sitting.type("H12")
    #expect(sitting.rows.contains { $0.contains("5 answers become visible to the room.") })
    #expect(sitting.rows.contains { $0.contains("1 visible already") })
    #expect(sitting.rows.contains { $0.contains("Partly · note in French") } == false)
    sitting.press(.down, .down, .down, .enter)
    #expect(sitting.rows.contains { $0.contains("4 answers become visible to the room.") })
    #expect(sitting.rows.contains { $0.contains("1 left out") })
    sitting.press(.up, .up, .enter)
    #expect(sharing("1.1.3", sitting) == .private, "it is to verify")
    #expect(sharing("1.1.2", sitting) == .room)
    #expect(sharing("2.1.1", sitting) == .report, "what was shared further stays so")
  }

  @Test func sharingWithNobodyTakesEverythingBack() throws {
    var sitting = try Sitting.sampleland()
    sitting.type("H11")
    #expect(sitting.rows.contains { $0.contains("1 answer is no longer visible to others.") })
    sitting.press(.down, .enter)
    #expect(sharing("2.1.1", sitting) == .private)
  }

  @Test func theWholeQuestionnaireTakesAHandfulOfKeys() throws {
    var sitting = try Sitting.cairo()
    for question in sitting.app.context.questionnaire.questions {
      guard sitting.app.context.asked?.numbers.contains(question.number) == true else { continue }
      sitting.goTo(question.number.description)
      sitting.type(question.kind == .text ? "" : "1")
    }
    sitting.press(.escape)
    var keys = 0
    for key in [Key.character("H"), .character("1"), .character("2"), Key(.down), Key(.enter)] {
      sitting.press(key)
      keys += 1
    }
    let view = sitting.app.desk.shared(in: sitting.app.context.questionnaire)
    let answered = sitting.app.context.delegation?.answers.values.count { !$0.isOpen }
    #expect(view[.morocco]?.answers.count == answered)
    print("sharing: \(answered ?? 0) answers by \(keys) keys")
  }

  @Test func whereNobodySitsOrNothingMayChangeNothingIsShared() throws {
    var room = try Sitting.cairo(delegation: nil)
    room.press(.end, .enter)
    room.type("H")
    #expect(room.app.overlay == nil)
    let (session, questionnaire) = try Sampleland.session()
    var reading = try Sitting(
      session,
      of: questionnaire,
      delegation: Sampleland.code,
      isReadOnly: true,
    )
    reading.type("H")
    #expect(reading.app.overlay == nil && reading.app.notice != nil)
  }
}
