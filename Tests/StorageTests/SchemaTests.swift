import Consultation
import Foundation
import PlacedJSON
import TestSupport
import Testing

@testable import Storage

/// The published schemas and the program agree on what a session and a questionnaire are.
///
/// Checked by Python's `jsonschema`, which had no part in writing either.
@Suite struct SchemaTests {
  static let assets = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Assets").path

  /// Prints the file and the first fault of each one that does not fit its schema.
  private static let script = """
    import json, sys
    try:
        from jsonschema import Draft202012Validator
    except ImportError as error:
        print("unavailable:", error)
        sys.exit()
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    part = sys.argv[2]
    if part:
        schema = {"$ref": "#/$defs/" + part, "$defs": schema["$defs"]}
    validator = Draft202012Validator(schema)
    for path in sys.argv[3:]:
        with open(path, encoding="utf-8") as file:
            error = next(validator.iter_errors(json.load(file)), None)
        if error:
            print(path.rsplit("/", 1)[1], list(error.absolute_path), error.message[:200])
    print("checked", len(sys.argv) - 3)
    """

  /// The lines about files that do not fit.
  func misfits(_ paths: [String], _ schema: String, part: String = "") throws -> [String] {
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    python.arguments =
      ["-c", Self.script, "\(Self.assets)/schemas/\(schema).schema.json", part] + paths
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    var lines = text.split(separator: "\n").map(String.init)
    try #require(
      lines.last == "checked \(paths.count)",
      "\(text): install the Debian package python3-jsonschema",
    )
    lines.removeLast()
    return lines
  }

  @Test func everyTemplateIsASession() throws {
    let folder = Self.assets + "/templates"
    let paths = FileSystem.names(in: folder).map { "\(folder)/\($0)" }
    #expect(paths.count == 4)
    #expect(try misfits(paths, "session") == [])
  }

  @Test func everyShippedQuestionnaireIsOne() throws {
    for folder in Assets(folder: Self.assets).questionnairePaths {
      let names = FileSystem.names(in: folder)
      #expect(try misfits([folder + "/questionnaire.json"], "questionnaire") == [])
      let domains = names.filter { $0 != "questionnaire.json" }.map { "\(folder)/\($0)" }
      #expect(try misfits(domains, "questionnaire", part: "domain") == [])
    }
    let small = try TemporaryFolder()
    try small.write(SmallQuestionnaire.text, to: "small.json")
    #expect(try misfits([small.path + "/small.json"], "questionnaire") == [])
  }

  @Test func theGlossaryIsOne() throws {
    #expect(try misfits([Self.assets + "/glossary.json"], "glossary") == [])
    let folder = try TemporaryFolder()
    for (name, text) in [
      ("none", #"{"format": "majlis-glossary", "formatVersion": 1, "terms": []}"#),
      (
        "nameless", #"{"format": "majlis-glossary", "formatVersion": 1, "terms": [{"term": "a"}]}"#,
      ),
    ] {
      try folder.write(text, to: "\(name).json")
      #expect(try misfits(["\(folder.path)/\(name).json"], "glossary").count == 1)
    }
  }

  @Test func whateverTheProgramWritesFits() throws {
    let folder = try TemporaryFolder()
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Schemas: seed \(seed)")
    var sessions = RandomSessions(seed: seed)
    var paths: [String] = []
    for number in 0..<100 {
      paths.append("\(folder.path)/\(number).json")
      let text = String(decoding: SessionFile.text(sessions.next()), as: UTF8.self)
      try folder.write(text, to: "\(number).json")
    }
    #expect(try misfits(paths, "session") == [])
  }

  /// Faults that a schema cannot see: repeated names, dates that are none, order.
  private func isOfShape(_ what: Fault.What) -> Bool {
    switch what {
    case .missingKey, .wrongType, .unknownCode, .textMissing, .newerVersion, .notASession,
      .unknownObjective, .unknownSubcategory:
      true
    default: false
    }
  }

  @Test func whatTheProgramRefusesForItsShapeDoesNotFit() throws {
    let folder = try TemporaryFolder()
    for (schema, good, cases) in [
      ("session", SessionFaultTests.good, SessionFaultTests.cases),
      ("questionnaire", SmallQuestionnaire.text, QuestionnaireFaultTests.cases),
    ] {
      // A number beyond all bounds is a number to Python, and 1.0 a whole one to the schema.
      let faulty = cases.filter {
        isOfShape($0.what) && !$0.new.contains("1e999") && !$0.new.contains("1.0")
      }
      var paths: [String] = []
      for (index, fault) in faulty.enumerated() {
        paths.append("\(folder.path)/\(schema)-\(index).json")
        try folder.write(
          good.replacingFirst(fault.old, with: fault.new),
          to: "\(schema)-\(index).json",
        )
      }
      let misfits = try misfits(paths, schema)
      for (index, fault) in faulty.enumerated() {
        let isFound = misfits.contains { $0.hasPrefix("\(schema)-\(index).json ") }
        #expect(isFound, "\(fault.testDescription)")
      }
    }
  }
}
