extension UnsafeRawBufferPointer {
  /// Whether the same bytes stand at the same places of another memory.
  func hasSameBytes(as other: UnsafeRawBufferPointer, in range: Range<Int>) -> Bool {
    hasSameBytes(as: other, at: range.lowerBound, in: range)
  }

  /// The same where the bytes stand in another place of the other memory, from `start` on.
  ///
  /// Six words at a time, which are two cells: a screen of thousands is compared at every key.
  func hasSameBytes(
    as other: UnsafeRawBufferPointer,
    at start: Int,
    in range: Range<Int>,
  ) -> Bool {
    guard let own = baseAddress, let others = other.baseAddress else { return range.isEmpty }
    var first = own + range.lowerBound
    var second = others + start
    var left = range.count
    while left >= 48 {
      let differences =
        (first.word(0) ^ second.word(0)) | (first.word(1) ^ second.word(1))
        | (first.word(2) ^ second.word(2)) | (first.word(3) ^ second.word(3))
        | (first.word(4) ^ second.word(4)) | (first.word(5) ^ second.word(5))
      guard differences == 0 else { return false }
      first += 48
      second += 48
      left &-= 48
    }
    while left >= 8 {
      guard first.word(0) == second.word(0) else { return false }
      first += 8
      second += 8
      left &-= 8
    }
    for offset in 0..<left
    where first.load(fromByteOffset: offset, as: UInt8.self)
      != second.load(fromByteOffset: offset, as: UInt8.self)
    {
      return false
    }
    return true
  }

  @inline(__always)
  func word(at offset: Int) -> UInt64 { loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
}

extension UnsafeRawPointer {
  @inline(__always)
  fileprivate func word(_ index: Int) -> UInt64 {
    loadUnaligned(fromByteOffset: index &* 8, as: UInt64.self)
  }
}
