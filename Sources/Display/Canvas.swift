package import BidiText

/// A screen as a value: its cells, and where the cursor stands.
///
/// Pages draw in start-to-end coordinates. Here, and nowhere else, these become columns: in a
/// right-to-left screen, column 0 from the start is the rightmost one.
package struct Canvas: Equatable, Sendable {
  /// A cell by its place on the terminal.
  package struct Position: Equatable, Sendable {
    package let row: Int
    package let column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package let width: Int
  package let height: Int
  package let direction: Direction
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands; it is hidden where there is none.
  package private(set) var cursor: Position?
  /// What was laid out before, lent for the drawing; no part of the screen.
  package var layouts: LayoutCache

  package init(width: Int, height: Int, direction: Direction) {
    self.width = width
    self.height = height
    self.direction = direction
    layouts = LayoutCache()
    cells = Array(repeating: Cell(), count: width * height)
  }

  /// An empty screen that takes what was laid out before, until ``giveBack(to:)``.
  package init(width: Int, height: Int, direction: Direction, lent layouts: inout LayoutCache) {
    self.init(width: width, height: height, direction: direction)
    swap(&self.layouts, &layouts)
  }

  /// Gives back what was lent, with what was laid out for this screen.
  package mutating func giveBack(to layouts: inout LayoutCache) {
    swap(&self.layouts, &layouts)
  }

  package static func == (first: Canvas, second: Canvas) -> Bool {
    first.width == second.width && first.height == second.height
      && first.direction == second.direction && first.cursor == second.cursor
      && (0..<first.height).allSatisfy { second.hasSameRow($0, as: first) }
  }

  /// Whether a row shows the same as that row of another screen of the same size.
  package func hasSameRow(_ row: Int, as other: Canvas) -> Bool {
    cells.withUnsafeBytes { own in
      other.cells.withUnsafeBytes { others in
        own.hasSameBytes(as: others, in: bytes(ofRow: row))
      }
    }
  }

  /// Something that two rows have in common where they show the same, and hardly where they do not
  /// (FNV-1a, a word at a time).
  func hash(ofRow row: Int) -> UInt64 {
    cells.withUnsafeBytes { cells in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for offset in stride(
        from: bytes(ofRow: row).lowerBound,
        to: bytes(ofRow: row).upperBound,
        by: 8,
      ) {
        hash = (hash ^ cells.word(at: offset)) &* 0x100_0000_01B3
      }
      return hash
    }
  }

  private func bytes(ofRow row: Int) -> Range<Int> {
    row * width * Cell.bytes..<(row + 1) * width * Cell.bytes
  }

  /// The whole screen.
  package var area: Area { Area(row: 0, start: 0, width: width, height: height) }

  package var isRightToLeft: Bool { direction == .rightToLeft }

  package func cell(row: Int, column: Int) -> Cell { cells[row * width + column] }

  /// The leftmost column of a stretch of cells that begins so far from the start.
  package func column(start: Int, width stretch: Int) -> Int {
    isRightToLeft ? width - start - stretch : start
  }

  /// How far a column is from the start.
  package func start(ofColumn column: Int) -> Int {
    isRightToLeft ? width - 1 - column : column
  }

  /// Puts one glyph into a cell; outside the screen, nothing happens.
  package mutating func put(_ glyph: Glyph, row: Int, column: Int, style: Style) {
    guard (0..<height).contains(row), column >= 0, column + Int(glyph.width) <= width else {
      return
    }
    let index = row * width + column
    let end = index + Int(glyph.width)
    // What is left of a wide character that is written over is a space: half of one cannot be
    // shown, and would move all that stands after it.
    if cells[index].isContinuation { cells[index - 1].glyph = .space }
    if end < (row + 1) * width, cells[end].isContinuation { cells[end].isContinuation = false }
    cells[index] = Cell(glyph, style: style)
    if glyph.width == 2 { cells[index + 1] = Cell(style: style, isContinuation: true) }
  }

  /// Sets a cell as it is; whoever calls this sets both cells of a wide character.
  mutating func setCell(_ cell: Cell, row: Int, column: Int) { cells[row * width + column] = cell }

  /// Fills an area with one sign.
  package mutating func fill(_ area: Area, with scalar: Unicode.Scalar = " ", style: Style) {
    for row in area.row..<area.endRow {
      let first = column(start: area.start, width: area.width)
      for column in first..<first + area.width {
        put(Glyph(scalar), row: row, column: column, style: style)
      }
    }
  }

  /// Makes what stands in an area look otherwise.
  package mutating func emphasize(_ area: Area, _ emphasis: Style.Emphasis) {
    let first = column(start: area.start, width: area.width)
    for row in max(0, area.row)..<min(height, area.endRow) {
      for column in max(0, first)..<min(width, first + area.width) {
        cells[row * width + column].style.emphasis.formUnion(emphasis)
      }
    }
  }

  /// Shows the terminal's cursor in a cell of the screen.
  package mutating func showCursor(row: Int, column: Int) {
    guard (0..<height).contains(row), (0..<width).contains(column) else { return }
    cursor = Position(row: row, column: column)
  }

  package mutating func hideCursor() { cursor = nil }

  /// Makes one cell look otherwise.
  package mutating func emphasize(row: Int, column: Int, _ emphasis: Style.Emphasis) {
    guard (0..<height).contains(row), (0..<width).contains(column) else { return }
    cells[row * width + column].style.emphasis.formUnion(emphasis)
  }
}
