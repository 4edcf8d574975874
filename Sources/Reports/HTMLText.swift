import BidiText

/// Text as it stands in HTML.
enum HTMLText {
  /// The text with nothing in it that could begin markup, end an attribute, or turn the
  /// direction of what follows.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in TextSanitizer.visible(text).unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// The text as a string of a style sheet, in which only letters of ASCII and spaces stand as they
  /// are (CSS Syntax 3, 4.3.7).
  static func styleString(_ text: String) -> String {
    let scalars = TextSanitizer.visible(text).unicodeScalars.map { scalar in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar == " ")
      return isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }
    return "\"\(scalars.joined())\""
  }
}
