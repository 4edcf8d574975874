import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

@testable import Storage

/// What an edition with elements and statements can say wrong, each by its one fault.
@Suite struct EditionFaultTests {
  private static func place(_ number: String, _ keys: String...) -> [Fault.Place] {
    [.domain(1), .question(.sample(number))] + keys.map { .key($0) }
  }

  static let cases: [FaultCase] = [
    FaultCase(
      "The State has 1.1.2 absent{source}.",
      "Has the State 1.1.2?",
      place("1.1.2", "statements", "absent"),
      .edition(.statementIsQuestion(.arabic)),
    ),
    FaultCase(
      "The State has courts{source}.",
      "The State has courts{source}",
      place("1.1.1", "elements", "courts", "statement"),
      .edition(.statementWithoutFullStop(.arabic)),
    ),
    FaultCase(
      "The State has courts{source}.",
      "The State has courts.",
      place("1.1.1", "elements", "courts", "statement"),
      .edition(.statementWithoutSource(.arabic)),
    ),
    FaultCase(
      "partial: {elements}{source}.",
      "partial{source}.",
      place("1.1.1", "statements", "partial"),
      .edition(.statementWithoutElements(.arabic)),
    ),
    FaultCase(
      "\"statement\": {",
      "\"sentence\": {",
      place("1.1.1", "elements"),
      .missingKey("statement"),
    ),
    FaultCase(
      "\"code\": \"legalAid\"",
      "\"code\": \"courts\"",
      place("1.1.1", "elements"),
      .duplicateCode("courts"),
    ),
    FaultCase(
      "\"elementsForEstablished\": 2",
      "\"elementsForEstablished\": 4",
      place("1.1.1", "elementsForEstablished"),
      .edition(.elementsForEstablished(count: 3)),
    ),
    FaultCase(
      "[\"CRC\", \"OAU1969\"]",
      "[\"CRC\", \"OAU\"]",
      place("1.1.2"),
      .edition(.unknownInstrument("OAU")),
    ),
    FaultCase(
      "\"code\": \"OAU1969\"",
      "\"code\": \"CRC\"",
      place("1.1.2"),
      .edition(.unknownInstrument("OAU1969")),
    ),
    FaultCase(
      "[\"health\"]",
      "[\"wealth\"]",
      place("1.1.1", "tags"),
      .unknownCode("wealth", allowed: QuestionTag.allCases.map(\.rawValue)),
    ),
    FaultCase(
      "{\"change\": \"new\"}",
      "{\"change\": \"same\"}",
      place("1.1.2", "earlier"),
      .edition(.earlierNumbersMissing),
    ),
    FaultCase(
      "\"change\": \"split\"",
      "\"change\": \"halved\"",
      place("1.1.1", "earlier", "change"),
      .unknownCode("halved", allowed: QuestionOrigin.Change.allCases.map(\.rawValue)),
    ),
    FaultCase(
      "\"year\": 1989",
      "\"year\": 89",
      [.key("instruments"), .key("year")],
      .doesNotFit(1900...2999),
    ),
  ]

  private func faults(_ text: String, earlier: String? = nil) throws -> [Fault] {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/edition/questionnaires",
      withIntermediateDirectories: true,
    )
    try folder.write(text, to: "q.json")
    if let earlier { try folder.write(earlier, to: "edition/questionnaires/edition.json") }
    do throws(StorageError) {
      try Assets(folder: folder.path + "/edition").check(folder.path + "/q.json")
      return []
    } catch {
      return error.faults
    }
  }

  @Test func anEditionThatSaysAllIsRight() throws {
    #expect(try faults(EditionQuestionnaire.text) == [])
  }

  @Test(arguments: cases)
  func saysTheFirstThing(_ fault: FaultCase) throws {
    try #require(EditionQuestionnaire.text.contains(fault.old))
    let found = try faults(EditionQuestionnaire.text.replacingFirst(fault.old, with: fault.new))
    #expect(found.contains(Fault(fault.place, fault.what)), "\(found)")
    #expect(found.count <= 3)
  }

  @Test func aQuestionWithoutStatementsIsToldWhereOthersHaveThem() throws {
    let text = EditionQuestionnaire.text
    let start = try #require(text.range(of: "\"statements\"", options: .backwards))
    let without = text.replacingCharacters(in: start, with: "\"sentences\"")
    #expect(
      try faults(without) == [Fault(Self.place("1.1.2"), .edition(.statementsMissing))]
    )
  }

  @Test func aQuestionNamesFromTwoToSixElements() throws {
    let text = EditionQuestionnaire.text
    let start = try #require(text.range(of: "{\"code\": \"legalAid\""))
    let end = try #require(text.range(of: "\"elementsForEstablished\""))
    var one = text
    one.replaceSubrange(start.lowerBound..<end.lowerBound, with: "], ")
    one = one.replacingFirst(", ], ", with: "], ")
    #expect(
      try faults(one).map(\.what) == [
        .edition(.elementCount(2...6)), .edition(.elementsForEstablished(count: 1)),
      ]
    )
  }

  @Test func whatComesFromAnUnknownQuestionIsTold() throws {
    let text = EditionQuestionnaire.text
    let earlier = text.replacingFirst("\"version\": \"2\"", with: "\"version\": \"1\"")
    #expect(try faults(text, earlier: earlier) == [])
    let wrong = text.replacingFirst("\"numbers\": [\"1.1.1\"]", with: "\"numbers\": [\"9.1.1\"]")
    let expected = Fault(
      Self.place("1.1.1", "earlier"),
      .edition(.unknownEarlierQuestion(.sample("9.1.1"), version: "1")),
    )
    #expect(try faults(wrong, earlier: earlier) == [expected])
  }

  @Test func theSecondEditionIsReadAsItIsWrittenAndComesFromTheFirst() throws {
    let assets = Assets(folder: SchemaTests.assets)
    let identity = Questionnaire.Identity(id: "mgi-national", version: "2026.1")
    let edition = try assets.questionnaire(identity)
    #expect(edition.identity == identity && edition.questions.count >= 96)
    #expect(edition.faults(comingFrom: try assets.questionnaire(edition.earlierEdition!)) == [])
    let folder = try TemporaryFolder()
    try folder.write(
      String(decoding: QuestionnaireFile.text(edition), as: UTF8.self),
      to: "q.json",
    )
    #expect(try QuestionnaireFile.read(folder.path + "/q.json") == edition)
    #expect(try SchemaTests().misfits([folder.path + "/q.json"], "questionnaire") == [])
  }

  /// Every place, fault and remedy in the three languages, without anything left in braces.
  @Test(arguments: Language.allCases)
  func saysEachFaultInThreeLanguages(language: Language) throws {
    let faults: [EditionFault] = [
      .elementCount(2...6), .elementsWithoutScale, .elementsForEstablished(count: 3),
      .unknownInstrument("X"), .statementsMissing, .statementIsQuestion(.arabic),
      .statementWithoutFullStop(.english), .earlierNumbersMissing,
      .unknownEarlierQuestion(.sample("9.1.1"), version: "1"),
    ]
    let words = try Words.shipped(language)
    for fault in faults {
      let line = words.line(Fault(Self.place("1.1.1"), .edition(fault)), file: "q.json")
      #expect(line.contains("1.1.1") || language == .arabic, "\(line)")
      #expect(!line.contains("{"), "\(line)")
      #expect(line.contains("; ") || line.contains("؛") || line.contains(" ; "), "\(line)")
    }
  }
}
