/// A JSON text that was read: where each of its values stands.
///
/// What was read is not copied: a text or a number becomes a string when somebody asks for it, so
/// that a file of which little is asked costs little more than looking it through. An entry is
/// eight bytes; a file of 30 MB has some two million.
final class JSONDocument: Sendable {
  let bytes: [UInt8]
  /// The values in the order of the text, each object's keys before their values.
  private let entries: [Entry]
  /// The texts that do not stand as they are, such as those with escapes.
  private let texts: [String]
  private let landmarks: [Landmark]

  init(_ bytes: [UInt8], entries: [Entry], texts: [String], landmarks: [Landmark]) {
    self.bytes = bytes
    self.entries = entries
    self.texts = texts
    self.landmarks = landmarks
  }

  subscript(index: Int) -> Entry { entries[index] }

  /// The string of a text, or of a key.
  func text(_ entry: Entry) -> String {
    entry.isPlainText
      ? String(decoding: bytes[entry.start..<entry.end], as: UTF8.self) : texts[entry.end]
  }

  /// The digits of a number, as they are written.
  func digits(_ entry: Entry) -> String {
    String(decoding: bytes[entry.start..<entry.end], as: UTF8.self)
  }

  /// The index of what comes after the value at an index.
  func index(after index: Int) -> Int {
    let entry = entries[index]
    return entry.isContainer ? entry.end : index + 1
  }

  /// A member of an object: its number in it, and the index of its key.
  typealias Member = (number: Int, index: Int)

  /// The first member of this key from one on, compared byte by byte: to `String` two spellings of
  /// é are one.
  func member(named key: String, from start: Member, to end: Int) -> Member? {
    var key = key
    return key.withUTF8 { key in
      var member = start
      while member.index < end {
        if isSame(entries[member.index], key) { return member }
        member = (member.number + 1, index(after: member.index + 1))
      }
      return nil
    }
  }

  private func isSame(_ entry: Entry, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard entry.isPlainText else { return texts[entry.end].utf8.elementsEqual(key) }
    let start = entry.start
    guard key.count == entry.end - start else { return false }
    for offset in key.indices where bytes[start + offset] != key[offset] { return false }
    return true
  }

  /// The line and column of a byte; the cost is that of a few thousand bytes at most.
  func place(of offset: Int) -> JSONPlace {
    var low = 0
    var high = landmarks.count
    while low < high {
      let middle = (low + high) / 2
      if landmarks[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    var (line, start) = (1, 0)
    var index = 0
    if low > 0 {
      let landmark = landmarks[low - 1]
      (line, start, index) = (landmark.line, landmark.lineStart, landmark.offset)
    }
    while index < offset {
      index += 1
      if bytes[index - 1] == 0x0A { (line, start) = (line + 1, index) }
    }
    return JSONPlace(line: line, column: offset - start + 1)
  }
}

extension JSONDocument {
  /// What stands at a place of the text.
  struct Entry {
    enum Kind: UInt64 {
      case null, no, yes, number, text
      /// A text that is kept as a string, since it does not stand as it is.
      case keptText
      case array, object
    }

    private let bits: UInt64

    /// `end` is the byte after it; of a kept text its number, of a container the index of what
    /// comes after it.
    init(_ kind: Kind, start: Int, end: Int) {
      bits = kind.rawValue << 60 | UInt64(start) << 30 | UInt64(end)
    }

    /// Asked without ``kind``, as it is asked most.
    var isPlainText: Bool { bits >> 60 == Kind.text.rawValue }
    var isText: Bool { isPlainText || bits >> 60 == Kind.keptText.rawValue }
    var kind: Kind { Kind(rawValue: bits >> 60) ?? .null }
    var start: Int { Int(bits >> 30 & Self.most) }
    var end: Int { Int(bits & Self.most) }
    /// The first byte of the value itself: the quotation mark of a text.
    var beginning: Int { isText ? start - 1 : start }
    var isContainer: Bool { bits >> 60 >= Kind.array.rawValue }

    /// The longest text that can be told: a gigabyte.
    static let most: UInt64 = 1 << 30 - 1
  }

  /// A byte of which the line is known; there is one every few thousand bytes.
  struct Landmark {
    let offset: Int
    let line: Int
    let lineStart: Int
  }
}
