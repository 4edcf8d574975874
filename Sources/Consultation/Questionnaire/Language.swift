/// One of the three languages in which everything can be read and written.
package enum Language: String, CaseIterable, Sendable, Comparable {
  case arabic = "ar"
  case english = "en"
  case french = "fr"

  /// Whether text in this language is read from right to left.
  package var isRightToLeft: Bool { self == .arabic }

  /// The language after this one, when a person goes through the three in turn.
  package var next: Language {
    let all = Self.allCases
    return all.firstIndex(of: self).map { all[($0 + 1) % all.count] } ?? self
  }

  package static func < (first: Language, second: Language) -> Bool {
    first.rawValue < second.rawValue
  }
}
