import BidiText

/// Rows as text for spreadsheets (RFC 4180).
package enum CSV {
  /// The rows as lines that end with CR and LF, their cells between commas.
  ///
  /// A cell that a spreadsheet would calculate gets an apostrophe before it (OWASP, CSV
  /// Injection); a plain number does not. A text that is dangerous to print is made visible as
  /// everywhere. Without the byte order mark U+FEFF at its beginning, Excel takes Arabic for
  /// something else.
  package static func text(_ rows: [[String]], hasByteOrderMark: Bool = false) -> String {
    let lines = rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }
    return (hasByteOrderMark ? "\u{FEFF}" : "") + lines.joined()
  }

  /// What a cell says of a text: what a reader of the file gets.
  static func shown(_ text: String) -> String {
    let visible = TextSanitizer.visible(text)
    return isCalculated(text) && !isNumber(text) ? "'" + visible : visible
  }

  /// The text that a cell shows, without the apostrophe that keeps it from being calculated.
  static func text(shown cell: String) -> String {
    // By scalars: to a mark that follows it, an apostrophe is a part of one character.
    guard cell.unicodeScalars.first == "'" else { return cell }
    let rest = String(cell.unicodeScalars.dropFirst())
    return shown(rest) == cell ? rest : cell
  }

  private static func cell(_ text: String) -> String {
    let cell = shown(text)
    guard needsQuotes(cell) else { return cell }
    // By scalars: a quotation mark with an accent is another character, and ends the cell as well.
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// Whether a text begins as a formula does, in the wide forms of those signs too.
  ///
  /// What a spreadsheet may pass over does not hide it: spaces and line ends of every kind, and
  /// characters that are not seen.
  private static func isCalculated(_ text: String) -> Bool {
    let properties = text.unicodeScalars.lazy.map(\.properties)
    let passed = properties.prefix { $0.isWhitespace || $0.isDefaultIgnorableCodePoint }.count
    switch text.unicodeScalars.dropFirst(passed).first {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": return true
    default: break
    }
    switch text.unicodeScalars.first {
    case "\t", "\r", "\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": return true
    default: return false
    }
  }

  /// Whether a text is a number with at most a sign and one point or comma.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
      }
  }

  /// Whether a cell has something in it that ends one, here or where semicolons and tabs do.
  private static func needsQuotes(_ cell: String) -> Bool {
    cell.hasPrefix(" ") || cell.hasSuffix(" ")
      || cell.unicodeScalars.contains { "\",;\r\n\t".unicodeScalars.contains($0) }
  }
}
