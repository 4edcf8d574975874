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
  /// Whether something was drawn in a row: the others are empty, on every screen.
  private var isDrawn: [Bool]
  /// Where the terminal's cursor stands; it is hidden where there is none.
  package private(set) var cursor: Position?
  /// What was laid out before, lent for the drawing; no part of the screen.
  package var layouts: LayoutCache

  package init(width: Int, height: Int, direction: Direction) {
    self.width = width
    self.height = height
    self.direction = direction
    layouts = LayoutCache()
    isDrawn = Array(repeating: false, count: height)
    let empty = Array(repeating: Cell(), count: width)
    cells = Array(unsafeUninitializedCapacity: width * height) { cells, count in
      // A row at a time: it is done for every frame.
      for row in 0..<height {
        _ = UnsafeMutableBufferPointer(rebasing: cells[row * width..<(row + 1) * width])
          .initialize(fromContentsOf: empty)
      }
      count = width * height
    }
  }

  /// A screen that is drawn with what was laid out for the last ones, which is kept for the next with
  /// what was laid out for this one.
  package init(
    width: Int,
    height: Int,
    direction: Direction,
    keeping layouts: inout LayoutCache,
    _ draw: (inout Canvas) -> Void,
  ) {
    self.init(width: max(1, width), height: max(1, height), direction: direction)
    swap(&self.layouts, &layouts)
    draw(&self)
    swap(&self.layouts, &layouts)
  }

  package static func == (first: Canvas, second: Canvas) -> Bool {
    first.width == second.width && first.height == second.height
      && first.direction == second.direction && first.cursor == second.cursor
      && (0..<first.height).allSatisfy { second.hasSameRow($0, as: first) }
  }

  /// Whether a row shows the same as that row of another screen of the same size.
  package func hasSameRow(_ row: Int, as other: Canvas) -> Bool {
    hasSameRow(row, as: row, of: other)
  }

  /// Whether a row shows the same as a row of another screen of the same width.
  func hasSameRow(_ row: Int, as otherRow: Int, of other: Canvas) -> Bool {
    guard isDrawn[row] || other.isDrawn[otherRow] else { return true }
    return cells.withUnsafeBytes { own in
      other.cells.withUnsafeBytes { others in
        own.hasSameBytes(
          as: others,
          at: bytes(ofRow: otherRow).lowerBound,
          in: bytes(ofRow: row),
        )
      }
    }
  }

  /// What is compared of a row with others.
  func summary(ofRow row: Int) -> RowSummary {
    let range = bytes(ofRow: row)
    return cells.withUnsafeBytes { cells in
      withUnsafeBytes(of: Cell()) { empty in
        let (first, second, third) = (empty.word(at: 0), empty.word(at: 8), empty.word(at: 16))
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var count = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
          let words = (
            cells.word(at: offset), cells.word(at: offset + 8), cells.word(at: offset + 16),
          )
          hash = (hash ^ words.0) &* 0x100_0000_01B3
          hash = (hash ^ words.1) &* 0x100_0000_01B3
          hash = (hash ^ words.2) &* 0x100_0000_01B3
          if (words.0 ^ first) | (words.1 ^ second) | (words.2 ^ third) != 0 { count += 1 }
          offset += Cell.bytes
        }
        return RowSummary(hash: hash, cellsThatAreNotEmpty: count)
      }
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
    isDrawn[row] = true
    let index = row * width + column
    let end = index + Int(glyph.width)
    // What is left of a wide character that is written over is a space: half of one cannot be
    // shown, and would move all that stands after it.
    if cells[index].isContinuation { cells[index - 1].glyph = .space }
    if end < (row + 1) * width, cells[end].isContinuation { cells[end].isContinuation = false }
    cells[index] = Cell(glyph, style: style)
    if glyph.width == 2 { cells[index + 1] = Cell(style: style, isContinuation: true) }
  }

  /// Puts the cells of a line from a column on; what is outside the screen is left out.
  package mutating func put(_ line: [LaidOutCell], row: Int, column: Int, style: Style) {
    var column = column
    guard (0..<height).contains(row), column >= 0, column + line.count <= width,
      putNarrow(line, at: row * width + column, style: style)
    else {
      for cell in line {
        put(cell.glyph, row: row, column: column, style: style)
        column += Int(cell.glyph.width)
      }
      return
    }
    isDrawn[row] = true
  }

  /// The same where no wide character is among them, nor stood there, as almost everywhere.
  ///
  /// - Returns: whether that was so; where it was not, nothing is put.
  private mutating func putNarrow(_ line: [LaidOutCell], at index: Int, style: Style) -> Bool {
    cells.withUnsafeMutableBufferPointer { cells in
      let end = index + line.count
      for place in index..<min(end + 1, cells.count) where cells[place].isContinuation {
        return false
      }
      for cell in line where cell.glyph.width != 1 { return false }
      var place = index
      for cell in line {
        cells[place] = Cell(cell.glyph, style: style)
        place += 1
      }
      return true
    }
  }

  /// Sets a cell as it is; whoever calls this sets both cells of a wide character.
  mutating func setCell(_ cell: Cell, row: Int, column: Int) {
    isDrawn[row] = true
    cells[row * width + column] = cell
  }

  /// Fills an area with one sign, of one cell.
  package mutating func fill(_ area: Area, with scalar: Unicode.Scalar = " ", style: Style) {
    let first = max(0, column(start: area.start, width: area.width))
    let end = min(width, column(start: area.start, width: area.width) + area.width)
    guard first < end else { return }
    let cell = Cell(Glyph(scalar), style: style)
    for row in max(0, area.row)..<max(0, area.row, min(height, area.endRow)) {
      // At both ends, what is left of a wide character has to go.
      put(cell.glyph, row: row, column: first, style: style)
      put(cell.glyph, row: row, column: end - 1, style: style)
      for index in row * width + first..<row * width + end { cells[index] = cell }
    }
  }

  /// Makes what stands in an area look otherwise.
  package mutating func emphasize(_ area: Area, _ emphasis: Style.Emphasis) {
    let first = column(start: area.start, width: area.width)
    for row in max(0, area.row)..<min(height, area.endRow) {
      isDrawn[row] = true
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
    isDrawn[row] = true
    cells[row * width + column].style.emphasis.formUnion(emphasis)
  }
}
