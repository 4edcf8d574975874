import Consultation

extension Document {
  /// The document as rows for a program: what each is, the heading it stands under, the language,
  /// and its texts, a cell of a table in a column each.
  package var csv: String {
    var rows = [["kind", "section", "language", "text"]]
    rows.append(["title", "", title.language.rawValue, title.text])
    add(withoutPages.blocks, to: &rows)
    return CSV.text(rows)
  }

  private func add(_ blocks: [Block], to rows: inout [[String]]) {
    var section = ""
    func add(_ kind: String, _ passages: [Passage]) {
      guard let first = passages.first else { return }
      rows.append([kind, section, first.language.rawValue] + passages.map(\.text))
    }
    for block in blocks {
      switch block {
      case .heading(let heading):
        section = heading.anchor
        add("heading", [heading.title])
      case .paragraph(let passage): add("paragraph", [passage])
      case .notice(let passage): add("notice", [passage])
      case .list(let items): for item in items { add("item", [item]) }
      case .definitions(let definitions):
        for definition in definitions { add("definition", [definition.label, definition.text]) }
      case .table(let table):
        add("columns", table.columns.map(\.title))
        for row in table.evenRows(language: language) { add("row", row) }
      case .bars(let bars):
        for bar in bars.bars { add("bar", [bar.name, Passage(bar.numbers, language)]) }
      case .keyPoints(let groups):
        for group in groups {
          for point in group.points { add("key point", [group.title, point]) }
        }
      case .figures(let figures):
        add("columns", figures.table.columns.map(\.title))
        for row in figures.table.rows { add("figure", row) }
      case .aside(_, let blocks): self.add(blocks, to: &rows)
      }
    }
  }
}
