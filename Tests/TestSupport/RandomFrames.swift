import BidiText
package import Display

/// Screens by chance, one made from the other as pages do: texts, wide signs, marks, rows that
/// move, a selection, a cursor.
package struct RandomFrames {
  private var generator: SeededGenerator
  private let width: Int
  private let height: Int

  package init(seed: UInt64, width: Int = 24, height: Int = 9) {
    generator = SeededGenerator(seed: seed)
    self.width = width
    self.height = height
  }

  package mutating func first() -> Canvas {
    let direction: Direction = Bool.random(using: &generator) ? .leftToRight : .rightToLeft
    var canvas = Canvas(width: width, height: height, direction: direction)
    for _ in 0..<number(0...height) { draw(on: &canvas) }
    return canvas
  }

  /// Another screen, which has much or little of the one before.
  package mutating func next(after shown: Canvas) -> Canvas {
    if number(0...9) == 0 { return first() }
    var canvas = shown
    for _ in 0..<number(0...6) { change(&canvas) }
    return canvas
  }

  private mutating func change(_ canvas: inout Canvas) {
    switch number(0...7) {
    case 0:
      let first = number(0...height - 1)
      let rows = first..<number(first + 1...height)
      canvas.scroll(FrameDiff.Scroll(rows: rows, distance: number(-3...3)))
    case 1:
      let area = Area(row: number(0...height - 1), start: 0, width: width, height: 1)
      canvas.emphasize(area, .selected)
    case 2:
      let area = Area(
        row: number(0...height - 1),
        start: number(0...width / 2),
        width: number(1...width / 2),
        height: 1,
      )
      canvas.fill(area, style: style())
    case 3: canvas.hideCursor()
    case 4: canvas.showCursor(row: number(0...height - 1), column: number(0...width - 1))
    default: draw(on: &canvas)
    }
  }

  private mutating func draw(on canvas: inout Canvas) {
    let row = number(0...height - 1)
    if number(0...3) == 0 {
      canvas.put(glyph(), row: row, column: number(0...width - 1), style: style())
    } else {
      let text = Self.texts[number(0...Self.texts.count - 1)]
      let start = number(0...width - 1)
      let area = Area(row: row, start: start, width: width - start, height: 1)
      canvas.write(text, in: area, style: style())
    }
  }

  private static let texts = [
    "Migrants’ rights   0 / 18", "حقوق المهاجرين", "مُلاحظة: IOM وUNHCR", "漢字 and 😀", "e\u{301}a",
    "›", "1   2", "a    b    c    d    e    f", "中中中中中中中中中中中中",
  ]

  private mutating func glyph() -> Glyph {
    let glyphs = [
      Glyph("a"), Glyph("b"), .space, Glyph("漢", width: 2), Glyph("😀", width: 2), Glyph("ﺳ"),
    ]
    return glyphs[number(0...glyphs.count - 1)]
  }

  private mutating func style() -> Style {
    let role = Style.Role.allCases[number(0...Style.Role.allCases.count - 1)]
    return number(0...2) == 0 ? .text : Style(role, Style.Emphasis(rawValue: UInt8(number(0...7))))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }
}
