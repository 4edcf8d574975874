import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct SharingPageTests {
  private func sharing(_ number: String, _ driver: AppDriver) -> Sharing {
    driver.answer(number, of: Sampleland.code).sharing
  }

  @Test(arguments: Language.allCases)
  func nothingIsSharedBeforeTheLineThatSharesIsChosen(language: Language) throws {
    var driver = try AppDriver.sampleland(language: language)
    let before = driver.app.desk.sessionForKeeping
    driver.press(.down, .enter)
    driver.type("H")
    #expect(driver.app.context.sharingReaches == [.domain(1), .all])
    driver.type("1")
    driver.type("2")
    guard case .sharing(let page) = driver.app.page else {
      Issue.record("no preview")
      return
    }
    #expect(page.list.selected == 0)
    let texts = driver.app.bodyTexts.map(\.text)
    #expect(texts.contains(driver.app.words(.sharingComingRoom(count: 4))))
    #expect(texts.contains(driver.app.words(.sharingNeverShown)))
    #expect(driver.app.desk.sessionForKeeping == before)
    driver.press(.enter)
    #expect(driver.app.desk.sessionForKeeping == before, "the cursor is on leaving it")
    if case .introduction = driver.app.page {} else { Issue.record("not back") }
  }

  @Test func aDomainIsSharedByOneActAndTakenBackByOneKey() throws {
    var driver = try AppDriver.sampleland()
    let before = driver.app.desk.sessionForKeeping.history.count
    driver.press(.down, .enter)
    driver.type("H12")
    driver.press(.down, .enter)
    #expect(sharing("1.1.1", driver) == .room && sharing("1.1.4", driver) == .room)
    #expect(sharing("2.1.2", driver) == .private)
    #expect(driver.app.desk.sessionForKeeping.history.count == before + 4)
    #expect(
      driver.app.notice == "4 answers are visible to the room now; u takes all of them back."
    )
    driver.type("u")
    #expect(sharing("1.1.1", driver) == .private && sharing("1.1.4", driver) == .private)
    #expect(driver.app.notice == "4 answers are as they were before.")
  }

  @Test func whatIsLeftOutIsSaidAndCounted() throws {
    var driver = try AppDriver.sampleland()
    driver.type("H12")
    #expect(driver.rows.contains { $0.contains("5 answers become visible to the room.") })
    #expect(driver.rows.contains { $0.contains("1 visible already") })
    #expect(driver.rows.contains { $0.contains("Partly · note in French") } == false)
    driver.press(.down, .down, .down, .enter)
    #expect(driver.rows.contains { $0.contains("4 answers become visible to the room.") })
    #expect(driver.rows.contains { $0.contains("1 left out") })
    driver.press(.up, .up, .enter)
    #expect(sharing("1.1.3", driver) == .private, "it is to verify")
    #expect(sharing("1.1.2", driver) == .room)
    #expect(sharing("2.1.1", driver) == .report, "what was shared further stays so")
  }

  @Test func sharingWithNobodyTakesEverythingBack() throws {
    var driver = try AppDriver.sampleland()
    driver.type("H11")
    #expect(driver.rows.contains { $0.contains("1 answer is no longer visible to others.") })
    driver.press(.down, .enter)
    #expect(sharing("2.1.1", driver) == .private)
  }

  @Test func theWholeQuestionnaireTakesAHandfulOfKeys() throws {
    var driver = try AppDriver.cairo()
    for question in driver.app.context.questionnaire.questions {
      guard driver.app.context.asked?.numbers.contains(question.number) == true else { continue }
      driver.goTo(question.number.description)
      driver.type(question.kind == .text ? "" : "1")
    }
    driver.press(.escape)
    var keys = 0
    for key in [Key.character("H"), .character("1"), .character("2"), Key(.down), Key(.enter)] {
      driver.press(key)
      keys += 1
    }
    let view = driver.app.desk.shared(in: driver.app.context.questionnaire)
    let answered = driver.app.context.delegation?.answers.values.count { !$0.isOpen }
    #expect(view[.havenia]?.answers.count == answered)
    print("sharing: \(answered ?? 0) answers by \(keys) keys")
  }

  @Test func whereNobodySitsOrNothingMayChangeNothingIsShared() throws {
    var room = try AppDriver.cairo(delegation: nil)
    room.press(.end, .enter)
    room.type("H")
    #expect(room.app.overlay == nil)
    let (session, questionnaire) = try Sampleland.session()
    var reading = try AppDriver(
      session,
      of: questionnaire,
      delegation: Sampleland.code,
      isReadOnly: true,
    )
    reading.type("H")
    #expect(reading.app.overlay == nil && reading.app.notice != nil)
  }
}
