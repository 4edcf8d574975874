import BidiText
import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// What got in the way of a tired official, each as it is now.
@Suite struct FrictionTests {
  private static let pages: [String] = [
    "", "\r", "\rc\u{13}", "\re", "\rp", "\ry", "O", "R", "T", "A", "E",
  ]

  private func driver(at page: String, width: Int = 80, height: Int = 24) throws -> AppDriver {
    var driver = try AppDriver.cairo(width: width, height: height)
    for character in page {
      switch character {
      case "\r": driver.press(.enter)
      case "\u{13}": driver.press(.control("s"))
      default: driver.press(Key.character(character))
      }
    }
    return driver
  }

  @Test(arguments: pages)
  func thePaletteOffersNothingThatIsThenRefused(page: String) throws {
    var opened = try driver(at: page)
    opened.type(":")
    guard case .palette(let finder) = opened.app.overlay else {
      Issue.record("no palette")
      return
    }
    let refused = opened.app.words(.notHere)
    for row in opened.app.actions(in: finder) {
      var app = opened.app
      app.overlay = nil
      _ = app.perform(row.action, at: Moment(at: app.context.now, id: "x"))
      #expect(app.notice != refused, "\(page): \(row.action)")
    }
  }

  @Test func whatBelongsElsewhereIsFoundByNameAndSaysWhere() throws {
    var driver = try driver(at: "\r")
    driver.type(":sign")
    #expect(driver.rows.contains { $0.contains("on a domain’s last page") })
    driver.press(.enter)
    #expect(driver.app.notice?.contains("on a domain’s last page") == true)
  }

  @Test(arguments: [60, 110], Language.allCases)
  func theHintForHelpIsAlwaysThere(width: Int, language: Language) throws {
    for page in ["", "\r", "\re", "T"] {
      var driver = try driver(at: page, width: width)
      while driver.app.language != language { driver.press(.function(2)) }
      #expect(driver.rows.last?.contains("?") == true, "\(page)")
    }
  }

  @Test func aFieldOfOneLineSaysThatEnterKeeps() throws {
    var driver = try driver(at: "\re+")
    #expect(driver.rows.last?.contains("Enter keep") == true)
    driver.press(.escape, .escape)
    driver.type("c")
    #expect(driver.rows.last?.contains("Ctrl-S keep") == true)
  }

  @Test(arguments: Language.allCases)
  func aClickOnAHintPressesItsKeyAndOnALanguageChoosesIt(language: Language) throws {
    var driver = try driver(at: "\r")
    while driver.app.language != language { driver.press(.function(2)) }
    let number = try #require(driver.app.context.currentQuestion?.number)
    let line = Canvas(width: 80, height: 1, direction: language.direction)
    let next = try #require(
      (0..<80).first {
        driver.app.foot.hintedKey(
          atRow: 23,
          start: line.start(ofColumn: $0),
        ) == .character("n")
      }
    )
    driver.click(row: 23, column: next)
    #expect(driver.app.context.currentQuestion?.number != number)
    let french = try #require(
      (0..<80).first {
        driver.app.foot.language(atRow: 22, start: line.start(ofColumn: $0)) == .french
      }
    )
    driver.click(row: 22, column: french)
    #expect(driver.app.language == .french)
  }

  @Test func aClickInTheSecondPaneOpensThatQuestion() throws {
    var driver = try driver(at: "", width: 140, height: 40)
    let row = try #require(driver.rows.firstIndex { $0.contains("1.1.3") })
    driver.click(row: row, column: 100)
    #expect(driver.app.context.currentQuestion?.number == .sample("1.1.3"))
  }

  @Test func theNumberBesideADomainIsItsKey() throws {
    var driver = try driver(at: "")
    driver.type("4")
    guard case .introduction(let page) = driver.app.page else {
      Issue.record("\(driver.app.page)")
      return
    }
    #expect(page.domain == 4)
  }

  @Test(arguments: [16, 20, 24, 45])
  func theGuidanceStandsBetweenTheQuestionAndItsAnswers(height: Int) throws {
    let rows = try driver(at: "\r", height: height).rows
    let guidance = try #require(rows.firstIndex { $0.contains("What to look for") })
    let answer = try #require(rows.firstIndex { $0.contains("1  ○") })
    #expect(guidance < answer)
  }

  @Test func theNoteHasAsManyLinesAsThereIsRoomFor() throws {
    var driver = try driver(at: "\rc", width: 200, height: 60)
    driver.type(String(repeating: "one two three ", count: 20) + "end.")
    driver.press(.control("s"))
    #expect(driver.rows.contains { $0.contains("end.") })
    driver.resize(width: 80, height: 24)
    #expect((1...3).contains(driver.rows.count { $0.contains("one two") }))
  }

  @Test func aBoxLeavesTheAnswersToBeSeenWhereThereIsRoom() throws {
    let before = try driver(at: "\r", height: 40).rows
    let answers = before.filter { $0.contains("○") }
    let rows = try driver(at: "\rs", height: 40).rows
    for answer in answers { #expect(rows.contains(answer)) }
  }

  @Test func aYearTakesFourDigitsAndADateTen() {
    func limit(of form: some Form, _ index: Int) -> Int {
      FieldText(form: form, index: index).limit
    }
    #expect(limit(of: EvidenceEntryPage(id: "1"), 2) == 4)
    #expect(limit(of: NextStepPage(id: "1"), 2) == 10)
    #expect(WrittenNote().limit == 4000)
  }

  @Test func aPasteThatDoesNotFitSaysHowMuch() throws {
    var driver = try driver(at: "\rc")
    driver.happens(.terminal(.paste(String(repeating: "a", count: 4996))))
    #expect(driver.rows.contains { $0.contains("996 characters did not fit") })
    driver.press(.backspace)
    #expect(driver.rows.contains { $0.contains("1 character left") })
    driver.press(.control("s"))
    #expect(driver.answer("1.1.1").note?.original.count == 3999)
  }

  @Test func aLongReasonIsReadToItsEnd() throws {
    var driver = try driver(at: "\r")
    driver.happens(
      .notKept(ids: [], reason: String(repeating: "long reason ", count: 20) + "end")
    )
    #expect(driver.rows.contains { $0.contains("end") })
  }
}
