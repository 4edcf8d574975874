@testable import BidiText
@testable import Display
import TestSupport
import Testing

@Suite struct CanvasTests {
  private func canvas(_ direction: Direction, width: Int = 12) -> Canvas {
    Canvas(width: width, height: 3, direction: direction)
  }

  @Test func aCellHasNoByteThatIsNotCompared() {
    let parts = [
      MemoryLayout<Unicode.Scalar>.size, MemoryLayout<Marks>.size, MemoryLayout<UInt8>.size,
      MemoryLayout<Style>.size, MemoryLayout<Bool>.size,
    ]
    #expect(parts.reduce(0, +) == Cell.bytes)
    #expect(MemoryLayout<Cell>.size == Cell.bytes)
    #expect(MemoryLayout<Cell>.stride == Cell.bytes)
  }

  @Test func everyStyleStandsAtItsIndex() {
    #expect(Style.all.count == 7 * 8)
    for (index, style) in Style.all.enumerated() { #expect(style.index == index) }
  }

  @Test(arguments: [1, 7, 8, 80, 200])
  func aRowIsTheSameWhereEveryCellIs(width: Int) {
    let blank = Canvas(width: width, height: 3, direction: .leftToRight)
    var cells: [Cell] = ["a", " ", "س"].map { Cell(Glyph($0)) }
    cells.append(Cell(style: .strong))
    cells.append(Cell(style: .quiet))
    for column in 0..<width {
      for cell in cells {
        var changed = blank
        changed.setCell(cell, row: 1, column: column)
        #expect(changed.hasSameRow(1, as: blank) == (cell == Cell()))
        #expect(changed.hasSameRow(0, as: blank))
        #expect(changed.hasSameRow(2, as: blank))
      }
    }
  }

  @Test func writesFromTheStartOfTheScreen() {
    var english = canvas(.leftToRight)
    english.write("abc", in: english.area)
    #expect(english.rows[0] == "abc")
    var arabic = canvas(.rightToLeft)
    arabic.write("abc", in: arabic.area)
    #expect(arabic.rows[0] == "         abc")
  }

  @Test func writesAtTheEndOfTheScreen() {
    var arabic = canvas(.rightToLeft)
    arabic.writeAtEnd("abc", in: arabic.area)
    #expect(arabic.rows[0] == "abc")
  }

  @Test func mirrorsTheSignsThatHaveADirection() {
    var arabic = canvas(.rightToLeft)
    arabic.write("(ب) ›", in: arabic.area)
    #expect(arabic.rows[0] == "       ‹ (ﺏ)")
  }

  @Test func wrapsBetweenWordsAndReadsFromTheFirstLineOn() {
    var arabic = canvas(.rightToLeft)
    arabic.writeWrapped("قانون العمل الجديد", in: arabic.area)
    #expect(arabic.rows == [" ﻞﻤﻌﻟﺍ ﻥﻮﻧﺎﻗ", "      ﺪﻳﺪﺠﻟﺍ", ""])
  }

  @Test func writesNoMoreLinesThanTheAreaHas() {
    var english = canvas(.leftToRight, width: 6)
    let area = Area(row: 0, start: 0, width: 6, height: 1)
    #expect(english.writeWrapped("labour law", in: area) == 2)
    #expect(english.rows == ["labour", "", ""])
  }

  @Test func anAreaIsNeverLessThanNothing() {
    let area = Area(row: 0, start: 0, width: -1, height: -1)
    #expect(area.width == 0 && area.height == 0)
  }

  @Test func eachEmphasisIsSeenByItself() {
    let all: [Style.Emphasis] = [.bold, .selected, .underlined]
    for (index, one) in all.enumerated() {
      for other in all[..<index] { #expect(one.isDisjoint(with: other)) }
    }
  }

  @Test func shortensWithAnEllipsisAtTheEndOfReading() {
    var arabic = canvas(.rightToLeft, width: 6)
    arabic.write("قانون العمل", in: arabic.area)
    #expect(arabic.rows[0].hasPrefix("…"))
    var english = canvas(.leftToRight, width: 6)
    english.write("labour law", in: english.area)
    #expect(english.rows[0] == "labou…")
  }

  @Test func fillsAnAreaAndNothingBesideIt() {
    var (english, arabic) = (canvas(.leftToRight), canvas(.rightToLeft))
    let area = Area(row: 1, start: 2, width: 3, height: 1)
    english.fill(area, with: "x", style: .text)
    arabic.fill(area, with: "x", style: .text)
    #expect(english.rows == ["", "  xxx", ""])
    #expect(arabic.rows == ["", "       xxx", ""])
  }

  @Test func aBarGrowsFromTheStart() {
    let area = Area(row: 0, start: 0, width: 12, height: 1)
    var english = canvas(.leftToRight)
    english.progressBar(area, done: 1, of: 4, symbols: .unicode)
    #expect(english.rows[0] == "▇▇▇▁▁▁▁▁▁▁▁▁")
    var arabic = canvas(.rightToLeft)
    arabic.progressBar(area, done: 1, of: 4, symbols: .unicode)
    #expect(arabic.rows[0] == "▁▁▁▁▁▁▁▁▁▇▇▇")
  }

  @Test func aWideCharacterTakesTwoCells() {
    var canvas = canvas(.leftToRight)
    canvas.write("中a", in: canvas.area)
    #expect(canvas.cell(row: 0, column: 1).isContinuation)
    #expect(canvas.cell(row: 0, column: 2).glyph.base == "a")
  }

  @Test func whatIsLeftOfAWideCharacterIsASpace() {
    for column in [1, 2] {
      var canvas = canvas(.leftToRight)
      canvas.write("a中b", in: canvas.area)
      canvas.put(Glyph("x"), row: 0, column: column, style: .text)
      #expect(canvas.rows[0] == (column == 1 ? "ax b" : "a xb"))
    }
    var canvas = canvas(.leftToRight)
    canvas.write("中中", in: canvas.area)
    canvas.put(Glyph("漢", width: 2), row: 0, column: 1, style: .text)
    #expect(canvas.rows[0] == " 漢")
    #expect(
      (0..<4).map { canvas.cell(row: 0, column: $0).isContinuation } == [false, false, true, false]
    )
  }

  @Test(arguments: [(-1, 0), (0, -1), (3, 0), (0, 12)])
  func nothingHappensOutsideTheScreen(row: Int, column: Int) {
    var canvas = canvas(.leftToRight)
    let before = canvas
    canvas.put(Glyph("x"), row: row, column: column, style: .text)
    canvas.emphasize(row: row, column: column, .bold)
    canvas.showCursor(row: row, column: column)
    #expect(canvas == before)
  }
}
