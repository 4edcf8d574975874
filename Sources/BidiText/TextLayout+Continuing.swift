extension TextLayout {
  /// Lays a text out of which an earlier state is laid out: the lines that stand before what was
  /// changed are taken over, so that to write at the end of a long text costs some lines.
  ///
  /// Gives what the whole text laid out would give.
  package init(
    _ text: String,
    direction: Direction,
    width: Int,
    following earlier: TextLayout,
    of earlierText: String,
  ) {
    guard direction == earlier.direction,
      let kept = Continuation(of: text, after: earlier, of: earlierText)
    else {
      self.init(text, direction: direction, width: width)
      return
    }
    self.init(
      String(text[text.utf8.index(text.startIndex, offsetBy: kept.byte)...]),
      after: earlier.lines[..<kept.line],
      firstByte: kept.byte,
      direction: direction,
      width: width,
    )
  }
}

/// From where on a text has to be laid out anew.
private struct Continuation {
  /// The first line.
  let line: Int
  /// Where it begins in the text, in bytes of UTF-8.
  let byte: Int

  /// `nil` where all of it has to be.
  init?(of text: String, after layout: TextLayout, of earlier: String) {
    let unchanged = Self.commonBytes(text, earlier)
    let changed = (layout.lines.lastIndex { $0.firstByte < unchanged }) ?? 0
    // A word at the beginning of the line that is changed may go to the one before it.
    for line in (0..<max(1, changed)).dropFirst().reversed() {
      let byte = layout.lines[line].firstByte
      let isParagraph = layout.lines[line - 1].hasLineEnd
      guard Self.isOfItself(text, from: byte, isParagraph: isParagraph) else { continue }
      self.line = line
      self.byte = byte
      return
    }
    return nil
  }

  /// How many bytes two texts have in common at their beginning.
  private static func commonBytes(_ first: String, _ second: String) -> Int {
    first.withBytes { first in
      second.withBytes { second in
        let end = min(first.count, second.count)
        var place = 0
        while place + 8 <= end,
          UnsafeRawBufferPointer(first).loadUnaligned(fromByteOffset: place, as: UInt64.self)
            == UnsafeRawBufferPointer(second).loadUnaligned(fromByteOffset: place, as: UInt64.self)
        {
          place += 8
        }
        while place < end, first[place] == second[place] { place += 1 }
        return place
      }
    }
  }

  /// Whether what stands from a byte on is ordered and shaped the same, whatever stands before it.
  ///
  /// At the beginning of a paragraph it is. Inside of one it is where a word begins with a letter of
  /// a strong direction, and nothing is open: neither an embedding or an isolate (UAX #9, X1 to X8),
  /// nor a bracket that could pair with one further on (N0). All that is looked back for else is
  /// found in that letter (W1 to W7, N1, N2).
  private static func isOfItself(_ text: String, from start: Int, isParagraph: Bool) -> Bool {
    guard !isParagraph else { return true }
    return text.withBytes { bytes in
      guard start > 0, bytes[start - 1] == UInt8(ascii: " "), isLetter(at: start, in: bytes) else {
        return false
      }
      var beginning = start
      while beginning > 0, bytes[beginning - 1] != UInt8(ascii: "\n") { beginning -= 1 }
      return isClosed(UnsafeBufferPointer(rebasing: bytes[beginning..<start]))
    }
  }

  /// Whether a Latin or an Arabic letter begins at a byte.
  private static func isLetter(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard place + 1 < bytes.count else { return false }
    return switch bytes[place] {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    case 0xD8: (0xA1...0xBF).contains(bytes[place + 1])
    case 0xD9: (0x81...0x8A).contains(bytes[place + 1])
    default: false
    }
  }

  /// Whether no bracket is open after these bytes, and no character is among them of which that would
  /// take a table to know.
  private static func isClosed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var open: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte >= 0x80, byte < 0xE0 {
        place &+= 1
        continue
      }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        // BD16: what was opened inside of a pair and not closed is open no more.
        let opening = byte == UInt8(ascii: ")") ? byte - 1 : byte - 2
        if let pair = open.lastIndex(of: opening) { open.removeSubrange(pair...) }
      // Quotation marks, dashes and the ellipsis; none of the marks of direction beside them.
      case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80:
        guard (0x90...0xA6).contains(bytes[place + 2]) else { return false }
        place += 2
      case 0xE0...: return false
      default: break
      }
      // More than FriBidi keeps.
      guard open.count < 60 else { return false }
      place += 1
    }
    return open.isEmpty
  }
}

extension String {
  fileprivate func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
