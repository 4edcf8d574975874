import Consultation
import Crypto
import Foundation
import PlacedJSON
import TestSupport
import Testing

@testable import Storage

/// What files are like, byte for byte, and what is said of those that are wrong.
@Suite struct GoldenFormsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func expect(_ text: String, is name: String) throws {
    let difference = try GoldenFile.difference(of: text, from: name, beside: #filePath)
    #expect(difference == nil, "\(difference ?? "")")
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func read(_ value: JSONValue) throws -> StoredSession {
    try SessionFile.read(bytes: JSONWriter.text(value), assets: folder.assets)
  }

  @Test func aCompleteSessionIsWrittenSo() throws {
    let stored = try read(try CompleteSession.value())
    try expect(text(stored.text), is: "complete-session.json")
    #expect(
      try SessionFile.read(bytes: stored.text, assets: folder.assets).text == stored.text
    )
  }

  @Test func whatIsUnknownIsWrittenSo() throws {
    let stored = try read(CompleteSession.extended(try CompleteSession.value()))
    try expect(text(stored.text), is: "extended-session.json")
    let moment = Timestamp(milliseconds: 1_686_825_727_123)
    let extract = try SessionFile.extract(of: Sampleland.code, from: stored, at: moment)
    try expect(text(extract), is: "extended-extract.json")
    let other = try read(try CompleteSession.value())
    try expect(text(try SessionFile.merge(other, stored).text), is: "extended-merged.json")
  }

  @Test func changesAndFingerprintsAreWrittenSo() throws {
    let session = try read(try CompleteSession.value()).session
    try expect(SessionJSON.text(session.history, of: session), is: "complete-changes.json")
    let canonical = CanonicalJSON()
    let lines = session.history.flatMap { change -> [String] in
      let bytes = canonical.bytes(of: change)
      let line = JournalLine.bytes(of: JSONForm<Change>.shutChange.write(change), session: "s")
      return [text(bytes), canonical.identifier(of: bytes), text(line)]
    }
    let fingerprints = session.orderedDelegations.map(Fingerprint.of)
    try expect((lines + fingerprints).joined(separator: "\n"), is: "complete-lines.txt")
  }

  @Test func aQuestionnaireIsWrittenSo() throws {
    try folder.write(CompleteSession.questionnaire, to: "q.json")
    let questionnaire = try QuestionnaireFile.read(folder.path + "/q.json")
    try expect(text(QuestionnaireFile.text(questionnaire)), is: "complete-questionnaire.json")
  }

  @Test func sessionsMadeByChanceAreWrittenSo() throws {
    var sessions = RandomSessions(seed: 12)
    var digest = SHA256()
    for _ in 0..<200 { digest.update(data: SessionFile.text(sessions.next())) }
    let found = Fingerprint.hexadecimal(digest.finalize())
    #expect(found == "fb0751852440f9f1bc41e61c67e0a370964a2b3ae38d99b86c96afd6dd2bbee0")
  }

  // MARK: What is wrong

  private static let others = [
    "null", "true", "5", "1.5", "1e999", "-1", "\"x\"", "\"\"", "[]", "{}", "[5]", #"{"x": 5}"#,
  ]

  /// Every way down into a value.
  private func paths(_ value: JSONValue, _ path: [SchemaWalk.Step] = []) -> [[SchemaWalk.Step]] {
    let inner: [[SchemaWalk.Step]] =
      switch value.kind {
      case .object(let members):
        members.flatMap { paths($0.value, path + [.key($0.key)]) }
      case .array(let elements):
        elements.enumerated().flatMap { paths($0.element, path + [.index($0.offset)]) }
      case .null, .bool, .number, .string: []
      }
    return [path] + inner
  }

  /// What becomes of a value with one other thing in it: a line for each place of it, and in the
  /// long form one for each other value there.
  private func outcomes(_ root: JSONValue, _ read: ([UInt8]) throws -> [UInt8]) throws -> [String] {
    var lines: [String] = []
    for (number, path) in paths(root).enumerated() where !path.isEmpty {
      for (index, other) in (["nothing"] + Self.others).enumerated()
      where LongRuns.count(0, long: 1) == 1 || number % (Self.others.count + 1) == index {
        let new = index == 0 ? nil : try JSONReader.read(Array(other.utf8))
        let place = path.map { step in
          switch step {
          case .key(let key): key
          case .index(let index): "\(index)"
          }
        }.joined(separator: "/")
        var line = "\(place) := \(other): "
        do {
          let written = try read(JSONWriter.text(root.setting(path[...], to: new)))
          line += CanonicalJSON().identifier(of: written)
        } catch let error as StorageError {
          line += error.faults.map { "\($0.place) \($0.what)" }.joined(separator: "; ")
        }
        lines.append(line.replacingOccurrences(of: "Consultation.Fault.", with: ""))
      }
    }
    return lines
  }

  /// Compares with a file in the short form; in the long one, which has ten times as many, with
  /// their digest, and writes them beside the temporary files.
  private func expect(_ lines: [String], is name: String, long digest: String) throws {
    let text = lines.joined(separator: "\n") + "\n"
    guard LongRuns.count(0, long: 1) == 1 else { return try expect(text, is: name) }
    try text.write(toFile: NSTemporaryDirectory() + name, atomically: true, encoding: .utf8)
    #expect(Fingerprint.hexadecimal(SHA256.hash(data: Data(text.utf8))) == digest)
  }

  @Test func whatIsWrongInASessionIsSaidSo() throws {
    let lines = try outcomes(try CompleteSession.value()) { bytes in
      try SessionFile.read(bytes: bytes, assets: folder.assets).text
    }
    try expect(
      lines,
      is: "session-faults.txt",
      long: "432bd1e59fb2bcb2d1da866a0c63f7fd4777ea8a364992d2005290ed9c80ebb1",
    )
  }

  @Test func whatIsWrongInAQuestionnaireIsSaidSo() throws {
    let root = try JSONReader.read(Array(CompleteSession.questionnaire.utf8))
    let lines = try outcomes(root) { bytes in
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/q.json"))
      return QuestionnaireFile.text(try QuestionnaireFile.read(folder.path + "/q.json"))
    }
    try expect(
      lines,
      is: "questionnaire-faults.txt",
      long: "f3bda1291e18e0eea39f6ce816d5e765174fa79cad879b1c3c3c99662b5a2295",
    )
  }
}
