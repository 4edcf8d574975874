import Display
import Phrases

extension PageContext {
  /// Which of what a finder found stands in a row of the screen.
  func index(in finder: Finder, count: Int, row: Int) -> Int? {
    let area = panelArea(rows: finderRows + 2)
    let visible = finder.list.visible(count: count, rows: area.height - 2)
    let index = visible.lowerBound + row - area.row - 2
    return row >= area.row + 2 && visible.contains(index) ? index : nil
  }

  func drawFinder(
    _ finder: Finder,
    title: String,
    rows: [(start: String, end: String)],
    on canvas: inout Canvas,
  ) {
    let area = panelArea(rows: finderRows + 2)
    drawPanel(area, title: title, on: &canvas)
    if rows.isEmpty { canvas.write(words(.nothingFound), in: area.line(2), style: .quiet) }
    let visible = finder.list.visible(count: rows.count, rows: area.height - 2)
    func mark(_ text: String, line: Int) {
      canvas.write(text, in: area.line(line).moved(rows: 0, cells: area.width), style: .key)
    }
    if visible.lowerBound > 0 { mark(setting.symbols.moreAbove, line: 2) }
    if visible.upperBound < rows.count { mark(setting.symbols.moreBelow, line: area.height - 1) }
    for (line, index) in visible.enumerated() {
      let rowArea = area.line(line + 2)
      let taken = canvas.writeAtEnd(rows[index].end, in: rowArea, style: .key)
      canvas.write(rows[index].start, in: rowArea.inset(end: taken + 1))
      if index == finder.list.selected { canvas.emphasize(rowArea, .selected) }
    }
    drawEditor(finder.query, in: area.prefix(rows: 1), on: &canvas)
  }
}
