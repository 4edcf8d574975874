import Foundation
import PlacedJSON
import TestSupport
import Testing

/// Sessions by ill will through every command: the ends of each number, length and shape.
///
/// They are made by the schema. Each is read or refused, and none crashes or freezes the program.
@Suite(.waitsForPrograms) struct HostileSessionsTests {
  private static let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Assets/schemas/session.schema.json")

  private static let commands =
    [
      "check s.json", "show s.json", "show s.json --delegation QNG --format json", "log s.json",
      "merge s.json s.json -o merged.json", "merge s.json good.json -o merged.json",
      "extract s.json --delegation QNG -o qng.json", "baseline s.json --delegation QNG --as a",
      "answer s.json --delegation QNG --question 1.1.1 --value partial --note x",
      "answer s.json --delegation QND --question 1.1.2 --value absent",
      "import csv s.json table.csv --dry-run", "open s.json --plain",
    ]
    + ["profile", "workshop", "exchange", "synthesis", "gcm", "sdg", "followup"]
    .map { "report \($0) s.json --delegation QNG" }
    + ["json", "csv", "xlsx", "ics", "datapackage"].map { "export \($0) s.json -o out.\($0)" }

  private let numbers = [
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "9007199254740991",
    "9007199254740992", "-9007199254740992", "253402300799999", "999999", "1000000", "-1", "0",
    "1440", "1441", "1e308", "1e309", "-0.0", "1e-400", "4294967296",
  ]

  private let texts = [
    "", "\n", "\u{0}", "\u{1B}[2J", "\u{202E}", "../../x", "-1.1.1", "1.1.1", "QNG",
    "0001-01-01T00:00:00.000+23:59", "9999-12-31T23:59:59.999-23:59", "9999-12-31", "0001-01-01",
    "23:59", "notApplicable", "declined", String(repeating: "a", count: 950),
    String(repeating: "ع", count: 300_000),
  ]

  /// Something that stands nowhere in a session, or almost anywhere.
  private func hostile(_ generator: inout SeededGenerator, depth: Int = 0) -> JSONValue {
    switch Int.random(in: 0..<(depth < 3 ? 9 : 7), using: &generator) {
    case 0, 1, 2: JSONValue(.number(numbers.randomElement(using: &generator) ?? "0"))
    case 3, 4, 5: .string(texts.randomElement(using: &generator) ?? "")
    case 6: JSONValue([.null, .bool(true), .bool(false)].randomElement(using: &generator) ?? .null)
    case 7: .array((0..<2).map { _ in hostile(&generator, depth: depth + 1) })
    default: .object([("id", .string("x")), ("k", hostile(&generator, depth: depth + 1))])
    }
  }

  /// The session with one to four things done to it.
  private func hostile(
    _ root: JSONValue,
    _ walk: SchemaWalk,
    _ generator: inout SeededGenerator,
  ) -> JSONValue {
    var root = root
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard let field = walk.fields(of: root).randomElement(using: &generator) else { continue }
      let elements = field.value?.elements ?? []
      let new: JSONValue? =
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: nil
        case 1: .array(elements + elements)
        case 2 where !elements.isEmpty:
          .array((0..<5000).map { elements[$0 % elements.count] })
        case 3, 4: walk.other(than: field.value, field.schema, using: &generator)
        case 5, 6:
          // Of the type that stands there, or the file is refused before anything is reckoned.
          field.value?.number == nil
            ? .string(texts.randomElement(using: &generator) ?? "")
            : JSONValue(.number(numbers.randomElement(using: &generator) ?? "0"))
        default: hostile(&generator)
        }
      root = root.setting(field.path[...], to: new)
    }
    return root
  }

  @Test func crashAndFreezeNoCommand() throws {
    let seed = UInt64.random(in: 0...(.max))
    let count = LongRuns.count(16, long: 10_000, or: "MAJLIS_HOSTILE_COUNT")
    var generator = SeededGenerator(seed: seed)
    let walk = try SchemaWalk(schema: Array(Data(contentsOf: Self.schema)))
    let good = RichSession.text(answering: "mgi-national", version: "2023.1")
    let root = try JSONReader.read(Array(good.utf8))
    let program = try Program()
    try program.write(good, to: "good.json")
    try program.write("delegation,question,value\nMAR,1.1.1,partial\n", to: "table.csv")
    let checked = try program.run("check good.json")
    #expect(checked.status == 0 || checked.status == 1, "\(checked)")
    for line in Self.commands {
      try program.write(good, to: "s.json")
      let outcome = try program.run(line)
      #expect(outcome.status != 64, "a command as it is used: \(line): \(outcome.complaints)")
      try program.removeAll(but: ["good.json", "table.csv"])
    }
    var (runs, refused) = (0, 0)
    var longest = (time: Duration.zero, line: "")
    for number in 0..<count {
      let text = JSONWriter.text(hostile(root, walk, &generator))
      let allowed =
        Duration.seconds(LongRuns.count(30, long: 10))
        + .seconds(LongRuns.count(10, long: 1)) * (text.count >> 20)
      let lines =
        LongRuns.count(0, long: 1) == 1
        ? Self.commands : Array(Self.commands.shuffled(using: &generator).prefix(3))
      for line in lines {
        try Data(text).write(to: URL(fileURLWithPath: program.file("s.json")))
        var status: Int32 = 0
        let time = try ContinuousClock().measure {
          // A shell tells a signal from a status.
          status = try Program.run(
            "/bin/sh",
            ["-c", "timeout 120 \"$0\" \"$@\" </dev/null >/dev/null; exit $?", Program.path]
              + line.split(separator: " ").map(String.init),
            environment: program.environment,
            folder: program.folder,
          ).status
        }
        runs += 1
        if status != 0 { refused += 1 }
        if time > longest.time { longest = (time, line) }
        if status >= 124 || time > allowed {
          try Data(text).write(
            to: URL(fileURLWithPath: NSTemporaryDirectory() + "hostile-\(seed)-\(number).json")
          )
        }
        #expect(status < 124, "seed \(seed), session \(number), \(line): status \(status)")
        #expect(time <= allowed, "seed \(seed), session \(number), \(line): \(time)")
        try program.removeAll(but: ["good.json", "table.csv"])
      }
    }
    print(
      "hostile sessions: \(count), \(runs) runs, \(refused) refused, longest \(longest), "
        + "seed \(seed)"
    )
  }
}
