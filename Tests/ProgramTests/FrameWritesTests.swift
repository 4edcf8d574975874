import Foundation
import TestSupport
import Testing

/// What the program writes to its terminal, by the system's own tool.
@Suite(.waitsForPrograms) struct FrameWritesTests {
  @Test(.enabled(if: InjectionTests.canTrace, "strace is not installed, or may not trace"))
  func aKeyIsAnsweredByOneWrite() throws {
    let program = try Program()
    try program.run("new", "s.json")
    let terminal = try RealTerminal(
      """
      strace -qq -o trace -e trace=write -P $(tty) \
      '\(Program.path)' open s.json --delegation MAR --question 1.1.1 --language ar
      """,
      in: program,
    )
    try terminal.wait(for: "1.1.1")
    // Arrows, the next question, a page over it and away again.
    for key in ["Down", "Down", "Up", "n", "?", "Down", "b"] {
      let before = try terminal.colouredScreen()
      let writes = try program.text("trace").split(separator: "\n").count
      try terminal.press(key)
      try terminal.wait(for: "another screen") { _ in try terminal.colouredScreen() != before }
      let now = try program.text("trace").split(separator: "\n").count
      #expect(now == writes + 1, "\(key)")
    }
  }
}
