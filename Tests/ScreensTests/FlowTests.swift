import BidiText
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct FlowTests {
  @Test(arguments: 0...2)
  func drawsNoMoreLinesThanTheAreaHas(firstRow: Int) {
    var canvas = Canvas(width: 4, height: 3, direction: .leftToRight)
    var flow = Flow(width: 4, direction: .leftToRight)
    for text in ["a", "b", "c"] { flow.text(text) }
    let laidOut = LaidOutFlow(flow, &canvas.layouts)
    let area = Area(row: 1, start: 0, width: 4, height: 1)
    laidOut.draw(on: &canvas, in: area, firstRow: firstRow, symbols: .unicode)
    #expect(canvas.rows[0].isEmpty && canvas.rows[2].isEmpty)
    #expect(canvas.rows[1].hasPrefix(["a", "b", "c"][firstRow]))
  }

  @Test(arguments: [Direction.leftToRight, .rightToLeft])
  func marksASelectedEntryByWhatItIsCalledAndBarsItsOtherRows(direction: Direction) {
    var canvas = Canvas(width: 20, height: 3, direction: direction)
    var flow = Flow(width: 20, direction: direction)
    flow.entry(0, isSelected: true) { flow in
      flow.row([
        Flow.Column(text: "1", width: 2, style: .key),
        Flow.Column(text: "name", start: 3, width: 6),
        Flow.Column(text: "beside", start: 12, style: .quiet),
      ])
      flow.text("below", start: 2, style: .quiet)
    }
    flow.entry(1, isSelected: false) { $0.text("other") }
    let laidOut = LaidOutFlow(flow, &canvas.layouts)
    laidOut.draw(on: &canvas, in: canvas.area, symbols: .unicode)
    let selected = (0..<3).map { row in
      (0..<20).filter { column in
        canvas.cell(row: row, column: canvas.column(start: column, width: 1))
          .style.emphasis.contains(.selected)
      }
    }
    #expect(selected == [Array(0..<8), [0, 1], []])
  }
}
