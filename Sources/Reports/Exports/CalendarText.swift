import BidiText

/// The lines of a calendar file (RFC 5545).
struct CalendarText {
  private(set) var text = ""

  /// Adds a property, such as `SUMMARY`, whose value is one of iCalendar's own forms.
  mutating func add(_ name: String, _ value: String) {
    text += Self.folded("\(name):\(value)") + "\r\n"
  }

  /// Adds a property whose value is a text that somebody wrote.
  mutating func add(_ name: String, text value: String) { add(name, Self.escaped(value)) }

  /// Without what would end the text, or the line (3.3.11).
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TextSanitizer.visible(text).unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A line in pieces of at most 75 bytes, the later ones after a space (3.1).
  ///
  /// The standard allows to cut a character in two; many readers then show rubbish, so none is.
  static func folded(_ line: String) -> String {
    var result = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let count = UTF8.width(scalar)
      if length + count > 75 {
        result += "\r\n "
        length = 1
      }
      result.unicodeScalars.append(scalar)
      length += count
    }
    return result
  }
}
