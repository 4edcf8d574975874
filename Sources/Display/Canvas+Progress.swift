import BidiText

extension Canvas {
  /// A bar of what is answered and what is open, from the start of the area to its end.
  ///
  /// One neutral colour: it says how far, never how good. A bar shows the first cell only when
  /// something is answered, and the last only when all is.
  package mutating func progressBar(_ area: Area, done: Int, of total: Int, symbols: Symbols) {
    let filled: Int
    if total == 0 || done == 0 {
      filled = 0
    } else if done >= total {
      filled = area.width
    } else {
      filled = min(max(1, area.width * done / total), area.width - 1)
    }
    for offset in 0..<area.width {
      let isDone = offset < filled
      put(
        Glyph(isDone ? symbols.barDone : symbols.barOpen),
        row: area.row,
        column: column(start: area.start + offset, width: 1),
        style: isDone ? .done : .quiet,
      )
    }
  }
}
