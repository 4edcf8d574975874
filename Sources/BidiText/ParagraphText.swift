/// One paragraph taken apart: its characters, where each grapheme begins, and what is seen of it.
struct ParagraphText {
  /// What one place of the screen shows, in the order of the text.
  struct Place {
    var glyph: Glyph
    /// The graphemes it stands for: a lam-alef stands for two.
    var graphemes: Range<Int>
    /// The character whose place in the order is this one's.
    let scalar: Int
  }

  private(set) var scalars: [UInt32] = []
  /// The index of the first character of each grapheme, and the number of characters.
  private(set) var starts = [0]
  /// How many bytes of UTF-8 each grapheme takes with those before it.
  private(set) var byteEnds = [0]
  /// The paragraph's first grapheme, counted in the whole text.
  let firstGrapheme: Int
  /// Its first byte of UTF-8, likewise.
  let firstByte: Int
  private var isPlain = true

  var graphemeCount: Int { starts.count - 1 }

  init(firstGrapheme: Int, firstByte: Int) {
    self.firstGrapheme = firstGrapheme
    self.firstByte = firstByte
  }

  /// Takes in the next grapheme, which is no line end.
  mutating func append(_ character: Character) {
    byteEnds.append(byteEnds[graphemeCount] + character.utf8.count)
    for scalar in character.unicodeScalars {
      let shown = ShownScalar.harmless(scalar)
      isPlain = isPlain && ShownScalar.isPlain(shown)
      scalars.append(shown.value)
    }
    starts.append(scalars.count)
  }

  /// Takes in a grapheme of one letter, digit or sign.
  mutating func append(letter: Unicode.Scalar) {
    if letter.value >= 0x590 { isPlain = false }
    byteEnds.append(byteEnds[graphemeCount] + (letter.value < 0x80 ? 1 : 2))
    scalars.append(letter.value)
    starts.append(scalars.count)
  }

  /// The levels, where there is anything to reorder; a plain left-to-right text has none.
  func levels(direction: Direction) -> BidiLevels? {
    isPlain && direction == .leftToRight || scalars.isEmpty
      ? nil : BidiLevels(scalars, direction: direction)
  }

  /// The places of the paragraph in the order of the text, shaped as their levels ask.
  func places(levels: BidiLevels?, joining: Bool) -> [Place] {
    let shaped = levels?.shaped(scalars, joining: joining) ?? scalars
    var places: [Place] = []
    places.reserveCapacity(graphemeCount)
    // FriBidi puts the ligature in the place of the alef, and U+FEFF in that of the lam.
    var ligatureStart: Int?
    for grapheme in 0..<graphemeCount {
      let index = firstGrapheme + grapheme
      let range = starts[grapheme]..<starts[grapheme + 1]
      if levels != nil, shaped[range.lowerBound] == 0xFEFF, scalars[range.lowerBound] != 0xFEFF {
        ligatureStart = index
        continue
      }
      if range.count == 1, ligatureStart == nil,
        let scalar = Unicode.Scalar(shaped[range.lowerBound]),
        ShownScalar.kind(of: scalar) == .base
      {
        // Almost every grapheme is one character.
        places.append(
          Place(
            glyph: Glyph(scalar, width: CellWidth.width(of: scalar)),
            graphemes: index..<index + 1,
            scalar: range.lowerBound,
          )
        )
        continue
      }
      guard var place = place(of: range, shaped: shaped, grapheme: index) else { continue }
      if let start = ligatureStart { place.graphemes = start..<index + 1 }
      ligatureStart = nil
      places.append(place)
    }
    return places
  }

  private func place(of range: Range<Int>, shaped: [UInt32], grapheme: Int) -> Place? {
    var glyph: Glyph?
    var base = range.lowerBound
    var leadingMarks: ArraySlice<UInt32> = []
    for index in range {
      guard let scalar = Unicode.Scalar(shaped[index]) else { continue }
      switch ShownScalar.kind(of: scalar) {
      case .invisible: continue
      case .mark:
        if glyph == nil { leadingMarks.append(scalar.value) }
        glyph?.add(marks: shaped[index...index])
      case .base:
        // One grapheme is one place: of a sequence of emoji, the first is drawn.
        guard glyph == nil else { continue }
        glyph = Glyph(scalar, width: CellWidth.width(of: scalar))
        base = index
      }
    }
    if glyph == nil, !leadingMarks.isEmpty {
      glyph = Glyph("\u{25CC}")
      glyph?.add(marks: leadingMarks)
    }
    guard let glyph else { return nil }
    return Place(glyph: glyph, graphemes: grapheme..<grapheme + 1, scalar: base)
  }
}

extension Glyph {
  /// Puts marks on the character, as many as a cell of the terminal can hold.
  mutating func add(marks added: some Sequence<UInt32>) {
    for mark in added {
      guard let scalar = Unicode.Scalar(mark), ShownScalar.kind(of: scalar) == .mark,
        let free = marks.indices.first(where: { marks[$0] == 0 })
      else { continue }
      marks[free] = mark
    }
  }
}
