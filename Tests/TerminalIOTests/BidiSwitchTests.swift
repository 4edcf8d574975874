import Testing

@testable import TerminalIO

@Suite struct BidiSwitchTests {
  @Test(
    arguments: [
      (["TERM": "xterm-256color", "VTE_VERSION": "7006"], TerminalKind.vte),
      (["TERM": "xterm-256color", "KONSOLE_VERSION": "221203"], .konsole),
      (["TERM": "mlterm"], .mlterm), (["TERM": "xterm", "MLTERM": "3.9.0"], .mlterm),
      (["TERM": "tmux-256color", "TMUX": "x", "VTE_VERSION": "7006"], .tmux(inMlterm: false)),
      (["TERM": "screen", "TMUX": "x", "MLTERM": "3.9.0"], .tmux(inMlterm: true)),
      (["TERM": "screen", "STY": "1.x"], .screen(inMlterm: false)),
      (["TERM": "linux"], .linuxConsole), (["TERM": "xterm"], .other), ([:], .other),
    ]
  )
  func knowsTheTerminalByItsEnvironment(environment: [String: String], kind: TerminalKind) {
    #expect(TerminalKind(environment: environment) == kind)
  }

  @Test(
    arguments: [
      ("Konsole 22.12.3", TerminalKind.konsole), ("VTE(7006)", .vte), ("mlterm(3.9.0)", .mlterm),
      ("tmux 3.3a", .tmux(inMlterm: false)), ("XTerm(379)", .other),
    ]
  )
  func knowsTheTerminalByWhatItSays(version: String, kind: TerminalKind) {
    let answers = TerminalAnswers(Array("\u{1B}P>|\(version)\u{1B}\\\u{1B}[?64c".utf8))
    #expect(TerminalKind(environment: ["TERM": "xterm"], answers: answers) == kind)
  }

  @Test func eachKindIsSwitchedInItsOwnWay() {
    #expect(BidiSwitch(wish: .auto, kind: .vte).off == "\u{1B}[8l")
    #expect(BidiSwitch(wish: .auto, kind: .vte).on == "\u{1B}[8h")
    #expect(BidiSwitch(wish: .auto, kind: .konsole).off.contains("BidiRenderingEnabled=false"))
    #expect(BidiSwitch(wish: .auto, kind: .mlterm).off == "\u{1B}]5379;use_ctl=false\u{07}")
    #expect(BidiSwitch(wish: .auto, kind: .linuxConsole).off.isEmpty)
  }

  @Test func whatCannotBeSwitchedIsGuarded() {
    #expect(BidiSwitch(wish: .auto, kind: .tmux(inMlterm: false)).guardsCells)
    #expect(BidiSwitch(wish: .auto, kind: .screen(inMlterm: false)).guardsCells)
    #expect(BidiSwitch(wish: .terminal, kind: .other).guardsCells)
    #expect(!BidiSwitch(wish: .terminal, kind: .mlterm).guardsCells)
  }

  @Test func aSwitchGoesThroughTmuxWithItsEscapesDoubled() {
    let bidi = BidiSwitch(wish: .auto, kind: .tmux(inMlterm: true))
    #expect(bidi.off == "\u{1B}Ptmux;\u{1B}\u{1B}]5379;use_ctl=false\u{07}\u{1B}\\")
  }

  @Test(arguments: [TerminalKind.vte, .konsole, .mlterm, .other, .tmux(inMlterm: false)])
  func nothingIsDoneWhereThePersonSaysThatTheTerminalDoesNot(kind: TerminalKind) {
    let bidi = BidiSwitch(wish: .app, kind: kind)
    #expect(bidi.off.isEmpty && bidi.on.isEmpty && !bidi.guardsCells)
  }
}
