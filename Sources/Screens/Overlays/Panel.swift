import BidiText
import Consultation
import Display
import Phrases

/// How large what is laid over a page is.
extension PageContext {
  /// The inside of a panel of so many rows, at the foot of the screen: what it is about stands
  /// above it, as far as there is room.
  func panelArea(rows: Int) -> Area {
    let height = min(rows, self.height - 5)
    return Area(row: 0, start: 0, width: width, height: height)
      .centred(maximumWidth: min(78, width - 6))
      .moved(rows: max(2, self.height - height - 4), cells: 0)
  }

  /// How wide the lines of a field are, a cell being left for the cursor after the last letter.
  var fieldWidth: Int { panelArea(rows: 1).width - 1 }

  /// How many rows of what it finds a finder shows.
  var finderRows: Int { min(30, height - 9) }

  /// Draws the box around what is laid over a page: the only thing that has one.
  func drawPanel(_ area: Area, title: String, on canvas: inout Canvas) {
    canvas.box(around: area, isASCII: setting.symbols == .ascii)
    canvas.write(
      " \(title) ",
      in: Area(row: area.row - 1, start: area.start, width: area.width, height: 1),
      style: .heading,
    )
    canvas.hideCursor()
  }
}
