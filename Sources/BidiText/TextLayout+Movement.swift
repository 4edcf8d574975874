// Moving a caret as the eye sees.
extension TextLayout {
  package func moveLeft(from index: Int) -> Int { move(from: index, by: -1) }

  package func moveRight(from index: Int) -> Int { move(from: index, by: 1) }

  /// To the neighbouring caret of the line; past its end, to the line before or after it.
  private func move(from index: Int, by step: Int) -> Int {
    let line = self.line(ofCaret: index)
    let stops = stops(ofLine: line)
    guard let place = stops.firstIndex(where: { $0.index == index }) else { return index }
    if stops.indices.contains(place + step) { return stops[place + step].index }
    let isForward = (direction == .leftToRight) == (step > 0)
    let other = line + (isForward ? 1 : -1)
    guard lines.indices.contains(other) else { return index }
    let others = self.stops(ofLine: other)
    return (step > 0 ? others.first : others.last)?.index ?? index
  }

  /// One line up, near a column; from the first line, to its beginning.
  package func moveUp(from index: Int, goalColumn: Int) -> Int {
    let line = self.line(ofCaret: index)
    return line == 0 ? lineStart(of: index) : self.index(line: line - 1, column: goalColumn)
  }

  /// One line down, near a column; from the last line, to its end.
  package func moveDown(from index: Int, goalColumn: Int) -> Int {
    let line = self.line(ofCaret: index)
    return line == lines.count - 1
      ? lineEnd(of: index) : self.index(line: line + 1, column: goalColumn)
  }

  /// The caret before the first grapheme of the line.
  package func lineStart(of index: Int) -> Int {
    lines[line(ofCaret: index)].graphemes.lowerBound
  }

  /// The last caret of the line.
  package func lineEnd(of index: Int) -> Int {
    let line = line(ofCaret: index)
    let range = lines[line].graphemes
    let isWhole = line == lines.count - 1 && !lines[line].hasLineEnd
    return isWhole ? range.upperBound : max(range.lowerBound, range.upperBound - 1)
  }
}
