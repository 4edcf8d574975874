import BidiText
import Consultation
import Phrases

/// What stands in one column of one row.
struct PlainCell: Equatable {
  let text: String
  let language: Language
  /// Whether it stands at the end of its column, as numbers do.
  let isAtEnd: Bool

  init(_ text: String, _ language: Language, isAtEnd: Bool = false) {
    self.text = text
    self.language = language
    self.isAtEnd = isAtEnd
  }

  var atStart: PlainCell { PlainCell(text, language) }
}

/// Columns of text beside each other, each as wide as it is in every row.
struct PlainColumns {
  /// The cells between two columns.
  static let gap = 2

  /// What a column keeps at least, where it has as much.
  private static let least = 16

  let widths: [Int]
  let direction: Direction

  /// The width of each column so that the rows fit; nothing where they cannot without words
  /// being cut to pieces.
  ///
  /// Columns that need little get it, and the others share the rest.
  static func widths(_ rows: [[PlainCell]], available: Int) -> [Int]? {
    let count = rows.map(\.count).max() ?? 0
    let wanted = (0..<count).map { column in
      rows.map { column < $0.count ? PlainLines.width($0[column].text) : 0 }.max() ?? 0
    }
    var rest = available - gap * (count - 1)
    guard wanted.map({ min($0, least) }).reduce(0, +) <= rest else { return nil }
    var widths = wanted
    var open = count
    for column in wanted.indices.sorted(by: { wanted[$0] < wanted[$1] }) {
      widths[column] = min(wanted[column], rest / open)
      rest -= widths[column]
      open -= 1
    }
    return widths
  }

  /// The lines of one row.
  func lines(_ row: [PlainCell]) -> [String] {
    let cells = zip(row, widths).map { cell, width in
      PlainLines.lines(cell.text, direction: cell.language.direction, width: width)
    }
    return (0..<max(1, cells.map(\.count).max() ?? 1)).map { line in
      row.indices.prefix(widths.count).map { column in
        let text = line < cells[column].count ? cells[column][line] : ""
        let space = widths[column] - PlainLines.width(text)
        let padding = String(repeating: " ", count: max(0, space))
        let isolated = PlainLines.isolated(text, row[column].language, in: direction)
        return row[column].isAtEnd ? padding + isolated : isolated + padding
      }.joined(separator: String(repeating: " ", count: Self.gap))
    }
  }

  /// A line under each column.
  var rule: String {
    widths.map { String(repeating: "-", count: $0) }
      .joined(separator: String(repeating: " ", count: Self.gap))
  }
}
