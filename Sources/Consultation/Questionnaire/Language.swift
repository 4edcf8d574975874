/// One of the three languages in which everything can be read and written.
package enum Language: String, CaseIterable, Sendable, Comparable {
  case arabic = "ar"
  case english = "en"
  case french = "fr"

  /// Whether text in this language is read from right to left.
  package var isRightToLeft: Bool { self == .arabic }

  /// The language after this one, when a person goes through the three in turn.
  package var next: Language {
    switch self {
    case .arabic: .english
    case .english: .french
    case .french: .arabic
    }
  }

  package static func < (first: Language, second: Language) -> Bool {
    first.rawValue < second.rawValue
  }
}
