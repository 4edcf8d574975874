/// What becomes of a single character on the screen.
enum ShownScalar {
  enum Kind {
    /// Takes a cell.
    case base
    /// Stands on the character before it.
    case mark
    /// Directs how others are shown, and is never sent to the terminal.
    case invisible
  }

  @inline(__always)
  static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    // Almost everything that is shown: ASCII, and Arabic letters in their joined forms.
    case 0x20..<0x7F, 0xFE70..<0xFEFF: .base
    default: kindOfOther(scalar)
    }
  }

  private static func kindOfOther(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x621...0x64A, 0x660...0x66F, 0x671...0x6D5,
      0xFB50..<0xFE00, 0xFE70..<0xFEFF, 0x2010...0x2027, 0x2500...0x25FF:
      return .base
    case 0x300..<0x370, 0x64B...0x65F, 0x670: return .mark
    // The signs of the Koran and of numbers that are format characters and yet are drawn.
    case 0x600...0x605, 0x6DD, 0x8E2: return .base
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    case .format: return .invisible
    case .spacingMark: return .base
    default: return scalar.properties.isDefaultIgnorableCodePoint ? .invisible : .base
    }
  }

  /// The character itself, or a visible mark in the place of one that would command the terminal.
  ///
  /// Control characters become their pictures (U+2400 to U+2421), a tab becomes a space, and what
  /// no one can read becomes U+FFFD.
  static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x115F: return scalar
    case _ where isHidden(scalar): return "\u{FFFD}"
    case 0x115F..<0xE000: return scalar
    case 0x09: return " "
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0, 0xE000..<0xF900: return "\u{FFFD}"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .unassigned, .privateUse, .surrogate, .control: return "\u{FFFD}"
    default: return scalar
    }
  }

  /// Whether it is a character that nobody sees and that no text here needs: tags and the
  /// selectors after the first sixteen, which can carry a text of their own behind a harmless one,
  /// fillers, signs of mathematics and annotation, and what Unicode has given up.
  ///
  /// Joiners, marks of direction and the selectors of an emoji's form are not among them.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x2061...0x2065, 0x206A...0x206F,
      0x3164, 0xFE00...0xFE0D, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Whether a left-to-right text of such characters alone needs no reordering and no shaping:
  /// Latin, Greek and Cyrillic letters, digits, and signs without a direction of their own.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x590, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x25FF: true
    default: false
    }
  }
}
