import Foundation
import TestSupport
import Testing

/// The day in Cairo from the template to the closing page: ten delegations, six in the room and
/// four online, each by keys and commands of its own, the facilitator at a terminal and the screen
/// for the room at another.
@Suite(.waitsForPrograms) struct CairoDayTests {
  private static let inTheRoom = ["DZA", "IRQ", "LBN", "MAR", "TUN", "YEM"]
  private static let online = ["BHR", "DJI", "LBY", "MRT"]

  /// What was seen on the screen for the room, to be watched again with asciinema.
  fileprivate struct Recording {
    private let start = Date()
    private var lines = [#"{"version": 2, "width": 80, "height": 24}"#]

    mutating func take(_ rows: [String]) throws {
      let screen = "\u{1B}[2J\u{1B}[H" + rows.joined(separator: "\r\n")
      let text = try JSONEncoder().encode(screen)
      let time = Date().timeIntervalSince(start)
      lines.append("[\(time), \"o\", \(String(decoding: text, as: UTF8.self))]")
    }

    /// Written where `MAJLIS_CAST` says, for a person to watch; else checked and let go.
    func end(in program: Program) throws {
      let text = lines.joined(separator: "\n") + "\n"
      let wanted = ProcessInfo.processInfo.environment["MAJLIS_CAST"]
      let path = wanted ?? program.file("day.cast")
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(lines.count > 12)
    }
  }

  /// A delegation's own process, by lines of text.
  private func table(
    _ program: Program,
    _ file: String,
    _ code: String,
    _ lines: [String],
    question: String = "1.1.1",
  ) throws {
    let outcome = try program.run(
      "open \(file) --delegation \(code) --language en --plain --question \(question)",
      input: lines.joined(separator: "\n") + "\n",
    )
    #expect(outcome.status == 0, "\(code): \(outcome.complaints)")
  }

  private func jq(_ program: Program, _ filter: String) throws -> String {
    try Program.run("/usr/bin/env", ["jq", "-r", filter, program.file("s.json")]).output
      .trimmingCharacters(in: .newlines)
  }

  @Test func goesFromTheTemplateToTheClosingPage() throws {
    let program = try Program()
    #expect(try program.run("new s.json --template cairo-2023").status == 0)
    let titles = try jq(program, ".workshop.agenda[].titleTranslations.en.text")
      .split(separator: "\n").map(String.init)
    #expect(titles.count == 13)
    let room = try RealTerminal("\(Program.path) open s.json --language en", in: program)
    let screen = try RealTerminal("\(Program.path) present s.json --language en", in: program)
    var recording = Recording()
    try room.wait(for: "The room, for the facilitator")
    try room.press("End", "Enter")
    try room.wait(for: "Nothing of the agenda runs yet")
    for _ in 0..<10 { try room.press("p", "Down") }

    var slowest = 0.0
    for (number, title) in titles.enumerated() {
      try room.press("g")
      try room.wait(for: "Which item begins now?")
      let before = Date()
      try room.press("Enter")
      let start = String(title.prefix(30))
      recording.takeOrFail(try screen.wait(for: start))
      slowest = max(slowest, Date().timeIntervalSince(before))
      switch number {
      case 3: try exchange(program, room)
      case 5: try oneDomainTogether(program, room, screen, &recording)
      case 11: try nextSteps(room)
      default: break
      }
    }
    recording.takeOrFail(try screen.wait(for: "Thank you for this day together."))
    try screen.wait(for: "Translate the act")
    try screen.press("q")
    #expect(try screen.waitForTheEnd() == 0)
    try room.press("C-c")
    #expect(try room.waitForTheEnd() == 0)
    try recording.end(in: program)
    print("the day: 13 items, each on the screen for the room after \(slowest) s at most")

    try check(program)
  }

  /// Morocco offers, Iraq wishes; the facilitator proposes it to both, and both accept.
  private func exchange(_ program: Program, _ room: RealTerminal) throws {
    try table(program, "s.json", "MAR", ["o", "3"])
    try table(program, "s.json", "IRQ", ["w", "3"])
    try room.press("E")
    try room.wait(for: "Morocco shares · Iraq listens")
    try room.press("Enter")
    try room.wait(for: "waits for Morocco and Iraq")
    for code in ["MAR", "IRQ"] { try table(program, "s.json", code, ["E", "1", "1"]) }
    try room.wait(for: "agreed by all")
    try room.press("Escape")
    try room.wait(for: "Not heard so far")
  }

  /// A question before the room: six answer at their terminals, four in their own files.
  private func oneDomainTogether(
    _ program: Program,
    _ room: RealTerminal,
    _ screen: RealTerminal,
    _ recording: inout Recording,
  ) throws {
    try room.press("n")
    recording.takeOrFail(try screen.wait(for: "1.1.1"))
    for code in Self.online {
      #expect(try program.run("extract s.json --delegation \(code) -o \(code).json").status == 0)
    }
    for (number, code) in Self.inTheRoom.enumerated() {
      try table(program, "s.json", code, ["\(number % 3 + 1)", "h", "2", "k"])
    }
    for (number, code) in Self.online.enumerated() {
      try table(program, "\(code).json", code, ["\(number % 5 + 1)", "n", "2"])
    }
    let merged = try program.run(
      "merge s.json " + Self.online.map { "\($0).json" }.joined(separator: " ")
    )
    #expect(merged == Program.Outcome())
    recording.takeOrFail(try screen.wait(for: "Shared with the room"))
    try screen.wait(for: "Yemen")
    // Who raised a hand speaks: the first in the neutral order of the list.
    try room.press("Home", "s")
    recording.takeOrFail(try screen.wait(for: "Speaking: Algeria"))
    try room.press("s")
    try table(program, "s.json", "TUN", ["t", "Enter"])
  }

  private func nextSteps(_ room: RealTerminal) throws {
    try room.press("A")
    try room.wait(for: "Next steps")
    try room.press("+")
    try room.wait(for: "What is to be done")
    try room.type("Translate the act")
    try room.press("Enter")
    try room.wait(for: "Who does it")
    // Two that come as one portion are one.
    try room.press("Escape")
    try room.wait(for: "the list of steps") { rows in
      !rows.contains { $0.contains("Who does it") }
    }
    try room.press("Escape")
    try room.wait(for: "Not heard so far")
  }

  private func check(_ program: Program) throws {
    #expect(try program.run("check s.json") == Program.Outcome())
    let schema = try Assets.schema("session")
    let valid = try Program.run(
      "/usr/bin/python3",
      [
        "-c",
        "import json,sys,jsonschema; jsonschema.Draft202012Validator("
          + "json.load(open(sys.argv[1]))).validate(json.load(open(sys.argv[2])))",
        schema, program.file("s.json"),
      ],
    )
    #expect(valid.status == 0, "\(valid.complaints)")
    let counts: [(String, String)] = [
      ("[.delegations[] | select(.answers[\"1.1.1\"].value)] | length", "10"),
      ("[.delegations[].answers[] | select(.value)] | length", "14"),
      ("[.delegations[].answers[] | select(.sharing == \"room\")] | length", "6"),
      (".workshop.parkingLot | length", "1"), (".workshop.actions | length", "1"),
      ("[.records.attendance[] | select(.leftAt == null)] | length", "10"),
      (".records.room.room.item", "closing"),
      ("[.records.exchange[] | select((.acceptedBy | length) == 2)] | length", "1"),
      (".records.speech | length", "6"),
      ("[.history[] | select(.role == \"facilitator\" and .question)] | length", "0"),
      ("(.history | length) == ([.history[].id] | unique | length)", "true"),
    ]
    for (filter, count) in counts { #expect(try jq(program, filter) == count, "\(filter)") }
  }
}

extension CairoDayTests.Recording {
  fileprivate mutating func takeOrFail(_ rows: [String]) {
    do { try take(rows) } catch { Issue.record(error) }
  }
}

private enum Assets {
  /// The path of a schema in the checkout.
  static func schema(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return folder.appendingPathComponent("Assets/schemas/\(name).schema.json").path
  }
}
