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
      guard let bytes = archive[name], let root = XMLElement.root(of: bytes) else {
        throw .damaged(part: name)
      }
      return root
    }
    let list = try part("xl/workbook.xml")
    let relations = try part("xl/_rels/workbook.xml.rels")
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
      let target = targets[sheet.attributes["r:id"] ?? ""] ?? ""
      let root = try part(target)
      let view = root.first("sheetViews")?.first("sheetView")
      sheets.append(
        Sheet(
          sheet.attributes["name"] ?? "",
          isRightToLeft: ["1", "true"].contains(view?.attributes["rightToLeft"]),
          rows: try Self.rows(of: root, shared: shared),
        )
      )
    }
    self.init(sheets)
  }

  /// The name of a part of the archive, from how the workbook refers to it.
  private static func path(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }

  /// The most rows and columns that are read: those of a sheet of Excel would fill any memory.
  private static let mostRows = 20_000
  private static let mostColumns = 500

  private static func rows(
    of root: XMLElement,
    shared: [String],
  ) throws(WorkbookFailure) -> [[String]] {
    var rows: [[String]] = []
    for row in root.first("sheetData")?.all("row") ?? [] {
      let number = row.attributes["r"].flatMap { Int($0) } ?? rows.count + 1
      guard number > rows.count else { throw .damaged(part: "row \(number)") }
      guard number <= mostRows else { throw .tooLarge }
      while rows.count < number - 1 { rows.append([]) }
      var cells: [String] = []
      for cell in row.all("c") {
        let column = cell.attributes["r"].flatMap(column) ?? cells.count
        guard column < mostColumns else { throw .tooLarge }
        while cells.count <= column { cells.append("") }
        cells[column] = text(ofCell: cell, shared: shared)
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

  private static func text(ofCell cell: XMLElement, shared: [String]) -> String {
    let value = cell.first("v")?.text ?? ""
    switch cell.attributes["t"] {
    case "inlineStr": return cell.first("is").map(text) ?? ""
    case "s": return Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
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
      if digits.count == 4, after.first == "_",
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      {
        result.unicodeScalars.append(scalar)
        rest = after.dropFirst()
      } else {
        result += "_x"
        rest = rest[start.upperBound...]
      }
    }
    return result + rest
  }
}
