import BidiText
import Consultation
import Phrases
import Spreadsheets

/// A file of a word processor, as pandoc made it of a document.
///
/// Limitations: the table of contents is filled by the word processor, which asks for it or does it
/// by *update*; a table in a second language runs like the document.
package enum WordProcessorFile {
  package enum Format: Sendable {
    case docx, odt
  }

  /// The same with what pandoc leaves out: tables, contents and pages that begin at the right, and in
  /// ODT the colours of the domains.
  ///
  /// - Returns: `nil` where it is no file of that format.
  package static func finished(
    _ bytes: [UInt8],
    as format: Format,
    of document: Document,
  ) -> [UInt8]? {
    guard let archive = try? ZipArchive(reading: bytes, where: { !$0.hasSuffix("/") }),
      archive[format.content] != nil
    else { return nil }
    let entries = archive.entries.map { entry in
      let isType = entry.name == "mimetype"
      let content =
        entry.name.hasSuffix(".xml")
        ? format.finished(entry.content, named: entry.name, of: document) : entry.content
      // A reader finds the type at its place in the file (OpenDocument 1.2, part 3, 3.3).
      return ZipArchive.Entry(name: entry.name, content: content, isStored: isType)
    }
    return ZipArchive(entries).bytes
  }
}

extension WordProcessorFile.Format {
  /// The part in which the text stands.
  fileprivate var content: String {
    switch self {
    case .docx: "word/document.xml"
    case .odt: "content.xml"
    }
  }

  fileprivate func finished(
    _ bytes: [UInt8],
    named name: String,
    of document: Document,
  ) -> [UInt8] {
    var part = XMLText(String(decoding: bytes, as: UTF8.self))
    let isMirrored = document.language.direction == .rightToLeft
    switch (self, name) {
    case (.docx, "word/document.xml"):
      // Pandoc tells the address of an emblem, which is the whole of it once more.
      part.replaceValues(of: "descr", startingWith: "data:", with: "")
      if isMirrored { part.mirrorWord() }
    case (.odt, "content.xml"):
      part.colourHeadings(of: Outline(of: document).entries.map(\.domain))
      if isMirrored {
        part.add(" style:writing-mode=\"rl-tb\"", toEach: "<style:table-properties")
        part.mirrorSides()
      }
    case (.odt, "styles.xml"):
      if isMirrored { part.mirrorOpenDocument() }
    case (.docx, _), (.odt, _): return bytes
    }
    return Array(part.text.utf8)
  }
}

/// The text of a part in which a few things are put at places that are known.
private struct XMLText {
  private(set) var text: String

  init(_ text: String) { self.text = text }

  /// Tables from right to left, the contents and the section too (ECMA-376, 17.4.1 and 17.6.1).
  mutating func mirrorWord() {
    let style = "<w:tblStyle w:val=\"Table\" />"
    text = text.replacing(style, with: style + "<w:bidiVisual />")
    text = text.replacing(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"",
      with: "<w:p><w:pPr><w:bidi /></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"",
    )
    text = text.replacing("</w:sectPr>", with: "<w:bidi /></w:sectPr>")
  }

  /// Pages from right to left, and what runs as its page does: LibreOffice has the paragraphs run
  /// so where the default says it itself.
  mutating func mirrorOpenDocument() {
    let mirrored = "style:writing-mode=\"rl-tb\""
    text = text.replacing("style:writing-mode=\"page\"", with: mirrored)
    change(each: "<style:page-layout-properties") {
      $0.replacing("style:writing-mode=\"lr-tb\"", with: mirrored)
    }
    mirrorSides()
  }

  /// The sides by their names: LibreOffice takes the start for the left, whatever the direction is.
  mutating func mirrorSides() {
    text = text.replacing("fo:text-align=\"start\"", with: "fo:text-align=\"right\"")
      .replacing("fo:text-align=\"end\"", with: "fo:text-align=\"left\"")
  }

  mutating func add(_ attribute: String, toEach tag: String) {
    text = text.replacing(tag, with: tag + attribute)
  }

  /// Replaces the values of an attribute that begin so.
  mutating func replaceValues(of attribute: String, startingWith start: String, with new: String) {
    let opening = "\(attribute)=\"\(start)"
    let parts = text.split(separator: opening, omittingEmptySubsequences: false)
    guard let first = parts.first else { return }
    text = String(first)
    for part in parts.dropFirst() {
      text += "\(attribute)=\"\(new)"
      text += part[(part.firstIndex(of: "\"") ?? part.startIndex)...]
    }
  }

  /// Gives the headings of the first level the style of their domain.
  mutating func colourHeadings(of domains: [Int?]) {
    var domains = domains[...]
    change(each: "<text:h ") { tag in
      guard let domain = domains.popFirst() ?? nil, (1...6).contains(domain) else { return tag }
      return tag.replacing("\"Heading_20_1\"", with: "\"Domain\(domain)\"")
    }
  }

  /// Changes each tag that begins so, up to its end.
  private mutating func change(each tag: String, _ change: (String) -> String) {
    let parts = text.split(separator: tag, omittingEmptySubsequences: false)
    guard let first = parts.first else { return }
    text = String(first)
    for part in parts.dropFirst() {
      let end = part.firstIndex(of: ">") ?? part.endIndex
      text += change(tag + part[..<end])
      text += part[end...]
    }
  }
}
