import Display
import Phrases

extension PageContext {
  /// The list of a chooser, and where it stands.
  private func laidOut(
    _ chooser: Chooser,
    _ layouts: inout LayoutCache,
  ) -> (flow: LaidOutFlow, area: Area, firstRow: Int) {
    let entries = chooser.purpose.entries(in: self)
    var flow = Flow(width: panelArea(rows: 1).width, direction: direction)
    let sentences = chooser.purpose.sentences(in: self)
    for sentence in sentences { flow.text(sentence) }
    if !sentences.isEmpty { flow.gap() }
    for (index, entry) in entries.enumerated() {
      flow.entry(index, isSelected: index == chooser.list.selected) { flow in
        flow.row([
          Flow.Column(text: words.number(index + 1), width: 3, style: .key),
          Flow.Column(text: entry, start: 3),
        ])
      }
    }
    let laidOut = LaidOutFlow(flow, &layouts)
    let area = panelArea(rows: laidOut.height)
    return (laidOut, area, laidOut.firstRow(showing: area.height, wanted: 0))
  }

  func drawChooser(_ chooser: Chooser, on canvas: inout Canvas) {
    let (flow, area, firstRow) = laidOut(chooser, &canvas.layouts)
    drawPanel(area, title: chooser.purpose.title(in: self), on: &canvas)
    flow.draw(on: &canvas, in: area, firstRow: firstRow, symbols: setting.symbols)
  }

  /// The entry of a chooser that stands in a row of the screen.
  func entry(of chooser: Chooser, row: Int) -> Int? {
    var layouts = LayoutCache()
    let (flow, area, firstRow) = laidOut(chooser, &layouts)
    guard (area.row..<area.endRow).contains(row) else { return nil }
    return flow.entry(atRow: row - area.row + firstRow)
  }
}
