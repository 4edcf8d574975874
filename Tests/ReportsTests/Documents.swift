import Consultation
import Foundation
import Reports
import TestSupport
import Testing

/// The documents that are printed in these tests.
enum Documents {
  /// A small one that says the same in each language.
  static func small(in language: Language) -> Document {
    let words = Words(language)
    let domains = zip(words.domains, [(2, 4), (0, 3), (5, 5)])
    return Document(
      title: words(words.title),
      language: language,
      contentsTitle: words.contents,
      blocks: [
        .notice(words(words.notice)),
        .heading(Heading(level: 1, anchor: "overview", title: words(words.overview))),
        .bars(
          Bars(
            title: words(words.progress),
            bars: domains.map { name, numbers in
              Bars.Bar(
                name: words(name),
                answered: numbers.0,
                asked: numbers.1,
                numbers: words.numbers(numbers.0, numbers.1),
              )
            },
          )
        ),
        .definitions([
          Definition(label: words(words.place), text: words(words.cairo)),
          Definition(
            label: words(words.note),
            text: Passage("Le Caire", .french, marker: words.original),
          ),
        ]),
        .heading(Heading(level: 2, anchor: "answers", title: words(words.answers))),
        .table(
          Table(
            caption: words(words.answers),
            columns: [
              Table.Column(words(words.domain)),
              Table.Column(words(words.answered), hasNumbers: true),
              Table.Column(words(words.note)),
            ],
            rows: zip(words.domains, ["2", "0", "5"]).map { name, number in
              [words(name), words(number), Passage("مسودة", .arabic)]
            },
          )
        ),
        .paragraph(
          Passage("النص كما كُتب، وفيه CEDAW واسم Le Caire.", .arabic, marker: words.original)
        ),
        .paragraph(Passage("The text as written.\nA second line.", .english)),
        .list([words(words.cairo), Passage("Tunis", .french)]),
      ],
    )
  }

  /// The words of the small document.
  struct Words {
    let language: Language
    private let column: Int

    init(_ language: Language) {
      self.language = language
      column =
        switch language {
        case .arabic: 0
        case .english: 1
        case .french: 2
        }
    }

    func callAsFunction(_ text: String) -> Passage { Passage(text, language) }

    private func one(_ arabic: String, _ english: String, _ french: String) -> String {
      [arabic, english, french][column]
    }

    var title: String { one("تقرير الدورة", "Report of the session", "Rapport de la session") }
    var contents: String { one("المحتويات", "Contents", "Sommaire") }
    var notice: String { one("نسخة أولية.", "This is a draft.", "Ceci est un projet.") }
    var overview: String { one("لمحة عامة", "Overview", "Aperçu") }
    var progress: String { one("التقدم", "Progress", "Progression") }
    var place: String { one("المكان", "Place", "Lieu") }
    var cairo: String { one("القاهرة", "Cairo", "Le Caire") }
    var note: String { one("ملاحظة", "Note", "Note") }
    var answers: String { one("الأجوبة", "Answers", "Réponses") }
    var domain: String { one("المجال", "Domain", "Domaine") }
    var answered: String { one("أُجيب", "Answered", "Répondu") }
    var original: String { one("باللغة الأصلية", "in the original language", "langue d’origine") }
    var domains: [String] {
      switch language {
      case .arabic: ["القانون", "التعليم", "الصحة"]
      case .english: ["Law", "Education", "Health"]
      case .french: ["Droit", "Éducation", "Santé"]
      }
    }

    func numbers(_ answered: Int, _ asked: Int) -> String {
      one("\(answered) من \(asked)", "\(answered) of \(asked)", "\(answered) sur \(asked)")
    }
  }

  /// Texts that would like to be something else than text.
  static let hostile = [
    "<script>alert(1)</script>", "</style></title><b>x", "\" onclick=\"x\" '", "&lt;b&gt; &#60;",
    "# title", "## title", "- item", "* item", "+ item", "1. item", "1) item", "=====", "---",
    "a\n---\nb", "a\n===", "***", "___", "> quote", "    code", "\tcode", "```\ncode\n```", "~~~",
    "**bold** _em_ `code` ~~gone~~", "[link](http://evil.example)", "![image](x.png)", "<br>",
    "[ref]: http://evil.example", "a | b | c", "| a |\n|---|", ":---", "\\", "\\|", "a\\\nb",
    "https://evil.example/a_b_c", "www.evil.example", "<https://evil.example>", ":+1:", "$x$",
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "a\u{0}b", "bell\u{7}",
    "\u{202E}reversed", "\u{2067}open", "\u{2069}closed", "a\u{2028}b", "a\r\nb", "  spaces  ",
    "{{ template }}", "{#anchor}", "[^1]", "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "= 1", "ع\u{200F}#", "",
  ]

  /// A document that says one text in every place.
  static func saying(_ text: String, in language: Language, other: Language) -> Document {
    let own = Passage(text, language, marker: text)
    let foreign = Passage(text, other, marker: text)
    return Document(
      title: own,
      language: language,
      contentsTitle: text,
      cover: Cover(
        title: own,
        name: foreign,
        subtitle: own,
        year: foreign,
        issuers: [own, foreign],
        notes: [foreign, own],
      ),
      imprint: [.paragraph(own), .definitions([Definition(label: foreign, text: own)])],
      blocks: [
        .heading(Heading(level: 1, anchor: text, title: own, domain: 1)),
        .heading(Heading(level: 4, anchor: text, title: foreign)),
        .paragraph(own), .paragraph(foreign), .list([own, foreign]), .notice(own),
        .notice(foreign),
        .definitions([Definition(label: own, text: foreign)]),
        .table(
          Table(
            caption: foreign,
            columns: [Table.Column(own), Table.Column(foreign, hasNumbers: true)],
            rows: [[own, foreign], [foreign], [own, own, own], []],
          )
        ),
        .bars(
          Bars(
            title: own,
            bars: [Bars.Bar(name: foreign, answered: 1, asked: 2, numbers: text, domain: 2)],
          )
        ),
        .keyPoints([
          KeyPoints(title: own, domain: 3, points: [own, foreign]),
          KeyPoints(title: foreign, points: [foreign]),
        ]),
        .figures(
          KeyFigures(
            title: foreign,
            titles: KeyFigures.Titles(name: own, value: own, year: own, source: foreign),
            figures: [
              KeyFigures.Figure(
                name: foreign,
                value: own,
                amount: .share(3.5),
                year: own,
                source: foreign,
              )
            ],
          )
        ),
      ],
    )
  }

  /// The style sheet that is shipped.
  static func style() throws -> String { try asset("report.css") }

  /// The frame of a page that is shipped.
  static func template() throws -> String { try asset("report.mustache") }

  /// The look that is shipped, whose template is read once for all tests.
  static let look = Result {
    try Look(template: try template(), style: try style())
  }

  private static func asset(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appendingPathComponent("Assets/reports/\(name)"),
      encoding: .utf8,
    )
  }
}

extension Document {
  /// The document in the frame that is shipped.
  func html(style: String) -> String {
    do {
      var look = try Documents.look.get()
      look.style = style
      return html(look)
    } catch {
      Issue.record(error)
      return ""
    }
  }
}
