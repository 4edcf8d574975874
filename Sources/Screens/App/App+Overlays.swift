import BidiText
import Consultation
import Display
import Phrases

/// How large what is laid over a page is.
extension PageContext {
  /// The inside of a panel of so many rows, at the foot of the screen: what it is about stands
  /// above it, as far as there is room.
  func panelArea(rows: Int) -> Area {
    let height = min(rows, self.height - 5)
    return Area(row: 0, start: 0, width: width, height: height)
      .centred(maximumWidth: min(78, width - 6))
      .moved(rows: max(2, self.height - height - 4), cells: 0)
  }

  /// How wide the lines of a field are, a cell being left for the cursor after the last letter.
  var fieldWidth: Int { panelArea(rows: 1).width - 1 }

  /// How many rows of what it finds a finder shows.
  var finderRows: Int { min(30, height - 9) }
}

/// What is laid over a page: the only things with a box around them.
extension App {
  func drawOverlay(on canvas: inout Canvas) {
    switch overlay {
    case nil: break
    case .help(let firstRow):
      let area = context.panelArea(rows: height)
      let flow = LaidOutFlow(helpFlow(width: area.width), &canvas.layouts)
      drawPanel(area, title: words(.helpTitle), on: &canvas)
      flow.draw(on: &canvas, in: area, firstRow: firstRow, symbols: setting.symbols)
    case .palette(let finder):
      let rows = actions(in: finder).map { row in
        let isHere = finder.possible.contains(row.action)
        let key = row.keys.first.map { words.name(of: $0) } ?? ""
        return (start: words(row.title), end: isHere ? key : whyNotHere(row))
      }
      drawFinder(finder, title: words(.paletteTitle), rows: rows, on: &canvas)
    case .search(let finder):
      let visible = finder.list.visible(count: finder.hits.count, rows: context.finderRows)
      // Where the words stand is looked for in what is seen alone.
      let rows = finder.hits.enumerated().map { index, hit in
        (start: visible.contains(index) ? context.line(of: hit) : "", end: "")
      }
      drawFinder(finder, title: words(.searchTitle), rows: rows, on: &canvas)
    case .chooser(let chooser): drawChooser(chooser, on: &canvas)
    case .field(let field): drawField(field, on: &canvas)
    }
  }

  private func drawPanel(_ area: Area, title: String, on canvas: inout Canvas) {
    canvas.box(around: area, isASCII: setting.symbols == .ascii)
    canvas.write(
      " \(title) ",
      in: Area(row: area.row - 1, start: area.start, width: area.width, height: 1),
      style: .heading,
    )
    canvas.hideCursor()
  }

  /// The list of a chooser, and where it stands.
  private func laidOut(
    _ chooser: Chooser,
    _ layouts: inout LayoutCache,
  ) -> (flow: LaidOutFlow, area: Area, firstRow: Int) {
    let entries = chooser.purpose.entries(in: context)
    var flow = Flow(width: context.panelArea(rows: 1).width, direction: direction)
    let sentences = chooser.purpose.sentences(in: context)
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
    let area = context.panelArea(rows: laidOut.height)
    return (laidOut, area, laidOut.firstRow(showing: area.height, wanted: 0))
  }

  private func drawChooser(_ chooser: Chooser, on canvas: inout Canvas) {
    let (flow, area, firstRow) = laidOut(chooser, &canvas.layouts)
    drawPanel(area, title: chooser.purpose.title(in: context), on: &canvas)
    flow.draw(on: &canvas, in: area, firstRow: firstRow, symbols: setting.symbols)
  }

  /// The entry of a chooser that stands in a row of the screen.
  func entry(of chooser: Chooser, row: Int) -> Int? {
    var layouts = LayoutCache()
    let (flow, area, firstRow) = laidOut(chooser, &layouts)
    guard (area.row..<area.endRow).contains(row) else { return nil }
    return flow.entry(atRow: row - area.row + firstRow)
  }

  /// Which of what a finder found stands in a row of the screen.
  func index(in finder: Finder, count: Int, row: Int) -> Int? {
    let area = context.panelArea(rows: context.finderRows + 2)
    let visible = finder.list.visible(count: count, rows: area.height - 2)
    let index = visible.lowerBound + row - area.row - 2
    return row >= area.row + 2 && visible.contains(index) ? index : nil
  }

  private func drawFinder(
    _ finder: Finder,
    title: String,
    rows: [(start: String, end: String)],
    on canvas: inout Canvas,
  ) {
    let area = context.panelArea(rows: context.finderRows + 2)
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

  private func drawField(_ field: TextField, on canvas: inout Canvas) {
    let area = editorArea(of: field)
    drawPanel(
      context.panelArea(rows: area.height + 1),
      title: field.purpose.title(in: context),
      on: &canvas,
    )
    drawEditor(field.editor, in: area, on: &canvas)
    let foot = area.line(area.height)
    if let problem = field.problem {
      // The line between the text and the foot is free where the text is one line.
      let isLong = canvas.layouts.width(of: problem) > foot.width && !field.isMultiline
      let room = Area(row: area.row + 1, start: area.start, width: area.width, height: 2)
      canvas.writeWrapped(problem, in: isLong ? room : foot, style: .attention)
    } else if field.editor.leftOut > 0, let limit = field.editor.limit {
      let left = words(.notFitted(count: field.editor.leftOut))
      let most = words(.mostCharacters(count: limit))
      canvas.write("\(left) \(setting.symbols.separator) \(most)", in: foot, style: .attention)
    } else if let remaining = field.editor.remainingNearLimit {
      canvas.writeAtEnd(words(.remaining(count: remaining)), in: foot, style: .quiet)
    }
  }

  /// A text being written, scrolled so that the caret is seen, and the cursor where it stands.
  private func drawEditor(_ editor: TextEditor, in area: Area, on canvas: inout Canvas) {
    let view = EditorView(editor, in: area, direction: direction)
    for (index, line) in view.shownLines {
      let row = view.row(ofLine: index)
      canvas.draw(line, of: editor.direction, inRowOf: view.area, row: row, style: .text)
      guard let selection = editor.selection else { continue }
      let first = canvas.firstColumn(of: line, editor.direction, in: view.area)
      for column in view.layout.cells(of: selection, line: index) {
        canvas.emphasize(row: row, column: first + column, .selected)
      }
    }
    let caret = view.layout.caret(at: editor.caret)
    guard view.layout.lines.indices.contains(caret.line) else { return }
    let line = view.layout.lines[caret.line]
    let first = canvas.firstColumn(of: line, editor.direction, in: view.area)
    canvas.showCursor(row: view.row(ofLine: caret.line), column: first + caret.column)
  }

  /// Where the editor of a field stands.
  func editorArea(of field: TextField) -> Area {
    let wanted = field.isMultiline ? max(6, height / 2) : 2
    return context.panelArea(rows: wanted + 1).dropping(lastRows: 1)
  }

  /// The place in a text that stands in a cell of the screen.
  func caret(of editor: TextEditor, in area: Area, row: Int, column: Int) -> Int {
    let view = EditorView(editor, in: area, direction: direction)
    let number = min(max(0, row - view.area.row + view.firstLine), view.layout.lines.count - 1)
    let canvas = Canvas(width: width, height: height, direction: direction)
    let line = view.layout.lines[number]
    let first = canvas.firstColumn(of: line, editor.direction, in: view.area)
    return view.layout.index(line: number, column: column - first)
  }
}

/// A text being written as it stands in an area: laid out, and scrolled so that the caret is seen.
private struct EditorView {
  let layout: TextLayout
  /// Where its lines stand: a cell is spare for the cursor after the last letter.
  let area: Area
  let firstLine: Int

  init(_ editor: TextEditor, in area: Area, direction: Direction) {
    layout = TextLayout(
      editor.text,
      direction: editor.direction,
      width: max(1, area.width - 1),
    )
    firstLine = max(0, layout.caret(at: editor.caret).line - area.height + 1)
    self.area = editor.direction == direction ? area.inset(end: 1) : area.inset(start: 1)
  }

  var shownLines: some Sequence<(offset: Int, element: LaidOutLine)> {
    layout.lines.enumerated().dropFirst(firstLine).prefix(area.height)
  }

  func row(ofLine number: Int) -> Int { area.row + number - firstLine }
}
