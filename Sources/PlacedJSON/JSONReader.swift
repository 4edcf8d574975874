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
    // More than there are in what is read most; what is not used is never touched.
    reader.entries.reserveCapacity(bytes.count / 8)
    try reader.value(depth: 0)
    reader.skipSpace()
    if reader.index < bytes.count { throw reader.fault(.trailingText) }
    return JSONValue(
      JSONDocument(
        bytes,
        entries: reader.entries,
        texts: reader.texts,
        landmarks: reader.landmarks,
      )
    )
  }

  private let bytes: [UInt8]
  private let limits: Limits
  private var index = 0
  private var line = 1
  private var lineStart = 0
  private var entries: [JSONDocument.Entry] = []
  private var texts: [String] = []
  private var landmarks: [JSONDocument.Landmark] = []
  /// From where on the next landmark is set.
  private var landmarkDue = 4096

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

  private mutating func value(depth: Int) throws(JSONFault) {
    let first = try next()
    if index >= landmarkDue {
      landmarks.append(JSONDocument.Landmark(offset: index, line: line, lineStart: lineStart))
      landmarkDue = index + 4096
    }
    let start = index
    switch first {
    case UInt8(ascii: "{"): try members(depth: depth)
    case UInt8(ascii: "["): try elements(depth: depth)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"):
      try word("true")
      append(.yes, from: start)
    case UInt8(ascii: "f"):
      try word("false")
      append(.no, from: start)
    case UInt8(ascii: "n"):
      try word("null")
      append(.null, from: start)
    default:
      try number()
      append(.number, from: start)
    }
  }

  private mutating func append(_ kind: JSONDocument.Entry.Kind, from start: Int) {
    entries.append(JSONDocument.Entry(kind, start: start, end: index))
  }

  private mutating func members(depth: Int) throws(JSONFault) {
    let (start, own) = (index, entries.count)
    try enter(depth)
    entries.append(JSONDocument.Entry(.object, start: start, end: own))
    if try next() == UInt8(ascii: "}") {
      index += 1
      return close(.object, own, from: start)
    }
    var manyKeys = ManyKeys()
    while true {
      guard try next() == UInt8(ascii: "\"") else { throw fault(.unexpected) }
      let place = place
      let key = entries.count
      try string()
      guard isNew(key, in: own, &manyKeys) else {
        throw JSONFault(.duplicateKey(String(decoding: bytes(of: key), as: UTF8.self)), at: place)
      }
      guard try next() == UInt8(ascii: ":") else { throw fault(.unexpected) }
      index += 1
      try value(depth: depth + 1)
      if try ends(with: UInt8(ascii: "}")) { return close(.object, own, from: start) }
    }
  }

  private mutating func elements(depth: Int) throws(JSONFault) {
    let (start, own) = (index, entries.count)
    try enter(depth)
    entries.append(JSONDocument.Entry(.array, start: start, end: own))
    if try next() == UInt8(ascii: "]") {
      index += 1
      return close(.array, own, from: start)
    }
    while true {
      try value(depth: depth + 1)
      if try ends(with: UInt8(ascii: "]")) { return close(.array, own, from: start) }
    }
  }

  /// Tells in the entry of an object or array where the next one stands.
  private mutating func close(_ kind: JSONDocument.Entry.Kind, _ own: Int, from start: Int) {
    entries[own] = JSONDocument.Entry(kind, start: start, end: entries.count)
  }

  // MARK: Keys

  /// The keys of an object that has too many to compare each with each, and how many it has.
  private struct ManyKeys {
    var count = 0
    var keys: Set<ArraySlice<UInt8>> = []
  }

  /// Whether a key stands in its object for the first time.
  private func isNew(_ key: Int, in object: Int, _ many: inout ManyKeys) -> Bool {
    many.count += 1
    if many.count > 16 {
      if many.keys.isEmpty {
        forEachKey(before: key, in: object) { many.keys.insert(bytes(of: $0)) }
      }
      return many.keys.insert(bytes(of: key)).inserted
    }
    var isNew = true
    forEachKey(before: key, in: object) { isNew = isNew && !isSame($0, key) }
    return isNew
  }

  private func forEachKey(before key: Int, in object: Int, _ work: (Int) -> Void) {
    var other = object + 1
    while other < key {
      work(other)
      let value = entries[other + 1]
      other = value.isContainer ? value.end : other + 2
    }
  }

  /// Whether two keys are the same, byte by byte: to `String` two spellings of é are one, and both
  /// are kept.
  private func isSame(_ key: Int, _ other: Int) -> Bool {
    let (a, b) = (entries[key], entries[other])
    guard a.isPlainText, b.isPlainText else {
      return bytes(of: key).elementsEqual(bytes(of: other))
    }
    guard a.end - a.start == b.end - b.start else { return false }
    for offset in 0..<a.end - a.start where bytes[a.start + offset] != bytes[b.start + offset] {
      return false
    }
    return true
  }

  private func bytes(of text: Int) -> ArraySlice<UInt8> {
    let entry = entries[text]
    return entry.isPlainText ? bytes[entry.start..<entry.end] : Array(texts[entry.end].utf8)[...]
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

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard index < bytes.count, bytes[index] == word.utf8Start[offset] else {
        throw fault(.unexpected)
      }
      index += 1
    }
  }

  private mutating func number() throws(JSONFault) {
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
  }

  private mutating func digits() throws(JSONFault) {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    if index == start { throw fault(.unexpected) }
  }

  /// A text, or a key.
  private mutating func string() throws(JSONFault) {
    let place = place
    index += 1
    let start = index
    // Most texts are of ASCII alone, with no escape: nothing is left to check in those.
    while index < bytes.count, Self.isPlain(bytes[index]) { index += 1 }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      append(.text, from: start)
      index += 1
    } else {
      try string(from: start, at: place)
    }
  }

  /// Whether a byte of a text is a character by itself, and may stand as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func string(from start: Int, at place: JSONPlace) throws(JSONFault) {
    var decoded: [UInt8] = []
    var rest = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        defer { index += 1 }
        guard rest == start else {
          decoded += bytes[rest..<index]
          return try keep(decoded, from: start, at: place)
        }
        guard isUTF8(start..<index) else { throw JSONFault(.notUTF8, at: place) }
        return append(.text, from: start)
      case UInt8(ascii: "\\"):
        decoded += bytes[rest..<index]
        try escape(into: &decoded)
        rest = index
      case 0..<0x20: throw fault(.unexpected)
      default: index += 1
      }
    }
    throw fault(.endsTooEarly)
  }

  private func isUTF8(_ part: Range<Int>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(part))
      return true
    } catch {
      return false
    }
  }

  /// Keeps a text that does not stand in the file as it is.
  private mutating func keep(
    _ text: [UInt8],
    from start: Int,
    at place: JSONPlace,
  ) throws(JSONFault) {
    guard let text = String(validating: text, as: UTF8.self) else {
      throw JSONFault(.notUTF8, at: place)
    }
    entries.append(JSONDocument.Entry(.keptText, start: start, end: texts.count))
    texts.append(text)
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
