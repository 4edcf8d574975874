import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// What is said of what somebody else has just changed.
@Suite struct ChangesOfOthersTests {
  private func change(
    _ what: Change.What,
    was: Change.What,
    question: QuestionNumber? = nil,
  ) -> Change {
    let at = Timestamp(milliseconds: 1_686_825_000_000)
    return Change(
      stamp: Change.Stamp(id: "other", at: at, by: "Nadia"),
      delegation: question == nil ? nil : .havenia,
      question: question,
      what: what,
      was: was,
    )
  }

  private func answered(_ question: QuestionNumber) -> Change {
    change(
      .answered(.step(.established), parts: .nothing, status: .draft),
      was: .answered(nil, parts: .nothing, status: .draft),
      question: question,
    )
  }

  private func isTold(_ driver: AppDriver) -> Bool {
    driver.app.notice == driver.app.words(.changedByOther(name: .foreign("Nadia")))
  }

  @Test func areToldToWhoIsAtTheAnswer() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.happens(.others([answered(.sample("1.1.1"))]))
    #expect(isTold(driver))
  }

  @Test func areNotToldToWhoIsAtAnotherAnswerOrAtNone() throws {
    var driver = try AppDriver.cairo()
    driver.happens(.others([answered(.sample("1.1.1"))]))
    #expect(driver.app.notice == nil)
    driver.press(.enter)
    driver.happens(.others([answered(.sample("1.1.4"))]))
    #expect(driver.app.notice == nil)
  }

  @Test func ofTheRoomAreNoAnswerOfTheFacilitators() throws {
    var driver = try AppDriver.cairo(delegation: nil)
    driver.press(.end, .enter)
    var room = driver.app.desk.room
    let before = room
    room.added += 5
    let key = RecordKey(.room, "room")
    let moved = change(.record(key, .room(room)), was: .record(key, .room(before)))
    driver.happens(.others([moved]))
    #expect(driver.app.desk.room.added == 5)
    #expect(!isTold(driver))
  }
}
