import BidiText
import CNcurses
package import Display

extension Terminal {
  /// Makes the terminal show a canvas, writing only what differs from what it shows.
  package mutating func show(_ canvas: Canvas) {
    let isSameSize = shown.map { $0.width == canvas.width && $0.height == canvas.height } ?? false
    var row = [cchar_t](repeating: cchar_t(), count: canvas.width)
    for number in 0..<canvas.height {
      if isSameSize, let shown, shown.hasSameRow(number, as: canvas) { continue }
      let cells = number * canvas.width..<(number + 1) * canvas.width
      let count = prepare(canvas.cells[cells], in: &row)
      mvadd_wchnstr(Int32(number), 0, row, Int32(count))
    }
    if let cursor = canvas.cursor {
      curs_set(1)
      wmove(majlis_screen(), Int32(cursor.row), Int32(cursor.column))
    } else {
      curs_set(0)
    }
    wrefresh(majlis_screen())
    shown = canvas
  }

  /// Turns a row of cells into what ncurses takes, without the second halves of wide ones.
  private func prepare(_ cells: ArraySlice<Cell>, in row: inout [cchar_t]) -> Int {
    var count = 0
    var lastStyle: Style?
    var look = StyleTable.Look(attributes: 0, pair: 0)
    var text = [wchar_t](repeating: 0, count: 6)
    let isGuarded = bidi.guardsCells && cells.contains { $0.glyph.base.isRightToLeft }
    for cell in cells where !cell.isContinuation {
      if cell.style != lastStyle {
        look = styles.look(of: cell.style)
        lastStyle = cell.style
      }
      fill(&text, with: cell.glyph, isGuarded: isGuarded)
      majlis_set_cell(&row[count], text, look.attributes, look.pair)
      count += 1
    }
    return count
  }

  /// A base, its marks, and where the terminal has to be kept from reordering, a mark for that.
  private func fill(_ text: inout [wchar_t], with glyph: Glyph, isGuarded: Bool) {
    text[0] = wchar_t(glyph.base.value)
    var length = 1
    if isGuarded {
      text[1] = 0x200E
      length = 2
    }
    for index in glyph.marks.indices where glyph.marks[index] != 0 && length < 5 {
      text[length] = wchar_t(glyph.marks[index])
      length += 1
    }
    text[length] = 0
  }
}

extension Unicode.Scalar {
  /// Whether a terminal might turn a row around in which it stands: the blocks of the scripts
  /// that run from right to left, and their presentation forms.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: true
    default: false
    }
  }
}
