/// A text that a person wrote: in one language, with translations beside it.
package struct TranslatedText: Hashable, Sendable {
  /// How far a translation can be relied on.
  package enum Standing: String, CaseIterable, Sendable {
    case machine
    case human
    case approved
  }

  package struct Translation: Codable, Hashable, Sendable {
    package var text: String
    package var standing: Standing

    package init(_ text: String, standing: Standing) {
      self.text = text
      self.standing = standing
    }
  }

  /// The text as typed.
  package var original: String
  package var language: Language
  package var translations: [Language: Translation]

  package init(
    _ original: String,
    language: Language,
    translations: [Language: Translation] = [:],
  ) {
    self.original = original
    self.language = language
    self.translations = translations
  }

  /// What a reader of this language is shown, and the language that it is in.
  ///
  /// The original where there is no translation: a text is shown in another language, and said
  /// to be, rather than not at all.
  package func reading(in wanted: Language) -> (text: String, language: Language) {
    if wanted != language, let translation = translations[wanted] {
      return (translation.text, wanted)
    }
    return (original, language)
  }
}
