import BidiText
import Consultation
import Phrases

extension HTML {
  func bars(_ bars: Bars) -> String {
    let rows = bars.bars.map { bar in
      """
      <li\(names(domain: bar.domain))>
      <span class="name">\(sign(bar.domain))\(inline(bar.name))</span>
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

  private func picture(_ bar: Bars.Bar) -> String {
    let text = bar.name.text.onOneLine + document.language.traits.colon + bar.numbers
    return picture(filled: bar.filled(of: 1000), text: text)
  }

  /// Figures as a table, each with its bar below the number.
  func figures(_ figures: KeyFigures, number: Int, isRepeated: Bool) -> String {
    let table = figures.table
    let rows = zip(figures.figures, table.rows).map { figure, row in
      let filled = figures.filled(figure)
      // The number stands beside it.
      let bar = filled.map { "\n" + picture(filled: $0, text: nil) } ?? ""
      return """
        <tr>
        \(element("th", figure.name, attributes: " scope=\"row\""))
        <td class="value"><span class="number">\(inline(figure.value))</span>\(bar)</td>
        \(row.dropFirst(2).map { element("td", $0) }.joined(separator: "\n"))
        </tr>

        """
    }
    var columns = table.columns
    for index in columns.indices { columns[index].hasNumbers = false }
    return """
      <figure class="figures">
      <table>
      \(caption(figures.title, number: number, isRepeated: isRepeated))
      \(head(columns))
      <tbody>
      \(rows.joined())</tbody>
      </table>
      </figure>
      """
  }

  /// A bar that fills from the start of the line, in colours that need no style sheet, with the
  /// text of what it shows where that does not stand beside it.
  private func picture(filled: Int, text: String?) -> String {
    let start = document.language.direction == .rightToLeft ? 1000 - filled : 0
    let role = text.map { _ in "role=\"img\"" } ?? "aria-hidden=\"true\""
    let title = text.map { "<title>\(HTMLText.escaped($0))</title>\n" } ?? ""
    return """
      <svg \(role) viewBox="0 0 1000 60" preserveAspectRatio="none">
      \(title)<rect class="open" width="1000" height="60" fill="#d4dde4"></rect>
      <rect class="answered" x="\(start)" width="\(filled)" height="60" fill="#2b6183"></rect>
      </svg>
      """
  }
}
