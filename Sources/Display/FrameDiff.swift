import BidiText

/// What turns the screen that is shown into the next one: rows that move up or down as they are,
/// then the stretches of cells that differ still.
///
/// A stretch never begins or ends inside a wide character, neither of the screen that is shown nor
/// of the next one: half of one cannot be written, and writing over half of one blots out the rest.
/// Nor does it inside a right-to-left word, whose letters join.
package struct FrameDiff: Equatable, Sendable {
  /// Cells of one row of the next screen that are to be written.
  package struct Run: Equatable, Sendable {
    package let row: Int
    package let columns: Range<Int>

    package init(row: Int, columns: Range<Int>) {
      self.row = row
      self.columns = columns
    }
  }

  /// Rows that move together; those that come in are empty.
  package struct Scroll: Equatable, Sendable {
    package let rows: Range<Int>
    /// By how many rows they move up; down where it is less than nothing.
    package let distance: Int

    package init(rows: Range<Int>, distance: Int) {
      self.rows = rows
      self.distance = distance
    }
  }

  /// What a terminal can do and needs, as far as it decides what is written.
  package struct Terms: Equatable, Sendable {
    /// Whether a part of the screen can be moved up and down.
    let canScroll: Bool
    /// Whether the cells of a row are written otherwise where right-to-left letters stand in it.
    let marksRightToLeftRows: Bool

    package init(canScroll: Bool, marksRightToLeftRows: Bool) {
      self.canScroll = canScroll
      self.marksRightToLeftRows = marksRightToLeftRows
    }
  }

  package let scroll: Scroll?
  /// From the first row to the last, and in a row from the left.
  package let runs: [Run]

  package var isEmpty: Bool { scroll == nil && runs.isEmpty }

  /// What differs between two screens of the same size.
  ///
  /// - Parameters:
  ///   - shown: the screen that is shown; `nil` for an empty one.
  ///   - next: the screen to be shown.
  ///   - terms: what the terminal can do and needs.
  package init(from shown: Canvas?, to next: Canvas, _ terms: Terms) {
    let shown = shown ?? Canvas(width: next.width, height: next.height, direction: next.direction)
    let changed = (0..<next.height).filter { !next.hasSameRow($0, as: shown) }
    let scroll = terms.canScroll ? Scroll(from: shown, to: next, changed: changed) : nil
    self.scroll = scroll
    let empty = Canvas(width: next.width, height: 1, direction: next.direction)
    // Where a row stands before it is written: nothing is moved for it, since screens are large.
    func before(_ row: Int) -> (canvas: Canvas, row: Int) {
      guard let scroll, scroll.rows.contains(row) else { return (shown, row) }
      return scroll.source(of: row).map { (shown, $0) } ?? (empty, 0)
    }
    var runs: [Run] = []
    for row in scroll.map({ Self.rows(changed, and: $0.rows) }) ?? changed {
      let old = before(row)
      if scroll != nil, next.hasSameRow(row, as: old.row, of: old.canvas) { continue }
      if terms.marksRightToLeftRows,
        next.hasRightToLeftLetters(row: row) != old.canvas.hasRightToLeftLetters(row: old.row)
      {
        runs.append(Run(row: row, columns: 0..<next.width))
      } else {
        runs += Run.runs(inRow: row, from: old.row, of: old.canvas, to: next)
      }
    }
    self.runs = runs
  }

  /// Some rows and those of a stretch, in their order.
  private static func rows(_ rows: [Int], and stretch: Range<Int>) -> [Int] {
    rows.filter { $0 < stretch.lowerBound } + stretch + rows.filter { $0 >= stretch.upperBound }
  }
}

extension FrameDiff.Run {
  /// What is to be written into a row where a row of another screen stands.
  fileprivate static func runs(
    inRow row: Int,
    from oldRow: Int,
    of shown: Canvas,
    to next: Canvas,
  ) -> [Self] {
    let width = next.width
    return shown.cells.withUnsafeBufferPointer { old in
      next.cells.withUnsafeBufferPointer { new in
        runs(
          inRow: row,
          UnsafeBufferPointer(rebasing: old[oldRow * width..<(oldRow + 1) * width]),
          UnsafeBufferPointer(rebasing: new[row * width..<(row + 1) * width]),
        )
      }
    }
  }

  private static func runs(
    inRow row: Int,
    _ old: UnsafeBufferPointer<Cell>,
    _ new: UnsafeBufferPointer<Cell>,
  ) -> [Self] {
    var runs: [Self] = []
    var index = 0
    while index < old.count {
      guard old[index] != new[index] else {
        index += 1
        continue
      }
      var first = index
      while isInside(first, old, new) { first -= 1 }
      var end = index + 1
      while end < old.count, isInside(end, old, new) || old[end] != new[end] { end += 1 }
      runs.append(Self(row: row, columns: first..<end))
      index = end
    }
    return runs
  }

  /// Whether this cell cannot be written without the one before it, or the other way round.
  ///
  /// Besides the halves of a wide character, the letters of an Arabic word: they reach into each
  /// other's cells, and a terminal that draws one anew cuts off what its neighbours have there.
  private static func isInside(
    _ index: Int,
    _ old: UnsafeBufferPointer<Cell>,
    _ new: UnsafeBufferPointer<Cell>,
  ) -> Bool {
    guard index > 0 else { return false }
    return old[index].isContinuation || new[index].isContinuation
      || new[index].glyph.base.isRightToLeft && new[index - 1].glyph.base.isRightToLeft
  }
}

extension Canvas {
  /// Whether a terminal that orders text itself might turn this row around.
  package func hasRightToLeftLetters(row: Int) -> Bool {
    cells[row * width..<(row + 1) * width].contains { $0.glyph.base.isRightToLeft }
  }
}

extension Unicode.Scalar {
  /// Whether it is of the blocks of the scripts that run from right to left, or one of their
  /// presentation forms.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: true
    default: false
    }
  }
}
