/// A rectangle of the screen, from the edge at which reading starts.
///
/// Start and end, never left and right: the canvas turns it around in Arabic.
package struct Area: Equatable, Sendable {
  package var row: Int
  /// Cells between the edge at which reading starts and this area.
  package var start: Int
  package var width: Int
  package var height: Int

  package init(row: Int, start: Int, width: Int, height: Int) {
    self.row = row
    self.start = start
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package var endRow: Int { row + height }

  /// The same without so many rows at the top.
  package func dropping(rows: Int) -> Area {
    let rows = min(max(0, rows), height)
    return Area(row: row + rows, start: start, width: width, height: height - rows)
  }

  /// The same without so many rows at the foot.
  package func dropping(lastRows rows: Int) -> Area {
    Area(row: row, start: start, width: width, height: height - rows)
  }

  /// The first so many rows.
  package func prefix(rows: Int) -> Area {
    Area(row: row, start: start, width: width, height: min(max(0, rows), height))
  }

  /// One row of it, counted from its top.
  package func line(_ index: Int) -> Area {
    Area(row: row + index, start: start, width: width, height: 1)
  }

  /// Narrower by so many cells at its start, and at its end.
  package func inset(start: Int = 0, end: Int = 0) -> Area {
    Area(row: row, start: self.start + start, width: width - start - end, height: height)
  }

  /// The first cells of it, and the rest.
  package func split(startWidth: Int) -> (start: Area, end: Area) {
    let width = min(max(0, startWidth), self.width)
    return (
      Area(row: row, start: start, width: width, height: height),
      Area(row: row, start: start + width, width: self.width - width, height: height),
    )
  }

  /// At most so wide, centred in the width that it has.
  package func centred(maximumWidth: Int) -> Area {
    let narrower = min(width, maximumWidth)
    return Area(
      row: row,
      start: start + (width - narrower) / 2,
      width: narrower,
      height: height,
    )
  }

  /// The same, further down and further from the start.
  package func moved(rows: Int, cells: Int) -> Area {
    Area(row: row + rows, start: start + cells, width: width, height: height)
  }
}
