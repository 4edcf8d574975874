import Consultation
import PlacedJSON

extension JSONForm where Value == LocalizedText {
  /// A text in the three languages; a fault for each that is missing or empty.
  static let localized = localized { $0 }

  /// The same of what is told by its text alone: a fault does not name the key.
  static let localizedText = localized(\.outer)

  private static func localized(_ told: @escaping @Sendable (Path) -> Path) -> JSONForm {
    JSONForm(
      read: { value, way, reading in
        guard var object = ObjectReading(value) else {
          reading.report(wrongType: .object, at: way, of: value)
          return nil
        }
        let texts = Language.allCases.map { language -> String? in
          if let text = object.take(language.rawValue)?.string, !text.isEmpty { return text }
          reading.report(.textMissing(language), at: { told(way()) }, of: value)
          return nil
        }
        object.keepUnknown(besides: [], at: way, &reading)
        guard let arabic = texts[0], let english = texts[1], let french = texts[2] else {
          return nil
        }
        return LocalizedText(arabic: arabic, english: english, french: french)
      },
      write: { text in .object(Language.allCases.map { ($0.rawValue, .string(text[$0])) }) },
    )
  }

  /// The same in a record, where one may be empty.
  static let recorded = JSONForm(
    JSONField("ar", \.[.arabic], .string),
    JSONField("en", \.[.english], .string),
    JSONField("fr", \.[.french], .string),
    make: LocalizedText.init,
  )
}

extension JSONForm where Value == TranslatedText.Translation {
  fileprivate static let translation = JSONForm(
    JSONField("standing", \.standing, .code, default: TranslatedText.Standing.human),
    JSONField("older", \.isOlder, .bool, omitting: false),
    JSONField("text", \.text, .string),
  ) { TranslatedText.Translation($2, standing: $0, isOlder: $1) }

  /// The same in a record, where its standing is always said.
  fileprivate static let recordedTranslation = JSONForm(
    JSONField("text", \.text, .string),
    JSONField("standing", \.standing, .code),
    JSONField("older", \.isOlder, .bool, omitting: false),
    make: TranslatedText.Translation.init,
  )
}

extension JSONForm where Value == TranslatedText {
  /// A text as typed, with its language and its translations, in a record.
  static let text = JSONForm(
    JSONField("text", \.original, .string),
    JSONField("language", \.language, .code),
    JSONField("translations", \.translations, recordedTranslations, omitting: [:]),
    make: TranslatedText.init,
  )

  /// What is a translation into a language of tomorrow is kept.
  private static let recordedTranslations = JSONForm<[Language: TranslatedText.Translation]>.table(
    JSONForm<Language>.Name(
      value: { Language(rawValue: $0) },
      text: \.rawValue,
      unreadable: { name, value, way, reading in
        _ = JSONForm<TranslatedText.Translation>.recordedTranslation.read(
          value,
          { way().key(name).passingOver },
          &reading,
        )
        reading.keep((name, value), at: way)
      },
    ),
    of: .recordedTranslation,
  )
}

extension JSONField where Part == TranslatedText {
  /// A text as typed, with its language and its translations beside it: `title`, `titleLanguage`,
  /// `titleTranslations`.
  static func text(
    _ key: String,
    _ part: @escaping @Sendable (Whole) -> TranslatedText,
  ) -> JSONField {
    let original = JSONField<TranslatedText, String>(key, \.original, .string)
    let language = JSONField<TranslatedText, Language>(
      "\(key)Language",
      \.language,
      .code,
      default: .arabic,
    )
    let translations = JSONField<TranslatedText, [Language: TranslatedText.Translation]>(
      "\(key)Translations",
      \.translations,
      besides,
      omitting: [:],
    )
    return JSONField(
      part,
      JSONFields(original, language, translations, make: TranslatedText.init),
    )
  }

  private static var besides: JSONForm<[Language: TranslatedText.Translation]> {
    .table(
      JSONForm<Language>.Name(
        value: { Language(rawValue: $0) },
        text: \.rawValue,
        unreadable: { name, value, way, reading in
          let codes = Language.allCases.map(\.rawValue)
          reading.report(.unknownCode(name, allowed: codes), at: way, of: value)
        },
        place: { path, _, name in path.to(.key(name), told: []) },
      ),
      of: .translation,
    )
  }
}

extension JSONField where Part == TranslatedText? {
  /// A text that may be missing; its language and its translations say nothing then.
  static func text(
    _ key: String,
    _ part: @escaping @Sendable (Whole) -> TranslatedText?,
  ) -> JSONField {
    let text = JSONField<TranslatedText, TranslatedText>.text(key, \.self)
    return JSONField(
      keys: text.keys,
      read: { object, way, reading in
        if object.value[key] != nil { return .some(text.read(&object, way, &reading)) }
        for key in text.keys { _ = object.take(key) }
        return .some(nil)
      },
      write: { whole, members in
        if let part = part(whole) { text.write(part, &members) }
      },
    )
  }
}
