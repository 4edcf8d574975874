extension String {
  /// How many graphemes it has, as `count` says, in a tenth of the time where almost all are letters
  /// of one character.
  package var graphemeCount: Int {
    var count = 0
    forEachGrapheme { _ in
      count += 1
    } other: { _ in
      count += 1
    }
    return count
  }

  /// The place before the grapheme of this index; the end where there are fewer.
  package func place(ofGrapheme index: Int) -> String.Index {
    utf8.index(
      startIndex,
      offsetBy: walk(upTo: index) { _ in
      } other: { _ in
      },
    )
  }

  /// Goes through the graphemes in their order: those of one character that joins no other, as almost
  /// all are, and the others.
  func forEachGrapheme(single: (Unicode.Scalar) -> Void, other: (Character) -> Void) {
    _ = walk(upTo: .max, single: single, other: other)
  }

  /// Goes through the graphemes before an index; gives back the byte that it comes to.
  @inline(__always)
  private func walk(
    upTo end: Int,
    single: (Unicode.Scalar) -> Void,
    other: (Character) -> Void,
  ) -> Int {
    let text = self
    let walked = text.utf8.withContiguousStorageIfAvailable { bytes in
      var place = 0
      var count = 0
      var next = LoneScalar(at: 0, in: bytes)
      while place < bytes.count, count < end {
        let this = next
        let after = place &+ this.length
        next = LoneScalar(at: after, in: bytes)
        if this.isAlone, next.isAlone || after == bytes.count {
          single(this.scalar)
          place = after
        } else {
          // By the rules of UAX #29, which the standard library has.
          let start = text.utf8.index(text.startIndex, offsetBy: place)
          other(text[start])
          place = text.utf8.distance(from: text.startIndex, to: text.index(after: start))
          next = LoneScalar(at: place, in: bytes)
        }
        count &+= 1
      }
      return place
    }
    if let walked { return walked }
    var place = startIndex
    var count = 0
    while place < endIndex, count < end {
      other(self[place])
      place = index(after: place)
      count += 1
    }
    return utf8.distance(from: startIndex, to: place)
  }
}

/// A character that joins neither its like before it nor after it to one grapheme (UAX #29, GB999).
private struct LoneScalar {
  /// Nought where it may join, and at the end of the text.
  private let value: UInt32
  /// How many bytes it takes; one where it may join.
  let length: Int

  @inline(__always)
  var isAlone: Bool { value != 0 }

  @inline(__always)
  var scalar: Unicode.Scalar { Unicode.Scalar(value) ?? " " }

  /// Of ASCII, Latin and Arabic letters, digits and signs, those that take no other to themselves.
  @inline(__always)
  init(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    guard place < bytes.count else {
      (value, length) = (0, 1)
      return
    }
    let byte = UInt32(bytes[place])
    if byte >= 0x20, byte < 0x7F {
      (value, length) = (byte, 1)
    } else if byte >= 0xC3 && byte < 0xCC || byte == 0xD8 || byte == 0xD9 {
      let found = (byte & 0x1F) << 6 | UInt32(bytes[place &+ 1]) & 0x3F
      let isAlone =
        byte < 0xD0
        || found >= 0x620 && found < 0x64B || found >= 0x660 && found < 0x670
        || found == 0x60C || found == 0x61B || found == 0x61F
      (value, length) = (isAlone ? found : 0, 2)
    } else {
      (value, length) = (0, 1)
    }
  }
}
