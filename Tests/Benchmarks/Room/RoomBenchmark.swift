import Foundation
import TestSupport

/// How soon the facilitator's screen shows what a delegation answered while ten processes write,
/// and what it costs while nothing happens.
@main
enum RoomBenchmark {
  private static let others = ["DZA", "BHR", "DJI", "IRQ", "LBN", "LBY", "MRT", "TUN", "YEM"]

  static func main() throws {
    let program = try Program()
    try program.run("new s.json")
    let room = try RealTerminal("\(Program.path) open s.json --language en", in: program)
    try room.wait(for: "The room, for the facilitator")
    try room.press("End", "Enter")
    try room.wait(for: "Nothing of the agenda runs yet")
    let writers = try writers(in: program)
    var delays: [Double] = []
    for count in 1...15 {
      // Of the first domain, which asks of everybody the same.
      let question = try question(count, in: program)
      let before = Date()
      try program.run("answer s.json --delegation MAR --question \(question) --value partial")
      try room.wait(for: "Morocco at \(count)") { rows in
        rows.contains { $0.contains("Morocco") && $0.contains(" \(count)/18") }
      }
      delays.append(Date().timeIntervalSince(before) * 1000)
    }
    for writer in writers { writer.waitUntilExit() }
    delays.sort()
    print("a change is on the room's screen, with ten processes writing (milliseconds)")
    print("  from the start of the command: median \(Int(delays[7])), most \(Int(delays[14]))")
    try idle(room)
    try room.press("C-c")
  }

  /// Nine delegations that change an answer five times a second each, for a quarter of a minute.
  private static func writers(in program: Program) throws -> [Process] {
    try others.map { code in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c",
        "for i in $(seq 40); do echo 1; sleep 0.2; echo 2; sleep 0.2; done | "
          + "\(Program.path) open s.json --delegation \(code) --language en --question 1.1.1 "
          + "--plain >/dev/null",
      ]
      process.environment = program.environment
      process.currentDirectoryURL = URL(fileURLWithPath: program.folder)
      try process.start()
      return process
    }
  }

  private static func question(_ count: Int, in program: Program) throws -> String {
    let numbers = try Program.run(
      "/bin/sh",
      ["-c", "\(Program.path) questionnaire show mgi-national | grep -oE '^ *1\\.[0-9]\\.[0-9]+'"],
      environment: program.environment,
    ).output.split(whereSeparator: \.isWhitespace)
    return String(numbers[count - 1])
  }

  /// The share of one core that the room's screen takes while nobody does anything.
  private static func idle(_ room: RealTerminal) throws {
    sleep(2)
    let id = try room.programID()
    func ticks() throws -> Double {
      let stat = try String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
      let fields = stat.split(separator: " ")
      return (Double(fields[13]) ?? 0) + (Double(fields[14]) ?? 0)
    }
    let before = try ticks()
    sleep(10)
    let share = (try ticks() - before) / Double(sysconf(Int32(_SC_CLK_TCK))) / 10 * 100
    print("  idle for ten seconds: \(share) % of one core")
  }
}
