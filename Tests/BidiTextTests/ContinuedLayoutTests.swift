import TestSupport
import Testing

@testable import BidiText

@Suite struct ContinuedLayoutTests {
  private static let pieces = [
    "ا", "ل", "ب", "لا", "\u{64F}", " ", " ", "٣", "12", "-", "(", ")", "[", "]", "{", "«", "»",
    "،",
    "x", "Iom", "é", "\u{301}", "\n", "…", "€", "ﻻ", "\u{2068}", "\u{2069}", "\u{202E}", "\u{200F}",
    "👩", "\u{200D}", "国", "القانون", "والمهاجرون", "من", "الخدمات", "يستفيد", "law", "of the",
  ]

  private static func text(_ count: Int, _ generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in
      // Mostly words and spaces, so that there are lines.
      let isWord = Int.random(in: 0..<4, using: &generator) > 0
      let piece = pieces[(isWord ? pieces.count - 7 : 0)...].randomElement(using: &generator) ?? ""
      return isWord ? piece + " " : piece
    }.joined()
  }

  @Test func isThatOfTheWholeText() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    var continued = 0
    for _ in 0..<LongRuns.count(300, long: 30_000) {
      let direction: Direction = Bool.random(using: &generator) ? .rightToLeft : .leftToRight
      let width = Int.random(in: 3...30, using: &generator)
      var text = Self.text(Int.random(in: 0...60, using: &generator), &generator)
      var layout = TextLayout(text, direction: direction, width: width)
      for _ in 0..<6 {
        let earlier = text
        let start = Int.random(in: 0...text.count, using: &generator)
        let end = min(text.count, start + Int.random(in: 0...3, using: &generator))
        let first = text.index(text.startIndex, offsetBy: start)
        let last = text.index(text.startIndex, offsetBy: end)
        let written = Self.text(Int.random(in: 0...2, using: &generator), &generator)
        text.replaceSubrange(first..<last, with: written)
        let next = TextLayout(
          text,
          direction: direction,
          width: width,
          following: layout,
          of: earlier,
        )
        let whole = TextLayout(text, direction: direction, width: width)
        #expect(
          next == whole,
          "\(earlier.debugDescription), then \(text.debugDescription), seed \(seed)",
        )
        guard next == whole else { return }
        if zip(next.lines, layout.lines).prefix(while: ==).count > 3 { continued += 1 }
        layout = next
      }
    }
    #expect(continued > 100, "few texts had lines to take over")
  }
}
