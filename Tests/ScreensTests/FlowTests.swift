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
}
