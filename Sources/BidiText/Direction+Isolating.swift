extension Direction {
  /// A text that runs this way, so that it turns nothing around it on a line of another direction.
  ///
  /// As it is where nothing in it could.
  package func isolated(_ text: String, on line: Direction) -> String {
    guard !text.isEmpty,
      self != line || text.unicodeScalars.contains(where: { Self.turns($0, line) })
    else { return text }
    return (self == .rightToLeft ? "\u{2067}" : "\u{2066}") + text + "\u{2069}"
  }

  /// The direction of a letter; nothing of a digit, a space or a sign.
  package init?(ofLetter scalar: Unicode.Scalar) {
    let text = String(scalar)
    let direction = Direction(ofMostLettersIn: text, otherwise: .leftToRight)
    guard direction == Direction(ofMostLettersIn: text, otherwise: .rightToLeft) else { return nil }
    self = direction
  }

  /// Whether a character runs against a direction, or numbers of such do.
  private static func turns(_ scalar: Unicode.Scalar, _ line: Direction) -> Bool {
    switch scalar.value {
    case 0x600...0x605, 0x660...0x66C, 0x6F0...0x6F9: line == .leftToRight
    default: Direction(ofLetter: scalar).map { $0 != line } ?? false
    }
  }
}
