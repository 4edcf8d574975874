import BidiText
import Display

extension FramePen {
  /// How many cells of a run are as empty from here on as those of a cleared screen.
  func blanks(from column: Int, in run: FrameDiff.Run) -> Int {
    (column..<run.columns.upperBound).prefix { isBlank(run.row, $0) }.count
  }

  /// Empties cells where the terminal can do that in fewer bytes than as many spaces.
  ///
  /// - Returns: whether it was done.
  mutating func erase(_ blanks: Int, from column: Int, in run: FrameDiff.Run) -> Bool {
    let end = column + blanks
    let first = Canvas.Position(row: run.row, column: column)
    if (end..<next.width).allSatisfy({ isBlank(run.row, $0) }) {
      return erase(by: capabilities.clearToEndOfRow.bytes(), at: first, instead: blanks)
    }
    let isLast = end == run.columns.upperBound
    if (0..<column).allSatisfy({ isBlank(run.row, $0) }) {
      let last = Canvas.Position(row: run.row, column: end - 1)
      // It stays on the cell that it ends with, and a space is the shortest way over that.
      let way = isLast ? [] : [UInt8(ascii: " ")]
      let bytes = capabilities.clearToStartOfRow.bytes()
      if erase(by: bytes, at: last, instead: blanks - way.count) {
        self.bytes += way
        if !isLast { position = Canvas.Position(row: run.row, column: end) }
        return true
      }
    }
    // It does not move on; to go over what was erased takes some five bytes.
    let way = isLast ? 0 : 5
    return erase(by: capabilities.eraseCells.bytes(blanks), at: first, instead: blanks - way)
  }

  private mutating func erase(
    by eraser: [UInt8],
    at place: Canvas.Position,
    instead spaces: Int,
  ) -> Bool {
    guard !eraser.isEmpty, eraser.count < spaces else { return false }
    move(to: place)
    // What is erased takes the colours that are set.
    take(.plain)
    bytes += eraser
    return true
  }

  private func isBlank(_ row: Int, _ column: Int) -> Bool {
    let cell = next.cell(row: row, column: column)
    return cell.glyph == .space && !cell.isContinuation
      && encoder.styles.look(of: cell.style) == .plain
  }
}
