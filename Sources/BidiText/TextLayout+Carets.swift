/// A cell of a layout: a line, and a column counted from the left edge of that line's text.
package struct CellPosition: Equatable, Sendable {
  package let line: Int
  package let column: Int
}

// From a place in the text to a cell, and back.
extension TextLayout {
  /// The cell on which the cursor stands for a caret before this grapheme.
  ///
  /// Within a run, the cell of that grapheme. Where the direction changes and at the end of a
  /// line, the cell just beyond what stands before the caret: beside what was typed last. The
  /// column is −1 just left of a line, and the line's width just right of it.
  package func caret(at index: Int) -> CellPosition {
    let index = min(max(0, index), graphemeCount)
    let line = self.line(ofCaret: index)
    return CellPosition(line: line, column: column(ofCaret: index, inLine: line))
  }

  /// The line on which a caret stands: at a soft line end, the beginning of the next line.
  package func line(ofCaret index: Int) -> Int {
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].graphemes.upperBound <= index {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func column(ofCaret index: Int, inLine line: Int) -> Int {
    let next = cell(of: index, inLine: line)
    var before: (cell: LaidOutCell, column: Int)?
    var earlier = index - 1
    while before == nil, earlier >= lines[line].graphemes.lowerBound {
      before = cell(of: earlier, inLine: line)
      earlier -= 1
    }
    switch (before, next) {
    case (nil, let next?): return next.column
    case (nil, nil): return direction == .rightToLeft ? lines[line].width - 1 : 0
    case (let before?, let next?) where before.cell.isRightToLeft == next.cell.isRightToLeft:
      return next.column
    case (let before?, _):
      return before.cell.isRightToLeft
        ? before.column - 1 : before.column + Int(before.cell.glyph.width)
    }
  }

  private func cell(of grapheme: Int, inLine line: Int) -> (cell: LaidOutCell, column: Int)? {
    var column = 0
    for cell in lines[line].cells {
      if cell.graphemes.contains(grapheme) { return (cell, column) }
      column += Int(cell.glyph.width)
    }
    return nil
  }

  /// The caret nearest to a cell: before the grapheme that stands there.
  package func index(line: Int, column: Int) -> Int {
    let line = min(max(0, line), lines.count - 1)
    let nearest = stops(ofLine: line).min { first, second in
      abs(first.column - column) < abs(second.column - column)
    }
    return nearest?.index ?? lines[line].graphemes.lowerBound
  }

  /// The columns of the cells that show some of these graphemes on a line.
  package func cells(of range: Range<Int>, line: Int) -> [Int] {
    var columns: [Int] = []
    var column = 0
    for cell in lines[line].cells {
      let width = Int(cell.glyph.width)
      if cell.graphemes.overlaps(range) { columns += column..<column + width }
      column += width
    }
    return columns
  }

  /// The carets of a line from left to right.
  func stops(ofLine line: Int) -> [(index: Int, column: Int)] {
    let range = lines[line].graphemes
    let isLast = line == lines.count - 1
    // The caret after a soft line end stands on the next line, before its first grapheme.
    let end = lines[line].hasLineEnd || !isLast ? range.upperBound - 1 : range.upperBound
    guard range.lowerBound <= end else { return [] }
    let columns = columns(ofCaretsInLine: line, through: end)
    let stops = zip(range.lowerBound...end, columns).map { (index: $0, column: $1) }
    return stops.sorted { first, second in
      if first.column != second.column { return first.column < second.column }
      return direction == .leftToRight ? first.index < second.index : first.index > second.index
    }
  }

  /// The columns of all carets of a line in one pass over its cells.
  private func columns(ofCaretsInLine line: Int, through end: Int) -> [Int] {
    let first = lines[line].graphemes.lowerBound
    var places = [(isRightToLeft: Bool, column: Int, width: Int)?](
      repeating: nil,
      count: lines[line].graphemes.count + 1,
    )
    var column = 0
    for cell in lines[line].cells {
      for grapheme in cell.graphemes {
        places[grapheme - first] = (cell.isRightToLeft, column, Int(cell.glyph.width))
      }
      column += Int(cell.glyph.width)
    }
    var before: (isRightToLeft: Bool, column: Int, width: Int)?
    return (first...end).map { index in
      let next = places[index - first]
      defer { before = next ?? before }
      guard let before else {
        return next?.column ?? (direction == .rightToLeft ? lines[line].width - 1 : 0)
      }
      if let next, next.isRightToLeft == before.isRightToLeft { return next.column }
      return before.isRightToLeft ? before.column - 1 : before.column + before.width
    }
  }
}
