import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

/// The walk by keys: what a person presses, and what the session then holds.
@Suite struct WalkTests {
  private func driver(
    _ language: Language? = .english,
    isReadOnly: Bool = false,
  ) throws -> AppDriver {
    try AppDriver(.sample, of: .everyKind, language: language, isReadOnly: isReadOnly)
  }

  @Test func startsWithTheLanguageThenTheDelegationThenItsPage() throws {
    var driver = try AppDriver(.sample, of: .everyKind, language: nil, delegation: nil)
    driver.type("2")
    #expect(driver.app.language == .english)
    driver.press(.down, .enter)
    #expect(driver.app.context.delegationCode == .dorania)
    #expect(driver.rows[0].hasPrefix(" Dorania"))
  }

  @Test(arguments: [("1", Step.established), ("2", .partial), ("3", .absent)])
  func aNumberAnswers(key: String, step: Step) throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type(key)
    #expect(driver.answer("1.1.1").value == .step(step))
  }

  @Test(arguments: ["٢", "۲"])
  func anArabicNumberAnswersToo(key: String) throws {
    var driver = try driver(.arabic)
    driver.press(.enter)
    driver.type(key)
    #expect(driver.answer("1.1.1").value == .step(.partial))
  }

  @Test func theArabicKeyboardWalksAsTheLatinOne() throws {
    var driver = try driver(.arabic)
    driver.press(.enter)
    driver.type("٢ى٤ﻻ")
    #expect(driver.answer("1.1.1").value == .step(.partial))
    #expect(driver.answer("1.1.2").value == .notApplicable(reason: nil))
    guard case .question(let page) = driver.app.page else {
      Issue.record("not on a question")
      return
    }
    #expect(page.number == .sample("1.1.1"))
    driver.type("ضض")
    #expect(driver.effects.last != .leave)
  }

  @Test func arrowsAndSpaceAnswer() throws {
    var driver = try driver()
    driver.press(.enter, .down, .down)
    driver.type(" ")
    #expect(driver.answer("1.1.1").value == .step(.partial))
  }

  @Test func enterChoosesAndThenGoesOn() throws {
    var driver = try driver()
    driver.press(.enter, .down, .enter, .enter)
    #expect(driver.answer("1.1.1").value == .step(.established))
    #expect(driver.app.context.currentQuestion?.number == .sample("1.1.2"))
  }

  @Test func declinedAndNotApplicableNeedNoReason() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("5n4")
    #expect(driver.answer("1.1.1").value == .declined)
    #expect(driver.answer("1.1.2").value == .notApplicable(reason: nil))
  }

  @Test func everyChangeIsHandedOverToBeKept() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("1a1")
    let kept = driver.effects.filter { if case .keep = $0 { true } else { false } }
    #expect(kept.count == 2)
    #expect(driver.app.context.keeping == .kept(TimeOfDay(hour: 10, minute: 42, second: 7)))
  }

  @Test func whatCouldNotBeKeptIsSaidAndStays() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("1")
    driver.happens(.notKept(ids: ["change-2"], reason: "disk full"))
    #expect(driver.rows.contains { $0.contains("disk full") })
    #expect(driver.answer("1.1.1").value == .step(.established))
  }

  @Test func takesAnAnswerBackAndUndoesThat() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("1x")
    #expect(driver.answer("1.1.1").value == nil)
    driver.type("u")
    #expect(driver.answer("1.1.1").value == .step(.established))
    driver.press(.control("r"))
    #expect(driver.answer("1.1.1").value == nil)
  }

  @Test func agreesOnlyWithGrounds() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("1s2")
    #expect(driver.answer("1.1.1").status == .draft)
    driver.type("cBecause.")
    driver.press(.control("s"))
    driver.type("s2")
    #expect(driver.answer("1.1.1").status == .agreed)
  }

  @Test func aHiddenQuestionIsPassedOverAndItsAnswerStays() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("1n2b3n")
    #expect(driver.app.context.currentQuestion?.number == .sample("1.2.1"))
    #expect(driver.answer("1.1.2").value == .step(.partial))
  }

  @Test func goesToTheNextOpenQuestion() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("1n1N")
    #expect(driver.app.context.currentQuestion?.number == .sample("1.2.1"))
  }

  @Test func answersEveryKindOfQuestion() throws {
    var driver = try driver()
    driver.goTo("1.2.1")
    driver.type("i")
    driver.press(.enter)
    driver.type("1")
    driver.press(.escape)
    driver.type("n2")
    driver.goTo("2.1.1")
    driver.type("13n1")
    driver.type("١٢٥٠")
    driver.press(.enter)
    driver.type("n12023-06-15")
    driver.press(.enter)
    driver.type("n1free words")
    driver.press(.enter)
    #expect(driver.answer("1.2.1").instruments == ["CRC": .established])
    #expect(driver.answer("1.2.2").value == .option("b"))
    #expect(driver.answer("2.1.1").value == .options(["x", "z"]))
    #expect(driver.answer("2.1.2").value == .number(1250))
    #expect(driver.answer("2.1.3").value == CalendarDate("2023-06-15").map(AnswerValue.date))
    #expect(driver.answer("2.1.4").value == .text("free words"))
  }

  @Test func saysWhatIsNoDate() throws {
    var driver = try driver()
    driver.goTo("2.1.3")
    driver.type("1tomorrow")
    driver.press(.enter)
    #expect(driver.rows.contains { $0.contains("not a date") })
    #expect(driver.answer("2.1.3").value == nil)
  }

  @Test func aTextIsKeptByCtrlSWithItsLanguage() throws {
    var driver = try driver(.french)
    driver.press(.enter)
    driver.type("cقانون الصحة")
    driver.press(.control("s"))
    let note = try #require(driver.answer("1.1.1").note)
    #expect(note.original == "قانون الصحة")
    #expect(note.language == .arabic)
  }

  @Test func aChangedTextIsNotThrownAwayWithoutAsking() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("cA note")
    driver.press(.escape)
    driver.type("2")
    driver.press(.escape)
    driver.type("1")
    #expect(driver.answer("1.1.1").note?.original == "A note")
    driver.type("c more")
    driver.press(.escape)
    driver.type("3")
    #expect(driver.answer("1.1.1").note?.original == "A note")
  }

  @Test(arguments: [TerminalEvent.ended, .key(.control("c"))])
  func leavingAtOnceKeepsTheTextBeingWritten(event: TerminalEvent) throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("cHalf a sen")
    driver.happens(.terminal(event))
    #expect(driver.answer("1.1.1").note?.original == "Half a sen")
    #expect(driver.effects.last == .leave)
  }

  @Test func aPasteIsTypedAndNeverObeyed() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.happens(.terminal(.paste("1q\u{3}")))
    #expect(driver.answer("1.1.1").value == nil)
    driver.type("c")
    driver.happens(.terminal(.paste("one\ntwo\u{1B}[2J\u{13}")))
    driver.press(.control("s"))
    #expect(driver.answer("1.1.1").note?.original == "one\ntwo␛[2J␓")
  }

  @Test func whatWasCopiedInOneFieldIsPastedInAnother() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("cLaw 34-09")
    driver.press(.control("a"), .control("y"), .control("s"))
    driver.type("e+")
    driver.press(.control("v"))
    driver.press(.enter)
    #expect(driver.answer("1.1.1").evidence.map(\.title) == ["Law 34-09"])
  }

  @Test func anotherLanguageKeepsThePlaceAndTheText() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("cA note")
    driver.press(.function(2))
    #expect(driver.app.language == .french)
    driver.press(.control("s"))
    #expect(driver.answer("1.1.1").note?.original == "A note")
    #expect(driver.app.context.currentQuestion?.number == .sample("1.1.1"))
  }

  @Test func escGoesBackPageByPageAndOut() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("e")
    driver.press(.escape, .escape, .escape)
    #expect(driver.effects.last != .leave)
    driver.press(.escape)
    #expect(driver.effects.last != .leave, "it is said first what Esc does on the first page")
    #expect(driver.rows.contains { $0.contains("Press Esc once more") })
    driver.press(.down)
    driver.press(.escape)
    #expect(driver.effects.last != .leave, "another key in between is another wish")
    driver.press(.escape)
    #expect(driver.effects.last == .leave)
  }

  @Test func escBehindADomainsLastPageGoesToTheDelegationsPage() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("nnnn")
    guard case .closing = driver.app.page else {
      Issue.record("not on the domain's last page")
      return
    }
    driver.press(.enter, .escape)
    #expect(driver.app.page.depth == Page.delegation(DelegationPage()).depth)
  }

  @Test func theKeyQLeavesFromTheFirstPageAtOnce() throws {
    var driver = try driver()
    driver.type("qq")
    #expect(driver.effects.last == .leave)
  }

  @Test func changesNothingWhereOnlyReadingIsAllowed() throws {
    var driver = try driver(isReadOnly: true)
    driver.press(.enter)
    driver.type("1cx")
    driver.press(.escape)
    #expect(driver.app.session == .sample)
  }

  @Test func aClickChoosesTheAnswerUnderIt() throws {
    var driver = try driver()
    driver.press(.enter)
    let row = try #require(driver.rows.firstIndex { $0.contains("○ Partly") })
    driver.click(row: row, column: 20)
    #expect(driver.answer("1.1.1").value == .step(.partial))
  }

  @Test func aClickBelowATextLeavesTheCaretWhereItIs() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("cReason")
    guard case .field(let field) = driver.app.overlay else {
      Issue.record("no field")
      return
    }
    let area = driver.app.context.editorArea(of: field)
    driver.click(row: area.endRow, column: area.start + 1)
    guard case .field(let clicked) = driver.app.overlay else { return }
    #expect(clicked.editor.caret == field.editor.caret)
  }

  @Test func saysWhoElseChangedTheAnswerAndDisturbsNoText() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("1cBeing written")
    let change = Change(
      stamp: Change.Stamp(
        id: "other",
        at: Timestamp(milliseconds: 2_000_000_000_000),
        by: "Nadia",
      ),
      delegation: .havenia,
      question: .sample("1.1.1"),
      what: .answered(.step(.absent), parts: .nothing, status: .draft),
      was: .answered(.step(.established), parts: .nothing, status: .draft),
    )
    driver.happens(.others([change]))
    #expect(driver.answer("1.1.1").value == .step(.absent))
    #expect(driver.rows.contains { $0.contains("Being written") })
    #expect(driver.rows.contains { $0.contains("Nadia has just changed this answer") })
    driver.press(.control("s"))
    #expect(driver.answer("1.1.1").note?.original == "Being written")
  }

  @Test func whatOthersDidEarlierComesBeforeWhatIsNotOnTheDiskYet() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    let own = try #require(session.history.last)
    let other = Change(
      stamp: Change.Stamp(id: "other", at: Timestamp(milliseconds: 9), by: "Nadia"),
      delegation: .havenia,
      question: .sample("1.1.1"),
      what: .answered(.step(.absent), parts: .nothing, status: .draft),
      was: .answered(nil, parts: .nothing, status: .draft),
    )
    session.apply([other])
    #expect(session.history.map(\.stamp.id) == ["other", own.stamp.id])
    #expect(session.answered("1.1.1").value == .step(.partial))
  }

  @Test(arguments: Language.allCases)
  func aClickPutsTheCaretIntoTheCellUnderIt(language: Language) throws {
    var driver = try driver(language)
    driver.press(.enter)
    driver.type("cسلام abc")
    // Where directions meet, two places of the text share a cell: either may be meant.
    for index in 0..<8 {
      let cell = try #require(driver.app.view().cursor)
      driver.press(.home)
      driver.click(row: cell.row, column: cell.column)
      #expect(driver.app.view().cursor == cell, "\(index)")
      driver.press(.left)
    }
  }

  @Test func aClickChoosesInAChooserAndInTheSearch() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type("1cWhy.")
    driver.press(.control("s"))
    driver.type("s")
    let agreed = try #require(driver.rows.firstIndex { $0.contains("2  agreed") })
    driver.click(row: agreed, column: 10)
    #expect(driver.answer("1.1.1").status == .agreed)
    driver.type("/2.1")
    let found = try #require(driver.rows.firstIndex { $0.contains("2.1.2  Question") })
    driver.click(row: found, column: 20)
    #expect(driver.app.context.currentQuestion?.number == .sample("2.1.2"))
  }

  @Test(arguments: Language.allCases)
  func keysMeanNothingElseOnASmallWindowAndNothingIsLost(language: Language) throws {
    var driver = try driver(language)
    driver.press(.enter)
    driver.resize(width: 40, height: 10)
    driver.type("1")
    #expect(driver.answer("1.1.1").value == nil)
    driver.resize(width: 80, height: 24)
    driver.type("1")
    #expect(driver.answer("1.1.1").value == .step(.established))
  }

  @Test func searchFindsAWordWithoutItsMarks() throws {
    var driver = try AppDriver.cairo(language: .arabic)
    driver.type("/الجنسيه")
    driver.press(.enter)
    #expect(driver.app.context.currentQuestion?.number == .sample("1.5.2"))
  }

  @Test func thePaletteDoesWhatItsKeyDoes() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type(":evidence")
    driver.press(.enter)
    guard case .evidence = driver.app.page else {
      Issue.record("not on the evidence")
      return
    }
  }

  @Test func endAndHomeGoThroughThePaletteWhereNothingIsTyped() throws {
    var driver = try driver()
    driver.press(.enter)
    driver.type(":")
    driver.press(.end)
    guard case .palette(let finder) = driver.app.overlay else {
      Issue.record("not in the palette")
      return
    }
    #expect(finder.list.selected > 0)
    driver.press(.home)
    guard case .palette(let finder) = driver.app.overlay else { return }
    #expect(finder.list.selected == 0)
  }

  /// Whatever is pressed, on whatever size, the screen can be drawn and the session is sound.
  @Test(arguments: Language.allCases)
  func noKeysBreakIt(language: Language) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var driver = try driver(language)
    let codes: [Key.Code] =
      [
        .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left,
        .right, .home, .end, .pageUp, .pageDown, .function(1), .function(10),
      ] + "123456789nbNceshaix :/?u+-qضى٣لا".map { .character($0) }
    for _ in 0..<1500 {
      switch Int.random(in: 0..<30, using: &generator) {
      case 0:
        driver.resize(
          width: Int.random(in: 1...140, using: &generator),
          height: Int.random(in: 1...50, using: &generator),
        )
      case 1:
        driver.click(
          row: Int.random(in: 0...60, using: &generator),
          column: Int.random(in: 0...160, using: &generator),
        )
      case 2: driver.happens(.terminal(.paste("نص\u{1B}x\n(2)")))
      case 3: driver.press(.control(["s", "r", "p"].randomElement(using: &generator) ?? "s"))
      default: driver.press(Key(codes.randomElement(using: &generator) ?? .enter))
      }
      let canvas = driver.app.view()
      #expect(canvas.cells.count == canvas.width * canvas.height, "seed \(seed)")
    }
    #expect(driver.app.session.faults(in: .everyKind).isEmpty, "seed \(seed)")
  }

  @Test func saysWhyTheRoomCountsFewerQuestions() throws {
    var driver = try AppDriver.cairo()
    let line = "3 depend on an earlier answer; the room counts the other 16"
    #expect(driver.rows.contains { $0.contains("0 / 19") })
    #expect(driver.rows.contains { $0.contains(line) })
    // Once the policy is absent, what depends on it is not asked.
    driver.goTo("2.3.1")
    driver.type("3")
    driver.press(.escape)
    #expect(driver.rows.contains { $0.contains("1 / 17") })
    #expect(
      driver.rows.contains { $0.contains("1 depends on an earlier answer; the room counts") }
    )
  }
}
