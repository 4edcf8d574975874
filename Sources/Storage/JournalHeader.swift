import Crypto
import PlacedJSON

/// The first line of a journal: whose it is, and which generation.
struct JournalHeader: Equatable, Sendable {
  static let format = "majlis-journal"
  /// The version of the form that this program reads; the first one is not said.
  private static let version = 1

  let generation: String
  let session: String
  /// How many changes the history of the session's file had when this generation began.
  let folded: Int?

  /// What a first line is to a session.
  enum Kind: Equatable {
    case own(JournalHeader)
    case ofAnotherSession
    case newer
    case damaged
  }

  /// Reads a first line.
  static func kind(of line: ArraySlice<UInt8>, session: String) -> Kind {
    guard let value = try? JSONReader.read(Array(line)),  // Then it is damaged.
      value["format"]?.string == format, value["sum"] == nil || hasItsSum(value)
    else { return .damaged }
    if let version = value["version"]?.wholeNumber, version > Self.version { return .newer }
    guard let generation = value["generation"]?.string, let owner = value["session"]?.string
    else { return .damaged }
    guard owner == session else { return .ofAnotherSession }
    return .own(
      JournalHeader(
        generation: generation,
        session: owner,
        folded: value["folded"]?.wholeNumber,
      )
    )
  }

  /// Whether the session's identifier can be read in a first line, be it damaged elsewhere.
  static func names(_ session: String, in line: ArraySlice<UInt8>) -> Bool {
    let name = Array("\"session\":".utf8) + JSONWriter.line(.string(session))
    return line.firstRange(of: name) != nil
  }

  private static func hasItsSum(_ value: JSONValue) -> Bool {
    let members = (value.members ?? []).filter { $0.key != "sum" }
    return value["sum"]?.string == JournalLine.checksum(of: .object(members))
  }

  /// The line, without its line feed.
  var line: [UInt8] {
    let members: [JSONValue.Member] =
      [
        ("format", .string(Self.format)), ("generation", .string(generation)),
        ("session", .string(session)),
      ] + (folded.map { [("folded", .number($0))] } ?? [])
    let sum = JournalLine.checksum(of: .object(members))
    return JSONWriter.line(.object(members + [("sum", .string(sum))]))
  }
}

/// One change as a line of a journal: `{"change": …, "of": …, "sum": …}`.
///
/// `sum` is a checksum of the change, `of` one of the change and the session's identifier: by it
/// a line tells whose it is where the journal's first line does not any more. Earlier programs
/// wrote no `of`, and pass it over.
enum JournalLine {
  static func bytes(of change: JSONValue, session: String) -> [UInt8] {
    let line = JSONValue.object([
      ("change", change), ("of", .string(checksum(of: change, session: session))),
      ("sum", .string(checksum(of: change))),
    ])
    return JSONWriter.line(line) + [0x0A]
  }

  /// The change of a line that agrees with its checksum, and whether it says that it is of this
  /// session; nothing where the line is damaged.
  static func change(
    of line: ArraySlice<UInt8>,
    session: String,
  ) -> (value: JSONValue, saysItIsOwn: Bool)? {
    guard let value = try? JSONReader.read(Array(line)),  // Then it is no line of ours.
      let change = value["change"], value["sum"]?.string == checksum(of: change)
    else { return nil }
    return (change, value["of"]?.string == checksum(of: change, session: session))
  }

  static func checksum(of value: JSONValue) -> String { checksum(of: JSONWriter.line(value)) }

  private static func checksum(of change: JSONValue, session: String) -> String {
    checksum(of: Array(session.utf8) + [0x0A] + JSONWriter.line(change))
  }

  static func checksum(of bytes: [UInt8]) -> String {
    Fingerprint.hexadecimal(SHA256.hash(data: bytes).prefix(8))
  }
}
