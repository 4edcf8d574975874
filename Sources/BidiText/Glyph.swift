/// What stands in one place of the screen: a base character and the marks on it.
///
/// A value without references, so that a screen of thousands of cells is copied and compared
/// as plain memory.
package struct Glyph: Equatable, Sendable {
  /// The character itself, already shaped: `ﺳ` rather than `س` where the letter begins a word.
  @usableFromInline package var base: Unicode.Scalar
  /// Up to four combining marks, zero where there is none: what a `cchar_t` of ncurses can hold.
  @usableFromInline package var marks: Marks
  /// How many cells it takes: 1, or 2 for a wide character.
  @usableFromInline package var width: UInt8

  package init(_ base: Unicode.Scalar, marks: Marks = Marks(), width: UInt8 = 1) {
    self.base = base
    self.marks = marks
    self.width = width
  }

  /// An empty cell.
  package static let space = Glyph(" ")

  /// Inlined where screens are compared, cell by cell, at every key.
  @inlinable
  package static func == (first: Glyph, second: Glyph) -> Bool {
    first.base.value == second.base.value && first.width == second.width
      && first.marks == second.marks
  }
}

/// Up to four combining marks in their order, zero where there is none.
package struct Marks: Equatable, Sendable {
  @usableFromInline var first: UInt32 = 0
  @usableFromInline var second: UInt32 = 0
  @usableFromInline var third: UInt32 = 0
  @usableFromInline var fourth: UInt32 = 0

  package init() {}

  @inlinable
  package static func == (one: Marks, other: Marks) -> Bool {
    one.first == other.first && one.second == other.second && one.third == other.third
      && one.fourth == other.fourth
  }

  package var indices: Range<Int> { 0..<4 }

  package subscript(index: Int) -> UInt32 {
    get {
      switch index {
      case 0: first
      case 1: second
      case 2: third
      default: fourth
      }
    }
    set {
      switch index {
      case 0: first = newValue
      case 1: second = newValue
      case 2: third = newValue
      default: fourth = newValue
      }
    }
  }
}
