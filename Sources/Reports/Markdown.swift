import BidiText
import Consultation
import Phrases

extension Document {
  /// The document as Markdown: CommonMark with the tables of GitHub.
  package var markdown: String { Markdown(document: withoutPages).text }
}

/// The writer of Markdown, which tells languages and directions by HTML around the texts.
///
/// There is no table of contents: what shows Markdown makes one from the headings.
struct Markdown {
  let document: Document

  var text: String {
    let text = joined(["# \(inline(document.title, lineEnd: " "))"] + body)
    return document.language.isRightToLeft ? division(text, document.language) + "\n" : text + "\n"
  }

  /// What stands below the title, block by block.
  private var body: [String] {
    var blocks: [String] = []
    var headings = Outline(of: document).entries[...]
    var title: String?
    for block in document.blocks {
      switch block {
      case .heading:
        guard let entry = headings.popFirst() else { continue }
        title = entry.title.text
        let signs = String(repeating: "#", count: entry.level + 1)
        blocks.append("\(signs) \(inline(entry.title, lineEnd: " "))")
      case .paragraph(let passage): blocks.append(paragraph(passage))
      case .list(let items): blocks.append(list(items.map { inline($0) }))
      case .table(let table):
        blocks.append(self.table(table, isRepeated: table.caption.text == title))
      case .definitions(let definitions):
        let colon = document.language.traits.colon
        blocks.append(list(definitions.map { bold($0.label) + colon + inline($0.text) }))
      case .bars(let bars): blocks.append(self.bars(bars))
      case .keyPoints(let groups):
        for group in groups where !group.points.isEmpty {
          blocks += [bold(group.title), list(group.points.map { inline($0) })]
        }
      case .figures(let figures):
        let table = figures.table
        blocks.append(self.table(table, isRepeated: table.caption.text == title))
      case .notice(let passage):
        blocks.append("> " + paragraph(passage).replacing("\n", with: "\n> "))
      case .aside(let language, let inner): blocks.append(aside(language, inner))
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  /// Blocks in a second language.
  private func aside(_ language: Language, _ blocks: [Block]) -> String {
    var inner = document
    inner.language = language
    inner.blocks = blocks
    return division(joined(Markdown(document: inner).body), language)
  }

  /// The blocks below each other; between two lists a comment, without which they would be one
  /// (CommonMark, 5.3).
  private func joined(_ blocks: [String]) -> String {
    var text = blocks.first ?? ""
    for (before, block) in zip(blocks, blocks.dropFirst()) {
      // No text of anybody begins its line like this.
      let isAfterList = before.hasPrefix("- ") || before.contains("\n- ")
      text += "\n\n" + (isAfterList && block.hasPrefix("- ") ? "<!-- -->\n\n" : "") + block
    }
    return text
  }

  // MARK: Blocks

  /// A paragraph; one that runs the other way has its start at the other side.
  private func paragraph(_ passage: Passage) -> String {
    guard passage.language.direction != document.language.direction else { return inline(passage) }
    let text = MarkdownText.escaped(passage.text, lineEnd: "\\\n")
    let marker = passage.marker.map { " " + span(self.marker($0), document.language) }
    return division(text + (marker ?? ""), passage.language)
  }

  private func list(_ items: [String]) -> String {
    items.map { "- " + $0.replacing("\n", with: "\n  ") }.joined(separator: "\n")
  }

  private func bars(_ bars: Bars) -> String {
    let items = bars.bars.map { bar in
      let filled = bar.filled(of: 20)
      let picture =
        String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
      return bold(bar.name) + document.language.traits.colon
        + "\(picture) \(MarkdownText.escaped(bar.numbers))"
    }
    return "\(bold(bars.title))\n\n\(list(items))"
  }

  /// A table below its caption, unless that only says the heading again.
  private func table(_ table: Table, isRepeated: Bool) -> String {
    guard !table.columns.isEmpty else { return "" }
    let titles = table.columns.map { cell($0.title) }
    let rules = table.columns.map { column in
      guard column.hasNumbers else { return "---" }
      return document.language.isRightToLeft ? ":--" : "--:"
    }
    let rows = table.evenRows(language: document.language).map { row in
      row.enumerated().map { index, passage in
        index == 0 && table.hasRowTitles ? bold(passage) : cell(passage)
      }
    }
    let lines = ([titles, rules] + rows).map { "| \($0.joined(separator: " | ")) |" }
    let caption = isRepeated ? "" : "\(bold(table.caption))\n\n"
    return caption + lines.joined(separator: "\n")
  }

  private func cell(_ passage: Passage) -> String { inline(passage, lineEnd: "<br>") }

  // MARK: Texts

  private func bold(_ passage: Passage) -> String {
    var passage = passage
    let marker = passage.marker.map { " \(self.marker($0))" } ?? ""
    passage.marker = nil
    let text = inline(passage, lineEnd: "<br>")
    return (text.isEmpty ? "" : "**\(text)**") + marker
  }

  private func inline(_ passage: Passage, lineEnd: String = "\\\n") -> String {
    var text = MarkdownText.escaped(passage.text, lineEnd: lineEnd)
    if passage.language != document.language { text = span(text, passage.language) }
    return text + (passage.marker.map { " \(self.marker($0))" } ?? "")
  }

  private func marker(_ words: String) -> String {
    "*(\(MarkdownText.escaped(words, lineEnd: " ")))*"
  }

  private func span(_ text: String, _ language: Language) -> String {
    text.isEmpty ? "" : "<span\(attributes(language))>\(text)</span>"
  }

  /// The empty lines let Markdown begin again inside (CommonMark, 4.6).
  private func division(_ text: String, _ language: Language) -> String {
    "<div\(attributes(language))>\n\n\(text)\n\n</div>"
  }

  private func attributes(_ language: Language) -> String {
    switch language.direction {
    case .leftToRight: " dir=\"ltr\" lang=\"\(language.rawValue)\""
    case .rightToLeft: " dir=\"rtl\" lang=\"\(language.rawValue)\""
    }
  }
}

/// Text as it stands in Markdown.
enum MarkdownText {
  /// The text with a backslash before everything that could be markup (CommonMark, 2.4).
  ///
  /// White space at the ends of lines goes, because it is markup too.
  static func escaped(_ text: String, lineEnd: String = " ") -> String {
    var lines = TextSanitizer.visible(text).split(
      separator: "\n",
      omittingEmptySubsequences: false,
    )
    .map(line)
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: lineEnd)
  }

  private static func line(_ text: Substring) -> String {
    let scalars = Array(text.unicodeScalars.trimmed(while: \.properties.isWhitespace))
    let start = scalars.prefix { ("0"..."9").contains($0) }.count
    var escaped = ""
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if isMarkup(scalar, before: next)
        || isListMark(scalar, at: index, afterDigits: start)
        || scalar == "." && isBeginningOfAddress(scalars[..<index])
      {
        escaped += "\\"
      }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// Whether a character is markup wherever it stands.
  private static func isMarkup(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#", "$", "{", "}": true
    // `https://…`, which would be a link, and `:+1:`.
    case ":": next.map { !$0.properties.isWhitespace } ?? false
    default: false
    }
  }

  /// Whether a character would make a list, a rule or a heading of its line (4.1, 4.3, 5.2).
  private static func isListMark(
    _ scalar: Unicode.Scalar,
    at index: Int,
    afterDigits digits: Int,
  ) -> Bool {
    switch scalar {
    case "-", "+", "=", ":": index == 0
    case ".", ")": index == digits && digits > 0
    default: false
    }
  }

  /// Whether `www` stands before, which would be a link in the Markdown of GitHub (6.9).
  private static func isBeginningOfAddress(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    String(String.UnicodeScalarView(scalars.suffix(3))).lowercased() == "www"
  }
}

extension BidirectionalCollection {
  /// The collection without what is at its ends.
  fileprivate func trimmed(while isAtEnd: (Element) -> Bool) -> SubSequence {
    var trimmed = drop(while: isAtEnd)
    while let last = trimmed.last, isAtEnd(last) { trimmed.removeLast() }
    return trimmed
  }
}
