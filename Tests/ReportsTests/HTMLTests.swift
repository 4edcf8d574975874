import BidiText
import Consultation
import TestSupport
import Testing

@testable import Reports

@Suite struct HTMLTests {
  @Test func printsASmallDocumentInArabic() {
    let document = Document(
      title: Passage("تقرير", .arabic),
      language: .arabic,
      contentsTitle: "المحتويات",
      blocks: [
        .heading(Heading(level: 1, anchor: "note", title: Passage("ملاحظة", .arabic))),
        .paragraph(Passage("Vu & <lu>\n\"ici\"", .french, marker: "باللغة الأصلية")),
        .list([Passage("Tunis", .french), Passage("بغداد", .arabic)]),
        .definitions([
          Definition(label: Passage("المكان", .arabic), text: Passage("Le Caire", .french))
        ]),
      ],
    )
    let html = document.html(style: "p {}\n/* </style> */")
    #expect(
      html == """
        <!DOCTYPE html>
        <html lang="ar" dir="rtl">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>تقرير</title>
        <style>
        p {}
        /* <\\/style> */
        @page { @top-right { content: "\\62a \\642 \\631 \\64a \\631 "; } @bottom-left { content: counter(page); } }
        @page :first { @top-right { content: none; } @bottom-left { content: none; } }
        </style>
        </head>
        <body>
        <header>
        <h1>تقرير</h1>
        </header>
        <nav aria-labelledby="report.contents">
        <h2 id="report.contents">المحتويات</h2>
        <ul>
        <li><a href="#note">ملاحظة</a></li>
        </ul>
        </nav>
        <main>
        <section>
        <h2 id="note">ملاحظة</h2>
        <p lang="fr" dir="ltr">Vu &amp; &lt;lu&gt;<br>
        &quot;ici&quot; <span class="marker" lang="ar" dir="rtl">(باللغة الأصلية)</span></p>
        <ul>
        <li><span lang="fr" dir="ltr">Tunis</span></li>
        <li>بغداد</li>
        </ul>
        <dl>
        <dt>المكان</dt>
        <dd><span lang="fr" dir="ltr">Le Caire</span></dd>
        </dl>
        </section>
        </main>
        </body>
        </html>

        """
    )
  }

  @Test func printsATableWithItsTitles() {
    let html = Documents.small(in: .english).html(style: "")
    let table = """
      <div class="wide" role="region" tabindex="0" aria-labelledby="table.5">
      <table>
      <caption id="table.5" class="repeated">Answers</caption>
      <thead>
      <tr>
      <th scope="col">Domain</th>
      <th scope="col" class="numbers">Answered</th>
      <th scope="col">Note</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <th scope="row">Law</th>
      <td class="numbers">2</td>
      <td><span lang="ar" dir="rtl">مسودة</span></td>
      </tr>
      """
    #expect(html.contains(table))
  }

  @Test(arguments: zip(Language.allCases, ["500", "0", "0"]))
  func fillsBarsFromTheStartOfTheLine(language: Language, start: String) {
    let html = Documents.small(in: language).html(style: "")
    #expect(html.contains("<rect class=\"answered\" x=\"\(start)\" width=\"500\""))
    let words = Documents.Words(language)
    let numbers = words.numbers(2, 4)
    let label = words.domains[0] + (language == .french ? "\u{A0}: " : ": ")
    #expect(html.contains("<title>\(label)\(numbers)</title>"))
    #expect(html.contains("<span class=\"count\">\(numbers)</span>"))
  }

  @Test(arguments: Report.allCases)
  func givesEachThingAnIdentifierOfItsOwnInTwoLanguages(report: Report) throws {
    let html = try GoldenReportsTests.document(report, in: .arabic, beside: .french)
      .html(style: "")
    let identifiers = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(identifiers).count == identifiers.count)
    #expect(html.contains("<div class=\"aside\" lang=\"fr\" dir=\"ltr\">"))
    for link in html.matches(of: /(?:href="#|aria-labelledby=")([^"]*)"/) {
      #expect(identifiers.contains(String(link.1)), "\(link.1)")
    }
  }

  @Test func hasOneFirstHeadingAndSkipsNoLevel() throws {
    let levels = [3, 1, 3, 5, 9, 2, 1, 0]
    let document = Document(
      title: Passage("T", .english),
      language: .english,
      contentsTitle: "Contents",
      blocks: levels.map {
        .heading(Heading(level: $0, anchor: "same", title: Passage("level \($0)", .english)))
      },
    )
    let html = document.html(style: "")
    let found = html.matches(of: /<h([1-6])(?: id="([^"]*)")?>/)
    #expect(found.map { String($0.1) }.joined() == "122234" + "5322")
    let anchors = found.compactMap { $0.2.map(String.init) }
    #expect(Set(anchors).count == anchors.count)
    for link in html.matches(of: /href="#([^"]*)"/) { #expect(anchors.contains(String(link.1))) }
  }

  @Test(
    .enabled(if: Tool.python.isInstalled, "python3 is not installed"),
    arguments: Language.allCases,
  )
  func letsNoTextBecomeMarkup(language: Language) throws {
    let other = language.next
    let texts = Documents.hostile.filter { !$0.isEmpty }
    let pages = (["x"] + texts).map {
      Documents.saying($0, in: language, other: other).html(style: "")
    }
    let markup = try Markup.read(pages)
    let harmless = markup[0]
    #expect(harmless.unbalanced == [])
    for (text, found) in zip(texts, markup.dropFirst()) {
      #expect(found.unbalanced == [], "\(text.debugDescription)")
      #expect(found.structure == harmless.structure, "\(text.debugDescription)")
      #expect(found.attributes == harmless.attributes, "\(text.debugDescription)")
      #expect(found.text.contains(TextSanitizer.visible(text)), "\(text.debugDescription)")
    }
  }

  @Test(arguments: Language.allCases)
  func fetchesNothing(language: Language) throws {
    let html = Documents.small(in: language).html(style: try Documents.style())
    for word in ["http:", "https:", "url(", "@import", "src=", "<script", "<link"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test(
    .enabled(if: Tool.tidy.isInstalled, "tidy is not installed (apt-get install tidy)"),
    arguments: Language.allCases,
  )
  func satisfiesTidy(language: Language) throws {
    let html = Documents.small(in: language).html(style: try Documents.style())
    let outcome = try Tool.tidy.run(["-q", "-e", "-utf8"], input: html)
    #expect(outcome.complaints == "")
    #expect(outcome.status == 0)
  }
}
