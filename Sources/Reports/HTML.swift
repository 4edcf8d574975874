import BidiText
import Consultation
import Phrases

extension Document {
  /// The document as one file of HTML, which fetches nothing from anywhere; to be printed, with the
  /// pages in its table of contents where they are known.
  package func html(_ look: Look, pages: PrintedPages? = nil) -> String {
    HTML(document: self, outline: Outline(of: self), printed: pages).page(look)
  }
}

/// The writer of HTML: each text escaped, with its language and direction where they are others.
///
/// Headings follow one another without a level skipped, below one `h1`; a table has a caption and
/// titles with a scope; a bar says in words what it shows (WCAG 2.2, 1.1.1 and 1.3.1). What frames
/// the blocks is the look's; the blocks themselves are written here, where a compiler sees that
/// none is forgotten and no text stands unescaped.
struct HTML {
  let document: Document
  let outline: Outline
  /// On which pages of paper the headings stand, where somebody knows.
  var printed: PrintedPages?
  /// What the names of tables begin with, so that those of an aside are their own.
  var prefix = "table"

  func page(_ look: Look) -> String {
    let domains = Set(outline.entries.compactMap(\.domain)).sorted()
    return look.page(
      PageFrame(
        language: Markup(document.language.rawValue),
        direction: Markup(document.language.direction.attribute),
        title: Markup(HTMLText.escaped(document.title.text.onOneLine)),
        head: Markup(head(style: look.style)),
        mark: document.mark.map {
          Markup(element("p", onOneLine: $0, attributes: " class=\"mark\" role=\"note\""))
        },
        heading: document.cover == nil ? Markup(inline(document.title)) : nil,
        cover: document.cover.map(frame),
        imprint: document.imprint.isEmpty ? nil : Markup(blocks(document.imprint)),
        contents: contents.map { Markup($0) },
        main: Markup(main),
        domains: domains.map {
          PageFrame.Domain(number: Markup("\($0)"), sign: Markup(sign($0)))
        },
        hasDomains: !domains.isEmpty,
      )
    )
  }

  /// What has to stand at the head of each page, whatever it looks like.
  private func head(style: String) -> String {
    // Nothing in a style sheet needs the characters that would end it here.
    let style = style.replacing("</", with: "<\\/")
    return """
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>\(HTMLText.escaped(document.title.text.onOneLine))</title>
      <style>
      \(style)
      \(pages)</style>
      """
  }

  /// Whatever a text might contain, it runs nothing and fetches nothing.
  private var policy: String {
    "default-src 'none'; style-src 'unsafe-inline'"
      + (document.cover?.emblem == nil ? "" : "; img-src data:")
  }

  // MARK: Cover and contents

  private func frame(_ cover: Cover) -> PageFrame.Cover {
    PageFrame.Cover(
      title: Markup(inline(cover.title)),
      name: cover.name.map { Markup(inline($0)) },
      subtitle: cover.subtitle.map { Markup(inline($0)) },
      year: cover.year.map { Markup(inline($0)) },
      issuers: cover.issuers.map { Markup(inline($0)) },
      notes: cover.notes.map { Markup(inline($0)) },
      emblem: cover.emblem.map { emblem in
        let description = HTMLText.escaped(emblem.description.text.onOneLine)
        return Markup(
          "<img class=\"emblem\" src=\"\(emblem.address)\""
            + " alt=\"\(description)\"\(foreign(emblem.description.language))>"
        )
      },
    )
  }

  private var contents: String? {
    // Two levels are enough to find one's way; more would be the document once again.
    let entries = outline.entries.filter { $0.level <= 2 }
    guard let title = document.contentsTitle, !entries.isEmpty else { return nil }
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
      let link =
        "<a href=\"#\(entry.anchor)\"\(foreign(entry.title.language))>\(sign(entry.domain))"
        + "\(text)\(page(of: entry))</a>"
      let item = "<li\(names(domain: entry.domain))>\(link)"
      html += inner.isEmpty ? "\(item)</li>\n" : "\(item)\n\(list(inner))</li>\n"
    }
    return html + "</ul>\n"
  }

  private func page(of entry: Outline.Entry) -> String {
    guard let number = printed?.numbers[entry.anchor] else { return "" }
    return " <span class=\"page\">\(document.digits.write("\(number)"))</span>"
  }

  // MARK: Domains

  /// The class by which the style sheet gives what is a domain's its colour.
  func names(_ names: String..., domain: Int?) -> String {
    let names = names + (domain.map { ["domain-\($0)"] } ?? [])
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  /// The sign of a domain, which stands before its name and says nothing beside it; there are as
  /// many as the framework has domains.
  func sign(_ domain: Int?) -> String {
    guard let domain, (1...6).contains(domain) else { return "" }
    return "<svg class=\"sign\" aria-hidden=\"true\"><use href=\"#sign-\(domain)\"></use></svg>"
  }
}
