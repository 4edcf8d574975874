import Consultation
import Phrases
import Spreadsheets

/// A sheet of an XLSForm: rows whose cells are found by the names in the head.
struct FormSheet {
  struct Row {
    fileprivate let cells: [String: String]
    let place: [Fault.Place]

    /// The text of a cell without blanks around it; empty where there is none.
    subscript(column: String) -> String { cells[column] ?? "" }

    /// The texts of a column that has one for each language: `label::English (en)`.
    func texts(_ column: String) -> [Language: String] {
      var texts: [Language: String] = [:]
      for language in Language.allCases {
        let text = self["\(column)::\(language.rawValue)"]
        if !text.isEmpty { texts[language] = text }
      }
      return texts
    }
  }

  let rows: [Row]

  init(_ sheet: Workbook.Sheet) {
    let head = (sheet.rows.first ?? []).map(Self.columnName)
    rows = sheet.rows.enumerated().dropFirst().compactMap { index, texts in
      var cells: [String: String] = [:]
      for (name, text) in zip(head, texts) where !name.isEmpty {
        let text = text.trimmed
        if !text.isEmpty, cells[name] == nil { cells[name] = text }
      }
      guard !cells.isEmpty else { return nil }
      return Row(cells: cells, place: [.sheet(sheet.name, row: index + 1)])
    }
  }

  /// A name of the head as it is looked up: `list_name`, `label::en`.
  ///
  /// Languages are written as `English (en)`, and by some forms as their code or name alone.
  private static func columnName(_ text: String) -> String {
    let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: true)
      .map { String($0).trimmed }
    guard let name = parts.first else { return "" }
    let plain = name.lowercased().replacing(" ", with: "_")
    guard parts.count > 1, let last = parts.last else { return plain }
    return "\(plain)::\(language(last)?.rawValue ?? last)"
  }

  private static func language(_ text: String) -> Language? {
    if text.hasSuffix(")"), let start = text.lastIndex(of: "(") {
      return Language(rawValue: String(text[text.index(after: start)...].dropLast()).trimmed)
    }
    let name = text.lowercased()
    return Language.allCases.first { language in
      let traits = language.traits
      return ([language.rawValue, traits.ownName.lowercased()] + traits.otherNames).contains(name)
    }
  }
}
