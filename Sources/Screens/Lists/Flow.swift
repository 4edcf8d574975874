import BidiText
import Display

/// What stands in the middle of a page: rows of text one under another, of which as many are
/// shown as there is room for.
///
/// Laid out once, in cells from the start of the area it will be drawn in.
struct Flow {
  /// One text beside others: where it stands, and how it looks.
  struct Column {
    let text: String
    var start = 0
    /// To the end of the flow, where it is not given.
    var width: Int?
    var style = Style.text
    /// That of the screen, where it is not given.
    var direction: Direction?
    /// One line with an ellipsis instead of several lines.
    var isOneLine = false
    var isAtEnd = false
    /// Of several lines, no more than these; the last one then says that there is more.
    var mostRows = Int.max
  }

  private struct Span {
    let line: LaidOutLine
    let area: Area
    let style: Style
    let direction: Direction
  }

  private struct Bar {
    let area: Area
    let done: Int
    let total: Int
  }

  private var spans: [Span] = []
  private var bars: [Bar] = []
  private(set) var height = 0
  /// The rows that must be seen: the selected entry.
  private(set) var focus: Range<Int>?
  private var entries: [(rows: Range<Int>, index: Int)] = []
  /// The texts as they are read, row by row; the first row of an entry has its index.
  private(set) var texts: [(text: String, entry: Int?)] = []
  let width: Int
  private let direction: Direction

  init(width: Int, direction: Direction) {
    self.width = max(1, width)
    self.direction = direction
  }

  mutating func gap(_ rows: Int = 1) { height += rows }

  mutating func text(
    _ text: String,
    start: Int = 0,
    style: Style = .text,
    direction: Direction? = nil,
  ) {
    row([Column(text: text, start: start, style: style, direction: direction)])
  }

  /// Texts beside each other; the next row begins under the longest of them.
  mutating func row(_ columns: [Column]) {
    texts.append((columns.map(\.text).filter { !$0.isEmpty }.joined(separator: "  "), nil))
    var rows = 1
    for column in columns {
      let room = max(1, column.width ?? width - column.start)
      let textDirection = column.direction ?? direction
      let lines =
        column.isOneLine || column.isAtEnd
        ? [TextLayout.line(column.text, direction: textDirection, width: room)]
        : Self.lines(of: column, direction: textDirection, width: room)
      for (index, line) in lines.enumerated() {
        let start = column.isAtEnd ? column.start + room - line.width : column.start
        spans.append(
          Span(
            line: line,
            area: Area(row: height + index, start: start, width: room, height: 1),
            style: column.style,
            direction: column.isOneLine || column.isAtEnd ? direction : textDirection,
          )
        )
      }
      rows = max(rows, lines.count)
    }
    height += rows
  }

  private static func lines(
    of column: Column,
    direction: Direction,
    width: Int,
  ) -> [LaidOutLine] {
    let lines = TextLayout(column.text, direction: direction, width: width).lines
    guard lines.count > column.mostRows, column.mostRows > 0 else { return lines }
    let shown = lines.prefix(column.mostRows - 1)
    let rest = column.text.dropFirst(shown.last?.graphemes.upperBound ?? 0)
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    return shown + [TextLayout.line(rest, direction: direction, width: width)]
  }

  /// A bar of answered and open in the row that was added last.
  mutating func bar(start: Int, width: Int, done: Int, of total: Int) {
    bars.append(
      Bar(
        area: Area(row: height - 1, start: start, width: width, height: 1),
        done: done,
        total: total,
      )
    )
  }

  /// Says that the rows added by the closure are the entry of this index of a list.
  mutating func entry(_ index: Int, isSelected: Bool, _ add: (inout Flow) -> Void) {
    let first = height
    let firstText = texts.count
    add(&self)
    if texts.indices.contains(firstText) { texts[firstText].entry = index }
    entries.append((first..<height, index))
    if isSelected { focus = first..<height }
  }

  /// The entry that stands in a row of the flow.
  func entry(atRow row: Int) -> Int? { entries.first { $0.rows.contains(row) }?.index }

  /// The first row to show so that the focus is seen, beginning from the wanted one.
  func firstRow(showing rows: Int, wanted: Int) -> Int {
    let last = max(0, height - rows)
    var first = min(max(0, wanted), last)
    if let focus {
      if focus.upperBound > first + rows { first = focus.upperBound - rows }
      if focus.lowerBound < first { first = focus.lowerBound }
    }
    return min(first, last)
  }

  /// Draws as many rows as the area has, the row `firstRow` at its top.
  func draw(on canvas: inout Canvas, in area: Area, firstRow: Int = 0, symbols: Symbols) {
    let shown = firstRow..<firstRow + area.height
    for span in spans where shown.contains(span.area.row) {
      canvas.draw(
        span.line,
        of: span.direction,
        inRowOf: span.area.moved(rows: 0, cells: area.start),
        row: area.row + span.area.row - firstRow,
        style: span.style,
      )
    }
    for bar in bars where shown.contains(bar.area.row) {
      canvas.progressBar(
        bar.area.moved(rows: area.row - firstRow, cells: area.start),
        done: bar.done,
        of: bar.total,
        symbols: symbols,
      )
    }
    drawMarks(on: &canvas, in: area, firstRow: firstRow, symbols: symbols)
    if let focus {
      for row in focus where shown.contains(row) {
        canvas.emphasize(
          Area(row: area.row + row - firstRow, start: area.start, width: area.width, height: 1),
          .selected,
        )
      }
    }
  }
  /// Says that there is more above or below what is seen, in the cell beyond the end of the area.
  private func drawMarks(
    on canvas: inout Canvas,
    in area: Area,
    firstRow: Int,
    symbols: Symbols,
  ) {
    func mark(_ text: String, row: Int) {
      let cell = Area(row: row, start: area.start + area.width, width: 1, height: 1)
      canvas.write(text, in: cell, style: .key)
    }
    if firstRow > 0 { mark(symbols.moreAbove, row: area.row) }
    if firstRow + area.height < height { mark(symbols.moreBelow, row: area.endRow - 1) }
  }
}
