import Display

/// From a style to how it looks on this terminal, and the bytes for that.
struct StyleTable: Sendable {
  /// How what is written looks.
  struct Look: Hashable, Sendable {
    fileprivate var isBold = false
    fileprivate var isDim = false
    fileprivate var isUnderlined = false
    fileprivate var isReversed = false
    fileprivate var colour: Int?

    /// As the terminal writes by itself.
    static let plain = Look()
  }

  private let capabilities: DrawingCapabilities
  /// The looks of all styles, reckoned once: they are asked for at every cell.
  private let looks: [Look]
  /// Whether what ends bold and its kind ends colours too: SGR 0 does (ECMA-48, 8.3.117).
  private let plainEndsColours: Bool

  init(_ capabilities: DrawingCapabilities, hasColours: Bool) {
    self.capabilities = capabilities
    let palette = Palette(colourCount: hasColours ? capabilities.colourCount : 0)
    looks = Style.all.map { Self.look(of: $0, palette, capabilities) }
    let plain = String(decoding: capabilities.plain.bytes(), as: UTF8.self)
    plainEndsColours = plain.contains("\u{1B}[m") || plain.contains("\u{1B}[0m")
  }

  func look(of style: Style) -> Look { looks[style.index] }

  private static func look(
    of style: Style,
    _ palette: Palette,
    _ capabilities: DrawingCapabilities,
  ) -> Look {
    let colour = palette.colour(of: style.role)
    var look = Look()
    look.isBold = style.emphasis.contains(.bold)
    look.isUnderlined = style.emphasis.contains(.underlined)
    // One calm stripe, whatever colours stand in the row.
    if style.emphasis.contains(.selected) {
      look.isReversed = true
      return look
    }
    look.isDim = colour.isDim
    look.colour = colour.number.flatMap { $0 < capabilities.colourCount ? $0 : nil }
    if look.colour != nil {
      func isLost(_ look: NoColour) -> Bool { capabilities.lostInColour & look.rawValue != 0 }
      if isLost(.underlined) { look.isUnderlined = false }
      if isLost(.dim) { look.isDim = false }
      if isLost(.bold) { look.isBold = false }
    }
    return look
  }

  /// The bytes after which what is written looks otherwise than before.
  func bytes(from old: Look, to new: Look) -> [UInt8] {
    guard old != new else { return [] }
    var oldColourless = old
    oldColourless.colour = new.colour
    if old == .plain || new.colour != nil && oldColourless == new {
      return additions(from: old, to: new)
    }
    let endsColour = old.colour != nil && !plainEndsColours
    return (endsColour ? capabilities.defaultColours.bytes() : []) + capabilities.plain.bytes()
      + additions(from: .plain, to: new)
  }

  private func additions(from old: Look, to new: Look) -> [UInt8] {
    var bytes: [UInt8] = []
    if new.isBold, !old.isBold { bytes += capabilities.bold.bytes() }
    if new.isDim, !old.isDim { bytes += capabilities.dim.bytes() }
    if new.isUnderlined, !old.isUnderlined { bytes += capabilities.underlined.bytes() }
    if new.isReversed, !old.isReversed { bytes += capabilities.reversed.bytes() }
    if let colour = new.colour, colour != old.colour {
      bytes += capabilities.foreground.bytes(colour)
    }
    return bytes
  }

  /// The numbers of looks in terminfo's `ncv`.
  private enum NoColour: Int {
    case underlined = 2
    case dim = 16
    case bold = 32
  }
}
