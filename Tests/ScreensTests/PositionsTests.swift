import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct PositionsTests {
  /// At the positions of the first question, with two institutions that have given theirs.
  private func table() throws -> Sitting {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("p")
    sitting.take(position: 1, named: "وزارة الصحة")
    sitting.take(position: 2, named: "Intérieur")
    return sitting
  }

  @Test func institutionsStandBesideEachOther() throws {
    var sitting = try table()
    let answer = sitting.answer("1.1.1")
    #expect(answer.positions["Intérieur"]?.value == .step(.partial))
    #expect(answer.positions["وزارة الصحة"]?.value == .step(.established))
    #expect(answer.value == nil)
    sitting.press(.escape)
    #expect(sitting.rows.contains { $0.contains("2") && $0.contains("differ") })
  }

  @Test func aFirstRoundHidesThemUntilTheyAreRevealed() throws {
    var sitting = try table()
    sitting.type("r")
    #expect(!sitting.rows.contains { $0.contains("Equal for") })
    #expect(sitting.rows.filter { $0.contains("given") }.count == 2)
    sitting.type("r")
    #expect(sitting.rows.filter { $0.contains("Equal for") }.count == 2)
  }

  @Test func aHiddenRoundIsHiddenOnEveryPageUntilItIsRevealed() throws {
    var sitting = try table()
    sitting.type("r")
    for keys in ["", "y", "d"] {
      var page = sitting
      page.type(keys)
      #expect(!page.rows.contains { $0.contains("Equal for") }, "\(keys)")
    }
    // Enter on a row shows an empty form.
    sitting.press(.home, .enter)
    #expect(!sitting.rows.contains { $0.contains("Equal for") })
    #expect(sitting.rows.contains { $0.contains("what is written here takes its place") })
    sitting.press(.escape, .escape)
    #expect(sitting.rows.contains { $0.contains("2 given, hidden for now") })
    #expect(!sitting.rows.contains { $0.contains("they differ") })
    sitting.press(.escape)
    #expect(!sitting.rows.contains { $0.contains("they differ") })
    #expect(sitting.app.context.tableTalk?.differences.isEmpty == true)
    #expect(sitting.app.context.currentAnswer?.positions.opened == nil)
  }

  @Test func aPositionOfAHiddenRoundIsWrittenAnewAndShutWhenItsPageIsLeft() throws {
    var sitting = try table()
    sitting.type("r")
    sitting.press(.home, .enter, .enter)
    sitting.type("3")
    #expect(sitting.rows.contains { $0.contains("Not yet equal") })
    sitting.press(.down, .enter)
    sitting.type("1")
    #expect(sitting.rows.contains { $0.contains("Not yet equal") })
    sitting.press(.escape)
    #expect(!sitting.rows.contains { $0.contains("Not yet equal") })
    sitting.press(.enter)
    #expect(!sitting.rows.contains { $0.contains("Not yet equal") })
    sitting.press(.escape)
    sitting.type("r")
    let position = sitting.answer("1.1.1").positions["Intérieur"]
    #expect(position?.value == .step(.absent))
    #expect(position?.applied == .fully)
  }

  @Test func aReservationStaysBesideTheAgreedAnswer() throws {
    var sitting = try table()
    sitting.press(.home, .enter, .end, .enter)
    sitting.type("à revoir en 2024")
    sitting.press(.enter, .escape, .escape)
    sitting.type("1cReason")
    sitting.press(.control("s"))
    sitting.type("s2")
    let answer = sitting.answer("1.1.1")
    #expect(answer.status == .agreed)
    #expect(answer.reservations == ["Intérieur": "à revoir en 2024"])
  }

  @Test func whatDiffersComesFirstAndTheRestIsTakenOverAsABlock() throws {
    var sitting = try table()
    sitting.press(.escape)
    sitting.type("n")
    sitting.type("p")
    sitting.take(position: 3, named: "A")
    sitting.take(position: 3, named: "B")
    sitting.press(.escape, .escape)
    #expect(sitting.rows.contains { $0.contains("1 question on which institutions differ") })
    let talk = try #require(sitting.app.context.tableTalk)
    #expect(talk.differences.map(\.question) == [.sample("1.1.1")])
    #expect(talk.differences.first?.minutes == 10)
    #expect(talk.sameAnswers.map(\.question) == [.sample("1.1.2")])
    sitting.press(.down, .enter)
    #expect(sitting.rows.contains { $0.contains("about 10 minutes") })
    sitting.press(.down, .enter)
    #expect(sitting.answer("1.1.2").value == .step(.absent))
    #expect(sitting.app.context.tableTalk?.sameAnswers.isEmpty == true)
  }

  @Test func whatWasTakenOverAsABlockIsTakenBackInOneStep() throws {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    for _ in 0..<2 {
      sitting.type("p")
      sitting.take(position: 1, named: "A")
      sitting.press(.escape)
      sitting.type("n")
    }
    sitting.press(.escape, .down, .enter, .enter)
    #expect(sitting.answer("1.1.1").value == .step(.established))
    #expect(sitting.answer("1.1.2").value == .step(.established))
    sitting.type("u")
    #expect(sitting.answer("1.1.1").isOpen && sitting.answer("1.1.2").isOpen)
    #expect(sitting.app.notice == "2 answers are as they were before.")
    sitting.press(.control("r"))
    #expect(sitting.answer("1.1.2").value == .step(.established))
    #expect(sitting.app.notice == "The changes to 2 answers have been made again.")
  }
}

extension Sitting {
  /// From the page of positions: an institution and the answer of this number that it gives.
  fileprivate mutating func take(position number: Int, named name: String) {
    press(.end, .enter)
    type(name)
    press(.enter, .enter)
    type("\(number)")
    press(.escape)
  }
}
