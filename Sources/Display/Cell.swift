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
}
