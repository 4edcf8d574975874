import Consultation
import Foundation
import Glibc
import TestSupport
import Testing

/// What the program said to be kept is there, whatever happened to the program.
@Suite(.waitsForPrograms) struct CrashTests {
  /// The program in lines of text, to which a test types.
  private final class Dialogue {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var said = Data()

    init(_ program: Program, delegation: String) throws {
      process.executableURL = URL(fileURLWithPath: Program.path)
      process.arguments = [
        "open", "s.json", "--delegation", delegation, "--language", "en", "--question", "1.1.1",
        "--plain",
      ]
      process.environment = program.environment
      process.currentDirectoryURL = URL(fileURLWithPath: program.folder)
      process.standardInput = input
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.start()
    }

    var identifier: Int32 { process.processIdentifier }

    /// Types a line; it is no harm where the program is gone already.
    func type(_ line: String) {
      let bytes = Array((line + "\n").utf8)
      _ = write(input.fileHandleForWriting.fileDescriptor, bytes, bytes.count)
    }

    /// What is said until the hints, which end a page; `nil` when the program is gone.
    func page() -> String? {
      while true {
        if let end = said.range(of: Data("Esc back\n".utf8)) {
          defer { said = Data(said[end.upperBound...]) }
          return String(decoding: said[..<end.lowerBound], as: UTF8.self)
        }
        let more = output.fileHandleForReading.availableData
        if more.isEmpty { return nil }
        said += more
      }
    }

    func wait() { process.waitUntilExit() }
  }

  @Test func everyAnswerThatWasAcknowledgedOutlivesAKillAtAnyMoment() throws {
    signal(SIGPIPE, SIG_IGN)
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let program = try Program()
    try program.run("new s.json")
    let tries = LongRuns.count(15, long: 500)
    var acknowledged = 0
    var lost = 0
    var before = 0
    for _ in 0..<tries {
      let dialogue = try Dialogue(program, delegation: "MAR")
      _ = dialogue.page()
      let killer = Thread { [id = dialogue.identifier] in
        kill(id, SIGKILL)
      }
      let answersBeforeKill = Int.random(in: 0...6, using: &generator)
      let delay = UInt32.random(in: 0...4000, using: &generator)
      var sent = 0
      var kept = 0
      while true {
        dialogue.type("\(sent % 3 + 1)")
        sent += 1
        if sent == answersBeforeKill + 1 {
          usleep(delay)
          killer.start()
        }
        guard let page = dialogue.page() else { break }
        if page.contains("kept ") { kept += 1 }
        guard sent < 1000 else { break }
      }
      dialogue.wait()
      let log = try program.run("log s.json --delegation MAR --question 1.1.1 --format json")
      #expect(log.status == 0, "seed \(seed)")
      let history = try JSONSerialization.jsonObject(with: Data(log.output.utf8)) as? [Any]
      let found = (history?.count ?? 0) - before
      acknowledged += kept
      lost += max(0, kept - found)
      before += found
    }
    #expect(try program.run("check s.json").status == 0)
    print("Killed \(tries) times: \(acknowledged) answers acknowledged, \(lost) lost")
    #expect(lost == 0, "seed \(seed)")
    #expect(acknowledged > tries)
  }

  @Test func tenProcessesKeepEverythingThatEachOfThemDoes() throws {
    let program = try Program()
    try program.run("new s.json")
    let each = LongRuns.count(15, long: 1000)
    let lines = (0..<each).map { "\($0 % 3 + 1)\n" }.joined()
    try program.write(lines, to: "lines")
    let codes = ["DZA", "BHR", "DJI", "IRQ", "LBN", "LBY", "MRT", "MAR", "TUN", "YEM"]
    let script = codes.map { code in
      "\(Program.path) open s.json --delegation \(code) --language en --question 1.1.1 --plain "
        + "<lines >/dev/null &"
    }
    let outcome = try Program.run(
      "/bin/sh",
      ["-c", script.joined(separator: "\n") + "\nwait"],
      environment: program.environment,
      folder: program.folder,
    )
    #expect(outcome.complaints == "")
    let history = try Program.run(
      "/usr/bin/env",
      ["jq", "-r", ".history | length, ([.[].id] | unique | length)", program.file("s.json")],
    )
    #expect(history.output == "\(10 * each)\n\(10 * each)\n")
    #expect(try program.run("check s.json").status == 0)
    print("Ten processes: \(10 * each) changes, all in the history")
  }
}
