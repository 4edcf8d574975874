import TestSupport
import Testing

@testable import BidiText

@Suite struct TextLayoutTests {
  /// A layout's lines as they are seen, from left to right.
  private func seen(_ text: String, _ direction: Direction, width: Int? = nil) -> [String] {
    TextLayout(text, direction: direction, width: width).lines.map { line in
      line.cells.map { cell in
        var scalars = String.UnicodeScalarView([cell.glyph.base])
        for index in cell.glyph.marks.indices {
          if cell.glyph.marks[index] != 0, let mark = Unicode.Scalar(cell.glyph.marks[index]) {
            scalars.append(mark)
          }
        }
        return String(scalars)
      }.joined()
    }
  }

  @Test func putsLamAlefIntoOneCell() throws {
    let line = TextLayout("لا", direction: .rightToLeft).lines[0]
    #expect(line.width == 1)
    #expect(line.cells[0].glyph.base == "\u{FEFB}")
    #expect(line.cells[0].graphemes == 0..<2)
  }

  @Test func keepsHarakatOnTheirLetter() {
    let line = TextLayout("مُدَرِّس", direction: .rightToLeft).lines[0]
    #expect(line.width == 4)
    let marks = line.cells.map { cell in
      cell.glyph.marks.indices.count { cell.glyph.marks[$0] != 0 }
    }
    #expect(marks == [0, 2, 1, 1])
  }

  @Test func mirrorsBracketsInArabic() {
    #expect(seen("(أ)", .rightToLeft) == ["(ﺃ)"])
    #expect(seen("a (b) c", .leftToRight) == ["a (b) c"])
  }

  @Test func keepsNumbersAndLatinNamesInTheirOrderInsideArabic() {
    #expect(seen("عام 2011 IOM", .rightToLeft) == ["IOM 2011 ﻡﺎﻋ"])
  }

  @Test func wrapsBeforeReordering() {
    #expect(seen("واحد اثنان ثلاثة", .rightToLeft, width: 11) == ["ﻥﺎﻨﺛﺍ ﺪﺣﺍﻭ", "ﺔﺛﻼﺛ"])
  }

  @Test func cutsAWordThatIsWiderThanTheLine() {
    #expect(seen("abcdefgh ij", .leftToRight, width: 3) == ["abc", "def", "gh", "ij"])
  }

  @Test func sendsNothingInvisible() {
    let text = "\u{200F}أ\u{200D}ب\u{2068}c\u{2069}\u{AD}\u{FEFF}"
    for cell in TextLayout(text, direction: .rightToLeft).lines[0].cells {
      #expect(ShownScalar.kind(of: cell.glyph.base) == .base)
    }
  }

  @Test func isolatesKeepWhatIsInsertedFromTurningTheLine() {
    let plain = seen("القانون 34-09 (2011)", .rightToLeft)
    let isolated = seen("القانون \u{2068}34-09\u{2069} (2011)", .rightToLeft)
    #expect(plain != isolated)
    #expect(isolated == ["(2011) 34-09 ﻥﻮﻧﺎﻘﻟﺍ"])
  }

  @Test func shortensAtTheEndInReadingDirection() {
    func line(_ text: String, _ direction: Direction) -> String {
      TextLayout.line(text, direction: direction, width: 5).cells
        .map { String(Character($0.glyph.base)) }.joined()
    }
    #expect(line("abcdefgh", .leftToRight) == "abcd…")
    #expect(line("سلام عليكم", .rightToLeft).hasPrefix("…"))
    #expect(TextLayout.line("abc", direction: .leftToRight, width: 5).width == 3)
  }

  @Test func aPlainTextIsLaidOutAsFriBidiWould() {
    let text = "Law 34-09 (2011), « décret » – [x] a/b"
    let plain = TextLayout(text, direction: .leftToRight, width: 12)
    // A mark of direction sends the text through FriBidi without being seen.
    let whole = TextLayout(text + "\u{200E}", direction: .leftToRight, width: 12)
    #expect(plain.lines.map(\.cells.count) == whole.lines.map(\.cells.count))
    for (one, other) in zip(plain.lines, whole.lines) {
      #expect(one.cells.map(\.glyph) == other.cells.map(\.glyph))
    }
  }

  @Test func theCaretStandsBesideWhatWasTyped() {
    let latin = TextLayout("abc", direction: .leftToRight, width: 10)
    #expect(latin.caret(at: 3) == CellPosition(line: 0, column: 3))
    let arabic = TextLayout("سلام", direction: .rightToLeft, width: 10)
    #expect(arabic.caret(at: 0).column == 2)
    #expect(arabic.caret(at: 4).column == -1)
    let empty = TextLayout("", direction: .rightToLeft, width: 10)
    #expect(empty.caret(at: 0).column == -1)
  }

  // MARK: Laws

  private static let pieces: [String] = [
    "س", "ل", "ا", "م", "لا", "ة", "َ", "ّ", "ـ", "a", "b", "Z", "é", "e\u{301}", "1", "٢", " ",
    " ", "-", "(", ")", "«", "»", "،", "؟", "\n", "\u{200F}", "\u{200D}", "\u{2068}", "\u{2069}",
    "\u{202E}", "\u{1B}", "\u{7}", "世", "👩‍👧", "\r\n", "\t", "א",
  ]

  private func randomText(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...40, using: &generator)
    return (0..<count).map { _ in
      Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
    }.joined()
  }

  @Test func lawsHoldForAnyStringAtAnyWidth() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("TextLayout laws: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let text = randomText(&generator)
      let width = Int.random(in: 1...40, using: &generator)
      let direction: Direction = Bool.random(using: &generator) ? .leftToRight : .rightToLeft
      let layout = TextLayout(text, direction: direction, width: width)
      let context = "seed \(seed): \(text.debugDescription) in \(width), \(direction)"
      expectEachGraphemeOnce(layout, text, width, context)
      expectMovementVisitsEverything(layout, context)
      expectMapsInvert(layout, context)
    }
  }

  private func expectEachGraphemeOnce(
    _ layout: TextLayout,
    _ text: String,
    _ width: Int,
    _ context: String,
  ) {
    #expect(layout.graphemeCount == text.count, "\(context)")
    var next = 0
    for line in layout.lines {
      #expect(line.graphemes.lowerBound == next, "\(context)")
      next = line.graphemes.upperBound
      var shown: Set<Int> = []
      for cell in line.cells {
        #expect(line.graphemes.contains(cell.graphemes.lowerBound), "\(context)")
        for grapheme in cell.graphemes {
          #expect(shown.insert(grapheme).inserted, "\(context)")
        }
      }
      let isOneWideCharacter = line.cells.count == 1
      #expect(line.width <= width || isOneWideCharacter, "\(context)")
    }
    #expect(next == text.count, "\(context)")
  }

  private func expectMovementVisitsEverything(_ layout: TextLayout, _ context: String) {
    let goesRight = layout.direction == .leftToRight
    func onward(_ index: Int) -> Int {
      goesRight ? layout.moveRight(from: index) : layout.moveLeft(from: index)
    }
    func backward(_ index: Int) -> Int {
      goesRight ? layout.moveLeft(from: index) : layout.moveRight(from: index)
    }
    var stops = layout.stops(ofLine: 0).map(\.index)
    if !goesRight { stops.reverse() }
    var index = stops.first ?? 0
    var visited = [index]
    while visited.count <= layout.graphemeCount + 1 {
      let next = onward(index)
      if next == index { break }
      #expect(backward(next) == index, "\(context)")
      index = next
      visited.append(index)
    }
    #expect(visited.sorted() == Array(0...layout.graphemeCount), "\(context)")
  }

  private func expectMapsInvert(_ layout: TextLayout, _ context: String) {
    for index in 0...layout.graphemeCount {
      let place = layout.caret(at: index)
      let back = layout.index(line: place.line, column: place.column)
      #expect(layout.caret(at: back) == place, "\(context), caret \(index)")
    }
  }
}
