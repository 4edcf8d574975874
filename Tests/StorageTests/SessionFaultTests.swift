import Consultation
import Foundation
import Testing

@testable import Storage

/// A good session with one thing changed says that one thing, and where.
@Suite struct SessionFaultTests {
  static let good: String = {
    let more = """
      "by": "amina",
            "applied": "partly",
            "note": "n", "noteLanguage": "fr", "noteTranslations": {"ar": {"standing": "human", "text": "ن"}},
            "evidence": [{"id": "e1", "kind": "law", "title": "Loi", "year": 2003}],
            "positions": [{"institution": "Santé", "value": "absent"}],
            "reservations": [{"institution": "Emploi", "text": "r"}],
            "comments": [{"at": "2023-06-15T10:42:07.123Z", "by": "f", "id": "k", "resolved": false, "text": "t"}],
      """
    return SessionCodingTests.smallSession
      .replacingFirst("\"by\": \"amina\",", with: more)
      .replacingFirst("\"delegates\": []", with: #""delegates": [{"id": "d1", "name": "N"}]"#)
      .replacingFirst(
        "\"agenda\": []",
        with:
          #""agenda": [{"id": "a1", "kind": "pause", "minutes": 30, "start": "09:30", "title": "T"}]"#,
      )
      .replacingFirst(
        "\"actions\": []",
        with: #""actions": [{"id": "x", "text": "t", "owner": "o"}]"#,
      )
      .replacingFirst("\"parkingLot\": []", with: #""parkingLot": [{"id": "p", "text": "t"}]"#)
  }()

  /// The faults of the good session with one thing changed, as places and what.
  private func faults(replacing old: String, with new: String) throws -> [Fault] {
    let folder = try TemporaryFolder()
    try #require(Self.good.contains(old))
    try folder.write(Self.good.replacingFirst(old, with: new), to: "session.json")
    do throws(StorageError) {
      _ = try SessionFile.read(folder.session, assets: folder.assets)
      return []
    } catch {
      return error.faults
    }
  }

  @Test func theGoodOneIsGood() throws {
    #expect(try faults(replacing: "\"s1\"", with: "\"s2\"") == [])
  }

  private static let answer: [Fault.Place] = [
    .delegation("QNG"), .question(QuestionNumber(domain: 1, theme: 1, question: 1)),
  ]
  private static let delegation: [Fault.Place] = [.delegation("QNG")]

  static let cases: [FaultCase] = [
    FaultCase("\"version\": 1,", "", [], .missingKey("version")),
    FaultCase(
      "\"version\": 1,",
      "\"version\": \"1\",",
      [.key("version")],
      .wrongType(expected: .wholeNumber),
    ),
    FaultCase("\"version\": 1,", "\"version\": 0,", [.key("version")], .wrongForm("0")),
    FaultCase("\"version\": 1,", "\"version\": 7,", [], .newerVersion(7)),
    FaultCase("majlis-session", "other", [], .notASession),
    FaultCase("\"id\": \"s1\",", "", [], .missingKey("id")),
    FaultCase("\"id\": \"s1\"", "\"id\": 1", [.key("id")], .wrongType(expected: .string)),
    FaultCase("\"QNG\": {", "\"Mar\": {}, \"QNG\": {", [.key("delegations")], .wrongForm("Mar")),
    FaultCase(
      "\"order\": [\n    \"QNG\"",
      "\"order\": [\n    \"QNI\"",
      [.key("order")],
      .unknownDelegation("QNI"),
    ),
    FaultCase(
      "\"mode\": \"inPerson\"",
      "\"mode\": \"here\"",
      delegation + [.key("mode")],
      .unknownCode("here", allowed: ["inPerson", "online", "hybrid"]),
    ),
    FaultCase(
      #""name": "N""#,
      #""name": "N", "mode": "hybrid""#,
      delegation + [.key("delegates"), .key("mode")],
      .unknownCode("hybrid", allowed: ["inPerson", "online"]),
    ),
    FaultCase(
      #"[{"id": "d1", "name": "N"}]"#,
      #"[{"id": "d1", "name": "N"}, {"id": "d1", "name": "M"}]"#,
      delegation + [.key("delegates")],
      .duplicateIdentifier("d1"),
    ),
    FaultCase(
      "\"ar\": \"هافينيا\"",
      "\"ar\": \"\"",
      delegation + [.key("shortName")],
      .textMissing(.arabic),
    ),
    FaultCase(
      "\"1.1.1\": {",
      "\"1.01.1\": {",
      delegation + [.key("answers")],
      .wrongForm("1.01.1"),
    ),
    FaultCase(
      "\"value\": \"partial\"",
      "\"value\": true",
      answer + [.key("value")],
      .wrongType(expected: .string),
    ),
    FaultCase(
      "\"value\": \"partial\"",
      "\"value\": 1e999",
      answer + [.key("value")],
      .numberTooGreat,
    ),
    FaultCase(
      "\"status\": \"draft\"",
      "\"status\": \"done\"",
      answer + [.key("status")],
      .unknownCode("done", allowed: ["draft", "agreed", "toVerify"]),
    ),
    FaultCase(
      "\"sharing\": \"private\"",
      "\"sharing\": \"all\"",
      answer + [.key("sharing")],
      .unknownCode("all", allowed: ["private", "room", "report"]),
    ),
    FaultCase(
      "\"at\": \"2023-06-15T10",
      "\"at\": \"2023-06-31T10",
      answer + [.key("at")],
      .wrongForm("2023-06-31T10:42:07.123Z"),
    ),
    FaultCase(
      "\"year\": 2003",
      "\"year\": \"2003\"",
      answer + [.key("evidence"), .key("year")],
      .wrongType(expected: .wholeNumber),
    ),
    FaultCase(
      "\"title\": \"Loi\"",
      "\"title\": \"Loi\", \"link\": 1",
      answer + [.key("evidence"), .key("link")],
      .wrongType(expected: .string),
    ),
    FaultCase(
      #""value": "absent"}]"#,
      #""value": "absent"}, {"institution": "Santé", "value": "partial"}]"#,
      answer + [.key("positions")],
      .duplicateIdentifier("Santé"),
    ),
    FaultCase(#", "value": "absent"}"#, "}", answer + [.key("positions")], .missingKey("value")),
    FaultCase(
      #""text": "r"}]"#,
      #""text": "r"}, {"institution": "Emploi", "text": "s"}]"#,
      answer + [.key("reservations")],
      .duplicateIdentifier("Emploi"),
    ),
    FaultCase(
      "\"resolved\": false",
      "\"resolved\": 0",
      answer + [.key("comments"), .key("resolved")],
      .wrongType(expected: .boolean),
    ),
    FaultCase(
      "\"evidence\": [",
      "\"evidence\": 1, \"old\": [",
      answer + [.key("evidence")],
      .wrongType(expected: .array),
    ),
    FaultCase(
      "\"start\": \"09:30\"",
      "\"start\": \"9:30\"",
      [.key("workshop"), .key("agenda"), .key("start")],
      .wrongForm("9:30"),
    ),
    FaultCase(
      "\"start\": \"09:30\"",
      "\"start\": \"24:00\"",
      [.key("workshop"), .key("agenda"), .key("start")],
      .wrongForm("24:00"),
    ),
    FaultCase(
      "\"minutes\": 30",
      "\"minutes\": -1",
      [.key("workshop"), .key("agenda"), .key("minutes")],
      .doesNotFit(0...1440),
    ),
    FaultCase(
      "\"2023-06-15\"",
      "\"2023-06-31\"",
      [.key("workshop"), .key("days")],
      .wrongForm("2023-06-31"),
    ),
    FaultCase(
      "\"what\": \"answered\"",
      "\"what\": \"sang\"",
      [.key("history"), .key("what")],
      .unknownCode("sang", allowed: PartCode.allCases.map(\.rawValue)),
    ),
    FaultCase("\"id\": \"c1\",", "", [.key("history")], .missingKey("id")),
    FaultCase(
      "\"question\": \"1.1.1\"",
      "\"question\": \"1.1\"",
      [.key("history"), .key("question")],
      .wrongForm("1.1"),
    ),
    FaultCase("\"was\": {", "\"war\": {", [.key("history")], .missingKey("was")),
  ]

  @Test(arguments: cases)
  func saysTheOneThing(_ fault: FaultCase) throws {
    let faults = try faults(replacing: fault.old, with: fault.new)
    #expect(faults.map(\.what) == [fault.what])
    #expect(faults.map(\.named) == [fault.place])
  }

  @Test func saysLineAndColumnOfWhatStandsInAList() throws {
    let fault = try #require(
      try faults(replacing: "\"id\": \"c1\",", with: "\"id\": 5,").first
    )
    let line = try #require(
      Self.good.split(separator: "\n").firstIndex { $0.contains("\"id\": \"c1\"") }
    )
    #expect(fault.place.first == .position(line: line + 1, column: 13))
  }

  @Test func saysEverythingAtOnce() throws {
    let folder = try TemporaryFolder()
    let text = Self.good
      .replacingFirst("\"status\": \"draft\"", with: "\"status\": \"done\"")
      .replacingFirst("\"mode\": \"inPerson\"", with: "\"mode\": 1")
      .replacingFirst("\"2023-06-15\"", with: "\"yesterday\"")
    try folder.write(text, to: "session.json")
    let error = #expect(throws: StorageError.self) { try folder.stored() }
    #expect(error?.faults.count == 3)
    #expect(try folder.text() == text)
  }
}

extension Fault {
  /// The place without line and column.
  fileprivate var named: [Place] {
    place.filter { if case .position = $0 { false } else { true } }
  }
}
