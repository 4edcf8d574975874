import Foundation
import TestSupport
import Testing

@testable import BidiText

/// Real paragraphs, compared with what FriBidi's own command makes of them.
@Suite struct FriBidiCommandTests {
  static let paragraphs = [
    "هل يحصل المهاجرون على الخدمات الصحية الممولة حكوميا بالشروط نفسها؟",
    "منشور رقم 108 لسنة 2014، وLoi 34-09 (2011): couverture partielle.",
    "تُعد إجابة، ولا حاجة إلى ذكر سبب [انظر المادة 5 (ب)].",
    "The law «قانون الإقامة» of 2003 (Dahir n° 1-03-196) applies.",
    "١٢٫٥ ٪ من الطلبات، أي 1.250 طلبا من أصل 10,000.",
    "لا إله، الأمم المتحدة، لأن، لآن، الإلا",
    "IOM المنظمة الدولية للهجرة UN",
    "مـــد وتطويل، مُؤَسَّسَةٌ وَطَنِيَّةٌ",
  ]

  @Test(arguments: paragraphs)
  func standsAsFriBidiPutsIt(paragraph: String) throws {
    for direction in [Direction.rightToLeft, .leftToRight] {
      let outcome = try Program.run(
        "/usr/bin/env",
        [
          "fribidi", direction == .rightToLeft ? "--rtl" : "--ltr", "--nopad", "--nobreak",
          "--width", "100000",
        ],
        input: paragraph + "\n",
      )
      try #require(outcome.status == 0, "install the Debian package libfribidi-bin")
      let theirs = outcome.output.unicodeScalars.filter { $0 != "\n" }
      #expect(Self.bases(theirs) == Self.bases(of: paragraph, direction))
    }
  }

  /// Without marks, whose order on their letter differs, and what fills the place of a ligature.
  private static func bases(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(
      String.UnicodeScalarView(
        scalars.filter { $0.properties.generalCategory != .nonspacingMark && $0 != "\u{FEFF}" }
      )
    )
  }

  private static func bases(of paragraph: String, _ direction: Direction) -> String {
    let line = TextLayout.line(paragraph, direction: direction, width: nil)
    return bases(line.cells.map(\.glyph.base))
  }
}
