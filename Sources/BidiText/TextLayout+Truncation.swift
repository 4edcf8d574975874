extension TextLayout {
  /// One line of a text, with an ellipsis at the end in reading direction if it is too long.
  ///
  /// Line ends are shown as spaces. Without a width the whole text is on the line.
  package static func line(
    _ text: String,
    direction: Direction,
    width: Int?,
  ) -> LaidOutLine {
    let oneLine =
      text.contains(where: \.isNewline)
      ? String(text.map { $0.isNewline ? " " : $0 }) : text
    let layout = TextLayout(oneLine, direction: direction)
    let whole = layout.lines[0]
    guard let width, whole.width > width else { return whole }
    return TextLayout(
      layout.beginning(of: oneLine, cells: max(0, width - 1)),
      direction: direction,
    ).lines[0]
  }

  /// As much of the text's beginning as fits, closed and with an ellipsis.
  private func beginning(of text: String, cells: Int) -> String {
    var widths = [Int](repeating: 0, count: graphemeCount)
    for cell in lines[0].cells { widths[cell.graphemes.lowerBound] = Int(cell.glyph.width) }
    var used = 0
    var openIsolates = 0
    var beginning = ""
    for (index, character) in text.enumerated() {
      used += widths[index]
      guard used <= cells else { break }
      beginning.append(character)
      for scalar in character.unicodeScalars {
        switch scalar.value {
        case 0x2066...0x2068: openIsolates += 1
        case 0x2069: openIsolates = max(0, openIsolates - 1)
        default: break
        }
      }
    }
    while beginning.last == " " { beginning.removeLast() }
    return beginning + String(repeating: "\u{2069}", count: openIsolates) + "…"
  }
}
