import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct WorkbookTests {
  private let workbook = Workbook([
    Workbook.Sheet(
      "الإجابات",
      isRightToLeft: true,
      rows: [
        ["رمز", "a & b <c>", "\"q\" 'q'"], ["", " spaced ", "line\nline"], [],
        ["=1+1", "_x0041_", "ق\u{0301}", "", "last"],
      ],
    ),
    Workbook.Sheet("Second", rows: [["1"]]),
  ])

  @Test func comesBackAsItWasWritten() throws {
    #expect(try Workbook(reading: workbook.bytes) == workbook)
  }

  @Test func moreColumnsThanLettersComeBack() throws {
    let wide = Workbook([Workbook.Sheet("s", rows: [(1...60).map { "\($0)" }])])
    #expect(try Workbook(reading: wide.bytes) == wide)
  }

  @Test func isTheSameBytesForTheSameContent() {
    #expect(workbook.bytes == workbook.bytes)
  }

  @Test func putsMarksInThePlaceOfWhatXMLCannotHold() throws {
    let written = Workbook([Workbook.Sheet("s", rows: [["a\u{0}b\u{1B}c"]])])
    #expect(try Workbook(reading: written.bytes).sheets[0].rows == [["a\u{FFFD}b\u{FFFD}c"]])
  }

  @Test func cutsWhatNoCellHolds() throws {
    let long = Workbook([Workbook.Sheet("s", rows: [[String(repeating: "ع", count: 40_000)]])])
    let text = try Workbook(reading: long.bytes).sheets[0].rows[0][0]
    #expect(text.utf16.count == 32_767)
    #expect(text.hasSuffix("ع…"))
  }

  @Test func namesColumnsAsSpreadsheetsDo() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map(Workbook.name) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    )
  }

  @Test func refusesWhatWouldFillTheMemory() {
    let large = [UInt8](repeating: UInt8(ascii: " "), count: 12 << 20)
    let names = ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"]
    let bytes = ZipArchive(names.map { ZipArchive.Entry(name: $0, content: large) }).bytes
    #expect(bytes.count < 100_000)
    #expect(throws: WorkbookFailure.tooLarge) { try Workbook(reading: bytes) }
  }

  @Test func passesOverPicturesWhateverTheirSize() throws {
    let picture = [UInt8](repeating: 0, count: ZipArchive.largest + 1)
    let entries = try ZipArchive(reading: workbook.bytes) { _ in true }.entries
    let bytes = ZipArchive(entries + [ZipArchive.Entry(name: "a.png", content: picture)]).bytes
    #expect(try Workbook(reading: bytes) == workbook)
  }

  @Test func refusesWhatIsNoWorkbook() {
    #expect(throws: WorkbookFailure.notAZipFile) { try Workbook(reading: Array("a,b".utf8)) }
    #expect(throws: WorkbookFailure.damaged(part: "xl/workbook.xml")) {
      try Workbook(reading: ZipArchive([]).bytes)
    }
  }

  /// Damage may be found or not, but never ends the program or makes a text out of nothing.
  @Test func survivesAnyDamage() {
    var mutations = Mutations(seed: 11)
    let bytes = workbook.bytes
    var refused = 0
    for _ in 0..<LongRuns.count(300, long: 20_000) {
      if (try? Workbook(reading: mutations.mutated(bytes))) == nil { refused += 1 }
    }
    #expect(refused > 200)
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "<a>&x;</a>", "<a><b></a></b>", "<a", "<a b=c/>",
    "", "<a>", "text",
  ])
  func refusesXMLThatNoWorkbookHas(text: String) {
    #expect(XMLElement.root(of: Array(text.utf8)) == nil)
  }

  @Test func readsTheXMLThatWorkbooksHave() throws {
    let text =
      "<?xml version=\"1.0\"?><!-- x --><x:a r:id='1' x:k=\"&lt;&#x639;\"><b/>t<![CDATA[<&]]></x:a>"
    let root = try #require(XMLElement.root(of: Array(text.utf8)))
    #expect(root.name == "a")
    #expect(root.attributes == ["r:id": "1", "k": "<ع"])
    #expect(root.text == "t<&")
    #expect(root.children.map(\.name) == ["b"])
  }
}
