import Consultation
import PlacedJSON

extension PandocDocument {
  /// A table with its head, which is printed again on each page; a caption that only says the heading
  /// again is left out.
  func table(_ table: Table, isRepeated: Bool) -> JSONValue {
    let rows = table.evenRows(language: document.language)
    let head = row(table.columns.map(\.title), table, isHead: true)
    let body = rows.map { row($0, table, isHead: false) }
    let caption = isRepeated ? [] : [Self.node("Plain", .array(inline(table.caption)))]
    let none = Self.attributes([])
    // Pandoc leaves the cells of a row's head out of ODT (2.17); they are bold there all the same.
    let rowHeads = JSONValue.number(table.hasRowTitles && format != .odt ? 1 : 0)
    return Self.node(
      "Table",
      .array([
        none, .array([JSONValue(.null), .array(caption)]), .array(columns(table, rows)),
        .array([none, .array([head])]),
        .array([.array([none, rowHeads, .array([]), .array(body)])]), .array([none, .array([])]),
      ]),
    )
  }

  /// The columns, each as wide as what stands in it needs beside the others.
  private func columns(_ table: Table, _ rows: [[Passage]]) -> [JSONValue] {
    let weights = table.columns.indices.map { column in
      let longest = ([table.columns.map(\.title)] + rows).map { $0[column].text.count }.max() ?? 0
      return Double(min(max(longest, 8), 48))
    }
    let whole = weights.reduce(0, +)
    return zip(table.columns, weights).map { column, weight in
      .array([
        Self.node(column.hasNumbers ? "AlignRight" : "AlignDefault"),
        Self.node("ColWidth", JSONValue(.number("\(weight / whole)"))),
      ])
    }
  }

  private func row(_ cells: [Passage], _ table: Table, isHead: Bool) -> JSONValue {
    let none = Self.attributes([])
    let cells = cells.enumerated().map { index, passage -> JSONValue in
      let text = inline(passage)
      let isTitle = isHead || index == 0 && table.hasRowTitles && !passage.text.isEmpty
      let shown = isTitle ? [strong(text)] : text
      return .array([
        none, Self.node("AlignDefault"), .number(1), .number(1),
        .array([Self.node("Plain", .array(shown))]),
      ])
    }
    return .array([none, .array(cells)])
  }
}

extension Bars {
  /// The bars as a table, for what draws none.
  var table: Table {
    Table(
      caption: title,
      columns: [Table.Column(title), Table.Column(Passage("", title.language))],
      rows: bars.map { [$0.name, Passage($0.numbers, title.language)] },
    )
  }
}
