package import Consultation

/// The forms that a word takes after a number (CLDR plural rules for cardinal numbers).
package enum PluralCategory: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other

  /// The forms that a language distinguishes for whole numbers.
  package static func categories(of language: Language) -> [PluralCategory] {
    language.traits.pluralForms
  }

  /// The form for this number.
  package init(_ number: Int, in language: Language) {
    self = language.traits.pluralForm(number)
  }
}
