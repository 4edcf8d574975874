import Consultation
import Spreadsheets

/// A table of other people's with a head: its rows, and what is wrong with it as a table.
struct ImportedTable<Column: RawRepresentable & CaseIterable & Hashable>
where Column.RawValue == String {
  struct Row {
    fileprivate let cells: [Column: CSVTable.Cell]
    let line: Int

    /// The text of a cell, as it was before it was kept from being calculated; empty where there
    /// is no such column.
    subscript(column: Column) -> String {
      cells[column].map { CSV.text(shown: $0.text.trimmed) } ?? ""
    }

    /// The text of a cell as it stands there.
    func shown(_ column: Column) -> String? { cells[column]?.text }

    /// Where the cell of a column stands, or the row where there is none.
    func place(of column: Column) -> [Fault.Place] {
      [.position(line: cells[column]?.line ?? line, column: cells[column]?.column ?? 1)]
    }
  }

  private(set) var rows: [Row] = []
  private(set) var faults: [Fault] = []

  init(_ bytes: [UInt8], needing needed: [Column]) {
    do throws(CSVTable.Failure) {
      read(try CSVTable(bytes).rows, needing: needed)
    } catch {
      faults = [
        Fault([.position(line: error.line, column: error.column)], Fault.What(error.what))
      ]
    }
  }

  private mutating func read(_ lines: [[CSVTable.Cell]], needing needed: [Column]) {
    let head = lines.first ?? []
    var columns: [Column?] = []
    for cell in head {
      let name = cell.text.trimmed.lowercased()
      let column = Column(rawValue: name)
      let place: [Fault.Place] = [.position(line: cell.line, column: cell.column)]
      if column == nil {
        let allowed = Column.allCases.map(\.rawValue)
        faults.append(Fault(place, .table(.unknownColumn(cell.text, allowed: allowed))))
      } else if columns.contains(column) {
        faults.append(Fault(place, .table(.repeatedColumn(name))))
      }
      columns.append(column)
    }
    for column in needed where !columns.contains(column) {
      let place: [Fault.Place] = [.position(line: head.first?.line ?? 1, column: 1)]
      faults.append(Fault(place, .table(.missingColumn(column.rawValue))))
    }
    guard faults.isEmpty else { return }
    if lines.count < 2 {
      faults.append(Fault([.position(line: head.first?.line ?? 1, column: 1)], .table(.noRows)))
    }
    for cells in lines.dropFirst() { read(cells, columns.compactMap(\.self)) }
  }

  private mutating func read(_ cells: [CSVTable.Cell], _ columns: [Column]) {
    guard let first = cells.first, cells.contains(where: { !$0.text.isEmpty }) else { return }
    guard cells.count == columns.count else {
      let what = TableFault.cellCount(expected: columns.count, found: cells.count)
      return faults.append(
        Fault([.position(line: first.line, column: first.column)], .table(what))
      )
    }
    let row = Dictionary(zip(columns, cells), uniquingKeysWith: { first, _ in first })
    rows.append(Row(cells: row, line: first.line))
  }
}

extension Fault.What {
  fileprivate init(_ failure: CSVTable.Failure.What) {
    self =
      switch failure {
      case .notUTF8: .notUTF8
      case .quoteNotClosed: .table(.quoteNotClosed)
      case .textAfterQuote: .table(.textAfterQuote)
      case .quoteInCell: .table(.quoteInCell)
      }
  }
}

extension String {
  /// Without the blanks around it, which nobody sees in a spreadsheet.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
