extension Workbook {
  /// The workbook as the bytes of an `.xlsx` file.
  ///
  /// The same workbook gives the same bytes. A text longer than a cell can hold is cut, and says
  /// so by an ellipsis.
  package var bytes: [UInt8] {
    var entries = [
      entry("[Content_Types].xml", contentTypes), entry("_rels/.rels", Self.packageRelations),
      entry("xl/workbook.xml", list), entry("xl/_rels/workbook.xml.rels", relations),
      entry("xl/styles.xml", Self.styles),
    ]
    for (index, sheet) in sheets.enumerated() {
      entries.append(entry("xl/worksheets/sheet\(index + 1).xml", Self.text(of: sheet)))
    }
    return ZipArchive(entries).bytes
  }

  private func entry(_ name: String, _ body: String) -> ZipArchive.Entry {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    return ZipArchive.Entry(name: name, content: Array((head + body).utf8))
  }

  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private var contentTypes: String {
    let parts = sheets.indices.map {
      "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\""
        + " ContentType=\"\(Self.kind).worksheet+xml\"/>"
    }
    return """
      <Types xmlns="\(Self.package)/content-types">\
      <Default Extension="rels"\
       ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(Self.kind).sheet.main+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(Self.kind).styles+xml"/>\
      \(parts.joined())</Types>
      """
  }

  private static let packageRelations = """
    <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1"\
     Type="\(office)/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
    """

  private var list: String {
    let sheets = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(Self.escaped(Self.sheetName(sheet.name)))\" sheetId=\"\(index + 1)\""
        + " r:id=\"rId\(index + 1)\"/>"
    }
    return """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)/relationships">\
      <sheets>\(sheets.joined())</sheets></workbook>
      """
  }

  private var relations: String {
    let worksheets = sheets.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Self.office)/relationships/worksheet\""
        + " Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    return """
      <Relationships xmlns="\(Self.package)/relationships">\(worksheets.joined())\
      <Relationship Id="rId\(sheets.count + 1)" Type="\(Self.office)/relationships/styles"\
       Target="styles.xml"/></Relationships>
      """
  }

  /// Two looks: of a cell, and of the head.
  ///
  /// Texts are broken into lines, and begin at the top.
  private static let styles = """
    <styleSheet xmlns="\(main)">\
    <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
    <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
    <fills count="2"><fill><patternFill patternType="none"/></fill>\
    <fill><patternFill patternType="gray125"/></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"\
     applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
    <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"\
     applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>\
    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
    </styleSheet>
    """

  private static func text(of sheet: Sheet) -> String {
    let direction = sheet.isRightToLeft ? " rightToLeft=\"1\"" : ""
    let columns = sheet.widths.enumerated().map { index, width in
      "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    let rows = sheet.rows.enumerated().map { row, cells in
      let texts = cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        "<c r=\"\(name(ofColumn: column))\(row + 1)\" t=\"inlineStr\" s=\"\(row == 0 ? 1 : 0)\">"
          + "<is><t xml:space=\"preserve\">\(escaped(fitting(text)))</t></is></c>"
      }
      return "<row r=\"\(row + 1)\">\(texts.joined())</row>"
    }
    return """
      <worksheet xmlns="\(main)"><sheetViews>\
      <sheetView\(direction) workbookViewId="0"><pane ySplit="1" topLeftCell="A2"\
       activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
      \(columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")\
      <sheetData>\(rows.joined())</sheetData></worksheet>
      """
  }

  /// `A` to `Z`, `AA` and so on.
  static func name(ofColumn index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
    return index < 26 ? letter : name(ofColumn: index / 26 - 1) + letter
  }

  private static func sheetName(_ name: String) -> String {
    String(name.filter { !"[]:*?/\\".contains($0) }.prefix(31))
  }

  /// Excel takes no more than 32,767 units of UTF-16 in a cell.
  private static func fitting(_ text: String) -> String {
    guard text.utf16.count > 32_767 else { return text }
    var length = 1
    let kept = text.prefix { character in
      length += String(character).utf16.count
      return length <= 32_767
    }
    return kept + "…"
  }

  /// A text in XML, without what XML has no place for.
  ///
  /// What looks like an escape of Excel's own, `_x000D_`, is escaped as Excel does.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.replacing("_x", with: "_x005F_x").unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x0D: result += "&#13;"
      case _ where !isInXML(scalar): result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
