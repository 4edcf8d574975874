import BidiText
import Display

/// What stands in the middle of a page: rows of text one under another.
///
/// Says what there is and lays nothing out; a ``LaidOutFlow`` gives each row its place, and draws
/// as many as there is room for.
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
    /// Whether an entry is shown to be selected by this alone, in the place of what it is called.
    var isMark = false
    /// Of several lines, no more than these; the last one then says that there is more.
    var mostRows = Int.max
  }

  enum Row {
    /// Texts beside each other; the next row begins under the longest of them.
    case texts([Column])
    /// So many lines of the screen with nothing in them.
    case gap(Int)
  }

  struct Bar {
    /// The row of the flow at whose foot it stands.
    let row: Int
    let start: Int
    let width: Int
    let done: Int
    let total: Int
  }

  private(set) var rows: [Row] = []
  private(set) var bars: [Bar] = []
  /// The entries of a list, each by its rows.
  private(set) var entries: [(rows: Range<Int>, index: Int)] = []
  /// The rows that must be seen: the selected entry.
  private(set) var selected: Range<Int>?
  let width: Int
  let direction: Direction

  init(width: Int, direction: Direction) {
    self.width = max(1, width)
    self.direction = direction
  }

  mutating func gap(_ rows: Int = 1) {
    if rows > 0 { self.rows.append(.gap(rows)) }
  }

  mutating func text(
    _ text: String,
    start: Int = 0,
    style: Style = .text,
    direction: Direction? = nil,
  ) {
    row([Column(text: text, start: start, style: style, direction: direction)])
  }

  /// Texts beside each other; the next row begins under the longest of them.
  mutating func row(_ columns: [Column]) { rows.append(.texts(columns)) }

  /// A bar of answered and open in the row that was added last.
  mutating func bar(start: Int, width: Int, done: Int, of total: Int) {
    bars.append(Bar(row: rows.count - 1, start: start, width: width, done: done, total: total))
  }

  /// Says that the rows added by the closure are the entry of this index of a list.
  mutating func entry(_ index: Int, isSelected: Bool, _ add: (inout Flow) -> Void) {
    let first = rows.count
    add(&self)
    entries.append((first..<rows.count, index))
    if isSelected { selected = first..<rows.count }
  }

  /// The texts as they are read, row by row; the first row of an entry has its index.
  var texts: [(text: String, entry: Int?)] {
    var entryOfRow: [Int: Int] = [:]
    for entry in entries where !entry.rows.isEmpty {
      entryOfRow[entry.rows.lowerBound] = entry.index
    }
    return rows.enumerated().compactMap { index, row in
      guard case .texts(let columns) = row else { return nil }
      let text = columns.map(\.text).filter { !$0.isEmpty }.joined(separator: "  ")
      return (text, entryOfRow[index])
    }
  }
}
