import Foundation
import TestSupport
import Testing

/// What the system can do to the program at each of its calls, done by the system's own tool.
@Suite(.waitsForPrograms) struct InjectionTests {
  /// Whether `strace` is here and may trace.
  static let canTrace: Bool =
    (try? Program.run("/usr/bin/env", ["strace", "-qq", "-o", "/dev/null", "true"]).status) == 0

  private static let calls = [
    "write", "fdatasync", "fsync", "rename", "renameat", "renameat2", "openat", "link",
    "linkat", "ftruncate",
  ]
  private static let faults = ["signal=KILL", "error=ENOSPC", "error=EIO", "error=EROFS"]

  /// Runs `majlis answer` with a fault at the n-th call of a kind on the session's files.
  ///
  /// - Returns: whether it said that the answer is kept, and whether there was an n-th call.
  private func answer(
    _ note: String,
    _ call: String,
    _ fault: String,
    _ number: Int,
    in program: Program,
  ) throws -> (isAcknowledged: Bool, isInjected: Bool) {
    let files = ["", "/s.json", "/.s.json.journal", "/.s.json.lock"]
      .flatMap { ["-P", program.folder + $0] }
    let value = number.isMultiple(of: 2) ? "partial" : "absent"
    let outcome = try Program.run(
      "/usr/bin/env",
      ["timeout", "30", "strace", "-f", "-qq", "-o", "trace", "-e", "trace=\(call)"] + files + [
        "-e", "inject=\(call):\(fault):when=\(number)", Program.path, "answer", "s.json",
        "--delegation", "MAR", "--question", "1.1.1", "--value", value, "--note", note,
      ],
      environment: program.environment,
      folder: program.folder,
    )
    let trace = try program.text("trace")
    return (
      outcome.status == 0, trace.contains("INJECTED") || trace.contains("killed by SIGKILL"),
    )
  }

  @Test(.enabled(if: InjectionTests.canTrace, "strace is not installed, or may not trace"))
  func nothingAcknowledgedIsMissingWhicheverCallFails() throws {
    let program = try Program()
    try program.run("new s.json")
    let most = LongRuns.count(2, long: 60)
    var acknowledged: [String] = []
    var cases = 0
    for call in Self.calls {
      for fault in Self.faults {
        for number in 1...most {
          let note = "note-\(cases)."
          let outcome = try answer(note, call, fault, number, in: program)
          if outcome.isAcknowledged { acknowledged.append(note) }
          guard outcome.isInjected else { break }
          cases += 1
          let isValid = try program.run("check s.json").status == 0
          #expect(isValid, "\(call) \(fault) \(number)")
          let log = try program.run("log s.json --delegation MAR --format json").output
          for note in acknowledged where !log.contains("\"\(note)\"") {
            Issue.record("\(note) is lost after \(call) \(fault) \(number)")
          }
        }
      }
    }
    print("strace: \(cases) faults injected, \(acknowledged.count) acknowledged, 0 lost")
    #expect(cases > 20)
  }
}
