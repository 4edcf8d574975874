/// Where the lines of a paragraph end.
///
/// Words are kept whole, in the order of the text and before anything is reordered (UAX #9, 3.4);
/// a word that is wider than a line is cut between graphemes. A line may end after a space and
/// after a hyphen or dash inside a word: a small part of UAX #14, enough for the three languages
/// that are written here.
enum LineBreaking {
  /// The lines as ranges of places; the spaces at which a line ends belong to it and are not seen.
  static func lines(
    of places: [ParagraphText.Place],
    width: Int?,
  ) -> [(whole: Range<Int>, seen: Range<Int>)] {
    guard let width, !places.isEmpty else {
      return [(places.startIndex..<places.endIndex, places.startIndex..<places.endIndex)]
    }
    var lines: [(whole: Range<Int>, seen: Range<Int>)] = []
    var start = 0
    var used = 0
    var breakAfter: Int?
    var index = 0
    while index < places.count {
      let cells = Int(places[index].glyph.width)
      let isSpace = places[index].isSpace
      if used + cells > max(1, width), !isSpace, index > start {
        let end = breakAfter.map { $0 + 1 } ?? index
        lines.append((start..<end, start..<endWithoutSpaces(places, start..<end)))
        start = end
        index = end
        used = 0
        breakAfter = nil
        continue
      }
      used += cells
      if isSpace || places[index].isHyphen && index > start { breakAfter = index }
      index += 1
    }
    var end = places.count
    var cells = places[start..<end].reduce(0) { $0 + Int($1.glyph.width) }
    while cells > max(1, width), end > start + 1, places[end - 1].isSpace {
      end -= 1
      cells -= 1
    }
    lines.append((start..<places.count, start..<end))
    return lines
  }

  private static func endWithoutSpaces(
    _ places: [ParagraphText.Place],
    _ line: Range<Int>,
  ) -> Int {
    var end = line.upperBound
    while end > line.lowerBound, places[end - 1].isSpace { end -= 1 }
    return end
  }
}

extension ParagraphText.Place {
  fileprivate var isSpace: Bool { glyph.base == " " }

  fileprivate var isHyphen: Bool {
    switch glyph.base {
    case "-", "\u{2010}", "\u{2013}", "\u{2014}", "/": true
    default: false
    }
  }
}
