package import Consultation

/// The forms that a word takes after a number (CLDR plural rules for cardinal numbers).
package enum PluralCategory: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other

  /// The forms that a language distinguishes for whole numbers.
  ///
  /// CLDR's `many` of French is for round millions, which nothing here counts.
  package static func categories(of language: Language) -> [PluralCategory] {
    switch language {
    case .arabic: allCases
    case .english, .french: [.one, .other]
    }
  }

  /// The form for this number.
  package init(_ number: Int, in language: Language) {
    switch language {
    case .arabic: self = Self.arabic(number)
    case .english: self = number == 1 ? .one : .other
    case .french: self = number == 0 || number == 1 ? .one : .other
    }
  }

  private static func arabic(_ number: Int) -> PluralCategory {
    switch (number, number % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }
}
