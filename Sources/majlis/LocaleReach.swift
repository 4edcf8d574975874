import FoundationEssentials
import Glibc

/// What the locale's characters can say.
enum LocaleReach {
  /// Whether they are those of UTF-8; of a locale that is not installed here, its name tells.
  static var isUTF8: Bool {
    let environment = ProcessInfo.processInfo.environment
    let name =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? "C"
    guard let locale = newlocale(1 << LC_CTYPE, name, nil) else {
      return name.lowercased().replacing("-", with: "").hasSuffix("utf8")
    }
    defer { freelocale(locale) }
    return String(cString: nl_langinfo_l(Int32(CODESET), locale)) == "UTF-8"
  }

  /// An English text in the characters that every locale has.
  static func ascii(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "‘", "’": "'"
      case "“", "”": "\""
      case "–", "—": "-"
      case "…": "..."
      case "\u{A0}", "\u{202F}": " "
      default: scalar.isASCII ? String(scalar) : "?"
      }
    }.joined()
  }
}
