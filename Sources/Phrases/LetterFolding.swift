/// Letters that a person who searches takes for the same.
package enum LetterFolding {
  /// The text in lower case, without accents and harakat, without tatweel, and with one form of
  /// each Arabic letter that is written in several: أ إ آ as ا, ى as ي, ة as ه, and Western
  /// digits.
  ///
  /// Takes time in proportion to the text; what is written in Arabic, English or French, a small
  /// part of what the tables of Unicode would take.
  package static func fold(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var others = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let folded = usual(scalar) else {
        others.append(scalar)
        continue
      }
      if !others.isEmpty {
        result.append(contentsOf: foldByTables(String(others)).unicodeScalars)
        others.removeAll()
      }
      if let letter = folded { result.append(letter) }
    }
    if !others.isEmpty {
      result.append(contentsOf: foldByTables(String(others)).unicodeScalars)
    }
    return String(result)
  }

  /// What becomes of a letter of the three languages: another, or nothing; `nil` where the tables
  /// have to say it.
  private static func usual(_ scalar: Unicode.Scalar) -> Unicode.Scalar?? {
    switch scalar.value {
    case 0x41...0x5A: .some(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0...0x7F: .some(scalar)
    case 0xA0: .some(" ")
    case 0x640, 0x64B...0x65F, 0x670: .some(nil)
    case 0x622, 0x623, 0x625, 0x671: .some("ا")
    case 0x624: .some("و")
    case 0x626, 0x649: .some("ي")
    case 0x629: .some("ه")
    case 0x660...0x669: .some(Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30)))
    case 0x60C, 0x61B, 0x61F, 0x621, 0x627...0x64A: .some(scalar)
    case 0xC0...0xC5, 0xE0...0xE5: .some("a")
    case 0xC7, 0xE7: .some("c")
    case 0xC8...0xCB, 0xE8...0xEB: .some("e")
    case 0xCC...0xCF, 0xEC...0xEF: .some("i")
    case 0xD2...0xD6, 0xF2...0xF6: .some("o")
    case 0xD9...0xDC, 0xF9...0xFC: .some("u")
    case 0x2019: .some("'")
    default: nil
    }
  }

  /// The same by the tables of Unicode, for any text.
  static func foldByTables(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // Compatibility decomposition (UAX #15) takes marks off their letters, and the presentation
    // forms back to letters.
    for scalar in CompatibilityDecomposition.scalars(of: text.lowercased()) {
      switch scalar.value {
      case 0x640, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      case 0x671: result.append("ا")
      case 0x649: result.append("ي")
      case 0x629: result.append("ه")
      case 0x660...0x669: result.append(Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30)))
      case 0x2019: result.append("'")
      default:
        if scalar.properties.generalCategory != .nonspacingMark { result.append(scalar) }
      }
    }
    return String(result)
  }
}
