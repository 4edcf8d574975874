/// The one door through which texts of other people and other programs come to a screen or a line.
///
/// Whatever commands a terminal, turns the direction of a line around or piles up on one letter
/// becomes a visible mark, so that the reader sees it and nothing obeys it.
package enum TextSanitizer {
  /// The text with visible marks in the place of what could do harm; line ends stay.
  ///
  /// Control characters become their pictures; embeddings and overrides, and isolates that are
  /// not closed in their paragraph, become U+FFFD; a letter keeps four marks.
  package static func visible(_ text: String) -> String {
    guard needsCare(text) else { return text }
    var result = String.UnicodeScalarView()
    for (number, paragraph) in text.split(
      omittingEmptySubsequences: false,
      whereSeparator: \.isNewline,
    ).enumerated() {
      if number > 0 { result.append("\n") }
      append(paragraph, to: &result)
    }
    return String(result)
  }

  /// The same in one line: line ends become visible marks too.
  package static func line(_ text: String) -> String {
    visible(text).replacing("\n", with: "\u{240A}")
  }

  /// The same inside an isolate (UAX #9, 2.4.2), to be put into a line: whatever its direction,
  /// the line around it stays as it is.
  package static func isolated(_ text: String) -> String {
    "\u{2068}\(visible(text))\u{2069}"
  }

  private static func needsCare(_ text: String) -> Bool {
    // Bytes are read faster than characters: every text goes through here each time it is shown.
    text.utf8.withContiguousStorageIfAvailable(needsCare(_:)) ?? needsCare(text.unicodeScalars)
  }

  /// The same of UTF-8, where almost all characters are ASCII or Arabic letters.
  private static func needsCare(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var marks = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x20, byte < 0x7F {
        marks = 0
        index += 1
      } else if byte == 0xD8 || byte == 0xD9, isArabicLetter(byte, text[index + 1]) {
        marks = 0
        index += 2
      } else {
        let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard length < 4 else { return true }
        var value = length == 1 ? UInt32(byte) : UInt32(byte) & 0xFF >> UInt32(length + 1)
        for place in index + 1..<index + length { value = value << 6 | UInt32(text[place]) & 0x3F }
        if needsCare(value, &marks) { return true }
        index += length
      }
    }
    return false
  }

  /// Whether two bytes of UTF-8 are one of U+0621 to U+064A.
  @inline(__always)
  private static func isArabicLetter(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xD8 ? second >= 0xA1 : second <= 0x8A
  }

  private static func needsCare(_ text: String.UnicodeScalarView) -> Bool {
    var marks = 0
    return text.contains { needsCare($0.value, &marks) }
  }

  /// Whether a character does, after so many marks.
  @inline(__always)
  private static func needsCare(_ value: UInt32, _ marks: inout Int) -> Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0x300, 0x621...0x64A, 0x60C, 0x61B, 0x61F, 0x2010...0x2027:
      marks = 0
    case 0x0A: marks = 0
    case 0x64B...0x65F, 0x300..<0x370:
      marks += 1
      if marks > 4 { return true }
    default: return true
    }
    return false
  }

  private static func append(_ paragraph: Substring, to result: inout String.UnicodeScalarView) {
    let scalars = Array(paragraph.unicodeScalars)
    let closed = balancedIsolates(scalars)
    var marks = 0
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x202A...0x202E: result.append("\u{FFFD}")
      case 0x2066...0x2069: result.append(closed.contains(index) ? scalar : "\u{FFFD}")
      default:
        let isMark = ShownScalar.kind(of: scalar) == .mark
        marks = isMark ? marks + 1 : 0
        if marks <= 4 { result.append(ShownScalar.harmless(scalar)) }
      }
    }
  }

  /// The indices of isolate initiators that are closed, and of what closes them (UAX #9, BD9).
  private static func balancedIsolates(_ scalars: [Unicode.Scalar]) -> Set<Int> {
    var open: [Int] = []
    var balanced: Set<Int> = []
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x2066...0x2068: open.append(index)
      case 0x2069:
        guard let start = open.popLast() else { continue }
        balanced.insert(start)
        balanced.insert(index)
      default: break
      }
    }
    return balanced
  }
}
