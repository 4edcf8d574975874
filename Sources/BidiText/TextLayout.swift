/// A text laid out in cells: lines of at most so many, each as it is seen from left to right.
///
/// Holds the way from a place in the text to a cell and back: the graphemes of the text are
/// counted from 0, and a caret of index *i* stands before grapheme *i*.
package struct TextLayout: Equatable, Sendable {
  package let lines: [LaidOutLine]
  package let graphemeCount: Int
  package let direction: Direction

  /// Lays a text out.
  ///
  /// Its direction is the one given, that of its language, and is never guessed from its letters.
  /// A line end in the text begins a new line; without a width, nothing else does. `joining`
  /// leaves Arabic letters in their isolated forms where it is false, for fonts without the
  /// others. The cost grows with the length of the text.
  package init(
    _ text: String,
    direction: Direction,
    width: Int? = nil,
    joining: Bool = true,
  ) {
    self.init(
      text,
      after: [],
      firstByte: 0,
      direction: direction,
      width: width,
      joining: joining,
    )
  }

  /// Lays a text out that comes after lines which are laid out already.
  init(
    _ text: String,
    after earlier: ArraySlice<LaidOutLine>,
    firstByte: Int,
    direction: Direction,
    width: Int?,
    joining: Bool = true,
  ) {
    self.direction = direction
    var lines = Array(earlier)
    var paragraph = ParagraphText(
      firstGrapheme: earlier.last?.graphemes.upperBound ?? 0,
      firstByte: firstByte,
    )
    text.forEachGrapheme {
      paragraph.append(letter: $0)
    } other: { character in
      guard character.isNewline else { return paragraph.append(character) }
      lines += Self.lines(
        of: paragraph,
        direction: direction,
        width: width,
        joining: joining,
        hasLineEnd: true,
      )
      paragraph = ParagraphText(
        firstGrapheme: paragraph.firstGrapheme + paragraph.graphemeCount + 1,
        firstByte: paragraph.firstByte + paragraph.byteEnds[paragraph.graphemeCount]
          + character.utf8.count,
      )
    }
    lines += Self.lines(
      of: paragraph,
      direction: direction,
      width: width,
      joining: joining,
      hasLineEnd: false,
    )
    let grapheme = paragraph.firstGrapheme + paragraph.graphemeCount
    self.lines = lines
    graphemeCount = grapheme
  }

  private static func lines(
    of text: ParagraphText,
    direction: Direction,
    width: Int?,
    joining: Bool,
    hasLineEnd: Bool,
  ) -> [LaidOutLine] {
    var levels = text.levels(direction: direction)
    let places = text.places(levels: levels, joining: joining)
    let ranges = LineBreaking.lines(of: places, width: width)
    var first = text.firstGrapheme
    return ranges.enumerated().map { number, range in
      let isLast = number == ranges.count - 1
      let end =
        isLast
        ? text.firstGrapheme + text.graphemeCount + (hasLineEnd ? 1 : 0)
        : places[ranges[number + 1].whole.lowerBound].graphemes.lowerBound
      defer { first = end }
      return LaidOutLine(
        cells: Self.cells(of: places[range.seen], text: text, levels: &levels),
        graphemes: first..<end,
        firstByte: text.firstByte + text.byteEnds[first - text.firstGrapheme],
        hasLineEnd: isLast && hasLineEnd,
      )
    }
  }

  /// The places of a line from left to right.
  private static func cells(
    of places: ArraySlice<ParagraphText.Place>,
    text: ParagraphText,
    levels: inout BidiLevels?,
  ) -> [LaidOutCell] {
    guard levels != nil, let first = places.first, let last = places.last else {
      return places.map {
        LaidOutCell(glyph: $0.glyph, graphemes: $0.graphemes, isRightToLeft: false)
      }
    }
    let lastGrapheme = last.graphemes.upperBound - text.firstGrapheme
    let start = text.starts[first.graphemes.lowerBound - text.firstGrapheme]
    let scalars = start..<text.starts[lastGrapheme]
    var placeOfScalar = [Int](repeating: -1, count: scalars.count)
    for index in places.indices { placeOfScalar[places[index].scalar - start] = index }
    let order = levels?.order(ofLine: scalars) ?? []
    return order.compactMap { scalar in
      let index = placeOfScalar[scalar - start]
      guard index >= 0 else { return nil }
      return LaidOutCell(
        glyph: places[index].glyph,
        graphemes: places[index].graphemes,
        isRightToLeft: levels?.isRightToLeft(scalar) ?? false,
      )
    }
  }
}

/// One line of a layout.
package struct LaidOutLine: Equatable, Sendable {
  /// From left to right, as they are written to the screen.
  package let cells: [LaidOutCell]
  /// The graphemes of the text on this line, with the spaces or the line end that end it.
  package let graphemes: Range<Int>
  /// Where it begins in the text, in bytes of UTF-8.
  let firstByte: Int
  /// Whether the text itself ends the line here.
  package let hasLineEnd: Bool
  /// How many cells of the screen it takes.
  package let width: Int

  init(cells: [LaidOutCell], graphemes: Range<Int>, firstByte: Int, hasLineEnd: Bool) {
    self.cells = cells
    self.firstByte = firstByte
    self.graphemes = graphemes
    self.hasLineEnd = hasLineEnd
    width = cells.reduce(0) { $0 + Int($1.glyph.width) }
  }
}

/// What stands in one place of a line.
package struct LaidOutCell: Equatable, Sendable {
  package let glyph: Glyph
  /// The graphemes it shows: one, or the two of a lam-alef.
  package let graphemes: Range<Int>
  package let isRightToLeft: Bool
}
