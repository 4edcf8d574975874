import Testing

@testable import Spreadsheets

/// What the mutated workbooks found, each alone.
@Suite struct HostileWorkbookTests {
  /// Our own sample with another text in one of its parts.
  private func failure(
    _ name: String,
    replacing old: String,
    with new: String,
  ) -> WorkbookFailure? {
    let entries = ForeignWorkbook.entries.map { entry in
      let text = String(decoding: entry.content, as: UTF8.self)
      return entry.name == name
        ? ZipArchive.Entry(name: name, content: Array(text.replacing(old, with: new).utf8)) : entry
    }
    do throws(WorkbookFailure) {
      _ = try Workbook(reading: ZipArchive(entries).bytes)
      return nil
    } catch {
      return error
    }
  }

  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let name = "Réponses & notes"

  static let refusals: [(part: String, old: String, new: String, failure: WorkbookFailure)] = [
    (
      sheet, "</c></row></sheetData>", "</row></sheetData>",
      .notXML(part: sheet, XMLFailure(.notWellFormed, line: 4, column: 119)),
    ),
    (
      "xl/sharedStrings.xml", "<sst", "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst",
      .notXML(part: "xl/sharedStrings.xml", XMLFailure(.documentType, line: 1, column: 15)),
    ),
    (sheet, "<row r=\"3\"", "<row r=\"1\"", .damagedRow(sheet: name, row: 2)),
    (sheet, "<row r=\"3\"", "<row r=\"-3\"", .damagedRow(sheet: name, row: 2)),
    (
      sheet, "<v>2</v></c><c r=\"D1\"", "<v>4</v></c><c r=\"D1\"",
      .damagedRow(sheet: name, row: 1),
    ),
    (sheet, "<v>0</v>", "<v>-1</v>", .damagedRow(sheet: name, row: 1)),
    (sheet, "<v>0</v>", "<v>9223372036854775808</v>", .damagedRow(sheet: name, row: 1)),
    (sheet, "<row r=\"3\"", "<row r=\"20001\"", .tooManyCells(sheet: name, row: 20_001)),
    (sheet, "r=\"D3\"", "r=\"SG3\"", .tooManyCells(sheet: name, row: 3)),
    (
      "xl/workbook.xml", "r:id=\"rId1\"", "r:id=\"rId9\"",
      .damaged(part: "xl/_rels/workbook.xml.rels"),
    ),
    (
      "xl/_rels/workbook.xml.rels", "worksheets/sheet1", "worksheets/sheet9",
      .damaged(part: "xl/worksheets/sheet9.xml"),
    ),
  ]

  @Test(arguments: refusals)
  func tellsThePartAndPlaceOfWhatIsNotRead(
    part: String,
    old: String,
    new: String,
    failure: WorkbookFailure,
  ) {
    #expect(self.failure(part, replacing: old, with: new) == failure)
  }

  /// A cell that escapes what XML cannot hold reads as it would be written, and only hexadecimal
  /// digits are an escape.
  @Test(arguments: [
    ("_x0000_", "\u{FFFD}"), ("_x001B_", "\u{FFFD}"), ("_xFFFF_", "\u{FFFD}"), ("_x0009_", "\t"),
    ("_x000D_", "\r"), ("_x+041_", "_x+041_"), ("_x0041", "_x0041"), ("_xD800_", "_xD800_"),
  ])
  func readsTheEscapesOfExcelAsTextThatCanBeWrittenAgain(escape: String, text: String) throws {
    let entries = ForeignWorkbook.entries.map { entry in
      let content = String(decoding: entry.content, as: UTF8.self).replacing("رمز", with: escape)
        .replacing("الثانية", with: "a_x0041_b")
      return ZipArchive.Entry(name: entry.name, content: Array(content.utf8))
    }
    let workbook = try Workbook(reading: ZipArchive(entries).bytes)
    #expect(workbook.sheets[1].name == "aAb")
    #expect(workbook.sheets[0].rows[0][0].unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(try Workbook(reading: workbook.bytes) == workbook)
  }
}
