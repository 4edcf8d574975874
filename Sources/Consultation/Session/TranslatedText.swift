/// A text that a person wrote: in one language, with translations beside it.
package struct TranslatedText: Hashable, Sendable {
  /// How far a translation can be relied on.
  package enum Standing: String, CaseIterable, Sendable {
    case machine
    case human
    case approved
  }

  package struct Translation: Hashable, Sendable {
    package var text: String
    package var standing: Standing
    /// Whether the text was written anew since, and nobody has looked at this one after that.
    package var isOlder: Bool

    package init(_ text: String, standing: Standing, isOlder: Bool = false) {
      self.text = text
      self.standing = standing
      self.isOlder = isOlder
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

  /// The languages in which it still says what it said before it was written anew.
  package var olderLanguages: [Language] {
    Language.allCases.filter { translations[$0]?.isOlder == true }
  }

  /// The text as it is once somebody who reads this language has written it.
  ///
  /// What was missing in the language, or older in it, becomes its translation. What was current
  /// and says something else now is the original from then on, and what stands in the other
  /// languages is older than it: kept, and said to be so.
  package func written(_ new: String, in language: Language) -> TranslatedText {
    let current = language == self.language ? original : translations[language]?.text
    let isOlder = translations[language]?.isOlder == true && language != self.language
    guard !isOlder, let current else { return translated(as: new, in: language) }
    guard current != new else { return self }
    var others = translations
    if language != self.language {
      others[self.language] = Translation(original, standing: .human)
    }
    others[language] = nil
    return TranslatedText(
      new,
      language: language,
      translations: others.mapValues { other in
        Translation(other.text, standing: other.standing, isOlder: true)
      },
    )
  }

  private func translated(as new: String, in language: Language) -> TranslatedText {
    var text = self
    text.translations[language] = Translation(new, standing: .human)
    return text
  }
}
