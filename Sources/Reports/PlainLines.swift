import BidiText
import Consultation
import Phrases

/// Lines of text in the order in which they are read.
enum PlainLines {
  /// The lines of a text, none wider than that many cells; words are kept whole.
  ///
  /// An isolate that a line end cuts is closed there and opened again on the next line, because
  /// it reaches no further than its line when that is shown by itself (UAX #9, BD9).
  static func lines(_ text: String, direction: Direction, width: Int) -> [String] {
    guard !text.isEmpty else { return [] }
    let characters = Array(text)
    var open: [Character] = []
    return layout(text, direction, width: max(1, width)).lines.map { line in
      var words = characters[line.graphemes]
      let start = String(open)
      for character in words { track(character, in: &open) }
      // What begins at the end of a line is seen on the next one only.
      var closed = open
      while let last = words.last, last == " " || last.isNewline || isIsolate(last) {
        if isIsolate(last) { closed.removeLast() }
        words.removeLast()
      }
      return start + String(words) + String(repeating: "\u{2069}", count: closed.count)
    }
  }

  /// Keeps account of the isolates that are open.
  private static func track(_ character: Character, in open: inout [Character]) {
    if isIsolate(character) {
      open.append(character)
    } else if character == "\u{2069}" {
      _ = open.popLast()
    }
  }

  /// Whether a character begins an isolate (UAX #9, BD8).
  private static func isIsolate(_ character: Character) -> Bool {
    ("\u{2066}"..."\u{2068}").contains(character)
  }

  /// How many cells the longest line of a text takes.
  static func width(_ text: String) -> Int {
    layout(text, .leftToRight, width: nil).lines.map(\.width).max() ?? 0
  }

  /// Whoever prints the text later joins lam and alef into one cell or does not; `wcwidth` says
  /// that they are two.
  private static func layout(_ text: String, _ direction: Direction, width: Int?) -> TextLayout {
    TextLayout(text, direction: direction, width: width, joining: false)
  }

  /// A line with a mark before it where its first letter would turn it around.
  static func marked(_ line: String, _ direction: Direction) -> String {
    switch (direction, firstDirection(in: line)) {
    case (.leftToRight, .rightToLeft): "\u{200E}" + line
    case (.rightToLeft, .leftToRight), (.rightToLeft, nil): "\u{200F}" + line
    case (.leftToRight, _), (.rightToLeft, .rightToLeft): line
    }
  }

  /// A text that turns nothing around it on a line of another direction.
  static func isolated(_ text: String, _ language: Language, in direction: Direction) -> String {
    language.direction.isolated(text, on: direction)
  }

  /// The direction of the first letter outside of isolates (UAX #9, P2).
  private static func firstDirection(in line: String) -> Direction? {
    var depth = 0
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0x2066...0x2068: depth += 1
      case 0x2069: depth = max(0, depth - 1)
      default:
        if depth == 0, let direction = Direction(ofLetter: scalar) { return direction }
      }
    }
    return nil
  }
}
