import Foundation
import TestSupport
import Testing

/// However the program ends, the terminal is as it was.
@Suite(.waitsForPrograms) struct GivingBackTests {
  /// A shell in a terminal with the program in it; what `stty` says is written before and after.
  private func shell(_ program: Program) throws -> RealTerminal {
    try program.run("new", "s.json")
    let terminal = try RealTerminal(
      """
      stty -g > before; \(Program.path) open s.json --delegation MAR --language en; \
      echo $? > status; stty -g > after; echo The shell again; cat
      """,
      in: program,
    )
    try terminal.wait(for: "Go on at question 1.1.1")
    try terminal.press("Enter", "2")
    try terminal.wait(for: "kept ")
    #expect(try terminal.property("alternate_on") == "1")
    return terminal
  }

  private func expectGivenBack(_ terminal: RealTerminal, _ program: Program) throws {
    try terminal.wait(for: "The shell again")
    #expect(try terminal.property("alternate_on") == "0")
    #expect(try terminal.property("cursor_flag") == "1")
    #expect(try terminal.property("mouse_any_flag") == "0")
    #expect(try terminal.property("keypad_flag") == "0")
    #expect(try program.text("after") == program.text("before"))
  }

  @Test(arguments: ["C-c", "Escape"])
  func atTheEnd(key: String) throws {
    let program = try Program()
    let terminal = try shell(program)
    if key == "Escape" {
      // Question, delegation, delegations; the last one is asked for twice.
      for _ in 0..<4 {
        try terminal.press(key)
        usleep(100_000)
      }
    } else {
      try terminal.press(key)
    }
    try expectGivenBack(terminal, program)
    #expect(try program.text("status") == "0\n")
  }

  @Test(
    arguments: [
      "TERM", "HUP", "INT", "QUIT", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "POLL",
      "STKFLT", "PWR", "34", "50", "64",
    ]
  )
  func whenAskedToEndFromOutside(signal name: String) throws {
    let program = try Program()
    let terminal = try shell(program)
    try terminal.press("c")
    try terminal.wait(for: "The national context")
    try terminal.type("half a sentence")
    try terminal.wait(for: "half a sentence")
    try terminal.signal(name)
    try expectGivenBack(terminal, program)
    let file = try program.text("s.json")
    #expect(file.contains("half a sentence"), "what was being written is kept")
  }

  @Test(arguments: ["SEGV", "ABRT", "BUS", "FPE", "ILL", "TRAP", "SYS"])
  func afterACrash(signal name: String) throws {
    let program = try Program()
    let terminal = try shell(program)
    try terminal.signal(name)
    try expectGivenBack(terminal, program)
    #expect(try program.text("status") != "0\n")
  }

  @Test func whileItIsSuspended() throws {
    let program = try Program()
    try program.run("new", "s.json")
    let terminal = try RealTerminal("env PS1='shell> ' bash --norc --noprofile -i", in: program)
    try terminal.wait(for: "shell>")
    try terminal.type(
      "stty -g > before; \(Program.path) open s.json --delegation MAR --language en"
    )
    try terminal.press("Enter")
    try terminal.wait(for: "Go on at question 1.1.1")
    try terminal.press("C-z")
    try terminal.wait(for: "Stopped")
    #expect(try terminal.property("alternate_on") == "0")
    try terminal.type("stty -g > after; fg")
    try terminal.press("Enter")
    try terminal.wait(for: "Go on at question 1.1.1")
    try terminal.press("Enter", "3")
    try terminal.wait(for: "kept ")
    try terminal.press("C-c")
    try terminal.wait(for: "the shell") { _ in try terminal.property("alternate_on") == "0" }
  }

  @Test(arguments: ["TTIN", "TTOU", "TSTP", "STOP"])
  func whileAnotherHasStoppedIt(signal name: String) throws {
    let program = try Program()
    try program.run("new", "s.json")
    let terminal = try RealTerminal("env PS1='shell> ' bash --norc --noprofile -i", in: program)
    try terminal.wait(for: "shell>")
    try terminal.type(
      "stty -g > before; \(Program.path) open s.json --delegation MAR --language en"
    )
    try terminal.press("Enter")
    try terminal.wait(for: "Go on at question 1.1.1")
    let jobs = try Program.run("/usr/bin/env", ["pgrep", "-P", try terminal.programID()]).output
    let job = try #require(jobs.split(separator: "\n").first.map(String.init))
    _ = try Program.run("/usr/bin/env", ["kill", "-\(name)", job])
    try terminal.wait(for: "the shell") { _ in
      // Against SIGSTOP nothing can be done: its screen stays.
      let isBack = try name == "STOP" || terminal.property("alternate_on") == "0"
      return try isBack && Program.run("/bin/ps", ["-o", "stat=", job]).output.hasPrefix("T")
    }
    #expect(try terminal.property("mouse_any_flag") == (name == "STOP" ? "1" : "0"))
    try terminal.type("fg")
    try terminal.press("Enter")
    try terminal.wait(for: "Go on at question 1.1.1")
    try terminal.press("Enter", "3")
    try terminal.wait(for: "kept ")
    try terminal.press("C-c")
    try terminal.wait(for: "the shell") { _ in try terminal.property("alternate_on") == "0" }
    try terminal.type("stty -g > after")
    try terminal.press("Enter")
    try terminal.wait(for: "the settings") { _ in
      (try? program.text("after")) == (try? program.text("before"))
    }
  }

  @Test func aSignalThatAWriteCausesEndsNothing() throws {
    let program = try Program()
    let terminal = try shell(program)
    try terminal.signal("XFSZ")
    try terminal.signal("PIPE")
    try terminal.press("n", "3")
    try terminal.wait(for: "1.1.2")
    try terminal.press("C-c")
    try expectGivenBack(terminal, program)
  }
}
