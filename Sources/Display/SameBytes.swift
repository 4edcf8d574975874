extension UnsafeRawBufferPointer {
  /// Whether the same bytes stand at the same places of another memory.
  ///
  /// Three words at a time, which is a cell: a screen of thousands of them is compared at every key.
  func hasSameBytes(as other: UnsafeRawBufferPointer, in range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset + 24 <= range.upperBound {
      let first = word(at: offset) ^ other.word(at: offset)
      let second = word(at: offset + 8) ^ other.word(at: offset + 8)
      let third = word(at: offset + 16) ^ other.word(at: offset + 16)
      guard first | second | third == 0 else { return false }
      offset += 24
    }
    return (offset..<range.upperBound).allSatisfy { self[$0] == other[$0] }
  }

  func word(at offset: Int) -> UInt64 { loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
}
