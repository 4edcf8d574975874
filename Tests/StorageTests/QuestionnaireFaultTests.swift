import Consultation
import Foundation
import Testing

@testable import Storage

@Suite struct QuestionnaireFaultTests {
  private func faults(_ text: String) throws -> [Fault] {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "q.json")
    do throws(StorageError) {
      _ = try QuestionnaireFile.read(folder.path + "/q.json")
      return []
    } catch {
      return error.faults
    }
  }

  private func faults(replacing old: String, with new: String) throws -> [Fault] {
    try #require(SmallQuestionnaire.text.contains(old))
    return try faults(SmallQuestionnaire.text.replacingFirst(old, with: new))
  }

  private static func place(_ number: String, _ keys: String...) -> [Fault.Place] {
    let number = QuestionNumber(number)
    return (number.map { [.domain($0.domain), .question($0)] } ?? []) + keys.map { .key($0) }
  }

  @Test func readsEveryKind() throws {
    let folder = try TemporaryFolder()
    let questionnaire = try QuestionnaireFile.read(folder.path + "/assets/questionnaires/small")
    let kinds = questionnaire.questions.map(\.kind)
    #expect(kinds.count == 10)
    #expect(kinds.compactMap(\.scale).count == 5)
    #expect(kinds.flatMap(\.options).map(\.code) == ["CRC", "C097", "a", "b", "x", "y", "z"])
    #expect(Array(kinds.suffix(3)) == [.number, .date, .text])
    #expect(questionnaire.questions.compactMap(\.condition).count == 3)
  }

  static let cases: [FaultCase] = [
    FaultCase("\"fr\": \"Text 2.1.3? é\"", "\"fr\": \"\"", place("2.1.3"), .textMissing(.french)),
    FaultCase(", \"fr\": \"Text 2.1.3? é\"", "", place("2.1.3"), .textMissing(.french)),
    FaultCase(
      "\"partial\": {\"ar\": \"partial ع\"",
      "\"partial\": {\"ar\": \"\"",
      [.key("scales"), .key("presence"), .key("partial")],
      .textMissing(.arabic),
    ),
    FaultCase("\"gcm\": [1, 23]", "\"gcm\": [0]", place("1.1.1"), .unknownObjective("0")),
    FaultCase(
      "\"gcm\": [1, 23]",
      "\"gcm\": [1.0]",
      place("1.1.1", "gcm"),
      .wrongType(expected: .wholeNumber),
    ),
    FaultCase("\"sdg\": [\"1a\"]", "\"sdg\": [\"1f\"]", place("1.1.2"), .unknownSubcategory("1f")),
    FaultCase(
      "\"code\": \"CRC\"",
      "\"code\": \"C,C\"",
      place("1.1.5", "instruments", "code"),
      .wrongForm("C,C"),
    ),
    FaultCase(
      "\"code\": \"x\"",
      "\"code\": \"declined\"",
      place("2.1.2", "options", "code"),
      .wrongForm("declined"),
    ),
    FaultCase("\"code\": \"x\"", "\"code\": \"y\"", place("2.1.2"), .duplicateCode("y")),
    FaultCase(
      "\"isNot\": [\"absent\"]",
      "\"isNot\": [\"gone\"]",
      place("1.1.3"),
      .unknownConditionCode(QuestionNumber(domain: 1, theme: 1, question: 1), "gone"),
    ),
    FaultCase(
      "\"isNot\": [\"absent\"]",
      "\"isNot\": [\"absent\"], \"is\": [\"partial\"]",
      place("1.1.3", "condition"),
      .wrongForm("is, isNot"),
    ),
    FaultCase(
      "{\"question\": \"1.1.1\", \"isNot\": [\"absent\"]}",
      "\"1.1.1\"",
      place("1.1.3", "condition"),
      .wrongType(expected: .object),
    ),
    FaultCase(
      "{\"question\": \"1.1.1\"",
      "{\"question\": \"1.1.4\"",
      place("1.1.3"),
      .conditionOnLaterQuestion(QuestionNumber(domain: 1, theme: 1, question: 4)),
    ),
    FaultCase(
      "\"level\": \"national\"",
      "\"level\": \"world\"",
      [.key("level")],
      .unknownCode("world", allowed: ["national", "local"]),
    ),
    FaultCase("\"number\": \"1.1.4\"", "\"number\": \"1.1.3\"", place("1.1.3"), .duplicateNumber),
    FaultCase(
      "\"number\": \"1.1.5\"",
      "\"number\": \"1.2.5\"",
      place("1.2.5"),
      .numberOutsideTheme(domain: 1, theme: 1),
    ),
    FaultCase("\"formatVersion\": 1", "\"formatVersion\": 2", [], .newerVersion(2)),
    // The question that cannot be read is told, and not the condition that names it.
    FaultCase(
      "\"lookFor\": {\"ar\": \"Look 1.1.1. ع\", ",
      "\"lookFor\": {",
      place("1.1.1", "lookFor"),
      .textMissing(.arabic),
    ),
  ]

  @Test(arguments: cases)
  func saysTheOneThing(_ fault: FaultCase) throws {
    let found = try faults(replacing: fault.old, with: fault.new)
    #expect(found == [Fault(fault.place, fault.what)])
  }

  @Test func saysWhatIsMissingAndWhatDoesNotFitAtOnce() throws {
    let text = SmallQuestionnaire.text
      .replacingFirst("\"fr\": \"Text 2.1.3? é\"", with: "\"fr\": \"\"")
      .replacingFirst("\"number\": \"1.1.4\"", with: "\"number\": \"1.1.3\"")
      .replacingFirst("\"en\": \"Small\"", with: "\"en\": \"\"")
    #expect(
      try faults(text).map(\.what) == [
        .textMissing(.english), .textMissing(.french), .duplicateNumber,
      ]
    )
  }

  @Test(arguments: ["../q.json", "/etc/passwd", ".hidden", "", "a/b", "a\\u0000b"])
  func readsNoFileOutsideItsFolder(name: String) throws {
    let text = #"{"format": "majlis-questionnaire", "id": "x", "domains": ["\#(name)"]}"#
    let found = try faults(text).filter { $0.place.contains(.key("domains")) }
    #expect(
      found.map(\.what) == [.wrongForm(name.replacingOccurrences(of: "\\u0000", with: "\0"))]
    )
  }

  @Test func aDomainInAFileOfItsOwnIsToldByItsFile() throws {
    let folder = try TemporaryFolder()
    let text = SmallQuestionnaire.text
    let start = try #require(text.range(of: "\"domains\": ["))
    try folder.write(text[..<start.upperBound] + "\"one.json\", \"two.json\"]}", to: "q.json")
    try folder.write("{\n  \"number\": 1,,", to: "one.json")
    let expected = [
      Fault([.file("one.json"), .position(line: 2, column: 15)], .notJSON),
      Fault([.file("two.json")], .noSuchFile),
    ]
    #expect(throws: StorageError.invalid(expected)) {
      try QuestionnaireFile.read(folder.path + "/q.json")
    }
  }
}
