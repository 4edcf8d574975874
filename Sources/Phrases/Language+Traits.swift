package import Consultation

/// What differs from one language to the next in the interface, described once for each.
package struct LanguageTraits: Sendable {
  /// What it is called.
  package let name: Phrase
  /// What it is called beside the word "text".
  package let adjective: Phrase
  /// What a note in it is called.
  package let note: Phrase
  /// What it calls itself.
  package let ownName: String
  /// By which other names than its own and its code forms of other programs call it, in small
  /// letters.
  package var otherNames: [String] = []
  /// Its sign at the foot of the screen.
  package let sign: String
  /// What stands between a label and what it is of.
  package var colon = ": "
  /// The forms that it distinguishes for whole numbers (CLDR plural rules for cardinal numbers).
  let pluralForms: [PluralCategory]
  /// The form for a number.
  let pluralForm: @Sendable (Int) -> PluralCategory
}

extension Language {
  package var traits: LanguageTraits {
    switch self {
    case .arabic: .arabic
    case .english: .english
    case .french: .french
    }
  }
}

extension LanguageTraits {
  fileprivate static let arabic = LanguageTraits(
    name: .languageArabic,
    adjective: .textArabic,
    note: .sharingShowsNoteArabic,
    ownName: "العربية",
    otherNames: ["arabic"],
    sign: "ع",
    pluralForms: PluralCategory.allCases,
    pluralForm: { number in
      switch (number, number % 100) {
      case (0, _): .zero
      case (1, _): .one
      case (2, _): .two
      case (_, 3...10): .few
      case (_, 11...99): .many
      default: .other
      }
    },
  )

  fileprivate static let english = LanguageTraits(
    name: .languageEnglish,
    adjective: .textEnglish,
    note: .sharingShowsNoteEnglish,
    ownName: "English",
    sign: "EN",
    pluralForms: [.one, .other],
    pluralForm: { $0 == 1 ? .one : .other },
  )

  /// CLDR's `many` of French is for round millions, which nothing here counts.
  fileprivate static let french = LanguageTraits(
    name: .languageFrench,
    adjective: .textFrench,
    note: .sharingShowsNoteFrench,
    ownName: "Français",
    otherNames: ["french", "francais"],
    sign: "FR",
    colon: "\u{A0}: ",
    pluralForms: [.one, .other],
    pluralForm: { $0 == 0 || $0 == 1 ? .one : .other },
  )
}
