import Testing

@testable import Spreadsheets

extension XMLElement {
  /// The root of a text; `nil` where it is not read.
  static func root(of bytes: [UInt8]) -> XMLElement? { try? XMLElement(reading: bytes) }
}

@Suite struct XMLElementTests {
  private func failure(_ text: String) -> XMLFailure? {
    do throws(XMLFailure) {
      _ = try XMLElement(reading: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("<a>\n  <b>ع&x;</b></a>", 2, 7), ("<a>\n<b></a>", 2, 6), ("", 1, 1), ("<a>", 1, 4),
    ("<a x='1'\n x='2'/>", 2, 2), ("<a>\u{1}</a>", 1, 4), ("<a/>\n<b/>", 2, 1),
    ("<a>&#0;</a>", 1, 4), ("<a>]]></a>", 1, 6),
  ])
  func tellsWhereATextIsNotWellFormed(text: String, line: Int, column: Int) {
    #expect(failure(text) == XMLFailure(.notWellFormed, line: line, column: column))
  }

  /// Nine entities of ten each make a billion of one; nothing of it is ever made here.
  @Test func refusesADocumentTypeBeforeAnythingInIt() {
    let entities = (1...9).map { level in
      "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
    }
    let bomb =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY e0 \"ha\">\(entities.joined())]><a>&e9;</a>"
    for text in [
      bomb, "\n<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "\n<!DOCTYPE a><a/>",
      "\n<!DOCTYPE a PUBLIC 'x' 'http://localhost/x'><a/>",
    ] {
      let found = failure(text)
      #expect(found?.what == .documentType, "\(text)")
      #expect(found?.line == 2, "\(text)")
    }
  }

  @Test func goesSixtyFourElementsDeepAndNoDeeper() {
    func nested(_ depth: Int, _ inside: String = "") -> String {
      String(repeating: "<a>", count: depth) + inside + String(repeating: "</a>", count: depth)
    }
    #expect(failure(nested(64)) == nil)
    for text in [nested(65), nested(64, "<b/>"), nested(100_000)] {
      #expect(failure(text) == XMLFailure(.tooDeep(limit: 64), line: 1, column: 193))
    }
  }

  @Test func keepsNoMoreElementsThanMemoryIsMeantToHold() {
    let text = "<a>" + String(repeating: "<b/>", count: 2_000_000) + "</a>"
    #expect(failure(text)?.what == .tooManyElements)
  }

  @Test func readsEveryEncodingThatWorkbooksMayHave() throws {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a b=\"é\">ع😀</a>"
    let units = [0xFEFF] + Array(text.utf16)
    let root = try XMLElement(reading: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(root.attributes == ["b": "é"])
    #expect(root.text == "ع😀")
    let marked = try XMLElement(reading: [0xEF, 0xBB, 0xBF] + Array("<a>ع</a>".utf8))
    #expect(marked.text == "ع")
    #expect(failure("<?xml version='1.0' encoding='x'?><a/>")?.what == .notWellFormed)
  }

  @Test func refusesBytesThatAreNoText() {
    for bytes: [UInt8] in [[0x3C, 0x61, 0xFF, 0x3E], [0x3C, 0x61, 0x3E, 0xC0, 0x80], [0]] {
      #expect(XMLElement.root(of: bytes) == nil)
    }
  }
}
