import BidiText

extension Canvas {
  /// Clears an area with a margin of one row and two cells, and draws a line around it.
  package mutating func box(around area: Area, isASCII: Bool) {
    let outer = Area(
      row: area.row - 1,
      start: area.start - 2,
      width: area.width + 4,
      height: area.height + 2,
    )
    fill(outer, style: Style(.panel))
    let signs: [Unicode.Scalar] =
      isASCII ? ["-", "|", "+", "+", "+", "+"] : ["─", "│", "┌", "┐", "└", "┘"]
    let left = column(start: outer.start, width: outer.width)
    let right = left + outer.width - 1
    let (top, bottom) = (outer.row, outer.endRow - 1)
    for column in left...max(left, right) {
      put(Glyph(signs[0]), row: top, column: column, style: .quiet)
      put(Glyph(signs[0]), row: bottom, column: column, style: .quiet)
    }
    for row in top...max(top, bottom) {
      put(Glyph(signs[1]), row: row, column: left, style: .quiet)
      put(Glyph(signs[1]), row: row, column: right, style: .quiet)
    }
    put(Glyph(signs[2]), row: top, column: left, style: .quiet)
    put(Glyph(signs[3]), row: top, column: right, style: .quiet)
    put(Glyph(signs[4]), row: bottom, column: left, style: .quiet)
    put(Glyph(signs[5]), row: bottom, column: right, style: .quiet)
  }
}
