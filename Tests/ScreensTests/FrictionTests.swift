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

  private func sitting(at page: String, width: Int = 80, height: Int = 24) throws -> Sitting {
    var sitting = try Sitting.cairo(width: width, height: height)
    for character in page {
      switch character {
      case "\r": sitting.press(.enter)
      case "\u{13}": sitting.press(.control("s"))
      default: sitting.press(Key.character(character))
      }
    }
    return sitting
  }

  @Test(arguments: pages)
  func thePaletteOffersNothingThatIsThenRefused(page: String) throws {
    var opened = try sitting(at: page)
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
    var sitting = try sitting(at: "\r")
    sitting.type(":sign")
    #expect(sitting.rows.contains { $0.contains("on a domain’s last page") })
    sitting.press(.enter)
    #expect(sitting.app.notice?.contains("on a domain’s last page") == true)
  }

  @Test(arguments: [60, 110], Language.allCases)
  func theHintForHelpIsAlwaysThere(width: Int, language: Language) throws {
    for page in ["", "\r", "\re", "T"] {
      var sitting = try sitting(at: page, width: width)
      while sitting.app.language != language { sitting.press(.function(2)) }
      #expect(sitting.rows.last?.contains("?") == true, "\(page)")
    }
  }

  @Test func aFieldOfOneLineSaysThatEnterKeeps() throws {
    var sitting = try sitting(at: "\re+")
    #expect(sitting.rows.last?.contains("Enter keep") == true)
    sitting.press(.escape, .escape)
    sitting.type("c")
    #expect(sitting.rows.last?.contains("Ctrl-S keep") == true)
  }

  @Test(arguments: Language.allCases)
  func aClickOnAHintPressesItsKeyAndOnALanguageChoosesIt(language: Language) throws {
    var sitting = try sitting(at: "\r")
    while sitting.app.language != language { sitting.press(.function(2)) }
    let number = try #require(sitting.app.context.currentQuestion?.number)
    let line = Canvas(width: 80, height: 1, direction: language.direction)
    let next = try #require(
      (0..<80).first {
        sitting.app.foot.hintedKey(
          atRow: 23,
          start: line.start(ofColumn: $0),
        ) == .character("n")
      }
    )
    sitting.click(row: 23, column: next)
    #expect(sitting.app.context.currentQuestion?.number != number)
    let french = try #require(
      (0..<80).first {
        sitting.app.foot.language(atRow: 22, start: line.start(ofColumn: $0)) == .french
      }
    )
    sitting.click(row: 22, column: french)
    #expect(sitting.app.language == .french)
  }

  @Test func aClickInTheSecondPaneOpensThatQuestion() throws {
    var sitting = try sitting(at: "", width: 140, height: 40)
    let row = try #require(sitting.rows.firstIndex { $0.contains("1.1.3") })
    sitting.click(row: row, column: 100)
    #expect(sitting.app.context.currentQuestion?.number == .sample("1.1.3"))
  }

  @Test func theNumberBesideADomainIsItsKey() throws {
    var sitting = try sitting(at: "")
    sitting.type("4")
    guard case .introduction(let page) = sitting.app.page else {
      Issue.record("\(sitting.app.page)")
      return
    }
    #expect(page.domain == 4)
  }

  @Test(arguments: [16, 20, 24, 45])
  func theGuidanceStandsBetweenTheQuestionAndItsAnswers(height: Int) throws {
    let rows = try sitting(at: "\r", height: height).rows
    let guidance = try #require(rows.firstIndex { $0.contains("What to look for") })
    let answer = try #require(rows.firstIndex { $0.contains("1  ○") })
    #expect(guidance < answer)
  }

  @Test func theNoteHasAsManyLinesAsThereIsRoomFor() throws {
    var sitting = try sitting(at: "\rc", width: 200, height: 60)
    sitting.type(String(repeating: "one two three ", count: 20) + "end.")
    sitting.press(.control("s"))
    #expect(sitting.rows.contains { $0.contains("end.") })
    sitting.resize(width: 80, height: 24)
    #expect((1...3).contains(sitting.rows.count { $0.contains("one two") }))
  }

  @Test func aBoxLeavesTheAnswersToBeSeenWhereThereIsRoom() throws {
    let before = try sitting(at: "\r", height: 40).rows
    let answers = before.filter { $0.contains("○") }
    let rows = try sitting(at: "\rs", height: 40).rows
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
    var sitting = try sitting(at: "\rc")
    sitting.happens(.terminal(.paste(String(repeating: "a", count: 4996))))
    #expect(sitting.rows.contains { $0.contains("996 characters did not fit") })
    sitting.press(.backspace)
    #expect(sitting.rows.contains { $0.contains("1 character left") })
    sitting.press(.control("s"))
    #expect(sitting.answer("1.1.1").note?.original.count == 3999)
  }

  @Test func aLongReasonIsReadToItsEnd() throws {
    var sitting = try sitting(at: "\r")
    sitting.happens(
      .notKept(ids: [], reason: String(repeating: "long reason ", count: 20) + "end")
    )
    #expect(sitting.rows.contains { $0.contains("end") })
  }
}
