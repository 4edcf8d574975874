import CFriBidi

/// The embedding levels of one paragraph, and the order in which its characters are seen.
///
/// FriBidi does the algorithm of UAX #9; this only hands it its buffers.
struct BidiLevels {
  private let types: [FriBidiCharType]
  private(set) var levels: [FriBidiLevel]
  private let direction: Direction
  private let base: FriBidiParType

  /// Resolves the levels of a paragraph (rules X1 to I2) whose direction is given, not guessed.
  ///
  /// Where FriBidi cannot resolve them, every character is at the paragraph's own level.
  init(_ scalars: [UInt32], direction: Direction) {
    let count = FriBidiStrIndex(scalars.count)
    // Any type will do: FriBidi writes over all of them.
    var types = [FriBidiCharType](repeating: majlis_left_to_right_letter(), count: scalars.count)
    var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
    fribidi_get_bidi_types(scalars, count, &types)
    fribidi_get_bracket_types(scalars, count, types, &brackets)
    self.init(types: types, brackets: brackets, direction: direction)
  }

  /// The same from the characters' types, as Unicode's `BidiTest.txt` gives them.
  init(types: [FriBidiCharType], brackets: [FriBidiBracketType], direction: Direction) {
    self.types = types
    self.direction = direction
    var base = Self.type(of: direction)
    levels = [FriBidiLevel](repeating: 0, count: types.count)
    let found = fribidi_get_par_embedding_levels_ex(
      types,
      brackets,
      FriBidiStrIndex(types.count),
      &base,
      &levels,
    )
    self.base = base
    if found == 0 {
      let own: FriBidiLevel = direction == .rightToLeft ? 1 : 0
      levels = [FriBidiLevel](repeating: own, count: types.count)
    }
  }

  static func type(of direction: Direction) -> FriBidiParType {
    direction == .rightToLeft
      ? majlis_paragraph_right_to_left() : majlis_paragraph_left_to_right()
  }

  /// Whether a character is read from right to left.
  func isRightToLeft(_ index: Int) -> Bool { levels[index] % 2 == 1 }

  /// The characters as they are shaped at these levels: brackets mirrored (L4), Arabic letters in
  /// their joined forms; the lam of a lam-alef becomes U+FEFF.
  func shaped(_ scalars: [UInt32], joining: Bool) -> [UInt32] {
    let count = FriBidiStrIndex(scalars.count)
    var shaped = scalars
    var joiningTypes = [FriBidiJoiningType](repeating: 0, count: scalars.count)
    fribidi_get_joining_types(scalars, count, &joiningTypes)
    fribidi_join_arabic(types, count, levels, &joiningTypes)
    fribidi_shape(
      joining ? majlis_shape_everything() : majlis_shape_mirroring(),
      levels,
      count,
      &joiningTypes,
      &shaped,
    )
    return shaped
  }

  /// The indices of one line's characters from left to right (rules L1 and L2).
  ///
  /// The levels of the line are changed by L1: trailing white space goes to the paragraph's level.
  mutating func order(ofLine line: Range<Int>) -> [Int] {
    var map = line.map { FriBidiStrIndex($0) }
    // Only the line is handed over, as if it were the whole: the cost is that of the line.
    let found = types.withUnsafeBufferPointer { types in
      levels.withUnsafeMutableBufferPointer { levels in
        fribidi_reorder_line(
          0,
          types.baseAddress.map { $0 + line.lowerBound },
          FriBidiStrIndex(line.count),
          0,
          base,
          levels.baseAddress.map { $0 + line.lowerBound },
          nil,
          &map,
        )
      }
    }
    guard found != 0 else {
      return direction == .rightToLeft ? line.reversed() : Array(line)
    }
    return map.map { Int($0) }
  }
}
