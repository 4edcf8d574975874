package import Consultation
package import Phrases

/// Answers as rows: one for each delegation and question.
///
/// Of the common table, made from what was shared with the report, a question that is not there
/// was not answered or not shared: which of the two, nobody is told. A delegation's own table has
/// every question, so that it can be completed in a spreadsheet and taken in again.
package struct AnswerTable {
  /// The columns, by names that stay the same in every language and version.
  package enum Column: String, CaseIterable, Sendable {
    case delegation
    case delegationName = "delegation_name"
    case question
    case domain
    case domainTitle = "domain_title"
    case theme
    case themeTitle = "theme_title"
    case questionText = "question_text"
    case kind
    case value
    case valueLabel = "value_label"
    case notApplicableReason = "not_applicable_reason"
    case elements
    case instruments
    case applied
    case note
    case noteLanguage = "note_language"
    case evidence
    case status
    case sharing
    // Of a delegation's own table
    case positions
    case reservations
    case at
    case by

    /// Those that there are for the answers to a questionnaire: where no question names elements,
    /// there are none to tell.
    fileprivate static func allCases(in questionnaire: Questionnaire) -> [Column] {
      allCases.filter { $0 != .elements || questionnaire.hasElements }
    }

    /// Whether it is in the common table too.
    package var isCommon: Bool {
      switch self {
      case .positions, .reservations, .at, .by: false
      case .delegation, .delegationName, .question, .domain, .domainTitle, .theme, .themeTitle,
        .questionText, .kind, .value, .valueLabel, .notApplicableReason, .elements, .instruments,
        .applied, .note, .noteLanguage, .evidence, .status, .sharing:
        true
      }
    }
  }

  package let columns: [Column]
  package let rows: [[String]]

  /// The common table.
  package init(of view: SharedView, in questionnaire: Questionnaire, words: Words) {
    columns = Column.allCases(in: questionnaire).filter(\.isCommon)
    let cells = AnswerCells(questionnaire: questionnaire, words: words)
    rows = view.delegations.flatMap { [columns] delegation in
      delegation.answers.sorted { $0.key < $1.key }.map { number, answer in
        let exported = ExportedAnswer(answer, to: number, of: delegation)
        return columns.map { cells.text(of: $0, exported) }
      }
    }
  }

  /// A delegation's own table; who wrote the answers is told only where it is asked for.
  package init(
    of delegation: Delegation,
    in questionnaire: Questionnaire,
    words: Words,
    hasNames: Bool,
  ) {
    columns = Column.allCases(in: questionnaire).filter { $0 != .by || hasNames }
    let cells = AnswerCells(questionnaire: questionnaire, words: words)
    let known = questionnaire.questions.map(\.number)
    let others = delegation.answers.keys.filter { questionnaire[$0] == nil }.sorted()
    rows = (known + others).map { [columns] number in
      let exported = ExportedAnswer(to: number, of: delegation)
      return columns.map { cells.text(of: $0, exported) }
    }
  }

  /// The head and the rows as text.
  package func csv(hasByteOrderMark: Bool = false) -> String {
    CSV.text([columns.map(\.rawValue)] + rows, hasByteOrderMark: hasByteOrderMark)
  }
}

/// What stands in the cells of an answer's row.
struct AnswerCells {
  let questionnaire: Questionnaire
  let words: Words

  func text(of column: AnswerTable.Column, _ answer: ExportedAnswer) -> String {
    let question = questionnaire[answer.number]
    switch column {
    case .delegation: return answer.delegation.description
    case .delegationName: return words.text(answer.delegationName)
    case .question: return answer.number.description
    case .domain: return String(answer.number.domain)
    case .domainTitle:
      return questionnaire.domain(of: answer.number).map { words.text($0.title) } ?? ""
    case .theme: return "\(answer.number.domain).\(answer.number.theme)"
    case .themeTitle:
      return questionnaire.theme(of: answer.number).map { words.text($0.title) } ?? ""
    case .questionText: return question.map { words.text($0.text) } ?? ""
    case .kind: return question?.kind.code ?? ""
    case .value: return answer.value.map(Self.code) ?? ""
    case .valueLabel: return label(of: answer.value, to: question)
    case .notApplicableReason:
      if case .notApplicable(let reason?) = answer.value { return reason }
      return ""
    case .elements: return Self.text(of: answer.parts.elements, in: question)
    case .instruments: return Self.text(of: answer.parts.instruments, in: question)
    case .applied: return answer.applied?.rawValue ?? ""
    case .note: return answer.note?.original ?? ""
    case .noteLanguage: return answer.note?.language.rawValue ?? ""
    case .evidence: return answer.evidence.map(Self.text).joined(separator: "\n")
    case .status: return answer.status?.rawValue ?? ""
    case .sharing: return answer.sharing?.rawValue ?? ""
    case .positions: return positions(of: answer, to: question)
    case .reservations:
      return answer.reservations.sorted { $0.key < $1.key }
        .map { "\($0.key): \($0.value)" }.joined(separator: "\n")
    case .at: return answer.at?.text ?? ""
    case .by: return answer.by ?? ""
    }
  }

  /// A value as a script writes it, and `majlis import` reads it.
  static func code(_ value: AnswerValue) -> String {
    switch value {
    case .step(let step): step.rawValue
    case .option(let code): code
    case .options(let codes): codes.joined(separator: ",")
    case .number(let number): Words.plain(number)
    case .date(let date): date.description
    case .text(let text): text
    case .notApplicable: AnswerValue.notApplicableCode
    case .declined: AnswerValue.declinedCode
    }
  }

  private func label(of value: AnswerValue?, to question: Question?) -> String {
    switch value {
    case nil: ""
    case .text(let text): text
    case .date(let date): date.description
    case .number(let number): Words.plain(number)
    case .step, .option, .options, .notApplicable, .declined:
      words.title(of: value, to: question, in: questionnaire)
    }
  }

  /// `courts,legalAid`, in the question's order.
  private static func text(of elements: Set<String>, in question: Question?) -> String {
    let known = question?.elements?.codes ?? []
    let others = elements.subtracting(known).sorted()
    return (known.filter(elements.contains) + others).joined(separator: ",")
  }

  /// `CRC=established; ICRMW=partial`, in the question's order.
  static func text(of instruments: [String: Standing], in question: Question?) -> String {
    let order = question?.kind.options.map(\.code) ?? []
    let others = instruments.keys.filter { !order.contains($0) }.sorted()
    return (order + others).compactMap { code in
      instruments[code].map { "\(code)=\($0.plainText)" }
    }.joined(separator: "; ")
  }

  /// `law: Title (2014), the institution, article 3, https://…`.
  private static func text(of piece: Evidence) -> String {
    let year = piece.year.map { " (\($0))" } ?? ""
    let title = "\(piece.kind.rawValue): \(piece.title)\(year)"
    let parts = [title, piece.issuer, piece.article, piece.link]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private func positions(of answer: ExportedAnswer, to question: Question?) -> String {
    answer.positions.sorted { $0.key < $1.key }.map { institution, position in
      let reason = position.reason.map { " (\($0))" } ?? ""
      return "\(institution): \(Self.code(position.value))\(reason)"
    }.joined(separator: "\n")
  }
}

extension AnswerKind {
  /// What the questionnaire's file calls it.
  package var code: String {
    switch self {
    case .scale(let scale): scale.rawValue
    case .instruments: Scale.ratification.rawValue
    case .oneOf: "oneOf"
    case .severalOf: "severalOf"
    case .number: "number"
    case .date: "date"
    case .text: "text"
    }
  }
}
