import BidiText
package import Consultation

/// The kinds of field that records have.
extension Field {
  package typealias Path<Value> = any WritableKeyPath<Whole, Value> & Sendable

  /// A text; on several lines where there is something to tell.
  package static func text(
    _ label: Phrase,
    _ path: Path<String>,
    isNeeded: Bool = false,
    isLong: Bool = false,
    problem: Phrase = .problemTitleNeeded,
  ) -> Field {
    Field(
      label: label,
      content: .written(
        Writing(
          limit: isLong ? TextLimit.paragraph : TextLimit.line,
          isMultiline: isLong,
          problem: problem,
          text: { whole, _ in whole[keyPath: path] },
          write: { whole, text, _ in
            guard !isNeeded || !text.isEmpty else { return false }
            whole[keyPath: path] = text
            return true
          },
        )
      ),
    )
  }

  /// A text that is either there or not; what is shown where it is not can be said.
  package static func text(
    _ label: Phrase,
    _ path: Path<String?>,
    nothing: Phrase? = nil,
  ) -> Field {
    Field(
      label: label,
      content: .written(
        Writing(
          text: { whole, _ in whole[keyPath: path] ?? "" },
          write: { whole, text, _ in
            whole[keyPath: path] = text.isEmpty ? nil : text
            return true
          },
          shown: { whole, setting in
            if let text = whole[keyPath: path] { return setting.isolated(text) }
            return nothing.map { setting.words($0) } ?? ""
          },
        )
      ),
    )
  }

  /// A day, read as it is typed or as the reader writes one.
  package static func day(
    _ label: Phrase,
    _ path: Path<CalendarDate?>,
    isReadAsTyped: Bool = false,
  ) -> Field {
    let readDay: @Sendable (Whole, FieldSetting) -> String = { whole, setting in
      whole[keyPath: path].map { setting.words.date($0) } ?? ""
    }
    let shown = isReadAsTyped ? nil : readDay
    return Field(
      label: label,
      content: .written(
        Writing(
          limit: TextLimit.date,
          hasDigits: true,
          problem: .problemDate,
          text: { whole, _ in whole[keyPath: path]?.description ?? "" },
          write: { whole, text, _ in
            let day = CalendarDate(text)
            guard day != nil || text.isEmpty else { return false }
            whole[keyPath: path] = day
            return true
          },
          shown: shown,
        )
      ),
    )
  }

  /// A number, a time or a code, which is read in the reader's digits.
  package static func digits(
    _ label: Phrase,
    limit: Int,
    problem: Phrase,
    text: @escaping @Sendable (Whole) -> String,
    write: @escaping @Sendable (inout Whole, String) -> Bool,
  ) -> Field {
    Field(
      label: label,
      content: .written(
        Writing(
          limit: limit,
          hasDigits: true,
          problem: problem,
          text: { whole, _ in text(whole) },
          write: { whole, text, _ in write(&whole, text) },
          shown: { whole, setting in setting.words.digits.write(text(whole)) },
        )
      ),
    )
  }

  /// A text that each reader has in their own language, and writes in it.
  package static func text(
    _ label: Phrase,
    _ path: Path<TranslatedText>,
  ) -> Field {
    Field(
      label: label,
      content: .written(
        Writing(
          text: { whole, setting in whole[keyPath: path].reading(in: setting.language).text },
          write: { whole, text, setting in
            guard !text.isEmpty else { return false }
            whole[keyPath: path] = whole[keyPath: path].written(text, in: setting.language)
            return true
          },
        )
      ),
    )
  }

  /// A text that may be missing, which each reader has in their own language; in which one it is
  /// written, its letters tell.
  package static func text(
    _ label: Phrase,
    _ path: Path<TranslatedText?>,
    isLong: Bool = false,
  ) -> Field {
    Field(
      label: label,
      content: .written(
        Writing(
          limit: isLong ? TextLimit.paragraph : TextLimit.line,
          isMultiline: isLong,
          text: { whole, setting in
            whole[keyPath: path]?.reading(in: setting.language).text ?? ""
          },
          write: { whole, text, setting in
            whole[keyPath: path] = setting.written(text, besides: whole[keyPath: path])
            return true
          },
        )
      ),
    )
  }

  /// A year of four digits, or none.
  package static func year(_ label: Phrase, _ path: Path<Int?>) -> Field {
    digits(
      label,
      limit: TextLimit.year,
      problem: .problemYear,
      text: { $0[keyPath: path].map(String.init) ?? "" },
      write: { whole, text in
        let year = Int(text).flatMap { (1000...9999).contains($0) ? $0 : nil }
        whole[keyPath: path] = year
        return year != nil || text.isEmpty
      },
    )
  }

  /// One of the cases of an own type.
  package static func choice<Choice: CaseIterable & Equatable & Sendable>(
    _ label: Phrase,
    _ path: Path<Choice>,
    _ phrase: @escaping @Sendable (Choice) -> Phrase,
  ) -> Field {
    let all = Array(Choice.allCases)
    return choice(
      label,
      { setting in all.map { setting.words(phrase($0)) } },
      chosen: { whole, _ in all.firstIndex(of: whole[keyPath: path]) },
      choose: { whole, index, _ in whole[keyPath: path] = all[index] },
    )
  }

  /// One of two.
  package static func choice(
    _ label: Phrase,
    _ path: Path<Bool>,
    _ first: Phrase,
    _ second: Phrase,
    isFirst: Bool,
  ) -> Field {
    choice(
      label,
      { setting in [setting.words(first), setting.words(second)] },
      chosen: { whole, _ in whole[keyPath: path] == isFirst ? 0 : 1 },
      choose: { whole, index, _ in whole[keyPath: path] = (index == 0) == isFirst },
    )
  }

  /// How far it is shared.
  package static func sharing(
    _ label: Phrase,
    _ path: Path<Sharing>,
    title: Phrase? = nil,
  ) -> Field {
    choice(
      label,
      { setting in Sharing.allCases.map { setting.words($0.phrase) } },
      chosen: { whole, _ in Sharing.allCases.firstIndex(of: whole[keyPath: path]) },
      choose: { whole, index, _ in whole[keyPath: path] = Sharing.allCases[index] },
      title: title,
    )
  }

  /// A domain, or none.
  package static func domain(_ label: Phrase, _ path: Path<Int?>, none: Phrase) -> Field {
    choice(
      label,
      { setting in
        [setting.words(none)] + setting.questionnaire.domains.map { setting.words.text($0.title) }
      },
      chosen: { whole, _ in whole[keyPath: path] ?? 0 },
      choose: { whole, index, _ in whole[keyPath: path] = index == 0 ? nil : index },
    )
  }

  /// One of several that depend on where it is chosen.
  package static func choice(
    _ label: Phrase,
    _ choices: @escaping @Sendable (FieldSetting) -> [String],
    chosen: @escaping @Sendable (Whole, FieldSetting) -> Int?,
    choose: @escaping @Sendable (inout Whole, Int, FieldSetting) -> Void,
    title: Phrase? = nil,
  ) -> Field {
    Field(
      label: label,
      content: .chosen(Choosing(title: title, choices: choices, chosen: chosen, choose: choose)),
    )
  }
}

extension FieldSetting {
  /// What becomes of a text where this reader writes another one; nothing where they write nothing.
  ///
  /// In which language it is, its letters tell. What was shown in another language and is left as it
  /// was is no translation of itself.
  package func written(_ text: String, besides earlier: TranslatedText?) -> TranslatedText? {
    guard !text.isEmpty else { return nil }
    let written = Language(ofText: text, usually: language, of: languages)
    guard let earlier else { return TranslatedText(text, language: written) }
    if earlier.reading(in: language).text == text { return earlier }
    return earlier.written(text, in: written)
  }

  /// What somebody wrote, for a line of a screen; nothing where they wrote nothing.
  func isolated(_ text: String) -> String { text.isEmpty ? "" : TextSanitizer.isolated(text) }
}
