import Foundation

/// Letters that a person who searches takes for the same.
package enum LetterFolding {
  /// The text in lower case, without accents and harakat, without tatweel, and with one form of
  /// each Arabic letter that is written in several: أ إ آ as ا, ى as ي, ة as ه, and Western
  /// digits.
  package static func fold(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // Compatibility decomposition (UAX #15) takes marks off their letters, and the presentation
    // forms back to letters.
    for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
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
