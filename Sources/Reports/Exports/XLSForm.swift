package import Consultation
package import Phrases
package import Spreadsheets

/// A questionnaire as an XLSForm, the form that ODK and KoboToolbox read.
///
/// Domains and themes are groups; a question is a `select_one` on its scale, a number, a date or a
/// text, with whether it is applied and the national context after it. Nothing is required. What
/// an XLSForm has no place for (mappings, what each step means, introductions in their fields)
/// stands in a sheet of its own, which other programs pass over, so that the same questionnaire
/// comes back.
package struct XLSForm {
  let questionnaire: Questionnaire
  let words: [Language: Words]

  package init(_ questionnaire: Questionnaire, in catalogues: [Language: Catalogue]) {
    self.questionnaire = questionnaire
    words = catalogues.mapValues { Words($0, about: questionnaire.respondent, digits: .western) }
  }

  package var workbook: Workbook {
    Workbook([
      Workbook.Sheet("survey", rows: [Self.surveyHead] + survey, widths: [24, 18, 60, 60, 60]),
      Workbook.Sheet("choices", rows: [Self.choicesHead] + choices, widths: [24, 18, 40, 40, 40]),
      Workbook.Sheet("settings", rows: settings, widths: [40, 20, 16, 20]),
      Workbook.Sheet(Self.ownSheet, rows: [Self.ownHead] + own, widths: [24, 18, 60, 60, 60]),
    ])
  }

  // MARK: The words of the format

  static let ownSheet = "majlis"
  static let ownHead = ["name", "key"] + Language.allCases.map(\.rawValue)

  /// A column of texts in one language: `label::العربية (ar)`.
  static func column(_ name: String, _ language: Language) -> String {
    "\(name)::\(title(of: language))"
  }

  static func title(of language: Language) -> String {
    "\(language.traits.ownName) (\(language.rawValue))"
  }

  private static func columns(_ name: String) -> [String] {
    Language.allCases.map { column(name, $0) }
  }

  private static let surveyHead =
    ["type", "name"] + columns("label") + columns("hint") + columns("guidance_hint")
    + ["relevant", "appearance"]

  private static let choicesHead = ["list_name", "name"] + columns("label")

  static func name(of number: QuestionNumber) -> String {
    "q_\(number.domain)_\(number.theme)_\(number.question)"
  }

  /// What follows a question and belongs to it.
  static let appliedEnding = "_applied"
  static let noteEnding = "_note"
  static let instrumentEnding = "_i"
  static let elementsEnding = "_elements"

  static let appliedList = "applied"
  static let instrumentList = "instrument"

  static func list(of scale: Scale) -> String { "scale_\(scale.rawValue)" }

  // MARK: Survey

  func texts(_ text: LocalizedText?) -> [String] {
    Language.allCases.map { text?[$0] ?? "" }
  }

  private func texts(_ phrase: Phrase) -> [String] {
    Language.allCases.map { words[$0]?(phrase) ?? "" }
  }

  private func row(
    _ type: String,
    _ name: String,
    _ label: [String],
    hint: [String] = [],
    guidance: [String] = [],
    relevant: String = "",
    appearance: String = "",
  ) -> [String] {
    let none = Language.allCases.map { _ in "" }
    return [type, name] + label + (hint.isEmpty ? none : hint)
      + (guidance.isEmpty ? none : guidance) + [relevant, appearance]
  }

  private var survey: [[String]] {
    var rows = [row("note", "notice", texts(questionnaire.notice))]
    for domain in questionnaire.domains {
      let name = "domain_\(domain.number)"
      rows.append(row("begin group", name, texts(domain.title)))
      rows.append(row("note", "\(name)_introduction", texts(domain.introduction)))
      for theme in domain.themes {
        let name = "theme_\(domain.number)_\(theme.number)"
        rows.append(row("begin group", name, texts(theme.title)))
        for question in theme.questions { rows += self.rows(of: question) }
        rows.append(["end group"])
      }
      rows.append(["end group"])
    }
    return rows
  }

  /// A question, its elements, the instruments it asks after, whether it is applied, and its context.
  private func rows(of question: Question) -> [[String]] {
    let name = Self.name(of: question.number)
    let relevant = question.condition.map(Relevance.text) ?? ""
    var rows = [
      row(
        type(of: question.kind, name),
        name,
        texts(question.text),
        hint: texts(question.guidance.lookFor),
        guidance: meanings(of: question),
        relevant: relevant,
      )
    ]
    if question.elements != nil {
      let elements = name + Self.elementsEnding
      rows.append(
        row("select_multiple \(elements)", elements, texts(.elementsTitle), relevant: relevant)
      )
    }
    if case .instruments(let options) = question.kind {
      for (index, option) in options.enumerated() {
        rows.append(
          row(
            "select_one \(Self.instrumentList)",
            "\(name)\(Self.instrumentEnding)\(index + 1)",
            texts(option.title),
            relevant: relevant,
            appearance: "minimal",
          )
        )
      }
    }
    rows.append(
      row(
        "select_one \(Self.appliedList)",
        name + Self.appliedEnding,
        texts(.appliedTitle),
        relevant: relevant,
        appearance: "minimal",
      )
    )
    rows.append(
      row(
        "text",
        name + Self.noteEnding,
        texts(.contextTitle),
        relevant: relevant,
        appearance: "multiline",
      )
    )
    return rows
  }

  private func type(of kind: AnswerKind, _ name: String) -> String {
    switch kind {
    case .scale(let scale): "select_one \(Self.list(of: scale))"
    case .instruments: "select_one \(Self.list(of: .ratification))"
    case .oneOf: "select_one \(name)"
    case .severalOf: "select_multiple \(name)"
    case .number: "decimal"
    case .date: "date"
    case .text: "text"
    }
  }

  /// What each step would mean here, a line each.
  private func meanings(of question: Question) -> [String] {
    guard let scale = question.kind.scale, !question.guidance.steps.isEmpty else { return [] }
    return Language.allCases.map { language in
      Step.allCases.compactMap { step in
        guard let meaning = question.guidance.steps[step],
          let title = questionnaire.scaleTitles[scale]?[step]
        else { return nil }
        return "\(title[language])\(language.traits.colon)\(meaning[language])"
      }.joined(separator: "\n")
    }
  }

  // MARK: Choices and settings

  private var choices: [[String]] {
    let scales = Scale.allCases.flatMap { scale in
      Step.allCases.map { step in
        [Self.list(of: scale), step.rawValue] + texts(questionnaire.scaleTitles[scale]?[step])
      } + without(Self.list(of: scale))
    }
    let instruments = Step.allCases.map { step in
      [Self.instrumentList, step.rawValue]
        + (step == .partial
          ? texts(.instrumentSigned) : texts(questionnaire.scaleTitles[.ratification]?[step]))
    }
    let applied = Applied.allCases.map { [Self.appliedList, $0.rawValue] + texts($0.phrase) }
    let own = questionnaire.questions.flatMap { question -> [[String]] in
      let name = Self.name(of: question.number)
      switch question.kind {
      case .oneOf(let options):
        return options.map { [name, $0.code] + texts($0.title) } + without(name)
      case .severalOf(let options):
        return options.map { [name, $0.code] + texts($0.title) }
      case .scale, .instruments, .number, .date, .text: return []
      }
    }
    let elements = questionnaire.questions.flatMap { question in
      (question.elements?.all ?? []).map {
        [Self.name(of: question.number) + Self.elementsEnding, $0.code] + texts($0.title)
      }
    }
    let used = Set(survey.map { $0[0].split(separator: " ").last.map(String.init) ?? "" })
    return (scales + instruments + applied + own + elements).filter { used.contains($0[0]) }
  }

  /// The two answers that every list of which one is chosen has.
  private func without(_ list: String) -> [[String]] {
    [
      [list, AnswerValue.notApplicableCode] + texts(.notApplicable),
      [list, AnswerValue.declinedCode] + texts(.declined),
    ]
  }

  private var settings: [[String]] {
    [
      ["form_title", "form_id", "version", "default_language"],
      [
        questionnaire.title[.arabic], questionnaire.identity.id, questionnaire.identity.version,
        Self.title(of: .arabic),
      ],
    ]
  }

  // MARK: What an XLSForm has no place for

  private var own: [[String]] {
    var rows = [
      ["questionnaire", "level", questionnaire.level.rawValue],
      ["questionnaire", "title"] + texts(questionnaire.title),
      ["questionnaire", "notice"] + texts(questionnaire.notice),
    ]
    for scale in Scale.allCases {
      for step in Step.allCases {
        rows.append(
          [Self.list(of: scale), step.rawValue] + texts(questionnaire.scaleTitles[scale]?[step])
        )
      }
    }
    for (version, numbers) in questionnaire.earlierNumbers.sorted(by: { $0.key < $1.key }) {
      for (old, new) in numbers.sorted(by: { $0.key < $1.key }) {
        rows.append(["earlier \(version)", old.description, new?.description ?? "-"])
      }
    }
    rows += ownRowsOfEdition
    for domain in questionnaire.domains {
      rows.append(["domain_\(domain.number)", "framework"] + texts(domain.framework))
      rows.append(["domain_\(domain.number)", "introduction"] + texts(domain.introduction))
      rows += domain.questions.flatMap(ownRows)
    }
    return rows
  }

  private func ownRows(of question: Question) -> [[String]] {
    let name = Self.name(of: question.number)
    var rows = Step.allCases.compactMap { step in
      question.guidance.steps[step].map { [name, step.rawValue] + texts($0) }
    }
    let objectives = question.objectives.map { String($0.number) }.joined(separator: " ")
    if !objectives.isEmpty { rows.append([name, "gcm", objectives]) }
    let subcategories = question.subcategories.map(\.description).joined(separator: " ")
    if !subcategories.isEmpty { rows.append([name, "sdg", subcategories]) }
    rows += ownRowsOfEdition(of: question)
    if case .instruments(let options) = question.kind {
      for (index, option) in options.enumerated() {
        rows.append(["\(name)\(Self.instrumentEnding)\(index + 1)", "code", option.code])
      }
    }
    return rows
  }
}
