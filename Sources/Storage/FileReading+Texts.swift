import Consultation
import PlacedJSON

extension FileReading {
  /// A text in the three languages; a fault for each that is missing or empty.
  mutating func localizedText(
    _ key: String,
    of object: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> LocalizedText? {
    guard let value = required(key, of: object, at: place()) else { return nil }
    guard value.members != nil else {
      report(.wrongType(expected: .object), at: place() + [.key(key)], of: value)
      return nil
    }
    var texts: [Language: String] = [:]
    for language in Language.allCases {
      if let text = value[language.rawValue]?.string, !text.isEmpty {
        texts[language] = text
      } else {
        report(
          .textMissing(language),
          at: place() + (key == "text" ? [] : [.key(key)]),
          of: value,
        )
      }
    }
    guard let arabic = texts[.arabic], let english = texts[.english], let french = texts[.french]
    else { return nil }
    return LocalizedText(arabic: arabic, english: english, french: french)
  }

  /// A text as typed, with its language and its translations beside it.
  mutating func translatedText(
    _ key: String,
    of value: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> TranslatedText? {
    guard let original = string(key, of: value, at: place()) else { return nil }
    let language = optionalCode("\(key)Language", of: value, as: Language.self, at: place())
    var text = TranslatedText(original, language: language ?? .arabic)
    guard let translations = value["\(key)Translations"] else { return text }
    let inTranslations = place() + [.key("\(key)Translations")]
    for (name, translation) in members(translations, at: inTranslations) {
      guard let language = Language(rawValue: name) else {
        let codes = Language.allCases.map(\.rawValue)
        report(.unknownCode(name, allowed: codes), at: inTranslations, of: translation)
        continue
      }
      let standing = optionalCode(
        "standing",
        of: translation,
        as: TranslatedText.Standing.self,
        at: inTranslations,
      )
      let isOlder = optionalBool("older", of: translation, at: inTranslations)
      if let words = string("text", of: translation, at: inTranslations) {
        text.translations[language] = TranslatedText.Translation(
          words,
          standing: standing ?? .human,
          isOlder: isOlder ?? false,
        )
      }
    }
    return text
  }
}
