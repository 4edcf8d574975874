import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

/// Somebody with the key of a seat who takes more than one person needs: the others go on.
@Suite(.serialized, .waitsForPrograms) struct HostFloodTests {
  private let inEnglish = ["LANG": "en_GB.UTF-8"]

  private func hosted() throws -> HostedProgram? {
    if let missing = HostedProgram.missing {
      print(missing)
      return nil
    }
    let hosted = try HostedProgram()
    try hosted.start()
    return hosted
  }

  /// The processes that are a seat's program, not what the server has of its line.
  private func programs(of seat: String, in hosted: HostedProgram) throws -> [Int32] {
    try hosted.processes().filter { $0.value.contains(" seat ") && $0.value.contains(" \(seat) ") }
      .map(\.key)
  }

  private func status(_ process: Int32, _ field: String) -> Int {
    let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("\(field):") } ?? ""
    return line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first ?? 0
  }

  @Test func answersTheOthersWhileOneKeyConnectsAgainAndAgain() throws {
    guard let hosted = try hosted() else { return }
    let other = try hosted.terminal("TUN-1", environment: inEnglish)
    try other.wait(for: try Words.shipped(.english)(.goOnAt(question: .sample("1.1.1"))))
    try other.press("Enter")
    try other.wait(for: "1.1.1")
    let count = LongRuns.count(12, long: 200)
    let flood = Process()
    flood.executableURL = URL(fileURLWithPath: "/bin/sh")
    // Each stays until the next one sends it away, or some seconds; ten begin at a time.
    let script = """
      n=0; while [ $n -lt \(count) ]; do n=$((n + 1)); \
      (sleep 8 | timeout 40 ssh -tt -F config -oBatchMode=yes majlis >/dev/null 2>&1) & \
      [ $((n % 10)) -ne 0 ] || sleep 1; done
      """
    flood.arguments = ["-c", script]
    flood.environment = hosted.program.environment.merging(["TERM": "xterm"]) { $1 }
    flood.currentDirectoryURL = URL(fileURLWithPath: hosted.program.file("inv/MAR-1"))
    try flood.start()
    var (longest, most, keys) = (Duration.zero, 0, 0)
    while flood.isRunning || keys < 4 {
      for (key, question) in [("n", "1.1.2"), ("b", "1.1.1")] {
        longest = max(
          longest,
          try ContinuousClock().measure {
            try other.press(key)
            try other.wait(for: question) { $0.first?.contains(question) ?? false }
          },
        )
        keys += 1
      }
      most = max(most, try programs(of: "MAR-1", in: hosted).count)
    }
    flood.waitUntilExit()
    try hosted.wait(for: "the end of all of them but one") {
      try programs(of: "MAR-1", in: hosted).count <= 1
    }
    let seat = try #require(try programs(of: "TUN-1", in: hosted).first)
    print(
      """
      flood: \(count) connections with one key, at most \(most) of its seats at once; another seat \
      answered \(keys) keys, the slowest after \(longest); it has \(status(seat, "VmRSS")) kB of \
      memory, \(status(seat, "VmData")) kB of its own that could be written
      """
    )
    try other.press("C-c")
    #expect(try other.waitForTheEnd() == 0)
  }

  @Test func letsASeatGoAtWhichNobodyEverPressesAKey() throws {
    guard HostedProgram.missing == nil else { return }
    let hosted = try HostedProgram(["MAR-1", "TUN-1", "observer-1"])
    let id = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: hosted.program.file("data/majlis/host")
      ).first
    )
    let file = "data/majlis/host/\(id)/host.json"
    let record = try hosted.program.text(file)
    try hosted.program.write(record.replacing(": 7200", with: ": 15"), to: file)
    try hosted.start()
    #expect(try hosted.program.text(file).contains(": 15"))
    let begun = FilledPhrase.goOnAt(question: .sample("1.1.1"))
    let worker = try hosted.terminal("TUN-1", environment: inEnglish)
    try worker.wait(for: try Words.shipped(.english)(begun))
    try worker.press("Enter")
    let observer = try hosted.terminal("observer-1", environment: inEnglish)
    let idle = try hosted.terminal("MAR-1", environment: inEnglish)
    try idle.wait(for: try Words.shipped(.english)(begun))
    #expect(try idle.waitForTheEnd() != nil)
    // Who has pressed one may think as long as they like, and who only looks on, look.
    try worker.press("n")
    try worker.wait(for: "1.1.2")
    #expect(try programs(of: "observer-1", in: hosted).count == 1)
    for terminal in [worker, observer] { try terminal.press("C-c") }
  }
}
