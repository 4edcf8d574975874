import Foundation
import TestSupport
import Testing

/// What the full screen said to be kept is there, whatever happened to the program.
@Suite(.waitsForPrograms) struct FullScreenCrashTests {
  /// The program at a question on the full screen of a real terminal.
  private struct Screen {
    let terminal: RealTerminal

    init(_ program: Program, under tool: String = "") throws {
      let command = "\(tool) '\(Program.path)' open s.json --delegation MAR --question 1.1.1"
      terminal = try RealTerminal("\(command) --language en", in: program)
    }

    /// Waits until the question can be answered.
    ///
    /// - Returns: whether it can; the program may be gone before.
    func isThere() throws -> Bool {
      try terminal.wait(for: "the question, or the end") { rows in
        if try hasEnded() { return true }
        return rows.contains { $0.contains("1.1.1") }
      }
      return try !hasEnded()
    }

    func hasEnded() throws -> Bool { try terminal.property("pane_dead") == "1" }

    /// Gives an answer by its number, and waits for what becomes of it.
    ///
    /// - Returns: whether the screen said that it is kept.
    func answer(_ number: Int) throws -> Bool {
      try terminal.press("\(number)")
      var isKept = false
      try terminal.wait(for: "answer \(number) to be kept") { rows in
        let isChosen = rows.contains { row in
          row.trimmingCharacters(in: .whitespaces).hasPrefix("\(number) ") && row.contains("●")
        }
        isKept = isChosen && rows.contains { $0.hasPrefix(" kept ") }
        // Where the lock or the journal cannot be made, the session is open for reading, and says so.
        if isKept || rows.contains(where: { $0.contains("open for reading only") }) { return true }
        return try hasEnded()
      }
      return isKept
    }
  }

  /// How many changes the delegation's answer has; the file is valid whatever happened.
  private func changes(_ program: Program) throws -> Int {
    #expect(try program.run("check s.json").status == 0)
    let log = try program.run("log s.json --delegation MAR --question 1.1.1 --format json")
    let history = try JSONSerialization.jsonObject(with: Data(log.output.utf8)) as? [Any]
    return history?.count ?? 0
  }

  /// An answer that is not the one that is there: the other of the first two, by its place.
  private func another(_ program: Program) throws -> Int {
    try program.run("show s.json --delegation MAR --question 1.1.1 --format json").output
      .contains("established") ? 1 : 0
  }

  @Test func everyAnswerThatTheScreenAcknowledgedOutlivesAKill() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let program = try Program()
    try program.run("new s.json")
    var acknowledged = 0
    var before = 0
    let tries = LongRuns.count(4, long: 100)
    for _ in 0..<tries {
      let screen = try Screen(program)
      #expect(try screen.isThere())
      let first = try another(program)
      var kept = 0
      for number in 0..<Int.random(in: 1...4, using: &generator) {
        if try screen.answer((first + number) % 2 + 1) { kept += 1 }
      }
      try screen.terminal.press("3")
      usleep(UInt32.random(in: 0...20_000, using: &generator))
      try screen.terminal.signal("KILL")
      let found = try changes(program)
      acknowledged += kept
      #expect(found >= before + kept, "seed \(seed): \(kept) kept, \(found - before) there")
      before = found
    }
    print("Full screen killed \(tries) times: \(acknowledged) answers acknowledged, 0 lost")
    #expect(acknowledged >= tries)
  }

  @Test(.enabled(if: InjectionTests.canTrace, "strace is not installed, or may not trace"))
  func nothingThatTheScreenAcknowledgedIsMissingWhicheverCallFails() throws {
    let program = try Program()
    try program.run("new s.json")
    var acknowledged = 0
    var cases = 0
    let calls = LongRuns.count(3, long: 6)
    for call in ["write", "fdatasync", "rename", "openat", "fsync", "link"].prefix(calls) {
      for fault in ["signal=KILL", "error=ENOSPC"] {
        for number in 1...LongRuns.count(1, long: 12) {
          let files = ["", "/s.json", "/.s.json.journal", "/.s.json.lock"]
            .map { "-P '\(program.folder)\($0)'" }.joined(separator: " ")
          let tool =
            "strace -f -qq -o trace -e trace=\(call) \(files) "
            + "-e inject=\(call):\(fault):when=\(number)"
          let screen = try Screen(program, under: tool)
          let before = try changes(program)
          let first = try another(program)
          var kept = 0
          if try screen.isThere() {
            for place in 0..<3 where try !screen.hasEnded() {
              if try screen.answer((first + place) % 2 + 1) { kept += 1 }
            }
            if try !screen.hasEnded() { try screen.terminal.press("C-c") }
          }
          _ = try screen.terminal.wait(for: "the end") { _ in try screen.hasEnded() }
          cases += 1
          acknowledged += kept
          let found = try changes(program) - before
          #expect(found >= kept, "\(call) \(fault) \(number): \(kept) kept, \(found) there")
        }
      }
    }
    print("strace over the full screen: \(cases) faults, \(acknowledged) acknowledged, 0 lost")
    #expect(acknowledged > 0)
  }
}
