import BidiText
import Consultation
import Phrases

extension Document {
  /// The document as lines of text of at most so many cells, for terminals and files.
  ///
  /// Each line is written in the order in which it is read: whoever shows it puts Arabic in its
  /// order. A width under 20 is taken as 20.
  package func plainText(width: Int = 80) -> String {
    PlainText(document: withoutPages, width: max(20, width)).text
  }
}

/// The writer of plain text.
///
/// A line whose first letter runs the other way than the line begins with an invisible mark, so
/// that it is shown from its own side (UAX #9, P2 and P3), and a cell in which something runs the
/// other way is isolated, so that the columns stay in their order.
///
/// Limitations: a terminal that knows no bidirectional text shows Arabic from left to right, here
/// as everywhere in it.
struct PlainText {
  let document: Document
  let width: Int

  private var direction: Direction { document.language.direction }

  var text: String {
    ([heading(document.title, rule: "=")] + body).filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  /// What stands below the title, block by block.
  private var body: [[String]] {
    var blocks: [[String]] = []
    var headings = Outline(of: document).entries[...]
    var title: String?
    for block in document.blocks {
      switch block {
      case .heading:
        guard let entry = headings.popFirst() else { continue }
        title = entry.title.text
        blocks.append(heading(entry.title, rule: entry.level == 1 ? "-" : nil))
      case .paragraph(let passage): blocks.append(paragraph(passage))
      case .list(let items):
        blocks.append(items.flatMap { hanging("- ", $0) })
      case .table(let table):
        blocks.append(self.table(table, isRepeated: table.caption.text == title))
      case .definitions(let definitions): blocks.append(self.definitions(definitions))
      case .bars(let bars): blocks.append(self.bars(bars))
      case .keyPoints(let groups):
        blocks += groups.filter { !$0.points.isEmpty }.map { group in
          paragraph(group.title) + group.points.flatMap { hanging("- ", $0) }
        }
      case .figures(let figures):
        let table = figures.table
        blocks.append(self.table(table, isRepeated: table.caption.text == title))
      case .notice(let passage): blocks.append(hanging("! ", passage))
      case .aside(let language, let inner):
        var second = document
        second.language = language
        second.blocks = inner
        blocks += PlainText(document: second, width: width).body
      }
    }
    return blocks
  }

  // MARK: Blocks

  private func heading(_ title: Passage, rule: Character?) -> [String] {
    var title = title
    title.text = title.text.onOneLine
    let lines = paragraph(title)
    guard let rule, !lines.isEmpty else { return lines }
    let length = lines.map(PlainLines.width).max() ?? 0
    return lines + [
      PlainLines.marked(String(repeating: rule, count: length), title.language.direction)
    ]
  }

  /// A passage by itself, which is read from its own side.
  private func paragraph(_ passage: Passage) -> [String] {
    let direction = passage.language.direction
    return PlainLines.lines(words(passage), direction: direction, width: width)
      .map { PlainLines.marked($0, direction) }
  }

  /// A passage behind a sign, under which nothing else stands.
  private func hanging(_ sign: String, _ passage: Passage) -> [String] {
    let lines = PlainLines.lines(
      words(passage),
      direction: passage.language.direction,
      width: width - sign.count,
    )
    return lines.enumerated().map { index, line in
      let start = index == 0 ? sign : String(repeating: " ", count: sign.count)
      return finished(start + PlainLines.isolated(line, passage.language, in: direction))
    }
  }

  /// A table below its caption, unless that only says the heading again.
  private func table(_ table: Table, isRepeated: Bool) -> [String] {
    guard !table.columns.isEmpty else { return [] }
    let titles = table.columns.map { cell($0.title) }
    let rows = table.evenRows(language: document.language).map { row in
      zip(row, table.columns).map { cell($0, isAtEnd: $1.hasNumbers) }
    }
    guard let widths = PlainColumns.widths([titles] + rows, available: width) else {
      let records = records(rows, titles: titles)
      return isRepeated ? records : paragraph(table.caption) + [""] + records
    }
    let columns = PlainColumns(widths: widths, direction: direction)
    let head = zip(titles, table.columns).map { title, column in
      PlainCell(title.text, title.language, isAtEnd: column.hasNumbers)
    }
    return (isRepeated ? [] : paragraph(table.caption))
      + (columns.lines(head) + [columns.rule] + rows.flatMap(columns.lines)).map(finished)
  }

  /// The rows one below the other, cell by cell, where they do not fit beside each other.
  private func records(_ rows: [[PlainCell]], titles: [PlainCell]) -> [String] {
    let records = rows.map { row in
      zip(titles, row).flatMap { title, cell in definition(title, cell) }
    }
    return Array(records.joined(separator: [""]))
  }

  private func definitions(_ definitions: [Definition]) -> [String] {
    let cells = definitions.map { (label: cell($0.label), text: cell($0.text)) }
    let longest = cells.map { PlainLines.width($0.label.text) }.max() ?? 0
    guard longest <= width / 3 else { return cells.flatMap { definition($0.label, $0.text) } }
    let columns = PlainColumns(
      widths: [longest, width - longest - PlainColumns.gap],
      direction: direction,
    )
    return cells.flatMap { columns.lines([$0.label, $0.text]) }.map(finished)
  }

  /// A label, and below it what it is of.
  private func definition(_ label: PlainCell, _ text: PlainCell) -> [String] {
    let columns = PlainColumns(widths: [0, width - PlainColumns.gap], direction: direction)
    let name = PlainColumns(widths: [width], direction: direction).lines([label])
    let below = columns.lines([PlainCell("", document.language), text.atStart])
    return (name + below).map(finished)
  }

  private func bars(_ bars: Bars) -> [String] {
    let length = min(20, width / 4)
    let rows = bars.bars.map { bar in
      let filled = bar.filled(of: length)
      let picture =
        String(repeating: "█", count: filled) + String(repeating: "░", count: length - filled)
      return [
        cell(bar.name), PlainCell(picture, document.language),
        PlainCell(TextSanitizer.visible(bar.numbers), document.language),
      ]
    }
    guard let widths = PlainColumns.widths(rows, available: width) else {
      let texts = rows.map { row in
        definition(row[0], PlainCell("\(row[1].text) \(row[2].text)", document.language))
      }
      return paragraph(bars.title) + texts.joined()
    }
    let columns = PlainColumns(widths: widths, direction: direction)
    return paragraph(bars.title) + rows.flatMap(columns.lines).map(finished)
  }

  // MARK: Texts

  private func cell(_ passage: Passage, isAtEnd: Bool = false) -> PlainCell {
    PlainCell(words(passage), passage.language, isAtEnd: isAtEnd)
  }

  /// The text with its marker, which is in the document's language.
  private func words(_ passage: Passage) -> String {
    let text = TextSanitizer.visible(passage.text)
    guard let marker = passage.marker else { return text }
    let words = "(\(TextSanitizer.visible(marker)))"
    let around = passage.language.direction
    return "\(text) \(PlainLines.isolated(words, document.language, in: around))"
  }

  /// A line of the document as it is printed: nothing at its end, and shown from its own side.
  private func finished(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return line.isEmpty ? "" : PlainLines.marked(String(line), direction)
  }
}
