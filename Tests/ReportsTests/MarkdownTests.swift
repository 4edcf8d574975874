import BidiText
import Consultation
import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite struct MarkdownTests {
  @Test func printsASmallDocumentInArabic() {
    #expect(
      Documents.small(in: .arabic).markdown == """
        <div dir="rtl" lang="ar">

        # تقرير الدورة

        > نسخة أولية.

        ## لمحة عامة

        **التقدم**

        - **القانون**: ██████████░░░░░░░░░░ 2 من 4
        - **التعليم**: ░░░░░░░░░░░░░░░░░░░░ 0 من 3
        - **الصحة**: ████████████████████ 5 من 5

        <!-- -->

        - **المكان**: القاهرة
        - **ملاحظة**: <span dir="ltr" lang="fr">Le Caire</span> *(باللغة الأصلية)*

        ### الأجوبة

        | المجال | أُجيب | ملاحظة |
        | --- | :-- | --- |
        | **القانون** | 2 | مسودة |
        | **التعليم** | 0 | مسودة |
        | **الصحة** | 5 | مسودة |

        النص كما كُتب، وفيه CEDAW واسم Le Caire. *(باللغة الأصلية)*

        <div dir="ltr" lang="en">

        The text as written.\\
        A second line.

        </div>

        - القاهرة
        - <span dir="ltr" lang="fr">Tunis</span>

        </div>

        """
    )
  }

  @Test func needsNoFrameFromLeftToRight() {
    let markdown = Documents.small(in: .french).markdown
    #expect(markdown.hasPrefix("# Rapport de la session\n\n> Ceci est un projet.\n\n## Aperçu\n"))
    #expect(markdown.contains("| Domaine | Répondu | Note |\n| --- | --: | --- |\n"))
  }

  @Test(arguments: [
    ("*a* _b_", "\\*a\\* \\_b\\_"), ("<b>", "\\<b\\>"), ("a|b", "a\\|b"), ("# a", "\\# a"),
    ("\\", "\\\\"), ("`a`", "\\`a\\`"), ("1. a", "1\\. a"), ("12) a", "12\\) a"),
    ("1.5", "1\\.5"), ("a 1. b", "a 1. b"), ("- a - b", "\\- a - b"), ("+1", "\\+1"),
    ("  a  ", "a"), ("\u{3000}a", "a"), ("&amp;", "\\&amp;"), ("12:30", "12\\:30"),
    ("a: b", "a: b"), ("===", "\\==="), ("www.a.b", "www\\.a.b"), ("٣. ثلاثة", "٣. ثلاثة"),
    ("a\n- b\n\n2. c\n", "a \\- b  2\\. c"),
  ])
  func putsABackslashWhereATextCouldBeMarkup(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test(
    .enabled(
      if: Tool.cmark.isInstalled && Tool.python.isInstalled,
      "python3 or cmark-gfm is not installed (apt-get install cmark-gfm)",
    ),
    arguments: Language.allCases,
  )
  func letsNoTextBecomeMarkup(language: Language) throws {
    let texts = Documents.hostile.filter { !$0.isEmpty }
    let options =
      ["--unsafe"]
      + ["table", "strikethrough", "autolink", "tasklist"]
      .flatMap { ["-e", $0] }
    let pages = try (["x"] + texts).map { text in
      let markdown = Documents.saying(text, in: language, other: language.next).markdown
      return try Tool.cmark.run(options, input: markdown).output
    }
    let markup = try Markup.read(pages)
    #expect(markup[0].unbalanced == [])
    for (text, found) in zip(texts, markup.dropFirst()) {
      #expect(found.unbalanced == [], "\(text.debugDescription)")
      #expect(found.structure == markup[0].structure, "\(text.debugDescription)")
      let visible = TextSanitizer.visible(text).split(separator: "\n").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      for line in visible {
        #expect(found.text.contains(line), "\(text.debugDescription)")
      }
    }
  }
}
