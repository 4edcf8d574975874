import TestSupport
import Testing

@testable import BidiText

@Suite struct GraphemesTests {
  /// Letters that stand alone, and such as join what is before them or after them.
  private static let characters: [Unicode.Scalar] = [
    "a", "Z", "é", "ə", " ", "-", "(", "ا", "ل", "ـ", "٣", "،", "\u{64F}", "\u{301}", "\u{200D}",
    "\u{FE0F}", "\u{20E3}", "\u{600}", "\u{6DD}", "©", "👩", "👧", "\u{1F1F2}", "\u{1F1E6}", "ह",
    "\u{94D}", "\u{AD}", "\u{1112}", "\u{1161}", "\n", "\r", "\u{2028}", "«", "…", "ﻻ", "1",
  ]

  @Test func areThoseOfTheStandardLibrary() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<LongRuns.count(2000, long: 200_000) {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        // Every other one stands alone: most texts are such.
        let count = Bool.random(using: &generator) ? 11 : Self.characters.count
        scalars.append(Self.characters[Int.random(in: 0..<count, using: &generator)])
      }
      let text = String(scalars)
      var found: [Character] = []
      text.forEachGrapheme {
        found.append(Character($0))
      } other: {
        found.append($0)
      }
      #expect(
        found.map(\.unicodeScalars.description) == text.map(\.unicodeScalars.description),
        "\(Array(text.unicodeScalars)), seed \(seed)",
      )
      #expect(text.graphemeCount == text.count)
      let index = Int.random(in: 0...text.count, using: &generator)
      #expect(text.place(ofGrapheme: index) == text.index(text.startIndex, offsetBy: index))
    }
  }
}
