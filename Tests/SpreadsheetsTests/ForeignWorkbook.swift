@testable import Spreadsheets

/// A workbook as other programs write it: shared and formatted texts, numbers, formulas, gaps.
enum ForeignWorkbook {
  static let entries: [ZipArchive.Entry] = [
    entry(
      "xl/workbook.xml",
      """
      <x:workbook xmlns:x="main" xmlns:r="relations"><x:sheets>\
      <x:sheet name="Réponses &amp; notes" sheetId="3" r:id="rId3"/>\
      <x:sheet name="الثانية" sheetId="1" r:id="rId1" state="hidden"/></x:sheets></x:workbook>
      """,
    ),
    entry(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships><Relationship Id="rId3" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId1" Target="/xl/worksheets/sheet2.xml"/>\
      <Relationship Id="rId2" Target="sharedStrings.xml"/></Relationships>
      """,
    ),
    entry(
      "xl/sharedStrings.xml",
      """
      <sst count="4" uniqueCount="4"><si><t>رمز</t></si><si><t xml:space="preserve"> a  b </t></si>\
      <si><r><rPr><b/></rPr><t>two </t></r><r><t>runs_x000D_</t></r>\
      <rPh sb="0" eb="1"><t>aloud</t></rPh></si><si/></sst>
      """,
    ),
    entry(
      "xl/worksheets/sheet1.xml",
      """
      <worksheet xmlns="main"><dimension ref="A1:D4"/><sheetViews>\
      <sheetView rightToLeft="1" workbookViewId="0"/></sheetViews><sheetData>
      <row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
      <c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
      <row r="3"><c r="B3"><v>3.0</v></c><c r="D3" t="str"><f>A1&amp;B1</f><v>sum</v></c></row>
      <row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c>\
      <c t="inlineStr"><is><t>x &lt; y</t></is></c></row></sheetData></worksheet>
      """,
    ),
    entry(
      "xl/worksheets/sheet2.xml",
      "<worksheet><sheetData><row r=\"2\"><c r=\"AA2\"><v>1</v></c></row></sheetData></worksheet>",
    ),
  ]

  private static func entry(_ name: String, _ text: String) -> ZipArchive.Entry {
    ZipArchive.Entry(name: name, content: Array(text.utf8))
  }
}
