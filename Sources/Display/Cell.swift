package import BidiText

/// One cell of the screen: what stands in it, and how it looks.
package struct Cell: Equatable, Sendable {
  package var glyph: Glyph
  package var style: Style
  /// The second half of a wide character, in which nothing else can be written.
  package var isContinuation: Bool

  package init(_ glyph: Glyph = .space, style: Style = .text, isContinuation: Bool = false) {
    self.glyph = glyph
    self.style = style
    self.isContinuation = isContinuation
  }
}
