import Testing

@testable import TerminalIO

@Suite struct TerminalAnswersTests {
  private func answers(_ text: String) -> TerminalAnswers { TerminalAnswers(Array(text.utf8)) }

  @Test func readsTheNameAndTheMode() {
    let answers = answers("\u{1B}P>|VTE(7006)\u{1B}\\\u{1B}[8;1$y\u{1B}[?65;1;9c")
    #expect(answers.version == "VTE(7006)")
    #expect(answers.ordering == .on)
    #expect(answers.isComplete)
  }

  @Test(arguments: [
    ("0", TerminalAnswers.Ordering.notKnown), ("1", .on), ("2", .off), ("4", .off),
  ])
  func readsHowTheModeIsSet(code: String, ordering: TerminalAnswers.Ordering) {
    #expect(answers("\u{1B}[8;\(code)$y").ordering == ordering)
  }

  @Test(arguments: ["", "abc", "\u{1B}[?", "\u{1B}P>|never ended", "\u{1B}[8;9$y", "\u{1B}[A"])
  func makesNothingOfAnythingElse(text: String) {
    #expect(answers(text) == answers(""))
  }
}
