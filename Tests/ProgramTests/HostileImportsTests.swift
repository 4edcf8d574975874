import Foundation
import TestSupport
import Testing

@testable import Spreadsheets
@testable import Storage

/// Files of other programs and sealed ones with anything in them, through the commands that read
/// them: refused with a place, or taken in; the session stays what it is where they are refused.
@Suite(.waitsForPrograms) struct HostileImportsTests {
  /// What is read, and the commands that read it.
  private struct Source {
    let name: String
    let lines: [String]
    var good: [UInt8] = []
  }

  private static let sources = [
    Source(name: "answers.csv", lines: ["import csv s.json answers.csv"]),
    Source(name: "people.csv", lines: ["import delegates s.json people.csv"]),
    Source(
      name: "form.xlsx",
      lines: [
        "import xlsform made.json form.xlsx", "questionnaire import form.xlsx -o made.json",
      ],
    ),
    Source(
      name: "mar.age",
      lines: [
        "show mar.age --passphrase-file pass", "check mar.age --passphrase-file pass",
        "merge s.json mar.age --passphrase-file pass",
      ],
    ),
  ]

  private func program() throws -> (Program, [Source]) {
    let program = try Program()
    try program.write("une phrase\n", to: "pass")
    for line in [
      "new s.json", "answer s.json --delegation MAR --question 1.1.1 --value partial",
      "export csv s.json --delegation MAR -o answers.csv",
      "questionnaire export mgi-national -o form.xlsx",
      "extract s.json --delegation MAR -o mar.json",
    ] {
      let outcome = try program.run(line)
      try #require(outcome.status == 0, "\(line): \(outcome)")
    }
    // With little work, so that many can be opened.
    var generator = SeededGenerator(seed: 1)
    let own = Array(try program.text("mar.json").utf8)
    let sealed = try Sealing.seal(own, with: "une phrase", work: 2, using: &generator)
    try Data(sealed).write(to: URL(fileURLWithPath: program.file("mar.age")))
    try program.write(
      "delegation,name,institution,role,mode\nMAR,Leïla,Santé,,online\nIRQ,Omar,x,y,\n",
      to: "people.csv",
    )
    let sources = try Self.sources.map { source in
      let good = try Data(contentsOf: URL(fileURLWithPath: program.file(source.name)))
      return Source(name: source.name, lines: source.lines, good: Array(good))
    }
    return (program, sources)
  }

  private func mutated(_ source: Source, _ mutations: inout XMLMutations) throws -> [UInt8] {
    guard source.name.hasSuffix(".xlsx"), Bool.random(using: &mutations.bytes.generator) else {
      return mutations.bytes.mutated(source.good)
    }
    var entries = try ZipArchive(reading: source.good) { _ in true }.entries
    let place = Int.random(in: entries.indices, using: &mutations.bytes.generator)
    let content = mutations.mutated(entries[place].content)
    entries[place] = ZipArchive.Entry(name: entries[place].name, content: content)
    return ZipArchive(entries).bytes
  }

  @Test func areTakenInOrRefusedAndChangeNothingElse() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var mutations = XMLMutations(seed: seed)
    let (program, sources) = try program()
    let session = try program.text("s.json")
    let count = LongRuns.count(12, long: 2000, or: "MAJLIS_HOSTILE_COUNT")
    var (refused, longest) = (0, (time: Duration.zero, line: ""))
    let kept = Set(["s.json", "pass"] + sources.map(\.name))
    for number in 0..<count {
      let source = sources[number % sources.count]
      let line = source.lines[number / sources.count % source.lines.count]
      let bytes = try mutated(source, &mutations)
      // A key that takes more work than usual is made, for up to a minute; that is not tried.
      if let header = try? SealedHeader(bytes), header.work > 10 { continue }
      try program.write(session, to: "s.json")
      let file = URL(fileURLWithPath: program.file(source.name))
      try Data(bytes).write(to: file)
      var outcome = Program.Outcome()
      let time = try ContinuousClock().measure { outcome = try program.run(line) }
      if time > longest.time { longest = (time, line) }
      let context = "seed \(seed), \(number), \(line): \(outcome)"
      #expect([0, 1, 65].contains(outcome.status), "\(context)")
      #expect(try Data(contentsOf: file) == Data(bytes), "\(context)")
      // Of people, those without a fault are taken in all the same.
      #expect(
        try outcome.status == 0 || source.name == "people.csv"
          || program.text("s.json") == session,
        "\(context)",
      )
      if outcome.status != 0 {
        refused += 1
        let complaints = outcome.complaints.split(separator: "\n")
        #expect(!complaints.isEmpty || outcome.status == 1, "\(context)")
        for complaint in complaints {
          #expect(complaint.hasPrefix("majlis: \(source.name):"), "\(context)")
        }
        #expect(!FileManager.default.fileExists(atPath: program.file("made.json")), "\(context)")
      }
      try program.removeAll(but: kept)
    }
    print("hostile imports: \(count), \(refused) refused, longest \(longest), seed \(seed)")
    #expect(longest.time < .seconds(60), "seed \(seed)")
  }
}
