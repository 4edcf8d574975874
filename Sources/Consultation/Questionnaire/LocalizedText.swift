/// One text in the three languages, none of them missing.
///
/// What a questionnaire is made of. What a person types is a ``TranslatedText``: it was written
/// in one language and may have translations.
package struct LocalizedText: Hashable, Sendable {
  private let arabic: String
  private let english: String
  private let french: String

  package init(arabic: String, english: String, french: String) {
    self.arabic = arabic
    self.english = english
    self.french = french
  }

  package subscript(language: Language) -> String {
    switch language {
    case .arabic: arabic
    case .english: english
    case .french: french
    }
  }
}
