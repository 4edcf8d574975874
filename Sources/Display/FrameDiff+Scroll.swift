import BidiText

extension FrameDiff.Scroll {
  /// To move rows takes as much as to write so many cells.
  private static let cost = 40
  /// Where fewer rows differ, none is looked for.
  private static let fewestRows = 4

  /// The move that spares most cells, where one spares more than it takes.
  init?(from shown: Canvas, to next: Canvas, changed: [Int]) {
    guard changed.count >= Self.fewestRows, let first = changed.first, let last = changed.last
    else { return nil }
    let changedOld = changed.map(shown.summary)
    let changedNew = changed.map(next.summary)
    guard Self.isAnyElsewhere(changedOld, changedNew) else { return nil }
    var old = Rows()
    var new = Rows()
    var place = 0
    for row in first...last {
      let isChanged = changed[place] == row
      let summary = isChanged ? changedOld[place] : shown.summary(ofRow: row)
      old.append(summary)
      new.append(isChanged ? changedNew[place] : summary)
      if isChanged { place += 1 }
    }
    var best: (scroll: Self, gain: Int)?
    for distance in 1..<max(2, old.hashes.count) {
      for distance in [distance, -distance] {
        guard let scroll = Self.best(distance, old, new) else { continue }
        let gain = scroll.gain(old, new)
        if gain > best?.gain ?? Self.cost { best = (scroll, gain) }
      }
    }
    guard let best else { return nil }
    let rows = best.scroll.rows
    self.init(
      rows: rows.lowerBound + first..<rows.upperBound + first,
      distance: best.scroll.distance,
    )
    grow(within: first..<last + 1, shown, next)
  }

  /// Whether any of the rows that differ stood in the place of another one of them.
  private static func isAnyElsewhere(_ old: [RowSummary], _ new: [RowSummary]) -> Bool {
    var before: [UInt64: Int] = [:]
    for (place, row) in old.enumerated() { before[row.hash] = place }
    return new.enumerated().contains { place, row in
      guard let other = before[row.hash] else { return false }
      return other != place
    }
  }

  /// Takes rows in at both ends that are nearly what is wanted where they move to: the marks of more
  /// stand in the first and the last row of a list.
  private mutating func grow(within limits: Range<Int>, _ shown: Canvas, _ next: Canvas) {
    while rows.lowerBound > limits.lowerBound {
      let larger = Self(rows: rows.lowerBound - 1..<rows.upperBound, distance: distance)
      guard isWorthMore(larger, shown, next) else { break }
      self = larger
    }
    while rows.upperBound < limits.upperBound {
      let larger = Self(rows: rows.lowerBound..<rows.upperBound + 1, distance: distance)
      guard isWorthMore(larger, shown, next) else { break }
      self = larger
    }
  }

  /// Whether a move of one more row leaves fewer cells to be written.
  private func isWorthMore(_ larger: Self, _ shown: Canvas, _ next: Canvas) -> Bool {
    let rows = larger.rows.filter { source(of: $0) != larger.source(of: $0) }
    return rows.reduce(0) { sum, row in
      sum + Self.differences(in: row, from: larger.source(of: row), shown, next)
        - Self.differences(in: row, from: source(of: row), shown, next)
    } < 0
  }

  /// The row whose cells stand in this one after the move; `nil` where it is empty.
  func source(of row: Int) -> Int? {
    guard rows.contains(row) else { return row }
    return rows.contains(row + distance) ? row + distance : nil
  }

  /// How many cells of a row are to be written where the cells of another row stand in it.
  private static func differences(
    in row: Int,
    from source: Int?,
    _ shown: Canvas,
    _ next: Canvas,
  ) -> Int {
    (0..<next.width).count { column in
      let cell = source.map { shown.cell(row: $0, column: column) } ?? Cell()
      return cell != next.cell(row: row, column: column)
    }
  }

  /// The move by this distance that brings the most cells to where they are wanted.
  ///
  /// The stretch of rows with the greatest sum (Kadane): one that is right after the move counts for
  /// it, one that was right before counts against it, and one that is right in neither, as where the
  /// selection was, does not end it.
  private static func best(_ distance: Int, _ old: Rows, _ new: Rows) -> Self? {
    var best: (rows: Range<Int>, sum: Int)?
    var start = max(0, -distance)
    var sum = 0
    for row in start..<min(new.hashes.count, new.hashes.count - distance) {
      if sum <= 0 {
        sum = 0
        start = row
      }
      if new.hashes[row] == old.hashes[row + distance] { sum += new.weights[row] }
      if new.hashes[row] == old.hashes[row] { sum -= new.weights[row] }
      if sum > best?.sum ?? 0 { best = (start..<row + 1, sum) }
    }
    return best.map { best in
      let first = min(best.rows.lowerBound, best.rows.lowerBound + distance)
      let end = max(best.rows.upperBound, best.rows.upperBound + distance)
      return Self(rows: first..<end, distance: distance)
    }
  }

  /// How many cells need not be written: those of the rows that were elsewhere, without those that
  /// stood in their place before.
  private func gain(_ old: Rows, _ new: Rows) -> Int {
    rows.reduce(0) { sum, row in
      let isThere = source(of: row).map { old.hashes[$0] == new.hashes[row] } ?? false
      let wasThere = old.hashes[row] == new.hashes[row]
      return sum + (isThere ? new.weights[row] : 0) - (wasThere ? new.weights[row] : 0)
    }
  }
}

/// Rows by what stands in them.
///
/// Where two differ and are the same by their hashes, cells are
/// written that need not be; nothing else comes of it.
private struct Rows {
  private(set) var hashes: [UInt64] = []
  /// How many cells of each are not empty, and one: to have an empty row in its place is worth little
  /// but not nothing.
  private(set) var weights: [Int] = []

  mutating func append(_ row: RowSummary) {
    hashes.append(row.hash)
    weights.append(1 + row.cellsThatAreNotEmpty)
  }
}

/// A row in short.
struct RowSummary {
  /// Something that two rows have in common where they show the same, and hardly where they do not
  /// (FNV-1a, a word at a time).
  let hash: UInt64
  let cellsThatAreNotEmpty: Int
}

extension Canvas {
  /// Moves rows as a terminal does.
  package mutating func scroll(_ scroll: FrameDiff.Scroll) {
    let before = self
    for row in scroll.rows {
      let source = scroll.source(of: row)
      for column in 0..<width {
        let cell = source.map { before.cell(row: $0, column: column) } ?? Cell()
        setCell(cell, row: row, column: column)
      }
    }
  }
}
