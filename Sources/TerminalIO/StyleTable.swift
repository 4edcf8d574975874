import Display

/// From a style to how it looks on this terminal, and the bytes for that.
struct StyleTable: Sendable {
  /// How what is written looks.
  struct Look: Hashable, Sendable {
    fileprivate var isBold = false
    fileprivate var isDim = false
    fileprivate var isUnderlined = false
    fileprivate var isReversed = false
    /// A colour by its number, or ``noColour``: looks are compared at every cell that is sent.
    fileprivate var colour = Self.noColour

    fileprivate static let noColour: Int32 = -1

    /// As the terminal writes by itself.
    static let plain = Look()
  }

  private let capabilities: DrawingCapabilities
  /// The looks of all styles, reckoned once: they are asked for at every cell.
  private let looks: [Look]
  /// The bytes of the colours that they have.
  private let foregrounds: [Int32: [UInt8]]
  /// Whether what ends bold and its kind ends colours too: SGR 0 does (ECMA-48, 8.3.117).
  private let plainEndsColours: Bool

  init(_ capabilities: DrawingCapabilities, hasColours: Bool) {
    self.capabilities = capabilities
    let palette = Palette(colourCount: hasColours ? capabilities.colourCount : 0)
    looks = Style.all.map { Self.look(of: $0, palette, capabilities) }
    let colours = Set(looks.map(\.colour)).subtracting([Look.noColour])
    foregrounds = Dictionary(
      uniqueKeysWithValues: colours.map { ($0, capabilities.foreground.bytes(Int($0))) }
    )
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
    if let number = colour.number, number < capabilities.colourCount {
      look.colour = Int32(number)
      func isLost(_ look: NoColour) -> Bool { capabilities.lostInColour & look.rawValue != 0 }
      if isLost(.underlined) { look.isUnderlined = false }
      if isLost(.dim) { look.isDim = false }
      if isLost(.bold) { look.isBold = false }
    }
    return look
  }

  /// Adds the bytes after which what is written looks otherwise than before.
  func append(from old: Look, to new: Look, to bytes: inout [UInt8]) {
    guard old != new else { return }
    var oldColourless = old
    oldColourless.colour = new.colour
    if old == .plain || new.colour != Look.noColour && oldColourless == new {
      return add(from: old, to: new, to: &bytes)
    }
    if old.colour != Look.noColour, !plainEndsColours {
      capabilities.defaultColours.append(to: &bytes)
    }
    capabilities.plain.append(to: &bytes)
    add(from: .plain, to: new, to: &bytes)
  }

  private func add(from old: Look, to new: Look, to bytes: inout [UInt8]) {
    if new.isBold, !old.isBold { capabilities.bold.append(to: &bytes) }
    if new.isDim, !old.isDim { capabilities.dim.append(to: &bytes) }
    if new.isUnderlined, !old.isUnderlined { capabilities.underlined.append(to: &bytes) }
    if new.isReversed, !old.isReversed { capabilities.reversed.append(to: &bytes) }
    if new.colour != Look.noColour, new.colour != old.colour {
      bytes += foregrounds[new.colour] ?? capabilities.foreground.bytes(Int(new.colour))
    }
  }

  /// The numbers of looks in terminfo's `ncv`.
  private enum NoColour: Int {
    case underlined = 2
    case dim = 16
    case bold = 32
  }
}
