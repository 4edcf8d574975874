import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct HistoryTests {
  @Test func bringsAnEarlierAnswerBackWithAKey() throws {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("123y")
    #expect(sitting.rows.contains { $0.contains("stands now") })
    sitting.press(.down, .down, .enter)
    #expect(sitting.answer("1.1.1").value == .step(.established))
    #expect(sitting.app.session.history.count == 4)
    sitting.type("u")
    #expect(sitting.answer("1.1.1").value == .step(.absent))
  }

  @Test func changesNothingWhereTheStateIsTheOneThatStands() throws {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("1y")
    sitting.press(.enter)
    #expect(sitting.app.session.history.count == 1)
    #expect(sitting.app.notice == "That is how it stands now.")
  }

  @Test func aDecisionEndsAConflictAndKeepsBothInTheHistory() throws {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("3")
    sitting.happens(.others([.answeredApart]))
    // The one that was made later stands, whichever came first to be known here.
    #expect(sitting.answer("1.1.1").value == .step(.absent))
    sitting.press(.escape)
    #expect(sitting.rows.contains { $0.contains("1 answer waits for a decision") })
    sitting.type("d")
    sitting.press(.down, .enter)
    #expect(sitting.answer("1.1.1").value == .step(.established))
    #expect(sitting.app.session.conflicts().isEmpty)
    #expect(sitting.app.session.history.count == 3)
    #expect(sitting.rows.contains { $0.contains("Nothing waits for a decision") })
  }
}
