/// A workbook as spreadsheet programs have it (Office Open XML, `.xlsx`): sheets of rows of texts.
///
/// Every cell is a text, and none is a formula: what somebody typed is shown and never calculated.
package struct Workbook: Equatable, Sendable {
  package struct Sheet: Equatable, Sendable {
    /// At most 31 characters, and none of `[]:*?/\`.
    package var name: String
    /// Whether its first column stands at the right.
    package var isRightToLeft: Bool
    /// The first row is the head, and stays in sight.
    package var rows: [[String]]
    /// How wide the columns are, in characters; the rest is as wide as usual.
    package var widths: [Int]

    package init(
      _ name: String,
      isRightToLeft: Bool = false,
      rows: [[String]],
      widths: [Int] = [],
    ) {
      self.name = name
      self.isRightToLeft = isRightToLeft
      self.rows = rows
      self.widths = widths
    }
  }

  package var sheets: [Sheet]

  package init(_ sheets: [Sheet]) { self.sheets = sheets }

  package subscript(name: String) -> Sheet? { sheets.first { $0.name == name } }
}

/// Why bytes are no workbook that can be read.
package enum WorkbookFailure: Error, Equatable, Sendable {
  /// They are no zip file, or a damaged one.
  case notAZipFile
  /// Something in it is larger than anything that is read here.
  case tooLarge
  /// It is sealed with a passphrase.
  case encrypted
  /// A part that it refers to, or that every workbook has, is missing.
  case damaged(part: String)
  /// A part is no XML.
  case notXML(part: String, XMLFailure)
  /// A row comes out of turn, or a cell in it refers to a text that is not there.
  case damagedRow(sheet: String, row: Int)
  /// A row stands beyond the last one that is read, or has cells beyond the last such column.
  case tooManyCells(sheet: String, row: Int)
}
