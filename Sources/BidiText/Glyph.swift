/// What stands in one place of the screen: a base character and the marks on it.
///
/// A value without references, so that a screen of thousands of cells is copied and compared
/// as plain memory.
package struct Glyph: Equatable, Sendable {
  /// The character itself, already shaped: `ﺳ` rather than `س` where the letter begins a word.
  package var base: Unicode.Scalar
  /// Up to four combining marks, zero where there is none: what a `cchar_t` of ncurses can hold.
  package var marks: SIMD4<UInt32>
  /// How many cells it takes: 1, or 2 for a wide character.
  package var width: UInt8

  package init(_ base: Unicode.Scalar, marks: SIMD4<UInt32> = .zero, width: UInt8 = 1) {
    self.base = base
    self.marks = marks
    self.width = width
  }

  /// An empty cell.
  package static let space = Glyph(" ")
}
