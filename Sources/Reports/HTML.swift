import BidiText
import Consultation
import Phrases

extension Document {
  /// The document as one file of HTML, which fetches nothing from anywhere.
  ///
  /// The style is a style sheet: `reports/report.css` of the assets.
  package func html(style: String) -> String {
    HTML(document: self, outline: Outline(of: self)).page(style: style)
  }
}

/// The writer of HTML: each text escaped, with its language and direction where they are others.
///
/// Headings follow one another without a level skipped, below one `h1`; a table has a caption and
/// titles with a scope; a bar says in words what it shows (WCAG 2.2, 1.1.1 and 1.3.1).
struct HTML {
  let document: Document
  let outline: Outline
  /// What the names of tables begin with, so that those of an aside are their own.
  var prefix = "table"

  func page(style: String) -> String {
    let title = HTMLText.escaped(document.title.text.onOneLine)
    // Nothing in a style sheet needs the characters that would end it here.
    let style = style.replacing("</", with: "<\\/")
    return """
      <!DOCTYPE html>
      <html\(attributes(document.language))>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <title>\(title)</title>
      <style>
      \(style)
      \(runningHead)</style>
      </head>
      <body>
      \(mark)<header>
      \(element("h1", onOneLine: document.title))
      </header>
      \(contents)<main>
      \(main)</main>
      </body>
      </html>

      """
  }

  /// Whatever a text might contain, it runs nothing and fetches nothing.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'"

  // MARK: The mark

  /// The mark on each page of paper, in the margin above (CSS Paged Media 3, 4).
  private var runningHead: String {
    guard let mark = document.mark else { return "" }
    let text = HTMLText.styleString(mark.text.onOneLine)
    return "@page { @top-center { content: \(text); font-weight: 600; } }\n"
  }

  private var mark: String {
    document.mark.map {
      element("p", onOneLine: $0, attributes: " class=\"mark\" role=\"note\"") + "\n"
    }
      ?? ""
  }

  // MARK: Contents

  private var contents: String {
    // Two levels are enough to find one's way; more would be the document once again.
    let entries = outline.entries.filter { $0.level <= 2 }
    guard let title = document.contentsTitle, !entries.isEmpty else { return "" }
    // An anchor has no full stop in it, so that these names are no heading's.
    return """
      <nav aria-labelledby="report.contents">
      <h2 id="report.contents">\(HTMLText.escaped(title))</h2>
      \(list(entries[...]))</nav>

      """
  }

  /// Entries, each with a list of those below it.
  private func list(_ entries: ArraySlice<Outline.Entry>) -> String {
    var html = "<ul>\n"
    var rest = entries
    while let entry = rest.popFirst() {
      let inner = rest.prefix { $0.level > entry.level }
      rest = rest.dropFirst(inner.count)
      let text = HTMLText.escaped(entry.title.text.onOneLine)
      let link = "<a href=\"#\(entry.anchor)\"\(foreign(entry.title.language))>\(text)</a>"
      html += inner.isEmpty ? "<li>\(link)</li>\n" : "<li>\(link)\n\(list(inner))</li>\n"
    }
    return html + "</ul>\n"
  }

  // MARK: Blocks

  private var main: String {
    var html = ""
    var headings = outline.entries[...]
    var title: String?
    for (number, block) in document.blocks.enumerated() {
      switch block {
      case .heading:
        guard let entry = headings.popFirst() else { continue }
        title = entry.title.text
        html += element(
          "h\(entry.level + 1)",
          onOneLine: entry.title,
          attributes: id(entry.anchor),
        )
      case .paragraph(let passage): html += paragraph(passage)
      case .list(let items): html += list(items)
      case .table(let table):
        html += self.table(table, number: number, isRepeated: table.caption.text == title)
      case .definitions(let definitions): html += self.definitions(definitions)
      case .bars(let bars): html += self.bars(bars)
      case .notice(let passage):
        html += "<div class=\"notice\" role=\"note\">\n\(paragraph(passage))\n</div>"
      case .aside(let language, let blocks):
        html += aside(language, blocks, number: number)
      }
      html += "\n"
    }
    return html
  }

  /// Blocks in a second language, in an element that says so.
  private func aside(_ language: Language, _ blocks: [Block], number: Int) -> String {
    var inner = document
    inner.language = language
    inner.blocks = blocks
    let html = HTML(document: inner, outline: Outline(of: inner), prefix: "\(prefix).\(number)")
    return "<div class=\"aside\"\(attributes(language))>\n\(html.main)</div>"
  }

  private func list(_ items: [Passage]) -> String {
    guard !items.isEmpty else { return "" }
    return "<ul>\n" + items.map { element("li", $0) + "\n" }.joined() + "</ul>"
  }

  private func definitions(_ definitions: [Definition]) -> String {
    guard !definitions.isEmpty else { return "" }
    let rows = definitions.map {
      "\(element("dt", $0.label))\n\(element("dd", $0.text))\n"
    }
    return "<dl>\n" + rows.joined() + "</dl>"
  }

  /// A table; a caption that only says the heading again is there for those who do not see it.
  private func table(_ table: Table, number: Int, isRepeated: Bool) -> String {
    guard !table.columns.isEmpty else { return "" }
    let titles = table.columns.map { column in
      element("th", column.title, attributes: " scope=\"col\"" + numbers(column)) + "\n"
    }
    let rows = table.evenRows(language: document.language).map { row in
      let cells = zip(row, table.columns).enumerated().map { index, cell in
        index == 0 && table.hasRowTitles
          ? element("th", cell.0, attributes: " scope=\"row\"" + numbers(cell.1))
          : element("td", cell.0, attributes: numbers(cell.1))
      }
      return "<tr>\n" + cells.joined(separator: "\n") + "\n</tr>\n"
    }
    let caption = id("\(prefix).\(number)") + (isRepeated ? " class=\"repeated\"" : "")
    // What is wider than a screen is moved by the keyboard too, hence the place for its focus.
    return """
      <div class="wide" role="region" tabindex="0" aria-labelledby="\(prefix).\(number)">
      <table>
      \(element("caption", table.caption, attributes: caption))
      <thead>
      <tr>
      \(titles.joined())</tr>
      </thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
      </div>
      """
  }

  private func numbers(_ column: Table.Column) -> String {
    column.hasNumbers ? " class=\"numbers\"" : ""
  }

  private func bars(_ bars: Bars) -> String {
    let rows = bars.bars.map { bar in
      """
      <li>
      \(element("span", bar.name, attributes: " class=\"name\""))
      \(picture(bar))
      <span class="count">\(HTMLText.escaped(bar.numbers))</span>
      </li>

      """
    }
    return """
      <figure class="bars">
      \(element("figcaption", bars.title))
      <ul>
      \(rows.joined())</ul>
      </figure>
      """
  }

  /// A bar that fills from the start of the line, in colours that need no style sheet.
  private func picture(_ bar: Bars.Bar) -> String {
    let filled = bar.filled(of: 1000)
    let start = document.language.direction == .rightToLeft ? 1000 - filled : 0
    let text = HTMLText.escaped(
      bar.name.text.onOneLine + document.language.traits.colon + bar.numbers
    )
    return """
      <svg role="img" viewBox="0 0 1000 60" preserveAspectRatio="none">
      <title>\(text)</title>
      <rect class="open" width="1000" height="60" fill="#d4dde4"></rect>
      <rect class="answered" x="\(start)" width="\(filled)" height="60" fill="#2b6183"></rect>
      </svg>
      """
  }

  // MARK: Texts

  /// A passage by itself, which begins at its own side.
  private func paragraph(_ passage: Passage) -> String {
    "<p\(foreign(passage.language))>\(text(passage))\(marker(passage))</p>"
  }

  /// A passage in an element that stands in its row, which begins where the document does.
  private func element(
    _ name: String,
    _ passage: Passage,
    attributes: String = "",
  ) -> String {
    let foreign = foreign(passage.language)
    let text = text(passage)
    let own = foreign.isEmpty || text.isEmpty ? text : "<span\(foreign)>\(text)</span>"
    return "<\(name)\(attributes)>\(own)\(marker(passage))</\(name)>"
  }

  private func element(
    _ name: String,
    onOneLine passage: Passage,
    attributes: String = "",
  ) -> String {
    var passage = passage
    passage.text = passage.text.onOneLine
    return element(name, passage, attributes: attributes)
  }

  private func text(_ passage: Passage) -> String {
    HTMLText.escaped(passage.text).replacing("\n", with: "<br>\n")
  }

  /// What is said on a passage, in an element with a direction of its own, which turns nothing
  /// around it (HTML, 15.3.6).
  private func marker(_ passage: Passage) -> String {
    guard let marker = passage.marker else { return "" }
    let attributes = attributes(document.language)
    return " <span class=\"marker\"\(attributes)>(\(HTMLText.escaped(marker)))</span>"
  }

  private func id(_ name: String) -> String { " id=\"\(name)\"" }

  private func attributes(_ language: Language) -> String {
    let direction =
      switch language.direction {
      case .leftToRight: "ltr"
      case .rightToLeft: "rtl"
      }
    return " lang=\"\(language.rawValue)\" dir=\"\(direction)\""
  }

  /// The attributes of a text in another language than the document's.
  private func foreign(_ language: Language) -> String {
    language == document.language ? "" : attributes(language)
  }
}

extension String {
  /// The same text with a space in the place of each line end.
  var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
