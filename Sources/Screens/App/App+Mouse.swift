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
    if let key = hintedKey(atRow: row, start: start) {
      return update(.terminal(.key(key)), at: moment)
    }
    if overlay == nil, let language = language(atRow: row, start: start) {
      self.language = language
      return [.remember(language, delegationCode)]
    }
    switch overlay {
    case nil: return clickPage(row: row, column: column, at: moment)
    case .help: break
    case .chooser(let chooser):
      guard let entry = entry(of: chooser, row: row) else { break }
      return updateChooser(chooser, .choose(entry + 1), at: moment)
    case .field(var field):
      let area = editorArea(of: field)
      guard (area.row..<area.endRow).contains(row) else { break }
      let caret = caret(of: field.editor, in: area, row: row, column: column)
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
    guard let index = index(in: finder, count: count, row: row) else { return [] }
    var finder = finder
    finder.list.selected = index
    return updateFinder(finder, isPalette: isPalette, Key(.enter), at: moment)
  }

  /// A question in the second pane of a delegation's page.
  private mutating func clickQuestion(
    on page: DelegationPage,
    row: Int,
    at moment: Moment,
  ) -> [Effect] {
    guard hasTwoPanes else { return [] }
    var layouts = LayoutCache()
    let (flow, area, firstRow) = questionsPane(of: page, &layouts)
    guard (area.row..<area.endRow).contains(row),
      let entry = flow.entry(atRow: row - area.row + firstRow)
    else { return [] }
    var page = page
    page.pane = .questions
    page.questions.selected = entry
    show(.delegation(page))
    return perform(.open, at: moment)
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
    if case .delegation(let page) = page, start >= area.start + area.width {
      return clickQuestion(on: page, row: row, at: moment)
    }
    var layouts = LayoutCache()
    guard (area.row..<area.endRow).contains(row),
      (area.start..<area.start + area.width).contains(start), let body = currentBody(&layouts)
    else { return [] }
    let bodyRow = row - area.row + body.firstRow
    guard let entry = body.flow.entry(atRow: bodyRow) else { return [] }
    switch page {
    case .question: return perform(.choose(entry + 1), at: moment)
    case .language: show(.language(ListState(selected: entry)))
    case .delegations: show(.delegations(ListState(selected: entry)))
    case .instruments: show(.instruments(ListState(selected: entry)))
    case .evidence: show(.evidence(ListState(selected: entry)))
    case .evidenceEntry(let id, _): show(.evidenceEntry(id, ListState(selected: entry)))
    case .room: show(.room(ListState(selected: entry)))
    case .sharedDelegation(let code, _):
      show(.sharedDelegation(code, ListState(selected: entry)))
    case .parkingLot: show(.parkingLot(ListState(selected: entry)))
    case .nextSteps: show(.nextSteps(ListState(selected: entry)))
    case .nextStep(let id, _): show(.nextStep(id, ListState(selected: entry)))
    case .positions: show(.positions(ListState(selected: entry)))
    case .position(let name, _): show(.position(name, ListState(selected: entry)))
    case .differing: show(.differing(ListState(selected: entry)))
    case .reports: show(.reports(ListState(selected: entry)))
    case .report: return []
    case .ours: show(.ours(ListState(selected: entry)))
    case .records(let kind, _): show(.records(kind, ListState(selected: entry)))
    case .record(let key, _): show(.record(key, ListState(selected: entry)))
    case .comments: show(.comments(ListState(selected: entry)))
    case .consulted(let domain, _):
      show(.consulted(domain: domain, ListState(selected: entry)))
    case .consultation(let id, _): show(.consultation(id, ListState(selected: entry)))
    case .prepare: show(.prepare(ListState(selected: entry)))
    case .agendaItem(let id, _): show(.agendaItem(id, ListState(selected: entry)))
    case .delegationFrame(let code, _):
      show(.delegationFrame(code, ListState(selected: entry)))
    case .delegate(let code, let id, _):
      show(.delegate(code, id, ListState(selected: entry)))
    case .cards: show(.cards(ListState(selected: entry)))
    case .card(let id, _): show(.card(id, ListState(selected: entry)))
    case .experience(let domain, _):
      show(.experience(domain: domain, ListState(selected: entry)))
    case .sharedCard(let owner, let id, _):
      show(.sharedCard(owner, id, ListState(selected: entry)))
    case .exchanges: show(.exchanges(ListState(selected: entry)))
    case .exchange(let id, _): show(.exchange(id, ListState(selected: entry)))
    case .history: show(.history(ListState(selected: entry)))
    case .conflicts: show(.conflicts(ListState(selected: entry)))
    case .delegation(var page):
      page.pane = .domains
      page.domains.selected = entry
      show(.delegation(page))
    case .closing(var page):
      page.list.selected = entry
      show(.closing(page))
    case .questions(var page):
      page.list.selected = entry
      show(.questions(page))
    case .sharing(var page):
      page.list.selected = entry
      show(.sharing(page))
    case .introduction, .end: return []
    }
    return perform(.open, at: moment)
  }
}
