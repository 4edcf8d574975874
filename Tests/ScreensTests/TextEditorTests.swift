import BidiText
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct TextEditorTests {
  private func editor(
    _ text: String = "",
    _ direction: Direction = .rightToLeft,
    isMultiline: Bool = true,
    limit: Int? = nil,
  ) -> TextEditor {
    TextEditor(text: text, direction: direction, isMultiline: isMultiline, limit: limit)
  }

  @Test func removesWhatWasTypedLast() {
    var editor = editor()
    editor.insert("سلام (abc)")
    editor.deleteBackward()
    #expect(editor.text == "سلام (abc")
    #expect(editor.caret == 9)
  }

  @Test func removesAMarkBeforeItsLetter() {
    var editor = editor("بُ")
    editor.deleteBackward()
    #expect(editor.text == "ب")
    editor.deleteBackward()
    #expect(editor.text == "")
  }

  @Test func removesAComposedLetterWhole() {
    var editor = editor("é", .leftToRight)
    editor.deleteBackward()
    #expect(editor.text == "")
  }

  @Test func removesLamAlefLetterByLetter() {
    var editor = editor("لا")
    editor.deleteBackward()
    #expect(editor.text == "ل")
  }

  @Test func aLamAlefTypedAsOneCharacterIsTwoLetters() {
    var editor = editor()
    editor.insert("\u{FEFB}")
    editor.insert("\u{FEF7}")
    #expect(editor.text == "لالأ")
    editor.deleteBackward()
    #expect(editor.text == "لال")
  }

  @Test func aMarkTypedAfterALetterJoinsIt() {
    var editor = editor("ب")
    editor.insert("\u{64F}")
    #expect(editor.text.count == 1)
    #expect(editor.caret == 1)
  }

  @Test func obeysNoControlCharacter() {
    var editor = editor("", .leftToRight)
    editor.insert("a\u{1B}[2J\u{7}b\u{202E}")
    #expect(editor.text == "a␛[2J␇b\u{FFFD}")
  }

  @Test func aFieldOfOneLineStaysOne() {
    var editor = editor("", .leftToRight, isMultiline: false)
    editor.insert("a\nb")
    #expect(editor.text == "ab")
  }

  @Test func leavesOutWhatExceedsTheLimit() {
    var editor = editor("", .leftToRight, limit: 5)
    editor.insert("abcdefgh")
    #expect(editor.text == "abcde")
    #expect(editor.remaining == 0)
  }

  @Test func whatIsTypedAfterAMoveIsAnotherStepToUndo() {
    var editor = editor("", .leftToRight)
    editor.insert("a")
    editor.insert("b")
    editor.move(.lineStart, width: 10)
    editor.insert("c")
    editor.undo()
    #expect(editor.text == "ab")
  }

  @Test func undoesAWordAtATimeAndDoesItAgain() {
    var editor = editor("", .leftToRight)
    for character in "one two" { editor.insert(String(character)) }
    editor.undo()
    #expect(editor.text == "one ")
    editor.undo()
    editor.undo()
    #expect(editor.text == "")
    editor.redo()
    #expect(editor.text == "one")
  }

  @Test func cutsAndPastesWhatIsSelected() {
    var editor = editor("قانون العمل")
    editor.move(.textStart, width: 40)
    for _ in 0..<5 { editor.move(.left, width: 40, selecting: true) }
    #expect(editor.selection == 0..<5)
    editor.cut()
    #expect(editor.text == " العمل")
    editor.move(.textEnd, width: 40)
    editor.paste()
    #expect(editor.text == " العملقانون")
  }

  @Test func leftGoesForwardInArabicAndBackInEnglish() {
    var arabic = editor("اب")
    arabic.move(.textStart, width: 40)
    arabic.move(.left, width: 40)
    #expect(arabic.caret == 1)
    var english = editor("ab", .leftToRight)
    english.move(.left, width: 40)
    #expect(english.caret == 1)
  }

  @Test func readsAnArabicTextFromTheRightOnAnEnglishScreen() {
    var editor = editor("", .leftToRight)
    #expect(editor.direction == .leftToRight)
    editor.insert("قانون")
    #expect(editor.direction == .rightToLeft)
  }

  @Test func aLatinNameTurnsNoArabicTextAround() {
    #expect(editor("IOM المنظمة الدولية للهجرة", .leftToRight).direction == .rightToLeft)
  }

  @Test func goesUpAndDownByWhatTheEyeSees() {
    var editor = editor("abcdef\nab\nabcdef", .leftToRight)
    editor.move(.textStart, width: 40)
    for _ in 0..<5 { editor.move(.right, width: 40) }
    editor.move(.down, width: 40)
    #expect(editor.caret == 9)
    editor.move(.down, width: 40)
    #expect(editor.caret == 15, "the column of the first line is remembered")
  }

  @Test(arguments: ["arabic", "mixed", "latin"])
  func whateverIsPressedTheTextAndTheCaretAreWhole(kind: String) {
    let letters: [String: [Character]] = [
      "arabic": ["ا", "ل", "ب", "\u{64F}", " ", "٣", "("],
      "mixed": ["ا", "ل", "x", "1", " ", ")", "\n"],
      "latin": ["a", "é", "\u{301}", " ", "\n", "z"],
    ]
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var editor = editor(limit: 60)
    let codes: [Key.Code] = [
      .left, .right, .up, .down, .home, .end, .backspace, .delete, .enter, .pageUp,
    ]
    for _ in 0..<2000 {
      let modifiers: [Key.Modifiers] = [[], [], .shift, .control]
      let key: Key
      switch Int.random(in: 0..<6, using: &generator) {
      case 0...2:
        key = .character(letters[kind]?.randomElement(using: &generator) ?? "a")
      case 3: key = .control(["x", "y", "v", "u", "r", "w", "a"].randomElement(using: &generator)!)
      default:
        key = Key(
          codes.randomElement(using: &generator)!,
          modifiers.randomElement(using: &generator)!,
        )
      }
      editor.press(key, width: 17)
      guard (0...editor.text.count).contains(editor.caret), editor.text.count <= 60,
        editor.selection.map({ $0.upperBound <= editor.text.count }) ?? true
      else {
        Issue.record("caret \(editor.caret) of \(editor.text.count), seed \(seed)")
        return
      }
    }
  }

  @Test func putsInWhatFitsAndCountsWhatDoesNot() {
    var editor = editor("ab", .leftToRight, limit: 5)
    editor.insert("cdefgh")
    #expect(editor.text == "abcde")
    #expect(editor.leftOut == 3)
    editor.insert("\u{301}")
    #expect(editor.text == "abcde\u{301}", "a mark takes no room of its own")
    #expect(editor.leftOut == 0)
    editor.insert("x")
    #expect(editor.leftOut == 1)
    editor.press(Key(.left), width: 40)
    #expect(editor.leftOut == 0)
  }

  @Test func whatIsCutOffAtTheLimitIsHarmlessStill() {
    var editor = editor("", .leftToRight, limit: 3)
    editor.insert("\u{2067}abc\u{2069}")
    #expect(!editor.text.unicodeScalars.contains("\u{2067}"), "an isolate that is not closed")
    #expect(editor.text.count <= 3)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["قانون 34-09 (loi)\n", "a", "\u{2067}\u{202E}", "e\u{301}"],
  )
  func writesInProportionToTheLength(piece: String) {
    let text = String(
      repeating: piece,
      count: LongRuns.count(1, long: 5) << 20 / piece.utf8.count,
    )
    var editor = editor("before ", .leftToRight, limit: 4000)
    editor.insert(text)
    #expect(editor.text.count <= 4000)
    #expect(editor.leftOut >= text.count - 4000)
  }

  @Test func noKeyTypesATab() {
    var editor = editor("a", .leftToRight)
    editor.press(Key(.tab), width: 40)
    #expect(editor.text == "a")
  }
}
