import Consultation
import Phrases
import Testing

@testable import Reports

@Suite struct PrintedPagesTests {
  private static let pdf = """
    %PDF-1.4
    2 0 obj
    <</Type /Page>>
    86 0 obj
    <</Type /Pages
    /Count 2
    /Kids [2 0 R 11 0 R]
    /Parent 88 0 R>>
    87 0 obj
    <</Type /Pages
    /Kids [7 0 R]
    88 0 obj
    /Kids [86 0 R 87 0 R]>>
    89 0 obj
    <</context [11 0 R /XYZ 0 817.16998 0]
    /domain-1 [7 0 R /XYZ 0 841.91998 0]
    /elsewhere [90 0 R /XYZ 0 1 0]>>
    /Kids [
    << [
    """

  @Test func areThoseOfTheirPageObjects() {
    let pages = PrintedPages(ofPDF: Array(Self.pdf.utf8))
    #expect(pages.numbers == ["context": 2, "domain-1": 3])
  }

  @Test func areUnknownOfAnythingElse() {
    for text in ["", "\u{0}", "/Kids [1 0", " [ 0 R /XYZ", "<</Kids [[[", "/ [ 0 R /XYZ"] {
      #expect(PrintedPages(ofPDF: Array(text.utf8)).isEmpty, "\(text)")
    }
  }

  @Test func standInTheContentsInTheDigitsOfTheDocument() throws {
    var document = Documents.small(in: .arabic)
    document.digits = .arabic
    let pages = PrintedPages(ofPDF: Array(Self.pdf.replacing("domain-1", with: "overview").utf8))
    let page = document.html(try Documents.look.get(), pages: pages)
    #expect(page.contains("<a href=\"#overview\">لمحة عامة <span class=\"page\">٣</span></a>"))
    #expect(page.contains("counter(page, arabic-indic)"))
    #expect(!document.html(style: "").contains("class=\"page\""))
  }
}
