package import Consultation

/// The words by which a text names a state or what is a state's alone.
package enum StateWords {
  private static let whole: [Language: Set<String>] = [
    .english: [
      "state", "states", "country", "countries", "government", "governments", "ministry",
      "ministries", "national", "nationally",
    ],
    .french: [
      "état", "états", "pays", "gouvernement", "gouvernements", "ministère", "ministères",
      "national", "nationale", "nationaux", "nationales",
    ],
    .arabic: [
      "دولة", "دول", "دولتكم", "دولتها", "دولتنا", "دولتان", "دولتين", "بلد", "بلدكم", "بلدان",
      "حكومة", "حكومات", "حكومي", "حكومية", "وزارة", "وزارات", "وطني", "وطنية",
    ],
  ]

  /// What is written together with an Arabic word before it.
  private static let particles = ["", "ال", "لل", "وال", "بال", "فال", "كال", "و", "ب", "ل", "ف"]

  /// What else begins so or stands for something else: the text, and why it is no state.
  private static let others: [Language: [String]] = [
    .english: [
      // What an answer was at another time, and what says a thing.
      "earlier state", "chosen state", "states the reason",
    ],
    // The register of births, marriages and deaths; and how a thing is.
    .french: ["état civil", "en l’état", "son état", "à l’état de"],
    .arabic: [],
  ]

  /// Those that stand in a text.
  package static func found(in text: String, _ language: Language) -> [String] {
    var plain = String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter { !(0x64B...0x652).contains($0.value) }
      )
    )
    for other in others[language] ?? [] { plain = plain.replacing(other, with: "") }
    return plain.split { !$0.isLetter }.map(String.init).filter { isOne($0, language) }
  }

  private static func isOne(_ word: String, _ language: Language) -> Bool {
    let whole = whole[language] ?? []
    guard language == .arabic else { return whole.contains(word) }
    return particles.contains { particle in
      word.hasPrefix(particle) && whole.contains(String(word.dropFirst(particle.count)))
    }
  }

  /// A text of any of the languages in which other letters stand in their place.
  package static func removed(from text: String) -> String {
    var rest = text[...]
    var result = ""
    while let character = rest.first {
      let word = rest.prefix { $0.isLetter }
      let lowercased = word.lowercased()
      let isOne = Language.allCases.contains { Self.isOne(lowercased, $0) }
      result += isOne ? "X" : word.isEmpty ? String(character) : String(word)
      rest = rest.dropFirst(max(1, word.count))
    }
    return result
  }
}
