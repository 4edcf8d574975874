/// The lines before what is sealed: how its key is made from the passphrase.
///
/// Read as strictly as `age.md` asks, so that no two headers mean the same.
struct SealedHeader: Equatable, Sendable {
  static let versionLine = Array("age-encryption.org/v1\n".utf8)
  static let saltLength = 16

  let salt: [UInt8]
  /// The logarithm to the base two of the scrypt cost.
  let work: Int
  /// The key of the file, sealed with that from the passphrase.
  let wrapped: [UInt8]
  /// What proves that nobody changed the header: the HMAC of ``authenticated``.
  var code: [UInt8] = []
  /// The bytes up to and with the mark of the last line.
  let authenticated: [UInt8]

  /// The header that is written; its code is to be set.
  init(salt: [UInt8], work: Int, wrapped: [UInt8]) {
    self.salt = salt
    self.work = work
    self.wrapped = wrapped
    let stanza = "-> scrypt \(StrictBase64.text(salt)) \(work)\n\(StrictBase64.text(wrapped))\n---"
    authenticated = Self.versionLine + Array(stanza.utf8)
  }

  /// The header at the start of a file.
  init(_ bytes: [UInt8]) throws(SealingFailure) {
    guard bytes.starts(with: Self.versionLine) else { throw .notSealed }
    var lines = Lines(bytes: bytes, place: Self.versionLine.count)
    var stanzas: [Stanza] = []
    while let stanza = try Stanza(&lines) { stanzas.append(stanza) }
    // "---", which is authenticated, and then the code, which cannot be.
    authenticated = Array(bytes[..<(lines.place + 3)])
    let last = try lines.next()
    guard last.hasPrefix("--- "), let code = StrictBase64.bytes(last.dropFirst(4)),
      code.count == 32
    else { throw .damaged }
    self.code = code
    guard let stanza = stanzas.first else { throw .damaged }
    guard stanzas.contains(where: { $0.arguments.first == "scrypt" }) else { throw .notSealed }
    guard stanzas.count == 1, stanza.arguments.count == 3, stanza.body.count == 32,
      let salt = StrictBase64.bytes(stanza.arguments[1]), salt.count == Self.saltLength
    else { throw .damaged }
    self.salt = salt
    wrapped = stanza.body
    work = try Self.work(stanza.arguments[2])
  }

  /// The header as it stands in a file.
  var bytes: [UInt8] { authenticated + Array(" \(StrictBase64.text(code))\n".utf8) }

  /// Where the header ends and the payload begins.
  var end: Int { bytes.count }

  private static func work(_ digits: Substring) throws(SealingFailure) -> Int {
    guard let first = digits.first, first != "0", digits.allSatisfy(\.isWholeNumber)
    else { throw .damaged }
    // What is no number of this machine is more work than it can do.
    guard let work = Int(digits) else { throw .tooCostly }
    return work
  }
}

/// One way to the key of a file: words that say which, and bytes.
private struct Stanza {
  let arguments: [Substring]
  let body: [UInt8]

  /// The next stanza; nothing, and nothing read, where the last line of the header follows.
  init?(_ lines: inout Lines) throws(SealingFailure) {
    guard !lines.startsWithMark else { return nil }
    let line = try lines.next()
    guard line.hasPrefix("-> ") else { throw .damaged }
    arguments = line.dropFirst(3).split(separator: " ", omittingEmptySubsequences: false)
    guard arguments.allSatisfy({ !$0.isEmpty }) else { throw .damaged }
    var text = ""
    var part: Substring
    repeat {
      part = try lines.next()
      guard part.utf8.count <= 64 else { throw .damaged }
      text += part
    } while part.utf8.count == 64
    guard let body = StrictBase64.bytes(text) else { throw .damaged }
    self.body = body
  }
}

/// The lines of a header, one after the other.
private struct Lines {
  let bytes: [UInt8]
  private(set) var place: Int

  init(bytes: [UInt8], place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// Whether the next line is the last one of the header.
  var startsWithMark: Bool { bytes[place...].starts(with: Array("---".utf8)) }

  /// The next line, which has to end and to be printable ASCII.
  mutating func next() throws(SealingFailure) -> Substring {
    guard let end = bytes[place...].firstIndex(of: 0x0A) else { throw .damaged }
    let line = bytes[place..<end]
    guard line.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw .damaged }
    place = end + 1
    return Substring(decoding: line, as: UTF8.self)
  }
}
