extension Workbook {
  /// How large, in megabytes, what is in a workbook may be.
  package static let limitInMegabytes = ZipArchive.largest >> 20

  /// Reads the bytes of an `.xlsx` file: the texts of its cells, and of formulas the last result.
  ///
  /// Looks, comments, macros and everything else in it is passed over.
  package init(reading bytes: [UInt8]) throws(WorkbookFailure) {
    // Pictures and the like are left where they are.
    let archive = try ZipArchive(reading: bytes) { name in
      name.hasSuffix(".xml") || name.hasSuffix(".rels")
    }
    func part(_ name: String) throws(WorkbookFailure) -> XMLElement {
      guard let bytes = archive[name] else { throw .damaged(part: name) }
      do throws(XMLFailure) {
        return try XMLElement(reading: bytes)
      } catch {
        throw .notXML(part: name, error)
      }
    }
    let list = try part("xl/workbook.xml")
    let relations = try part(Self.relationsPart)
    let targets = Dictionary(
      relations.all("Relationship").map {
        ($0.attributes["Id"] ?? "", Self.path($0.attributes["Target"] ?? ""))
      },
      uniquingKeysWith: { first, _ in first },
    )
    var shared: [String] = []
    if archive["xl/sharedStrings.xml"] != nil {
      shared = try part("xl/sharedStrings.xml").all("si").map(Self.text)
    }
    var sheets: [Sheet] = []
    for sheet in list.first("sheets")?.all("sheet") ?? [] {
      guard let target = targets[sheet.attributes["r:id"] ?? ""] else {
        throw .damaged(part: Self.relationsPart)
      }
      let root = try part(target)
      let view = root.first("sheetViews")?.first("sheetView")
      let name = Self.unescaped(sheet.attributes["name"] ?? "")
      sheets.append(
        Sheet(
          name,
          isRightToLeft: ["1", "true"].contains(view?.attributes["rightToLeft"]),
          rows: try Self.rows(of: root, named: name, shared: shared),
        )
      )
    }
    self.init(sheets)
  }

  /// Where a workbook says which of its sheets is which part.
  private static let relationsPart = "xl/_rels/workbook.xml.rels"

  /// The name of a part of the archive, from how the workbook refers to it.
  private static func path(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  /// The most rows and columns that are read: those of a sheet of Excel would fill any memory.
  package static let mostRows = 20_000
  package static let mostColumns = 500

  private static func rows(
    of root: XMLElement,
    named sheet: String,
    shared: [String],
  ) throws(WorkbookFailure) -> [[String]] {
    var rows: [[String]] = []
    for row in root.first("sheetData")?.all("row") ?? [] {
      let number = row.attributes["r"].flatMap { Int($0) } ?? rows.count + 1
      guard number > rows.count else { throw .damagedRow(sheet: sheet, row: rows.count + 1) }
      guard number <= mostRows else { throw .tooManyCells(sheet: sheet, row: number) }
      while rows.count < number - 1 { rows.append([]) }
      var cells: [String] = []
      for cell in row.all("c") {
        let column = cell.attributes["r"].flatMap(column) ?? cells.count
        guard column < mostColumns else { throw .tooManyCells(sheet: sheet, row: number) }
        guard let text = text(ofCell: cell, shared: shared) else {
          throw .damagedRow(sheet: sheet, row: number)
        }
        while cells.count <= column { cells.append("") }
        cells[column] = text
      }
      while cells.last?.isEmpty == true { cells.removeLast() }
      rows.append(cells)
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  /// The column of a cell called `AB12`, counted from none.
  private static func column(_ name: String) -> Int? {
    let letters = name.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    guard (1...3).contains(letters.count) else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 } - 1
  }

  /// - Returns: `nil` where the cell refers to a text that is not there.
  private static func text(ofCell cell: XMLElement, shared: [String]) -> String? {
    let value = cell.first("v")?.text ?? ""
    switch cell.attributes["t"] {
    case "inlineStr": return cell.first("is").map(text) ?? ""
    case "s":
      if value.isEmpty { return "" }
      return Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil }
    case "b": return value == "1" ? "TRUE" : "FALSE"
    case "str": return unescaped(value)
    default:
      // A number: 3 comes from LibreOffice as 3, and from others as 3.0.
      return value.hasSuffix(".0") ? String(value.dropLast(2)) : value
    }
  }

  /// The text of a string, whole or in runs of different looks; how it is read aloud is left out.
  private static func text(of string: XMLElement) -> String {
    let runs = string.all("r").map { $0.first("t")?.text ?? "" }.joined()
    return unescaped((string.first("t")?.text ?? "") + runs)
  }

  /// The text without the escapes of Excel's own, `_x000D_`.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "_x") {
      let digits = rest[start.upperBound...].prefix(4)
      let after = rest[start.upperBound...].dropFirst(4)
      result += rest[..<start.lowerBound]
      if digits.count == 4, after.first == "_", digits.allSatisfy(\.isHexDigit),
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      {
        result.unicodeScalars.append(isInXML(scalar) ? scalar : "\u{FFFD}")
        rest = after.dropFirst()
      } else {
        result += "_x"
        rest = rest[start.upperBound...]
      }
    }
    return result + rest
  }

  /// Whether XML has a place for a character (XML 1.0, 2.2); a text with any other could not be
  /// written again.
  static func isInXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20..<0xFFFE, 0x1_0000...: true
    default: false
    }
  }
}
