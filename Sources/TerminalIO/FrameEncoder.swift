import BidiText
import Display

/// The bytes that make a terminal show the next screen.
struct FrameEncoder: Sendable {
  let capabilities: DrawingCapabilities
  let styles: StyleTable
  /// Whether every cell of a row with right-to-left letters carries a left-to-right mark.
  let guardsCells: Bool
  let encoding: ScalarEncoding

  /// What makes the terminal show another screen; nothing where it shows that already.
  ///
  /// - Parameters:
  ///   - shown: what the terminal shows; `nil` where that is not known, and it is cleared.
  ///   - next: what it shows after these bytes.
  /// - Returns: the bytes, after which what is written next looks plain.
  func bytes(from shown: Canvas?, to next: Canvas) -> [UInt8] {
    let shown = shown.flatMap { old in
      old.width == next.width && old.height == next.height ? old : nil
    }
    let diff = FrameDiff(
      from: shown,
      to: next,
      FrameDiff.Terms(
        canScroll: shown != nil && capabilities.canScroll,
        marksRightToLeftRows: guardsCells,
      ),
    )
    var pen = FramePen(self, next)
    if shown == nil { pen.clear() }
    if next.cursor == nil, shown == nil || shown?.cursor != nil { pen.hideCursor() }
    if let scroll = diff.scroll { pen.scroll(scroll) }
    for run in joined(diff.runs, of: next) { pen.write(run) }
    pen.end()
    if let cursor = next.cursor {
      if shown == nil || !diff.isEmpty || shown?.cursor != cursor { pen.move(to: cursor) }
      if shown?.cursor == nil { pen.showCursor() }
    }
    return pen.bytes
  }

  /// The same, with what lies between two of a row where to write it again takes no more than to go
  /// over it: few cells, of one byte each, that look as what stands before or after them.
  private func joined(_ runs: [FrameDiff.Run], of next: Canvas) -> [FrameDiff.Run] {
    var joined: [FrameDiff.Run] = []
    for run in runs {
      if let last = joined.last, last.row == run.row, isCheap(between: last, run, next) {
        joined.removeLast()
        let columns = last.columns.lowerBound..<run.columns.upperBound
        joined.append(FrameDiff.Run(row: run.row, columns: columns))
      } else {
        joined.append(run)
      }
    }
    return joined
  }

  private func isCheap(
    between last: FrameDiff.Run,
    _ run: FrameDiff.Run,
    _ next: Canvas,
  ) -> Bool {
    let gap = last.columns.upperBound..<run.columns.lowerBound
    guard gap.count <= 4 else { return false }
    func look(_ column: Int) -> StyleTable.Look {
      styles.look(of: next.cell(row: run.row, column: column).style)
    }
    let own = look(gap.lowerBound)
    for column in gap {
      guard next.cell(row: run.row, column: column).isPlain, look(column) == own else {
        return false
      }
    }
    return own == look(gap.lowerBound - 1) || own == look(gap.upperBound)
  }
}

extension Cell {
  /// Whether it is sent as one byte.
  fileprivate var isPlain: Bool {
    !isContinuation && glyph.base.isASCII && glyph.width == 1 && glyph.marks == Marks()
  }
}
