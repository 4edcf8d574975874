package import BidiText

extension Canvas {
  /// Writes one line at the start of an area, shortened with an ellipsis if it is longer.
  ///
  /// A text that runs the other way than the screen keeps its own direction inside and still
  /// stands at the start, since it is a name or a value in a list.
  ///
  /// - Returns: the number of cells it took.
  @discardableResult
  package mutating func write(
    _ text: String,
    in area: Area,
    style: Style = .text,
    direction textDirection: Direction? = nil,
  ) -> Int {
    guard area.width > 0, area.height > 0 else { return 0 }
    let line = layouts.line(text, direction: textDirection ?? direction, width: area.width)
    draw(line, row: area.row, column: column(start: area.start, width: line.width), style: style)
    return line.width
  }

  /// Writes one line at the end of an area.
  ///
  /// - Returns: the number of cells it took.
  @discardableResult
  package mutating func writeAtEnd(_ text: String, in area: Area, style: Style = .text) -> Int {
    guard area.width > 0, area.height > 0 else { return 0 }
    let line = layouts.line(text, direction: direction, width: area.width)
    let start = area.start + area.width - line.width
    draw(line, row: area.row, column: column(start: start, width: line.width), style: style)
    return line.width
  }

  /// Writes a text of any length, wrapped between words, as far as the area reaches.
  ///
  /// A text that runs the other way than the screen is set against the other edge of the area,
  /// as a page in that language would be.
  ///
  /// - Returns: the number of rows that the whole text needs, which may be more than there are.
  @discardableResult
  package mutating func writeWrapped(
    _ text: String,
    in area: Area,
    style: Style = .text,
    direction textDirection: Direction? = nil,
    skippingRows skipped: Int = 0,
  ) -> Int {
    guard area.width > 0 else { return 0 }
    let lines = layouts.lines(text, direction: textDirection ?? direction, width: area.width)
    for (index, line) in lines.enumerated() where index >= skipped {
      let row = area.row + index - skipped
      guard row < area.endRow else { break }
      draw(line, of: textDirection ?? direction, inRowOf: area, row: row, style: style)
    }
    return lines.count
  }

  /// Draws a line that is laid out already, against the edge at which its language starts.
  package mutating func draw(
    _ line: LaidOutLine,
    of textDirection: Direction,
    inRowOf area: Area,
    row: Int,
    style: Style,
  ) {
    draw(line, row: row, column: firstColumn(of: line, textDirection, in: area), style: style)
  }

  /// The column of the leftmost cell of a line set in an area.
  package func firstColumn(
    of line: LaidOutLine,
    _ textDirection: Direction,
    in area: Area,
  ) -> Int {
    let left = column(start: area.start, width: area.width)
    return textDirection == .leftToRight ? left : left + area.width - line.width
  }

  private mutating func draw(_ line: LaidOutLine, row: Int, column: Int, style: Style) {
    put(line.cells, row: row, column: column, style: style)
  }
}
