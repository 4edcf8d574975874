import BidiText
import Display

/// A flow whose rows have their places.
///
/// What stands on one line needs no layout for its place: only the rows that are drawn are laid
/// out. A text of several lines is, since the place of all that follows depends on it.
struct LaidOutFlow {
  let flow: Flow
  /// The first line of each row, and the line after the last one.
  private let tops: [Int]

  init(_ flow: Flow, _ layouts: inout LayoutCache) {
    self.flow = flow
    var tops = [0]
    tops.reserveCapacity(flow.rows.count + 1)
    var top = 0
    for row in flow.rows {
      top += flow.height(of: row, &layouts)
      tops.append(top)
    }
    self.tops = tops
  }

  /// How many lines it takes.
  var height: Int { tops.last ?? 0 }

  /// The lines that must be seen: the selected entry.
  var focus: Range<Int>? { flow.selected.map(lines) }

  private func lines(of rows: Range<Int>) -> Range<Int> {
    tops[rows.lowerBound]..<tops[rows.upperBound]
  }

  /// The entry that stands in a line of the flow.
  func entry(atRow line: Int) -> Int? {
    flow.entries.first { lines(of: $0.rows).contains(line) }?.index
  }

  /// The first line to show so that the focus is seen, beginning from the wanted one.
  func firstRow(showing rows: Int, wanted: Int) -> Int {
    let last = max(0, height - rows)
    var first = min(max(0, wanted), last)
    if let focus {
      if focus.upperBound > first + rows { first = focus.upperBound - rows }
      if focus.lowerBound < first { first = focus.lowerBound }
    }
    return min(first, last)
  }

  /// Draws as many lines as the area has, the line `firstRow` at its top.
  func draw(on canvas: inout Canvas, in area: Area, firstRow: Int = 0, symbols: Symbols) {
    let shown = firstRow..<firstRow + area.height
    for (index, row) in flow.rows.enumerated() {
      guard case .texts(let columns) = row, tops[index + 1] > shown.lowerBound else { continue }
      guard tops[index] < shown.upperBound else { break }
      for column in columns { draw(column, ofRow: index, on: &canvas, in: area, shown: shown) }
    }
    for bar in flow.bars where shown.contains(tops[bar.row + 1] - 1) {
      let row = area.row + tops[bar.row + 1] - 1 - firstRow
      canvas.progressBar(
        Area(row: row, start: area.start + bar.start, width: bar.width, height: 1),
        done: bar.done,
        of: bar.total,
        symbols: symbols,
      )
    }
    drawMarks(on: &canvas, in: area, firstRow: firstRow, symbols: symbols)
    drawStripe(on: &canvas, in: area, shown: shown)
  }

  /// Shows where the person is: the selected entry stands in a stripe, from its mark to the end of
  /// what it is called.
  ///
  /// What is said of it beside and below that keeps its own look, with the beginning of the stripe
  /// before it: in Arabic, every letter whose look changes is three bytes on the line.
  private func drawStripe(on canvas: inout Canvas, in area: Area, shown: Range<Int>) {
    for row in flow.selected ?? 0..<0 {
      for line in (tops[row]..<tops[row + 1]).clamped(to: shown) {
        let width = flow.stripeWidth(over: row, line: line - tops[row], &canvas.layouts)
        canvas.emphasize(
          Area(
            row: area.row + line - shown.lowerBound,
            start: area.start,
            width: min(area.width, max(1, width)),
            height: 1,
          ),
          .selected,
        )
      }
    }
  }

  private func draw(
    _ column: Flow.Column,
    ofRow row: Int,
    on canvas: inout Canvas,
    in area: Area,
    shown: Range<Int>,
  ) {
    let room = flow.room(of: column)
    let lines = flow.lines(of: column, &canvas.layouts)
    for (index, line) in lines.enumerated() where shown.contains(tops[row] + index) {
      let start = column.isAtEnd ? column.start + room - line.width : column.start
      let place = Area(row: 0, start: area.start + start, width: room, height: 1)
      canvas.draw(
        line,
        of: column.isOnOneLine ? flow.direction : column.direction ?? flow.direction,
        inRowOf: place,
        row: area.row + tops[row] + index - shown.lowerBound,
        style: column.style,
      )
    }
  }

  /// Says that there is more above or below what is seen, in the cell beyond the end of the area.
  private func drawMarks(on canvas: inout Canvas, in area: Area, firstRow: Int, symbols: Symbols) {
    func mark(_ text: String, row: Int) {
      let cell = Area(row: row, start: area.start + area.width, width: 1, height: 1)
      canvas.write(text, in: cell, style: .key)
    }
    if firstRow > 0 { mark(symbols.moreAbove, row: area.row) }
    if firstRow + area.height < height { mark(symbols.moreBelow, row: area.endRow - 1) }
  }
}

extension Flow.Column {
  fileprivate var isOnOneLine: Bool { isOneLine || isAtEnd }

  /// Whether it may say what an entry is called: it is no sign before that, nor what is said of the
  /// entry beside it or below.
  fileprivate var canBeName: Bool {
    style.role != .quiet && !isAtEnd && width.map { $0 > 3 } ?? true
  }
}

extension Flow {
  /// How many cells a text has.
  fileprivate func room(of column: Column) -> Int { max(1, column.width ?? width - column.start) }

  /// How far the stripe of a selected entry reaches over a line of a row: over what the entry is
  /// called and a cell more; where that does not stand there, to the beginning of what does.
  fileprivate func stripeWidth(
    over row: Int,
    line: Int,
    _ layouts: inout LayoutCache,
  ) -> Int {
    guard case .texts(let columns) = rows[row] else { return 0 }
    let names = columns.filter(\.canBeName)
    let name =
      columns.first(where: \.isMark) ?? names.first { $0.style.role != .key } ?? names.first
    guard let name else { return columns.first?.start ?? 0 }
    let lines = lines(of: name, &layouts)
    guard lines.indices.contains(line) else { return name.start }
    let isAtOtherEdge = !name.isOnOneLine && (name.direction ?? direction) != direction
    return name.start
      + (isAtOtherEdge ? room(of: name) : min(room(of: name), lines[line].width + 1))
  }

  fileprivate func height(of row: Row, _ layouts: inout LayoutCache) -> Int {
    switch row {
    case .gap(let lines): return lines
    case .texts(let columns):
      var height = 1
      for column in columns where !column.isOnOneLine {
        height = max(height, lines(of: column, &layouts).count)
      }
      return height
    }
  }

  fileprivate func lines(of column: Column, _ layouts: inout LayoutCache) -> [LaidOutLine] {
    let direction = column.direction ?? direction
    let room = room(of: column)
    if column.isOnOneLine {
      return [layouts.line(column.text, direction: direction, width: room)]
    }
    let lines = layouts.lines(column.text, direction: direction, width: room)
    guard lines.count > column.mostRows, column.mostRows > 0 else { return lines }
    let shown = lines.prefix(column.mostRows - 1)
    let rest = column.text.dropFirst(shown.last?.graphemes.upperBound ?? 0)
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    return shown + [layouts.line(rest, direction: direction, width: room)]
  }
}
