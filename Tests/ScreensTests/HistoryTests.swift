import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct HistoryTests {
  @Test func bringsAnEarlierAnswerBackWithAKey() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("123y")
    #expect(driver.rows.contains { $0.contains("stands now") })
    driver.press(.down, .down, .enter)
    #expect(driver.answer("1.1.1").value == .step(.established))
    #expect(driver.app.session.history.count == 4)
    driver.type("u")
    #expect(driver.answer("1.1.1").value == .step(.absent))
  }

  @Test func changesNothingWhereTheStateIsTheOneThatStands() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("1y")
    driver.press(.enter)
    #expect(driver.app.session.history.count == 1)
    #expect(driver.app.notice == "That is how it stands now.")
  }

  @Test func aDecisionEndsAConflictAndKeepsBothInTheHistory() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("3")
    driver.happens(.others([.answeredApart]))
    // The one that was made later stands, whichever came first to be known here.
    #expect(driver.answer("1.1.1").value == .step(.absent))
    driver.press(.escape)
    #expect(driver.rows.contains { $0.contains("1 answer waits for a decision") })
    driver.type("d")
    driver.press(.down, .enter)
    #expect(driver.answer("1.1.1").value == .step(.established))
    #expect(driver.app.session.conflicts().isEmpty)
    #expect(driver.app.session.history.count == 3)
    #expect(driver.rows.contains { $0.contains("Nothing waits for a decision") })
  }
}
