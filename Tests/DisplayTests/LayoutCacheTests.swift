import BidiText
import Display
import Testing

@Suite struct LayoutCacheTests {
  private static let texts = [
    "", "abc", "الهجرة (IOM) 2023", "Loi n° 34-09\nDahir", "e\u{301}t\u{E9}", "漢字 😀",
    String(repeating: "ينص القانون رقم 34-09 على أن ", count: 20),
  ]

  @Test func givesWhatIsLaidOut() {
    var layouts = LayoutCache()
    for _ in 1...2 {
      for text in Self.texts {
        for direction in [Direction.leftToRight, .rightToLeft] {
          for width in [1, 12, 76] {
            let lines = TextLayout(text, direction: direction, width: width).lines
            #expect(layouts.lines(text, direction: direction, width: width) == lines)
            let line = TextLayout.line(text, direction: direction, width: width)
            #expect(layouts.line(text, direction: direction, width: width) == line)
          }
        }
      }
    }
  }

  @Test func tellsTextsApartThatAreEqualButForTheirMarks() {
    var layouts = LayoutCache()
    let composed = layouts.line("\u{E9}", direction: .leftToRight, width: 5)
    let apart = layouts.line("e\u{301}", direction: .leftToRight, width: 5)
    #expect(composed != apart)
  }

  @Test func keepsNoMoreThanTwoGenerations() {
    var layouts = LayoutCache(limit: LayoutCache.Limit(layouts: 10, bytes: 20_000))
    for number in 1...1000 {
      _ = layouts.lines("text \(number)", direction: .leftToRight, width: 20)
      #expect(layouts.count <= 20)
      #expect(layouts.bytes <= 40_000)
    }
    let long = String(repeating: "long ", count: 1000)
    for width in 1...20 {
      _ = layouts.lines(long, direction: .leftToRight, width: width)
      #expect(layouts.bytes <= 40_000)
    }
  }

  @Test func isGivenBackByAScreenThatIsDrawnWithIt() {
    var layouts = LayoutCache()
    let canvas = Canvas(width: 20, height: 1, direction: .leftToRight, keeping: &layouts) {
      $0.write("kept", in: $0.area)
    }
    #expect(layouts.count == 1)
    #expect(canvas.layouts.count == 0)
  }
}
