/// What stands in one place of the screen: a base character and the marks on it.
///
/// A value without references, so that a screen of thousands of cells is copied and compared
/// as plain memory.
package struct Glyph: Equatable, Sendable {
  /// The character itself, already shaped: `ﺳ` rather than `س` where the letter begins a word.
  package var base: Unicode.Scalar
  /// Up to four combining marks, zero where there is none: what a `cchar_t` of ncurses can hold.
  package var marks: Marks
  /// How many cells it takes: 1, or 2 for a wide character.
  package var width: UInt8

  package init(_ base: Unicode.Scalar, marks: Marks = Marks(), width: UInt8 = 1) {
    self.base = base
    self.marks = marks
    self.width = width
  }

  /// An empty cell.
  package static let space = Glyph(" ")
}

/// Up to four combining marks in their order, zero where there is none.
package struct Marks: Equatable, Sendable {
  private var first: UInt32 = 0
  private var second: UInt32 = 0
  private var third: UInt32 = 0
  private var fourth: UInt32 = 0

  package init() {}

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
