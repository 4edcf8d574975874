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

  @Test func theNumberOfAQuestionOnWhichTwoDifferStandsOnOneLine() throws {
    let questionnaire = Questionnaire.sample([.sample("1.1.1"), .sample("10.10.1")])
    var office = Session.sample
    var home = Session.sample
    try office.fulfil(.answer(.step(.partial)), on: "10.10.1", in: questionnaire, id: "office")
    try home.fulfil(.answer(.step(.absent)), on: "10.10.1", in: questionnaire, id: "home")
    var driver = try AppDriver(try office.merged(with: home), of: questionnaire)
    driver.type("d")
    #expect(driver.rows.contains { $0.contains("10.10.1 Question 10.10.1?") })
  }

  /// What is far from the selected entry is not laid out; what is seen is what stands there where
  /// the screen has room for all.
  @Test(arguments: [(60, 16), (80, 24), (200, 30)])
  func ofALongLogTheSameIsSeenAsOnAHighScreen(width: Int, height: Int) throws {
    var driver = try AppDriver.cairo(width: width, height: height)
    driver.press(.enter)
    for _ in 0..<15 { driver.type("123") }
    driver.type("y")
    func rows(_ driver: AppDriver) -> [String] {
      let symbols = driver.app.setting.symbols
      return driver.rows.dropFirst(2).dropLast(3).map { row in
        let isMarked = row.hasSuffix(symbols.moreAbove) || row.hasSuffix(symbols.moreBelow)
        var row = isMarked ? String(row.dropLast()) : row
        while row.last == " " { row.removeLast() }
        return row
      }
    }
    var high = driver
    high.resize(width: width, height: 200)
    let all = rows(high)
    for selected in 0..<45 {
      let seen = rows(driver)
      let isThere = all.indices.contains { all[$0...].starts(with: seen) }
      #expect(isThere, "the entry \(selected): \(seen.joined(separator: "\n"))")
      #expect(driver.app.view().selectedRows.count == 2)
      let below = driver.rows.contains { $0.hasSuffix(driver.app.setting.symbols.moreBelow) }
      #expect(below || selected > 45 - height / 2, "the entry \(selected)")
      driver.press(.down)
    }
  }

  /// What was selected may have been taken away by others: a list is seen from its beginning then, or
  /// to the line by which something is added.
  @Test func aListThatBecameShorterIsSeenAsWhereItEnds() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    for _ in 0..<15 { driver.type("123") }
    var app = driver.app
    func rows(_ page: Page) -> [String] {
      app.pages = [page]
      return app.view().rows
    }
    let (first, far) = (ListState(), ListState(selected: 500))
    app.context.isOn([.question(QuestionPage(.sample("1.1.1"), answers: [], answer: Answer()))])
    #expect(rows(.history(HistoryPage(list: far))) == rows(.history(HistoryPage(list: first))))
    let cards = rows(.cards(CardsPage(list: far)))
    #expect(cards == rows(.cards(CardsPage(list: first))))
    #expect(cards.contains { $0.contains("+ a card") })
  }

  @Test func textsOfPeopleDoNotDisturbTheLineAroundThem() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("cOurs")
    driver.press(.control("s"))
    driver.happens(.others([.notedApart]))
    driver.press(.escape)
    driver.type("d")
    #expect(driver.app.bodyTexts.contains { $0.text.contains("\u{2068}Theirs\u{2069}") })
    driver.press(.escape)
    driver.type("P+Ours")
    driver.press(.enter)
    driver.type("u")
    #expect(driver.app.notice?.contains("\u{2068}Ours\u{2069}") == true)
  }
}

extension Change {
  fileprivate static let notedApart = Change(
    stamp: Stamp(id: "noted", at: Timestamp(milliseconds: 1_686_825_000_000), by: "Nadia"),
    delegation: .havenia,
    question: .sample("1.1.1"),
    what: .noted(TranslatedText("Theirs", language: .english), status: nil),
    was: .noted(nil, status: nil),
  )
}
