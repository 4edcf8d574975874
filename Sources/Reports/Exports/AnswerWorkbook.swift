package import Consultation
package import Phrases
package import Spreadsheets

/// A table of answers as a workbook: the answers, the questions with their codes, and what has to
/// be said of both.
package enum AnswerWorkbook {
  /// Right to left in Arabic; the columns are called as the reader calls them.
  package static func workbook(
    _ table: AnswerTable,
    title: String,
    in questionnaire: Questionnaire,
    words: Words,
  ) -> Workbook {
    let isRightToLeft = words.language.isRightToLeft
    let answers = Workbook.Sheet(
      words(.exportSheetAnswers),
      isRightToLeft: isRightToLeft,
      rows: [table.columns.map { words($0.phrase) }] + table.rows,
      widths: table.columns.map(\.width),
    )
    let questions = Workbook.Sheet(
      words(.exportSheetQuestions),
      isRightToLeft: isRightToLeft,
      rows: codeBook(of: questionnaire, words),
      widths: [10, 28, 28, 60, 60, 12, 50, 40, 14, 14],
    )
    let about = Workbook.Sheet(
      words(.exportSheetAbout),
      isRightToLeft: isRightToLeft,
      rows: [
        [words(.exportSheetAbout)], [title], [words.text(questionnaire.title)],
        [questionnaire.identity.id + " " + questionnaire.identity.version],
        [words.text(questionnaire.notice)], [words(.exportNotice)],
      ],
      widths: [100],
    )
    return Workbook([answers, questions, about])
  }

  private static func codeBook(of questionnaire: Questionnaire, _ words: Words) -> [[String]] {
    let hasSubcategories = Report.sdg.isMade(of: questionnaire.respondent)
    let head: [Phrase] =
      [
        .exportQuestion, .exportDomainTitle, .exportThemeTitle, .exportQuestionText,
        .exportLookFor, .exportKind, .exportValues, .exportInstruments, .exportCompact,
      ] + (hasSubcategories ? [.exportSDG] : [])
    let rows = questionnaire.domains.flatMap { domain in
      domain.themes.flatMap { theme in
        theme.questions.map { question in
          [
            question.number.description, words.text(domain.title), words.text(theme.title),
            words.text(question.text), words.text(question.guidance.lookFor), question.kind.code,
            CodeBook.values(of: question, in: questionnaire, words),
            CodeBook.parts(of: question, words),
            question.objectives.map { String($0.number) }.joined(separator: ", "),
          ]
            + (hasSubcategories
              ? [question.subcategories.map(\.description).joined(separator: ", ")] : [])
        }
      }
    }
    return [head.map { words($0) }] + rows
  }
}

extension AnswerTable.Column {
  /// How wide it is in a workbook, in characters.
  fileprivate var width: Int {
    switch self {
    case .delegation, .question, .domain, .theme, .noteLanguage: 10
    case .questionText, .note, .evidence, .positions, .reservations: 60
    case .domainTitle, .themeTitle, .valueLabel, .elements, .instruments, .notApplicableReason, .at:
      28
    case .delegationName, .kind, .value, .applied, .status, .sharing, .by: 18
    }
  }
}
