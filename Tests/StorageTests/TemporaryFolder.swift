import Consultation
import Foundation
import Testing

@testable import Storage

/// A folder of its own for one test, with a small questionnaire as an asset; gone with the test.
final class TemporaryFolder {
  let path: String
  let assets: Assets

  init() throws {
    path = NSTemporaryDirectory() + "majlis-storage-" + UUID().uuidString
    try FileSystem.makeFolder(path + "/assets/questionnaires/small")
    assets = Assets(folder: path + "/assets")
    try write(SmallQuestionnaire.text, to: "assets/questionnaires/small/questionnaire.json")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var session: String { path + "/session.json" }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func text(_ name: String = "session.json") throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// The session in the file, which has to be whole and valid.
  func stored(_ name: String = "session.json") throws -> StoredSession {
    try SessionFile.read("\(path)/\(name)", assets: assets)
  }

  /// The files beside the assets, hidden ones too, without those that are always there.
  var names: [String] {
    FileSystem.names(in: path).filter {
      $0 != "assets" && !$0.hasSuffix(".lock") && !$0.hasSuffix(".journal")
    }
  }

  /// A folder with the small session in it, as it was read.
  static func withSession() throws -> (TemporaryFolder, StoredSession) {
    let folder = try TemporaryFolder()
    try folder.write(SessionCodingTests.smallSession, to: "session.json")
    return (folder, try folder.stored())
  }

  /// The journal of the session, on a disk that may fail.
  func journal(_ operations: FileOperations = .system) throws -> Journal {
    let stored = try SessionFile.read(session, assets: assets)
    return Journal(
      ofSession: session,
      id: stored.session.id,
      questionnaire: stored.questionnaire,
      operations: operations,
    )
  }

  /// The note that the last of ``Consultation/Change/note(_:)`` wrote.
  func note(_ name: String = "session.json") throws -> String? {
    try stored(name).session.notes.last
  }

  func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions] as? Int
  }

  /// Sets the time at which a file was written.
  func setAge(_ seconds: Double, of name: String) throws {
    let time = Date(timeIntervalSinceNow: -seconds)
    try FileManager.default.setAttributes(
      [.modificationDate: time],
      ofItemAtPath: "\(path)/\(name)",
    )
  }
}

extension Change {
  /// The notes that tests write, in the order in which they write them.
  ///
  /// Not the order of the first use: the tests run beside each other.
  private static let order = [
    "old", "one", "first", "deux", "two", "second", "ثلاثة\nline", "three", "four", "new", "newer",
    "after",
  ]

  /// Where a note stands among all: numbered ones by their number, others by that order, and those
  /// that are the only ones of their test at the start.
  private static func place(of text: String) -> Int {
    if let number = text.split(separator: " ").last.flatMap({ Int($0) }) { return 100 + number }
    return order.firstIndex(of: text) ?? 0
  }

  /// Havenia writes this on the context of 1.1.1; an identifier is made of it.
  static func note(_ text: String) -> Change {
    guard let havenia = DelegationCode("QNG"), let number = QuestionNumber("1.1.1") else {
      fatalError("no codes")
    }
    return Change(
      stamp: Stamp(
        id: "note-\(text)",
        at: Timestamp(milliseconds: 2_000_000_000_000),
        by: "amina",
        order: ChangeOrder(
          clamping: 2_000_000_000_000
            + place(of: text)
        ),
      ),
      delegation: havenia,
      question: number,
      what: .noted(TranslatedText(text, language: .french), status: .draft),
      was: .noted(nil, status: .draft),
    )
  }
}

extension Session {
  /// What was noted by ``Consultation/Change/note(_:)``, in the order of the history.
  var notes: [String] {
    history.compactMap { change in
      guard case .noted(let note, _) = change.what else { return nil }
      return note?.original
    }
  }
}

/// A questionnaire with a question of every kind, as the text of a file.
enum SmallQuestionnaire {
  static let scales: [(String, AnswerKind)] = [
    ("1.1.1", .scale(.presence)), ("1.1.2", .scale(.access)), ("1.1.3", .scale(.regularity)),
    ("1.1.4", .scale(.ratification)),
  ]

  static let text: String = {
    func words(_ text: String) -> String {
      #"{"ar": "\#(text) ع", "en": "\#(text)", "fr": "\#(text) é"}"#
    }
    let steps = ["established", "partial", "absent"].map { "\"\($0)\": \(words($0))" }
      .joined(separator: ", ")
    func question(_ number: String, _ kind: String, _ more: String...) -> String {
      let parts =
        [
          "\"number\": \"\(number)\"", "\"text\": \(words("Text \(number)?"))",
          "\"lookFor\": \(words("Look \(number)."))", "\"kind\": \"\(kind)\"",
        ] + more
      return "{\(parts.joined(separator: ", "))}"
    }
    func options(_ key: String, _ codes: String...) -> String {
      let list = codes.map { #"{"code": "\#($0)", "title": \#(words($0))}"# }
      return "\"\(key)\": [\(list.joined(separator: ", "))]"
    }
    func domain(_ number: Int, _ questions: String...) -> String {
      """
      {"number": \(number), "title": \(words("Domain")), "framework": \(words("Principle")),
       "introduction": \(words("Introduction")), "themes": [
       {"number": 1, "title": \(words("Theme")), "questions": [
      \(questions.joined(separator: ",\n"))]}]}
      """
    }
    let first = domain(
      1,
      question("1.1.1", "presence", steps, "\"row\": \"1.01\"", "\"gcm\": [1, 23]"),
      question("1.1.2", "access", steps, "\"sdg\": [\"1a\"]"),
      question(
        "1.1.3",
        "regularity",
        steps,
        #""condition": {"question": "1.1.1", "isNot": ["absent"]}"#,
      ),
      question("1.1.4", "ratification", steps),
      question("1.1.5", "ratification", steps, options("instruments", "CRC", "C097")),
    )
    let second = domain(
      2,
      question(
        "2.1.1",
        "oneOf",
        options("options", "a", "b"),
        #""condition": {"any": [{"not": {"question": "1.1.2", "is": ["partial"]}}]}"#,
      ),
      question("2.1.2", "severalOf", options("options", "x", "y", "z")),
      question(
        "2.1.3",
        "number",
        #""condition": {"all": [{"question": "2.1.1", "is": ["a", "declined"]}]}"#,
      ),
      question("2.1.4", "date"),
      question("2.1.5", "text"),
    )
    let scales = ["presence", "access", "ratification", "regularity"]
      .map { "\"\($0)\": {\(steps)}" }.joined(separator: ", ")
    return """
      {"format": "majlis-questionnaire", "formatVersion": 1, "id": "small", "version": "1",
       "level": "national", "title": \(words("Small")), "notice": \(words("Notice")),
       "scales": {\(scales)},
       "domains": [\(first), \(second)]}
      """
  }()
}
