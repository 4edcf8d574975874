/// The rows of a CSV file with the places of their cells (RFC 4180).
///
/// Strict where two readers could read two things: a quote stands at the beginning of a cell and
/// is closed, and nothing comes after it. Taken as they are: a byte order mark, line ends of any
/// kind, semicolons or tabs in the place of commas, which spreadsheet programs write where the
/// comma is for decimals.
package struct CSVTable: Equatable, Sendable {
  package struct Cell: Equatable, Sendable {
    package let text: String
    /// Where it begins: line and column, both from 1.
    package let line: Int
    package let column: Int
  }

  /// Why a text is no CSV, and where.
  package struct Failure: Error, Equatable, Sendable {
    package enum What: Equatable, Sendable {
      case notUTF8
      case quoteNotClosed
      case textAfterQuote
      case quoteInCell
    }

    package let what: What
    package let line: Int
    package let column: Int
  }

  /// Without empty lines.
  package let rows: [[Cell]]

  package init(_ bytes: [UInt8]) throws(Failure) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(what: .notUTF8, line: 1, column: 1)
    }
    var reading = CSVReading(Array(text.unicodeScalars))
    rows = try reading.rows()
  }
}

/// Goes through the text of a CSV file once.
private struct CSVReading {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var line = 1
  private var column = 1
  private var separator: Unicode.Scalar = ","

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    if scalars.first == "\u{FEFF}" { place = 1 }
    separator = Self.separator(of: scalars[place...])
  }

  /// The first of comma, semicolon and tab in the first line, outside quotes.
  private static func separator(of scalars: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar {
    var isQuoted = false
    for scalar in scalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case ",", ";", "\t": if !isQuoted { return scalar }
      case "\n", "\r": if !isQuoted { return "," }
      default: break
      }
    }
    return ","
  }

  mutating func rows() throws(CSVTable.Failure) -> [[CSVTable.Cell]] {
    var rows: [[CSVTable.Cell]] = []
    while place < scalars.count {
      let row = try row()
      if row.count > 1 || row.first?.text.isEmpty == false { rows.append(row) }
    }
    return rows
  }

  private mutating func row() throws(CSVTable.Failure) -> [CSVTable.Cell] {
    var cells = [try cell()]
    while place < scalars.count, scalars[place] == separator {
      advance()
      cells.append(try cell())
    }
    if place < scalars.count { endLine() }
    return cells
  }

  private mutating func cell() throws(CSVTable.Failure) -> CSVTable.Cell {
    let start = (line, column)
    guard place < scalars.count, scalars[place] == "\"" else {
      let text = try plainCell()
      return CSVTable.Cell(text: text, line: start.0, column: start.1)
    }
    advance()
    var text = String.UnicodeScalarView()
    while true {
      guard place < scalars.count else {
        throw CSVTable.Failure(what: .quoteNotClosed, line: start.0, column: start.1)
      }
      if scalars[place] == "\"" {
        advance()
        guard place < scalars.count, scalars[place] == "\"" else { break }
        text.append("\"")
        advance()
      } else if scalars[place] == "\n" || scalars[place] == "\r" {
        text.append("\n")
        endLine()
      } else {
        text.append(scalars[place])
        advance()
      }
    }
    if place < scalars.count, !endsCell(scalars[place]) { throw failure(.textAfterQuote) }
    return CSVTable.Cell(text: String(text), line: start.0, column: start.1)
  }

  private mutating func plainCell() throws(CSVTable.Failure) -> String {
    var text = String.UnicodeScalarView()
    while place < scalars.count, !endsCell(scalars[place]) {
      if scalars[place] == "\"" { throw failure(.quoteInCell) }
      text.append(scalars[place])
      advance()
    }
    return String(text)
  }

  private func failure(_ what: CSVTable.Failure.What) -> CSVTable.Failure {
    CSVTable.Failure(what: what, line: line, column: column)
  }

  private func endsCell(_ scalar: Unicode.Scalar) -> Bool {
    scalar == separator || scalar == "\n" || scalar == "\r"
  }

  private mutating func advance() {
    place += 1
    column += 1
  }

  /// Goes beyond a line end: LF, CR, or both.
  private mutating func endLine() {
    if scalars[place] == "\r", place + 1 < scalars.count, scalars[place + 1] == "\n" { place += 1 }
    place += 1
    line += 1
    column = 1
  }
}
