import Consultation
import PlacedJSON

extension Form where Value == LocalizedText {
  /// A text in the three languages; a fault for each that is missing or empty.
  static let localized = localized { $0 }

  /// The same of what is told by its text alone: a fault does not name the key.
  static let localizedText = localized(\.outer)

  private static func localized(_ told: @escaping @Sendable (Path) -> Path) -> Form {
    Form(
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
  static let recorded = Form(
    Field("ar", \.[.arabic], .string),
    Field("en", \.[.english], .string),
    Field("fr", \.[.french], .string),
    make: LocalizedText.init,
  )
}

extension Form where Value == TranslatedText.Translation {
  fileprivate static let translation = Form(
    Field("standing", \.standing, .code, default: TranslatedText.Standing.human),
    Field("older", \.isOlder, .bool, omitting: false),
    Field("text", \.text, .string),
  ) { TranslatedText.Translation($2, standing: $0, isOlder: $1) }

  /// The same in a record, where its standing is always said.
  fileprivate static let recordedTranslation = Form(
    Field("text", \.text, .string),
    Field("standing", \.standing, .code),
    Field("older", \.isOlder, .bool, omitting: false),
    make: TranslatedText.Translation.init,
  )
}

extension Form where Value == TranslatedText {
  /// A text as typed, with its language and its translations, in a record.
  static let text = Form(
    Field("text", \.original, .string),
    Field("language", \.language, .code),
    Field("translations", \.translations, recordedTranslations, omitting: [:]),
    make: TranslatedText.init,
  )

  /// What is a translation into a language of tomorrow is kept.
  private static let recordedTranslations = Form<[Language: TranslatedText.Translation]>.table(
    Form<Language>.Name(
      value: { Language(rawValue: $0) },
      text: \.rawValue,
      unreadable: { name, value, way, reading in
        _ = Form<TranslatedText.Translation>.recordedTranslation.read(
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

extension Field where Part == TranslatedText {
  /// A text as typed, with its language and its translations beside it: `title`, `titleLanguage`,
  /// `titleTranslations`.
  static func text(_ key: String, _ part: @escaping @Sendable (Whole) -> TranslatedText) -> Field {
    let original = Field<TranslatedText, String>(key, \.original, .string)
    let language = Field<TranslatedText, Language>(
      "\(key)Language",
      \.language,
      .code,
      default: .arabic,
    )
    let translations = Field<TranslatedText, [Language: TranslatedText.Translation]>(
      "\(key)Translations",
      \.translations,
      besides,
      omitting: [:],
    )
    return Field(
      part,
      Fields(original, language, translations, make: TranslatedText.init),
    )
  }

  private static var besides: Form<[Language: TranslatedText.Translation]> {
    .table(
      Form<Language>.Name(
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

extension Field where Part == TranslatedText? {
  /// A text that may be missing; its language and its translations say nothing then.
  static func text(
    _ key: String,
    _ part: @escaping @Sendable (Whole) -> TranslatedText?,
  ) -> Field {
    let text = Field<TranslatedText, TranslatedText>.text(key, \.self)
    return Field(
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
