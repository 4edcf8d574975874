import Foundation
import TestSupport
import Testing

/// The program in terminals that send and claim what they should not.
@Suite(.waitsForPrograms) struct StrangeTerminalTests {
  private func open(_ program: Program) throws -> RealTerminal {
    try program.run("new", "s.json")
    let terminal = try RealTerminal(
      "\(Program.path) open s.json --delegation MAR --language en",
      in: program,
    )
    try terminal.wait(for: "Go on at question 1.1.1")
    return terminal
  }

  @Test func sequencesThatMeanNothingLeaveThePageAndTheAnswerAlone() throws {
    let program = try Program()
    let terminal = try open(program)
    try terminal.press("Enter", "2")
    try terminal.wait(for: "kept ")
    let sequences = [
      "\u{1B}j", "\u{1B}q", "\u{1B}[25;3~", "\u{1B}[97;5u", "\u{1B}[27;3;113~", "\u{1B}[113;9u",
      "\u{1B}[I", "\u{1B}[O", "\u{1B}]11;rgb:ffff/ffff/ffff\u{07}", "\u{1B}P>|x(1)\u{1B}\\",
      "\u{1B}[?62;22c", "\u{1B}[12;40R", "\u{1B}[<35;1;1M", "\u{1B}[57441;2u", "\u{1B}_q\u{1B}\\",
    ]
    for sequence in sequences { try terminal.type(sequence) }
    // In two portions, as a slow line brings them.
    try terminal.type("\u{1B}[57441")
    usleep(150_000)
    try terminal.type(";2u")
    try terminal.press("n")
    try terminal.wait(for: "1.1.2   2/18")
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
    let shown = try program.run("show s.json --delegation MAR --question 1.1.1 --format json")
    #expect(shown.output.contains("\"value\": \"partial\""))
    let log = try program.run("log s.json --delegation MAR --format json")
    #expect(log.output.components(separatedBy: "\"question\"").count == 2)
  }

  @Test(arguments: [(65535, 65535), (0, 0), (1, 1), (65535, 1), (1, 65535)])
  func aSizeThatNoScreenHasIsNoHarm(columns: Int, rows: Int) throws {
    let program = try Program()
    try program.run("new", "s.json")
    let terminal = try RealTerminal(
      """
      stty cols \(columns) rows \(rows); \
      (ulimit -v 4000000; exec \(Program.path) open s.json --delegation MAR --language ar)
      """,
      in: program,
    )
    try terminal.wait(for: "the program") { _ in
      try terminal.property("alternate_on") == "1"
    }
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
  }

  @Test func aSizeThatChangesToNonsenseAndBackIsNoHarm() throws {
    let program = try Program()
    let terminal = try open(program)
    let tty = try terminal.property("pane_tty")
    for size in ["cols 65535 rows 65535", "cols 1 rows 1", "cols 0 rows 0", "cols 80 rows 24"] {
      _ = try Program.run("/bin/sh", ["-c", "stty \(size) < \(tty)"])
    }
    try terminal.press("C-l")
    try terminal.wait(for: "Go on at question 1.1.1")
    try terminal.press("Enter", "3")
    try terminal.wait(for: "kept ")
  }
}
