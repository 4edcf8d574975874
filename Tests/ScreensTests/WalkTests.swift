import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

/// The walk by keys: what a person presses, and what the session then holds.
@Suite struct WalkTests {
  private func sitting(
    _ language: Language? = .english,
    isReadOnly: Bool = false,
  ) throws -> Sitting {
    try Sitting(.sample, of: .everyKind, language: language, isReadOnly: isReadOnly)
  }

  @Test func startsWithTheLanguageThenTheDelegationThenItsPage() throws {
    var sitting = try Sitting(.sample, of: .everyKind, language: nil, delegation: nil)
    sitting.type("2")
    #expect(sitting.app.language == .english)
    sitting.press(.down, .enter)
    #expect(sitting.app.context.delegationCode == .iraq)
    #expect(sitting.rows[0].hasPrefix(" Iraq"))
  }

  @Test(arguments: [("1", Step.established), ("2", .partial), ("3", .absent)])
  func aNumberAnswers(key: String, step: Step) throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type(key)
    #expect(sitting.answer("1.1.1").value == .step(step))
  }

  @Test(arguments: ["٢", "۲"])
  func anArabicNumberAnswersToo(key: String) throws {
    var sitting = try sitting(.arabic)
    sitting.press(.enter)
    sitting.type(key)
    #expect(sitting.answer("1.1.1").value == .step(.partial))
  }

  @Test func theArabicKeyboardWalksAsTheLatinOne() throws {
    var sitting = try sitting(.arabic)
    sitting.press(.enter)
    sitting.type("٢ى٤ﻻ")
    #expect(sitting.answer("1.1.1").value == .step(.partial))
    #expect(sitting.answer("1.1.2").value == .notApplicable(reason: nil))
    guard case .question(let page) = sitting.app.page else {
      Issue.record("not on a question")
      return
    }
    #expect(page.number == .sample("1.1.1"))
    sitting.type("ضض")
    #expect(sitting.effects.last != .leave)
  }

  @Test func arrowsAndSpaceAnswer() throws {
    var sitting = try sitting()
    sitting.press(.enter, .down, .down)
    sitting.type(" ")
    #expect(sitting.answer("1.1.1").value == .step(.partial))
  }

  @Test func enterChoosesAndThenGoesOn() throws {
    var sitting = try sitting()
    sitting.press(.enter, .down, .enter, .enter)
    #expect(sitting.answer("1.1.1").value == .step(.established))
    #expect(sitting.app.context.currentQuestion?.number == .sample("1.1.2"))
  }

  @Test func declinedAndNotApplicableNeedNoReason() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("5n4")
    #expect(sitting.answer("1.1.1").value == .declined)
    #expect(sitting.answer("1.1.2").value == .notApplicable(reason: nil))
  }

  @Test func everyChangeIsHandedOverToBeKept() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("1a1")
    let kept = sitting.effects.filter { if case .keep = $0 { true } else { false } }
    #expect(kept.count == 2)
    #expect(sitting.app.context.keeping == .kept(TimeOfDay(hour: 10, minute: 42, second: 7)))
  }

  @Test func whatCouldNotBeKeptIsSaidAndStays() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("1")
    sitting.happens(.notKept(ids: ["change-2"], reason: "disk full"))
    #expect(sitting.rows.contains { $0.contains("disk full") })
    #expect(sitting.answer("1.1.1").value == .step(.established))
  }

  @Test func takesAnAnswerBackAndUndoesThat() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("1x")
    #expect(sitting.answer("1.1.1").value == nil)
    sitting.type("u")
    #expect(sitting.answer("1.1.1").value == .step(.established))
    sitting.press(.control("r"))
    #expect(sitting.answer("1.1.1").value == nil)
  }

  @Test func agreesOnlyWithGrounds() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("1s2")
    #expect(sitting.answer("1.1.1").status == .draft)
    sitting.type("cBecause.")
    sitting.press(.control("s"))
    sitting.type("s2")
    #expect(sitting.answer("1.1.1").status == .agreed)
  }

  @Test func aHiddenQuestionIsPassedOverAndItsAnswerStays() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("1n2b3n")
    #expect(sitting.app.context.currentQuestion?.number == .sample("1.2.1"))
    #expect(sitting.answer("1.1.2").value == .step(.partial))
  }

  @Test func goesToTheNextOpenQuestion() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("1n1N")
    #expect(sitting.app.context.currentQuestion?.number == .sample("1.2.1"))
  }

  @Test func answersEveryKindOfQuestion() throws {
    var sitting = try sitting()
    sitting.goTo("1.2.1")
    sitting.type("i")
    sitting.press(.enter)
    sitting.type("1")
    sitting.press(.escape)
    sitting.type("n2")
    sitting.goTo("2.1.1")
    sitting.type("13n1")
    sitting.type("١٢٥٠")
    sitting.press(.enter)
    sitting.type("n12023-06-15")
    sitting.press(.enter)
    sitting.type("n1free words")
    sitting.press(.enter)
    #expect(sitting.answer("1.2.1").instruments == ["CRC": .established])
    #expect(sitting.answer("1.2.2").value == .option("b"))
    #expect(sitting.answer("2.1.1").value == .options(["x", "z"]))
    #expect(sitting.answer("2.1.2").value == .number(1250))
    #expect(sitting.answer("2.1.3").value == CalendarDate("2023-06-15").map(AnswerValue.date))
    #expect(sitting.answer("2.1.4").value == .text("free words"))
  }

  @Test func saysWhatIsNoDate() throws {
    var sitting = try sitting()
    sitting.goTo("2.1.3")
    sitting.type("1tomorrow")
    sitting.press(.enter)
    #expect(sitting.rows.contains { $0.contains("not a date") })
    #expect(sitting.answer("2.1.3").value == nil)
  }

  @Test func aTextIsKeptByCtrlSWithItsLanguage() throws {
    var sitting = try sitting(.french)
    sitting.press(.enter)
    sitting.type("cقانون الصحة")
    sitting.press(.control("s"))
    let note = try #require(sitting.answer("1.1.1").note)
    #expect(note.original == "قانون الصحة")
    #expect(note.language == .arabic)
  }

  @Test func aChangedTextIsNotThrownAwayWithoutAsking() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("cA note")
    sitting.press(.escape)
    sitting.type("2")
    sitting.press(.escape)
    sitting.type("1")
    #expect(sitting.answer("1.1.1").note?.original == "A note")
    sitting.type("c more")
    sitting.press(.escape)
    sitting.type("3")
    #expect(sitting.answer("1.1.1").note?.original == "A note")
  }

  @Test(arguments: [TerminalEvent.ended, .key(.control("c"))])
  func leavingAtOnceKeepsTheTextBeingWritten(event: TerminalEvent) throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("cHalf a sen")
    sitting.happens(.terminal(event))
    #expect(sitting.answer("1.1.1").note?.original == "Half a sen")
    #expect(sitting.effects.last == .leave)
  }

  @Test func aPasteIsTypedAndNeverObeyed() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.happens(.terminal(.paste("1q\u{3}")))
    #expect(sitting.answer("1.1.1").value == nil)
    sitting.type("c")
    sitting.happens(.terminal(.paste("one\ntwo\u{1B}[2J\u{13}")))
    sitting.press(.control("s"))
    #expect(sitting.answer("1.1.1").note?.original == "one\ntwo␛[2J␓")
  }

  @Test func whatWasCopiedInOneFieldIsPastedInAnother() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("cLaw 34-09")
    sitting.press(.control("a"), .control("y"), .control("s"))
    sitting.type("e+")
    sitting.press(.control("v"))
    sitting.press(.enter)
    #expect(sitting.answer("1.1.1").evidence.map(\.title) == ["Law 34-09"])
  }

  @Test func anotherLanguageKeepsThePlaceAndTheText() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("cA note")
    sitting.press(.function(2))
    #expect(sitting.app.language == .french)
    sitting.press(.control("s"))
    #expect(sitting.answer("1.1.1").note?.original == "A note")
    #expect(sitting.app.context.currentQuestion?.number == .sample("1.1.1"))
  }

  @Test func escGoesBackPageByPageAndOut() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("e")
    sitting.press(.escape, .escape, .escape)
    #expect(sitting.effects.last != .leave)
    sitting.press(.escape)
    #expect(sitting.effects.last != .leave, "it is said first what Esc does on the first page")
    #expect(sitting.rows.contains { $0.contains("Press Esc once more") })
    sitting.press(.down)
    sitting.press(.escape)
    #expect(sitting.effects.last != .leave, "another key in between is another wish")
    sitting.press(.escape)
    #expect(sitting.effects.last == .leave)
  }

  @Test func theKeyQLeavesFromTheFirstPageAtOnce() throws {
    var sitting = try sitting()
    sitting.type("qq")
    #expect(sitting.effects.last == .leave)
  }

  @Test func changesNothingWhereOnlyReadingIsAllowed() throws {
    var sitting = try sitting(isReadOnly: true)
    sitting.press(.enter)
    sitting.type("1cx")
    sitting.press(.escape)
    #expect(sitting.app.session == .sample)
  }

  @Test func aClickChoosesTheAnswerUnderIt() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    let row = try #require(sitting.rows.firstIndex { $0.contains("○ Partly") })
    sitting.click(row: row, column: 20)
    #expect(sitting.answer("1.1.1").value == .step(.partial))
  }

  @Test func saysWhoElseChangedTheAnswerAndDisturbsNoText() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("1cBeing written")
    let change = Change(
      stamp: Change.Stamp(
        id: "other",
        at: Timestamp(milliseconds: 2_000_000_000_000),
        by: "Nadia",
      ),
      delegation: .morocco,
      question: .sample("1.1.1"),
      what: .answered(.step(.absent), instruments: [:], status: .draft),
      was: .answered(.step(.established), instruments: [:], status: .draft),
    )
    sitting.happens(.others([change]))
    #expect(sitting.answer("1.1.1").value == .step(.absent))
    #expect(sitting.rows.contains { $0.contains("Being written") })
    #expect(sitting.rows.contains { $0.contains("Nadia has just changed this answer") })
    sitting.press(.control("s"))
    #expect(sitting.answer("1.1.1").note?.original == "Being written")
  }

  @Test func whatOthersDidEarlierComesBeforeWhatIsNotOnTheDiskYet() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    let own = try #require(session.history.last)
    let other = Change(
      stamp: Change.Stamp(id: "other", at: Timestamp(milliseconds: 9), by: "Nadia"),
      delegation: .morocco,
      question: .sample("1.1.1"),
      what: .answered(.step(.absent), instruments: [:], status: .draft),
      was: .answered(nil, instruments: [:], status: .draft),
    )
    session.apply([other])
    #expect(session.history.map(\.stamp.id) == ["other", own.stamp.id])
    #expect(session.answered("1.1.1").value == .step(.partial))
  }

  @Test(arguments: Language.allCases)
  func aClickPutsTheCaretIntoTheCellUnderIt(language: Language) throws {
    var sitting = try sitting(language)
    sitting.press(.enter)
    sitting.type("cسلام abc")
    // Where directions meet, two places of the text share a cell: either may be meant.
    for index in 0..<8 {
      let cell = try #require(sitting.app.view().cursor)
      sitting.press(.home)
      sitting.click(row: cell.row, column: cell.column)
      #expect(sitting.app.view().cursor == cell, "\(index)")
      sitting.press(.left)
    }
  }

  @Test func aClickChoosesInAChooserAndInTheSearch() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type("1cWhy.")
    sitting.press(.control("s"))
    sitting.type("s")
    let agreed = try #require(sitting.rows.firstIndex { $0.contains("2  agreed") })
    sitting.click(row: agreed, column: 10)
    #expect(sitting.answer("1.1.1").status == .agreed)
    sitting.type("/2.1")
    let found = try #require(sitting.rows.firstIndex { $0.contains("2.1.2  Question") })
    sitting.click(row: found, column: 20)
    #expect(sitting.app.context.currentQuestion?.number == .sample("2.1.2"))
  }

  @Test(arguments: Language.allCases)
  func keysMeanNothingElseOnASmallWindowAndNothingIsLost(language: Language) throws {
    var sitting = try sitting(language)
    sitting.press(.enter)
    sitting.resize(width: 40, height: 10)
    sitting.type("1")
    #expect(sitting.answer("1.1.1").value == nil)
    sitting.resize(width: 80, height: 24)
    sitting.type("1")
    #expect(sitting.answer("1.1.1").value == .step(.established))
  }

  @Test func searchFindsAWordWithoutItsMarks() throws {
    var sitting = try Sitting.cairo(language: .arabic)
    sitting.type("/الجنسيه")
    sitting.press(.enter)
    #expect(sitting.app.context.currentQuestion?.number == .sample("1.5.2"))
  }

  @Test func thePaletteDoesWhatItsKeyDoes() throws {
    var sitting = try sitting()
    sitting.press(.enter)
    sitting.type(":evidence")
    sitting.press(.enter)
    guard case .evidence = sitting.app.page else {
      Issue.record("not on the evidence")
      return
    }
  }

  /// Whatever is pressed, on whatever size, the screen can be drawn and the session is sound.
  @Test(arguments: Language.allCases)
  func noKeysBreakIt(language: Language) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var sitting = try sitting(language)
    let codes: [Key.Code] =
      [
        .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left,
        .right, .home, .end, .pageUp, .pageDown, .function(1), .function(10),
      ] + "123456789nbNceshaix :/?u+-qضى٣لا".map { .character($0) }
    for _ in 0..<1500 {
      switch Int.random(in: 0..<30, using: &generator) {
      case 0:
        sitting.resize(
          width: Int.random(in: 1...140, using: &generator),
          height: Int.random(in: 1...50, using: &generator),
        )
      case 1:
        sitting.click(
          row: Int.random(in: 0...60, using: &generator),
          column: Int.random(in: 0...160, using: &generator),
        )
      case 2: sitting.happens(.terminal(.paste("نص\u{1B}x\n(2)")))
      case 3: sitting.press(.control(["s", "r", "p"].randomElement(using: &generator) ?? "s"))
      default: sitting.press(Key(codes.randomElement(using: &generator) ?? .enter))
      }
      let canvas = sitting.app.view()
      #expect(canvas.cells.count == canvas.width * canvas.height, "seed \(seed)")
    }
    #expect(sitting.app.session.faults(in: .everyKind).isEmpty, "seed \(seed)")
  }

  @Test func saysWhyTheRoomCountsFewerQuestions() throws {
    var sitting = try Sitting.cairo()
    let line = "3 depend on an earlier answer; the room counts the other 16"
    #expect(sitting.rows.contains { $0.contains("0 / 19") })
    #expect(sitting.rows.contains { $0.contains(line) })
    // Once the policy is absent, what depends on it is not asked.
    sitting.goTo("2.3.1")
    sitting.type("3")
    sitting.press(.escape)
    #expect(sitting.rows.contains { $0.contains("1 / 17") })
    #expect(
      sitting.rows.contains { $0.contains("1 depends on an earlier answer; the room counts") }
    )
  }
}
