package import Display
import BidiText
import Consultation
import Phrases

extension App {
  /// The least that a page can be read in.
  package static let leastWidth = 60
  package static let leastHeight = 16

  var isTooSmall: Bool { width < Self.leastWidth || height < Self.leastHeight }

  /// The screen as it is now.
  package func view() -> Canvas {
    var layouts = LayoutCache()
    return view(keeping: &layouts)
  }

  /// The screen as it is now, drawn with what was laid out for the last ones.
  package func view(keeping layouts: inout LayoutCache) -> Canvas {
    Canvas(width: width, height: height, direction: direction, keeping: &layouts, draw)
  }

  private func draw(on canvas: inout Canvas) {
    guard !isTooSmall else { return drawTooSmall(on: &canvas) }
    drawTop(on: &canvas)
    let body = currentBody(&canvas.layouts)
    body.flow.draw(on: &canvas, in: bodyArea, firstRow: body.firstRow, symbols: setting.symbols)
    page.content.drawAside(in: context, on: &canvas)
    foot.draw(on: &canvas)
    drawOverlay(on: &canvas)
  }

  /// Where the body of the page stands.
  var bodyArea: Area { page.content.area(in: context) }

  /// What the body shows, and the first row of it that is seen.
  func currentBody(_ layouts: inout LayoutCache) -> (flow: LaidOutFlow, firstRow: Int) {
    let area = bodyArea
    let content = page.content
    let laidOut = LaidOutFlow(content.body(in: context, &layouts), &layouts)
    return (laidOut, laidOut.firstRow(showing: area.height, wanted: content.scrolled))
  }

  /// What the body says, row by row.
  var bodyTexts: [(text: String, entry: Int?)] {
    var layouts = LayoutCache()
    return currentBody(&layouts).flow.flow.texts
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let text = words(.tooSmall(height: Self.leastHeight, width: Self.leastWidth))
    canvas.writeWrapped(text, in: canvas.area)
  }

  /// What is laid over the page.
  private func drawOverlay(on canvas: inout Canvas) {
    switch overlay {
    case nil: break
    case .help(let firstRow):
      let area = context.panelArea(rows: height)
      let flow = LaidOutFlow(helpFlow(width: area.width), &canvas.layouts)
      context.drawPanel(area, title: words(.helpTitle), on: &canvas)
      flow.draw(on: &canvas, in: area, firstRow: firstRow, symbols: setting.symbols)
    case .palette(let finder):
      let rows = actions(in: finder).map { row in
        let isHere = finder.possible.contains(row.action)
        let key = row.keys.first.map { words.name(of: $0) } ?? ""
        return (start: words(row.title), end: isHere ? key : whyNotHere(row))
      }
      context.drawFinder(finder, title: words(.paletteTitle), rows: rows, on: &canvas)
    case .search(let finder):
      let visible = finder.list.visible(count: finder.hits.count, rows: context.finderRows)
      // Where the words stand is looked for in what is seen alone.
      let rows = finder.hits.enumerated().map { index, hit in
        (start: visible.contains(index) ? context.line(of: hit) : "", end: "")
      }
      context.drawFinder(finder, title: words(.searchTitle), rows: rows, on: &canvas)
    case .chooser(let chooser): context.drawChooser(chooser, on: &canvas)
    case .field(let field): context.drawField(field, on: &canvas)
    }
  }

  // MARK: Where I am

  private func drawTop(on canvas: inout Canvas) {
    var area = Area(row: 0, start: 1, width: width - 2, height: 1)
    if let banner = context.consentBanner {
      canvas.write(banner, in: area, style: .attention)
      area = area.moved(rows: 1, cells: 0)
    }
    let place = page.content.heading(in: context)
    let endWidth =
      place.end.isEmpty ? 0 : canvas.writeAtEnd(place.end, in: area, style: .quiet) + 2
    canvas.write(place.start, in: area.inset(end: endWidth), style: .heading)
  }
}
