import BidiText

/// What turns the screen that is shown into the next one: rows that move up or down as they are,
/// then the stretches of cells that differ still.
///
/// A stretch never begins or ends inside a wide character, neither of the screen that is shown nor
/// of the next one: half of one cannot be written, and writing over half of one blots out the rest.
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
    let empty = Canvas(width: next.width, height: next.height, direction: next.direction)
    var shown = shown ?? empty
    scroll = terms.canScroll ? Scroll(from: shown, to: next) : nil
    if let scroll { shown.scroll(scroll) }
    var runs: [Run] = []
    for row in 0..<next.height where !next.hasSameRow(row, as: shown) {
      if terms.marksRightToLeftRows,
        next.hasRightToLeftLetters(row: row) != shown.hasRightToLeftLetters(row: row)
      {
        runs.append(Run(row: row, columns: 0..<next.width))
      } else {
        runs += Run.runs(inRow: row, from: shown, to: next)
      }
    }
    self.runs = runs
  }
}

extension FrameDiff.Run {
  /// So many equal cells between two that differ are written again: to go over them takes as much.
  private static let gap = 4

  static func runs(inRow row: Int, from shown: Canvas, to next: Canvas) -> [Self] {
    let start = row * next.width
    let old = shown.cells[start..<start + next.width]
    let new = next.cells[start..<start + next.width]
    var runs: [Self] = []
    var index = start
    while index < old.endIndex {
      guard old[index] != new[index] else {
        index += 1
        continue
      }
      var first = index
      while first > start, old[first].isContinuation || new[first].isContinuation { first -= 1 }
      let end = end(of: index, old, new)
      runs.append(Self(row: row, columns: first - start..<end - start))
      index = end
    }
    return runs
  }

  /// Where the run ends in which the cell at this place differs.
  private static func end(of index: Int, _ old: ArraySlice<Cell>, _ new: ArraySlice<Cell>) -> Int {
    var end = index + 1
    while end < old.endIndex {
      let isInside = old[end].isContinuation || new[end].isContinuation || old[end] != new[end]
      if isInside {
        end += 1
      } else {
        guard let next = nextDifference(after: end, old, new) else { return end }
        end = next + 1
      }
    }
    return end
  }

  /// The next cell that differs, where it takes no more to write those before it than to go over
  /// them: few cells of one byte each, that look as what stands before or after them.
  private static func nextDifference(
    after end: Int,
    _ old: ArraySlice<Cell>,
    _ new: ArraySlice<Cell>,
  ) -> Int? {
    let limit = min(end + gap + 1, old.endIndex)
    guard let next = (end..<limit).first(where: { old[$0] != new[$0] }) else { return nil }
    let isCheap = (end..<next).allSatisfy { index in
      new[index].isPlain && new[index].style == new[end].style
    }
    return isCheap && [new[end - 1].style, new[next].style].contains(new[end].style) ? next : nil
  }
}

extension Cell {
  /// Whether it is sent as one byte.
  fileprivate var isPlain: Bool {
    !isContinuation && glyph.base.isASCII && glyph.width == 1 && glyph.marks == Marks()
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
