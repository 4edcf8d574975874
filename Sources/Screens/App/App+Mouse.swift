import Display

/// The mouse: a click chooses, the wheel moves.
extension App {
  mutating func click(_ event: MouseEvent, at moment: Moment) -> [Effect] {
    guard !isTooSmall else { return [] }
    switch event.act {
    case .wheelUp: return isMovable ? perform(.up, at: moment) : []
    case .wheelDown: return isMovable ? perform(.down, at: moment) : []
    case .click: return clickCell(row: event.row, column: event.column, at: moment)
    }
  }

  private mutating func clickCell(row: Int, column: Int, at moment: Moment) -> [Effect] {
    let start = Canvas(width: width, height: 1, direction: direction).start(ofColumn: column)
    if let key = foot.hintedKey(atRow: row, start: start) {
      return update(.terminal(.key(key)), at: moment)
    }
    if overlay == nil, let language = foot.language(atRow: row, start: start) {
      return context.goOn(in: language)
    }
    switch overlay {
    case nil: return clickPage(row: row, column: column, at: moment)
    case .help: break
    case .chooser(let chooser):
      guard let entry = context.entry(of: chooser, row: row) else { break }
      return context.updateChooser(chooser, .choose(entry + 1), at: moment)
    case .field(var field):
      let area = context.editorArea(of: field)
      guard (area.row..<area.endRow).contains(row) else { break }
      let caret = context.caret(of: field.editor, in: area, row: row, column: column)
      field.editor.putCaret(before: caret)
      overlay = .field(field)
    case .palette(let finder): return click(finder, isPalette: true, row: row, at: moment)
    case .search(let finder): return click(finder, isPalette: false, row: row, at: moment)
    }
    return []
  }

  private mutating func click(
    _ finder: Finder,
    isPalette: Bool,
    row: Int,
    at moment: Moment,
  ) -> [Effect] {
    let count = count(of: finder, isPalette: isPalette)
    guard let index = context.index(in: finder, count: count, row: row) else { return [] }
    var finder = finder
    finder.list.selected = index
    return updateFinder(finder, isPalette: isPalette, Key(.enter), at: moment)
  }

  private var isMovable: Bool {
    switch overlay {
    case nil, .help, .chooser: true
    case .palette, .search, .field: false
    }
  }

  private mutating func clickPage(row: Int, column: Int, at moment: Moment) -> [Effect] {
    let area = bodyArea
    let start = Canvas(width: width, height: 1, direction: direction).start(ofColumn: column)
    let content = page.content
    guard
      let (clicked, action) = start >= area.start + area.width
        ? content.clickedAside(row: row, start: start, in: context)
        : entry(atRow: row, start: start).flatMap({ content.clicked($0) })
    else { return [] }
    context.show(clicked)
    return fulfil() + perform(action, at: moment)
  }

  /// The entry of the page's body that stands in a cell.
  private func entry(atRow row: Int, start: Int) -> Int? {
    let area = bodyArea
    guard (area.row..<area.endRow).contains(row),
      (area.start..<area.start + area.width).contains(start)
    else { return nil }
    var layouts = LayoutCache()
    let body = currentBody(&layouts)
    return body.flow.entry(atRow: row - area.row + body.firstRow)
  }
}
