import BidiText
import Consultation

extension HTML {
  /// The blocks of the document; each part, and each domain, is a section.
  var main: String { blocks(document.blocks) }

  func blocks(_ blocks: [Block]) -> String {
    var html = ""
    var headings = outline.entries[...]
    var title: String?
    // The levels of the sections that are open.
    var open: [Int] = []
    for (number, block) in blocks.enumerated() {
      switch block {
      case .heading:
        guard let entry = headings.popFirst() else { continue }
        title = entry.title.text
        while let last = open.last, last >= entry.level {
          html += "</section>\n"
          open.removeLast()
        }
        if entry.level == 1 || entry.domain != nil {
          html += section(entry)
          open.append(entry.level)
        }
        html += heading(entry)
      case .paragraph(let passage): html += paragraph(passage)
      case .list(let items): html += list(items)
      case .table(let table):
        html += self.table(table, number: number, isRepeated: table.caption.text == title)
      case .definitions(let definitions): html += self.definitions(definitions)
      case .bars(let bars): html += self.bars(bars)
      case .keyPoints(let groups): html += keyPoints(groups)
      case .figures(let figures):
        html += self.figures(figures, number: number, isRepeated: figures.title.text == title)
      case .notice(let passage):
        html += "<div class=\"notice\" role=\"note\">\n\(paragraph(passage))\n</div>"
      case .aside(let language, let blocks):
        html += aside(language, blocks, number: number)
      }
      html += "\n"
    }
    html += open.map { _ in "</section>\n" }.joined()
    return html.hasSuffix("\n") ? String(html.dropLast()) : html
  }

  private func section(_ entry: Outline.Entry) -> String {
    let isChapter = entry.level == 1 && entry.domain != nil
    let names = isChapter ? names("chapter", domain: entry.domain) : names(domain: entry.domain)
    return "<section\(names)>\n"
  }

  private func heading(_ entry: Outline.Entry) -> String {
    let name = "h\(entry.level + 1)"
    return "<\(name)\(id(entry.anchor))>\(sign(entry.domain))\(inline(entry.title))</\(name)>"
  }

  /// Blocks in a second language, in an element that says so.
  private func aside(_ language: Language, _ blocks: [Block], number: Int) -> String {
    var inner = document
    inner.language = language
    inner.blocks = blocks
    let html = HTML(document: inner, outline: Outline(of: inner), prefix: "\(prefix).\(number)")
    return "<div class=\"aside\"\(attributes(language))>\n\(html.main)\n</div>"
  }

  func list(_ items: [Passage]) -> String {
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

  /// Groups beside each other; the points of one alone are.
  private func keyPoints(_ groups: [KeyPoints]) -> String {
    let groups = groups.filter { !$0.points.isEmpty }
    guard !groups.isEmpty else { return "" }
    let boxes = groups.map { group in
      """
      <div\(names("group", domain: group.domain))>
      <p class="title">\(sign(group.domain))\(inline(group.title))</p>
      \(list(group.points))
      </div>

      """
    }
    return "<div class=\"points\(groups.count == 1 ? " alone" : "")\">\n\(boxes.joined())</div>"
  }

  /// A table; a caption that only says the heading again is there for those who do not see it.
  private func table(_ table: Table, number: Int, isRepeated: Bool) -> String {
    guard !table.columns.isEmpty else { return "" }
    let rows = table.evenRows(language: document.language).map { row in
      let cells = zip(row, table.columns).enumerated().map { index, cell in
        index == 0 && table.hasRowTitles
          ? element("th", cell.0, attributes: " scope=\"row\"" + numbers(cell.1))
          : element("td", cell.0, attributes: numbers(cell.1))
      }
      return "<tr>\n" + cells.joined(separator: "\n") + "\n</tr>\n"
    }
    // What is wider than a screen is moved by the keyboard too, hence the place for its focus.
    return """
      <div class="wide" role="region" tabindex="0" aria-labelledby="\(prefix).\(number)">
      <table>
      \(caption(table.caption, number: number, isRepeated: isRepeated))
      \(head(table.columns))
      <tbody>
      \(rows.joined())</tbody>
      </table>
      </div>
      """
  }

  func caption(_ caption: Passage, number: Int, isRepeated: Bool) -> String {
    let attributes = id("\(prefix).\(number)") + (isRepeated ? " class=\"repeated\"" : "")
    return element("caption", caption, attributes: attributes)
  }

  func head(_ columns: [Table.Column]) -> String {
    let titles = columns.map { column in
      element("th", column.title, attributes: " scope=\"col\"" + numbers(column)) + "\n"
    }
    return "<thead>\n<tr>\n\(titles.joined())</tr>\n</thead>"
  }

  private func numbers(_ column: Table.Column) -> String {
    column.hasNumbers ? " class=\"numbers\"" : ""
  }
}
