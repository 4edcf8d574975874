/// Reads a JSON text strictly (RFC 8259), with the place of each value.
///
/// Written here, and not taken from Foundation, because files of other people are read with it:
/// every complaint needs its line and column, an object with a key twice must not lose one of
/// the two, depth and size have to be bounded, and numbers and unknown keys have to be written
/// again just as they were. `JSONDecoder` and `JSONSerialization` do none of these.
package struct JSONReader {
  /// How much is read at most.
  package struct Limits: Sendable {
    package var bytes: Int
    package var depth: Int
    /// The longest number, in characters: nobody counts with a thousand digits.
    package var digits: Int

    package init(bytes: Int = 256 << 20, depth: Int = 64, digits: Int = 1000) {
      self.bytes = bytes
      self.depth = depth
      self.digits = digits
    }
  }

  /// Reads a whole text.
  ///
  /// A byte order mark at its start is passed over. The cost grows with the length of the text.
  package static func read(
    _ bytes: [UInt8],
    limits: Limits = Limits(),
  ) throws(JSONFault) -> JSONValue {
    guard bytes.count <= limits.bytes else {
      throw JSONFault(.tooLarge(limit: limits.bytes), at: JSONPlace(line: 1, column: 1))
    }
    var reader = JSONReader(bytes, limits: limits)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      reader.index = 3
      reader.lineStart = 3
    }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.index < bytes.count { throw reader.fault(.trailingText) }
    return value
  }

  private let bytes: [UInt8]
  private let limits: Limits
  private var index = 0
  private var line = 1
  private var lineStart = 0

  private init(_ bytes: [UInt8], limits: Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  private var place: JSONPlace { JSONPlace(line: line, column: index - lineStart + 1) }

  private func fault(_ what: JSONFault.What) -> JSONFault {
    JSONFault(what == .unexpected ? unexpected : what, at: place)
  }

  /// What is the matter with the byte that is next: a text in another encoding than UTF-8 is
  /// told so, as it looks like no JSON at all.
  private var unexpected: JSONFault.What {
    guard index < bytes.count else { return .endsTooEarly }
    let isNeverInUTF8 = bytes[index] >= 0xF5 || bytes[index] == 0xC0 || bytes[index] == 0xC1
    return isNeverInUTF8 ? .notUTF8 : .unexpected
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
        lineStart = index
      default: return
      }
    }
  }

  /// The byte that comes next after white space.
  private mutating func next() throws(JSONFault) -> UInt8 {
    skipSpace()
    guard index < bytes.count else { throw fault(.endsTooEarly) }
    return bytes[index]
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    let first = try next()
    let place = place
    switch first {
    case UInt8(ascii: "{"):
      return JSONValue(.object(try members(depth: depth)), at: place)
    case UInt8(ascii: "["):
      return JSONValue(.array(try elements(depth: depth)), at: place)
    case UInt8(ascii: "\""): return JSONValue(.string(try string()), at: place)
    case UInt8(ascii: "t"): return JSONValue(.bool(try word("true", meaning: true)), at: place)
    case UInt8(ascii: "f"): return JSONValue(.bool(try word("false", meaning: false)), at: place)
    case UInt8(ascii: "n"):
      _ = try word("null", meaning: false)
      return JSONValue(.null, at: place)
    default: return JSONValue(.number(try number()), at: place)
    }
  }

  private mutating func members(depth: Int) throws(JSONFault) -> [JSONValue.Member] {
    try enter(depth)
    var members: [JSONValue.Member] = []
    var keys = SeenKeys()
    if try next() == UInt8(ascii: "}") {
      index += 1
      return []
    }
    while true {
      guard try next() == UInt8(ascii: "\"") else { throw fault(.unexpected) }
      let keyPlace = place
      let key = try string()
      guard keys.insert(key, besides: members) else {
        throw JSONFault(.duplicateKey(key), at: keyPlace)
      }
      guard try next() == UInt8(ascii: ":") else { throw fault(.unexpected) }
      index += 1
      members.append((key, try value(depth: depth + 1)))
      if try ends(with: UInt8(ascii: "}")) { return members }
    }
  }

  private mutating func elements(depth: Int) throws(JSONFault) -> [JSONValue] {
    try enter(depth)
    if try next() == UInt8(ascii: "]") {
      index += 1
      return []
    }
    var elements: [JSONValue] = []
    while true {
      elements.append(try value(depth: depth + 1))
      if try ends(with: UInt8(ascii: "]")) { return elements }
    }
  }

  private mutating func enter(_ depth: Int) throws(JSONFault) {
    guard depth < limits.depth else { throw fault(.tooDeep(limit: limits.depth)) }
    index += 1
  }

  /// Whether the object or array is over; otherwise a comma is passed.
  private mutating func ends(with end: UInt8) throws(JSONFault) -> Bool {
    let byte = try next()
    guard byte == end || byte == UInt8(ascii: ",") else { throw fault(.unexpected) }
    index += 1
    return byte == end
  }

  private mutating func word(_ word: StaticString, meaning: Bool) throws(JSONFault) -> Bool {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index < bytes.count, bytes[index] == word.utf8Start[offset] else {
        throw fault(.unexpected)
      }
      index += 1
    }
    return meaning
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = index
    let place = place
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "0") {
      index += 1
    } else {
      try digits()
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-")
      {
        index += 1
      }
      try digits()
    }
    guard index - start <= limits.digits else {
      throw JSONFault(.numberTooLong(limit: limits.digits), at: place)
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(JSONFault) {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    if index == start { throw fault(.unexpected) }
  }

  private mutating func string() throws(JSONFault) -> String {
    let place = place
    index += 1
    let start = index
    // Most texts are of ASCII alone, with no escape: nothing is left to check in those.
    while index < bytes.count, Self.isPlain(bytes[index]) { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }
    return try string(from: start, at: place)
  }

  /// Whether a byte of a text is a character by itself, and may stand as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func string(from start: Int, at place: JSONPlace) throws(JSONFault) -> String {
    var decoded: [UInt8] = []
    var start = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let rest = bytes[start..<index]
        index += 1
        let text =
          decoded.isEmpty
          ? String(validating: rest, as: UTF8.self)
          : String(validating: decoded + rest, as: UTF8.self)
        guard let text else { throw JSONFault(.notUTF8, at: place) }
        return text
      case UInt8(ascii: "\\"):
        decoded += bytes[start..<index]
        try escape(into: &decoded)
        start = index
      case 0..<0x20: throw fault(.unexpected)
      default: index += 1
      }
    }
    throw fault(.endsTooEarly)
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(JSONFault) {
    let place = place
    index += 1
    guard index < bytes.count else { throw fault(.endsTooEarly) }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"): decoded += String(Character(try escapedScalar(at: place))).utf8
    default:
      index -= 1
      throw fault(.unexpected)
    }
  }

  /// What `\u` and four digits stand for, two such for a character beyond U+FFFF.
  private mutating func escapedScalar(at place: JSONPlace) throws(JSONFault) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    guard UTF16.isLeadSurrogate(first), index + 1 < bytes.count,
      bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { throw JSONFault(.loneSurrogate, at: place) }
    index += 2
    let second = try codeUnit()
    guard UTF16.isTrailSurrogate(second) else { throw JSONFault(.loneSurrogate, at: place) }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue
      else { throw fault(.unexpected) }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }
}

/// The keys that an object has so far.
///
/// To `String` two spellings of é are one; in a file they are two keys, and both are kept.
private struct SeenKeys {
  /// The bytes of the keys, once there are too many to compare each with each.
  private var manyKeys: Set<[UInt8]> = []

  /// - Returns: whether the key is new.
  mutating func insert(_ key: String, besides members: [JSONValue.Member]) -> Bool {
    if members.count < 16 {
      return !members.contains { $0.key == key && $0.key.utf8.elementsEqual(key.utf8) }
    }
    if manyKeys.isEmpty { manyKeys = Set(members.map { Array($0.key.utf8) }) }
    return manyKeys.insert(Array(key.utf8)).inserted
  }
}
