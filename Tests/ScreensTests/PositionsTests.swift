import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct PositionsTests {
  /// At the positions of the first question, with two institutions that have given theirs.
  private func table() throws -> AppDriver {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("p")
    driver.take(position: 1, named: "وزارة الصحة")
    driver.take(position: 2, named: "Intérieur")
    return driver
  }

  @Test func institutionsStandBesideEachOther() throws {
    var driver = try table()
    let answer = driver.answer("1.1.1")
    #expect(answer.positions["Intérieur"]?.value == .step(.partial))
    #expect(answer.positions["وزارة الصحة"]?.value == .step(.established))
    #expect(answer.value == nil)
    driver.press(.escape)
    #expect(driver.rows.contains { $0.contains("2") && $0.contains("differ") })
  }

  @Test func aFirstRoundHidesThemUntilTheyAreRevealed() throws {
    var driver = try table()
    driver.type("r")
    #expect(!driver.rows.contains { $0.contains("Equal for") })
    #expect(driver.rows.filter { $0.contains("given") }.count == 2)
    driver.type("r")
    #expect(driver.rows.filter { $0.contains("Equal for") }.count == 2)
  }

  @Test func aHiddenRoundIsHiddenOnEveryPageUntilItIsRevealed() throws {
    var driver = try table()
    driver.type("r")
    for keys in ["", "y", "d"] {
      var page = driver
      page.type(keys)
      #expect(!page.rows.contains { $0.contains("Equal for") }, "\(keys)")
    }
    // Enter on a row shows an empty form.
    driver.press(.home, .enter)
    #expect(!driver.rows.contains { $0.contains("Equal for") })
    #expect(driver.rows.contains { $0.contains("what is written here takes its place") })
    driver.press(.escape, .escape)
    #expect(driver.rows.contains { $0.contains("2 given, hidden for now") })
    #expect(!driver.rows.contains { $0.contains("they differ") })
    driver.press(.escape)
    #expect(!driver.rows.contains { $0.contains("they differ") })
    #expect(driver.app.context.tableTalk?.differences.isEmpty == true)
    #expect(driver.app.context.currentAnswer?.positions.opened == nil)
  }

  @Test func aPositionOfAHiddenRoundIsWrittenAnewAndShutWhenItsPageIsLeft() throws {
    var driver = try table()
    driver.type("r")
    driver.press(.home, .enter, .enter)
    driver.type("3")
    #expect(driver.rows.contains { $0.contains("Not yet equal") })
    driver.press(.down, .enter)
    driver.type("1")
    #expect(driver.rows.contains { $0.contains("Not yet equal") })
    driver.press(.escape)
    #expect(!driver.rows.contains { $0.contains("Not yet equal") })
    driver.press(.enter)
    #expect(!driver.rows.contains { $0.contains("Not yet equal") })
    driver.press(.escape)
    driver.type("r")
    let position = driver.answer("1.1.1").positions["Intérieur"]
    #expect(position?.value == .step(.absent))
    #expect(position?.applied == .fully)
  }

  @Test func aReservationStaysBesideTheAgreedAnswer() throws {
    var driver = try table()
    driver.press(.home, .enter, .end, .enter)
    driver.type("à revoir en 2024")
    driver.press(.enter, .escape, .escape)
    driver.type("1cReason")
    driver.press(.control("s"))
    driver.type("s2")
    let answer = driver.answer("1.1.1")
    #expect(answer.status == .agreed)
    #expect(answer.reservations == ["Intérieur": "à revoir en 2024"])
  }

  @Test func whatDiffersComesFirstAndTheRestIsTakenOverAsABlock() throws {
    var driver = try table()
    driver.press(.escape)
    driver.type("n")
    driver.type("p")
    driver.take(position: 3, named: "A")
    driver.take(position: 3, named: "B")
    driver.press(.escape, .escape)
    #expect(driver.rows.contains { $0.contains("1 question on which institutions differ") })
    let talk = try #require(driver.app.context.tableTalk)
    #expect(talk.differences.map(\.question) == [.sample("1.1.1")])
    #expect(talk.differences.first?.minutes == 10)
    #expect(talk.sameAnswers.map(\.question) == [.sample("1.1.2")])
    driver.press(.down, .enter)
    let minutes = try #require(driver.rows.first { $0.contains("about 10 minutes") })
    let question = try #require(driver.rows.first { $0.contains(" 1.1.1 ") })
    let start = question.prefix { $0 == " " }.count + "1.1.1   ".count
    #expect(minutes.prefix { $0 == " " }.count == start)
    driver.press(.down, .enter)
    #expect(driver.answer("1.1.2").value == .step(.absent))
    #expect(driver.app.context.tableTalk?.sameAnswers.isEmpty == true)
  }

  @Test func whatWasTakenOverAsABlockIsTakenBackInOneStep() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    for _ in 0..<2 {
      driver.type("p")
      driver.take(position: 1, named: "A")
      driver.press(.escape)
      driver.type("n")
    }
    driver.press(.escape, .down, .enter, .enter)
    #expect(driver.answer("1.1.1").value == .step(.established))
    #expect(driver.answer("1.1.2").value == .step(.established))
    driver.type("u")
    #expect(driver.answer("1.1.1").isOpen && driver.answer("1.1.2").isOpen)
    #expect(driver.app.notice == "2 answers are as they were before.")
    driver.press(.control("r"))
    #expect(driver.answer("1.1.2").value == .step(.established))
    #expect(driver.app.notice == "The changes to 2 answers have been made again.")
  }
}

extension AppDriver {
  /// From the page of positions: an institution and the answer of this number that it gives.
  fileprivate mutating func take(position number: Int, named name: String) {
    press(.end, .enter)
    type(name)
    press(.enter, .enter)
    type("\(number)")
    press(.escape)
  }
}
