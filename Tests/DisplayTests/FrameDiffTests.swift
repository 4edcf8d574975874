import BidiText
import Display
import TestSupport
import Testing

@Suite struct FrameDiffTests {
  private static let seed = UInt64.random(in: 0...UInt64.max)
  private static let unmarked = FrameDiff.Terms(canScroll: true, marksRightToLeftRows: false)
  private static let marked = FrameDiff.Terms(canScroll: true, marksRightToLeftRows: true)
  private static let unmoved = FrameDiff.Terms(canScroll: false, marksRightToLeftRows: false)

  /// What a terminal shows that showed this screen and is sent what differs.
  private func sent(_ diff: FrameDiff, of next: Canvas, to shown: Canvas) -> [Cell] {
    var canvas = shown
    if let scroll = diff.scroll { canvas.scroll(scroll) }
    var cells = canvas.cells
    for run in diff.runs {
      for column in run.columns {
        cells[run.row * next.width + column] = next.cell(row: run.row, column: column)
      }
    }
    return cells
  }

  @Test(arguments: [unmarked, marked, unmoved])
  func makesTheNextScreenOfTheOneThatIsShown(terms: FrameDiff.Terms) {
    for number in 0..<UInt64(LongRuns.count(300, long: 30_000)) {
      var frames = RandomFrames(seed: Self.seed &+ number)
      var shown = frames.first()
      for _ in 0..<5 {
        let next = frames.next(after: shown)
        let diff = FrameDiff(from: shown, to: next, terms)
        #expect(sent(diff, of: next, to: shown) == next.cells, "seed \(Self.seed &+ number)")
        shown = next
      }
    }
  }

  @Test func neverCutsAWideCharacter() {
    for number in 0..<UInt64(LongRuns.count(300, long: 30_000)) {
      var frames = RandomFrames(seed: Self.seed &+ number)
      let first = frames.first()
      let next = frames.next(after: first)
      let diff = FrameDiff(from: first, to: next, Self.unmarked)
      var shown = first
      if let scroll = diff.scroll { shown.scroll(scroll) }
      for run in diff.runs {
        for canvas in [shown, next] {
          for column in [run.columns.lowerBound, run.columns.upperBound] where column < next.width {
            let isCut = canvas.cell(row: run.row, column: column).isContinuation
            #expect(!isCut, "seed \(Self.seed &+ number), row \(run.row), column \(column)")
          }
        }
      }
    }
  }

  @Test func isEmptyForEqualScreens() {
    for number in 0..<UInt64(100) {
      var frames = RandomFrames(seed: Self.seed &+ number)
      let canvas = frames.first()
      #expect(FrameDiff(from: canvas, to: canvas, Self.marked).isEmpty)
    }
    let empty = Canvas(width: 5, height: 2, direction: .leftToRight)
    #expect(FrameDiff(from: nil, to: empty, Self.marked).isEmpty)
  }

  private func canvas(_ rows: [String], width: Int = 12) -> Canvas {
    var canvas = Canvas(width: width, height: rows.count, direction: .leftToRight)
    for (row, text) in rows.enumerated() { canvas.write(text, in: canvas.area.line(row)) }
    return canvas
  }

  @Test func givesTheCellsThatDifferAlone() {
    let diff = FrameDiff(
      from: canvas(["abc", "same", "a       b"]),
      to: canvas(["abd", "same", "x       y"]),
      Self.unmarked,
    )
    #expect(
      diff.runs == [
        FrameDiff.Run(row: 0, columns: 2..<3), FrameDiff.Run(row: 2, columns: 0..<1),
        FrameDiff.Run(row: 2, columns: 8..<9),
      ]
    )
  }

  @Test func writesARightToLeftWordWhole() {
    let before = canvas(["a كتاب b"])
    var after = before
    after.put(Glyph("ﻢ"), row: 0, column: 3, style: .text)
    let diff = FrameDiff(from: before, to: after, Self.unmarked)
    #expect(diff.runs == [FrameDiff.Run(row: 0, columns: 2..<6)])
  }

  @Test func takesBothHalvesOfWhatIsWrittenOver() {
    let diff = FrameDiff(from: canvas(["ab中d"]), to: canvas(["ab xd"]), Self.unmarked)
    #expect(diff.runs == [FrameDiff.Run(row: 0, columns: 2..<4)])
    let back = FrameDiff(from: canvas(["a中中"]), to: canvas(["ab中 "]), Self.unmarked)
    #expect(back.runs == [FrameDiff.Run(row: 0, columns: 1..<5)])
  }

  @Test func writesARowWholeThatGainsOrLosesItsRightToLeftLetters() {
    let latin = canvas(["a b", "a b"])
    let mixed = canvas(["a b", "a ب"])
    let whole = [FrameDiff.Run(row: 1, columns: 0..<12)]
    #expect(FrameDiff(from: latin, to: mixed, Self.marked).runs == whole)
    #expect(FrameDiff(from: mixed, to: latin, Self.marked).runs == whole)
    let part = [FrameDiff.Run(row: 1, columns: 2..<3)]
    #expect(FrameDiff(from: latin, to: mixed, Self.unmarked).runs == part)
  }

  @Test func movesTheRowsOfAListWithTheMarksOfMoreAtItsEnds() {
    let lines = (0..<20).map { "line \($0) of a list" }
    let title = "A title that stays"
    let before = canvas([title] + lines[0..<9] + [lines[9] + "  v", "foot"], width: 30)
    let after = canvas(
      [title, lines[1] + "  ^"] + lines[2..<10] + [lines[10], "foot"],
      width: 30,
    )
    let diff = FrameDiff(from: before, to: after, Self.unmarked)
    #expect(diff.scroll == FrameDiff.Scroll(rows: 1..<11, distance: 1))
    let back = FrameDiff(from: after, to: before, Self.unmarked)
    #expect(back.scroll == FrameDiff.Scroll(rows: 1..<11, distance: -1))
    #expect(diff.runs.allSatisfy { [1, 9, 10].contains($0.row) })
    #expect(FrameDiff(from: before, to: after, Self.unmoved).scroll == nil)
  }

  @Test func movesNothingWhereThatSparesNothing() {
    let before = canvas(["a", "b", "c", "d", "e", "f"])
    let after = canvas(["b", "c", "d", "e", "f", "a"])
    #expect(FrameDiff(from: before, to: after, Self.unmarked).scroll == nil)
  }
}
