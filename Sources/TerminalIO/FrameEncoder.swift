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
    for run in diff.runs { pen.write(run) }
    pen.end()
    if let cursor = next.cursor {
      if shown == nil || !diff.isEmpty || shown?.cursor != cursor { pen.move(to: cursor) }
      if shown?.cursor == nil { pen.showCursor() }
    }
    return pen.bytes
  }
}
