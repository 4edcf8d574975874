package import BidiText

/// One cell of the screen: what stands in it, and how it looks.
package struct Cell: Equatable, Sendable {
  package var glyph: Glyph
  package var style: Style
  /// The second half of a wide character, in which nothing else can be written.
  package var isContinuation: Bool

  /// How many bytes one takes in memory: three words, of which none is there to fill, so that cells
  /// can be compared as memory.
  static let bytes = 24

  package init(_ glyph: Glyph = .space, style: Style = .text, isContinuation: Bool = false) {
    self.glyph = glyph
    self.style = style
    self.isContinuation = isContinuation
  }

  /// Compared as memory, of which no part is without meaning.
  @inline(__always)
  package static func == (first: Cell, second: Cell) -> Bool {
    withUnsafeBytes(of: first) { first in
      withUnsafeBytes(of: second) { second in
        (first.word(at: 0) ^ second.word(at: 0)) | (first.word(at: 8) ^ second.word(at: 8))
          | (first.word(at: 16) ^ second.word(at: 16)) == 0
      }
    }
  }
}
