package import Consultation
package import Phrases

/// What a table of answers changes in a session.
///
/// The table has the columns of ``AnswerTable``; `delegation` and `question` have to be there. An
/// empty cell, and one that is as an export would write it, changes nothing: an answer is never
/// taken back by a table. Evidence, positions, reservations and with whom an answer is shared are
/// for the program, where a person decides: a table that says otherwise is told so.
package struct AnswerImport {
  /// What becomes of one answer.
  package struct Line {
    package let delegation: DelegationCode
    package let question: QuestionNumber
    package let changes: [Change]
  }

  package private(set) var lines: [Line] = []
  package var faults: [Fault] { rows.faults }

  private var rows: ImportedRows<AnswerTable.Column>
  private let questionnaire: Questionnaire
  private let words: Words
  private let stamp: () -> Change.Stamp
  private let cells: AnswerCells

  private typealias Row = ImportedTable<AnswerTable.Column>.Row

  /// Reads a table, and finds out what it would change; the session stays as it is.
  ///
  /// `stamp` makes the stamp of each change, with an identifier of its own.
  package init(
    _ bytes: [UInt8],
    into session: Session,
    in questionnaire: Questionnaire,
    words: Words,
    stamp: @escaping () -> Change.Stamp,
  ) {
    self.questionnaire = questionnaire
    self.words = words
    self.stamp = stamp
    cells = AnswerCells(questionnaire: questionnaire, words: words)
    let table = ImportedTable<AnswerTable.Column>(bytes, needing: [.delegation, .question])
    rows = ImportedRows(into: session, after: table.faults)
    for row in table.rows { take(row) }
  }

  // MARK: A row

  private mutating func take(_ row: Row) {
    guard let delegation = rows.delegation(.delegation, in: row), let question = question(of: row),
      rows.isFirst(row, toSay: "\(delegation.code) \(question.number)", .question)
    else { return }
    let answer = delegation.answer(to: question.number)
    let exported = ExportedAnswer(to: question.number, of: delegation)
    for column in [AnswerTable.Column.evidence, .sharing, .positions, .reservations]
    where differs(row, column, from: exported) {
      rows.report(.notImported(column: column.rawValue), row, column)
    }
    var changes: [Change] = []
    for (wish, column) in wishes(row, answer, exported, question, delegation) {
      let change = rows.apply(row, column) { (session) throws(Refusal) in
        try session.change(
          fulfilling: wish,
          of: delegation.code,
          on: question.number,
          in: questionnaire,
          stamp: stamp(),
        )
      }
      if let change { changes.append(change) }
    }
    guard !changes.isEmpty else { return }
    lines.append(
      Line(delegation: delegation.code, question: question.number, changes: changes)
    )
  }

  private mutating func question(of row: Row) -> Question? {
    guard rows.hasText(.question, in: row) else { return nil }
    if let number = QuestionNumber(row[.question]), let question = questionnaire[number] {
      return question
    }
    rows.report(.unknownQuestion(row[.question]), row, .question)
    return nil
  }

  /// Whether a cell says something, and something else than an export would.
  private func differs(
    _ row: Row,
    _ column: AnswerTable.Column,
    from exported: ExportedAnswer,
  ) -> Bool {
    guard let shown = row.shown(column), !shown.trimmed.isEmpty else { return false }
    return shown != CSV.shown(cells.text(of: column, exported))
  }

  // MARK: Wishes

  /// What a row wishes, in the order in which it is done: what was agreed is agreed last.
  private mutating func wishes(
    _ row: Row,
    _ answer: Answer,
    _ exported: ExportedAnswer,
    _ question: Question,
    _ delegation: Delegation,
  ) -> [(Wish, AnswerTable.Column)] {
    var wishes: [(Wish, AnswerTable.Column)] = []
    let isTicked = differs(row, .elements, from: exported)
    if isTicked { wishes.append((.elements(elements(row)), .elements)) }
    let isStated = differs(row, .instruments, from: exported)
    if isStated { wishes += instruments(row, question).map { ($0, .instruments) } }
    // Where its parts alone are others, the level follows them.
    let follows = isTicked || isStated && question.levelFollowsInstruments
    let isFollowing = follows && !differs(row, .value, from: exported)
    if !isFollowing, let value = value(row, answer, exported, question) {
      wishes.append((.answer(value), .value))
    }
    if differs(row, .applied, from: exported),
      let applied = code(row, .applied, as: Applied.self)
    {
      wishes.append((.applied(applied), .applied))
    }
    if let note = note(row, answer, exported, delegation) { wishes.append((.note(note), .note)) }
    if differs(row, .status, from: exported),
      let status = code(row, .status, as: AnswerStatus.self)
    {
      wishes.append((.status(status), .status))
    }
    return wishes
  }

  private mutating func code<Code: RawRepresentable & CaseIterable>(
    _ row: Row,
    _ column: AnswerTable.Column,
    as type: Code.Type,
  ) -> Code? where Code.RawValue == String {
    if let code = Code(rawValue: row[column]) { return code }
    let allowed = Code.allCases.map(\.rawValue)
    rows.report(.unknownCode(row[column], allowed: allowed), row, column)
    return nil
  }

  /// The value that the row says, with the reason why the question does not apply.
  private mutating func value(
    _ row: Row,
    _ answer: Answer,
    _ exported: ExportedAnswer,
    _ question: Question,
  ) -> AnswerValue? {
    var value = answer.value
    let isSaid = row.shown(.value).map { !$0.trimmed.isEmpty } ?? false
    if differs(row, .value, from: exported) {
      guard let read = AnswerValue(row[.value], for: question.kind) else {
        rows.report(misfit(row[.value], question), row, .value)
        return nil
      }
      value = read
    }
    guard differs(row, .notApplicableReason, from: exported) else {
      if case .notApplicable(let reason?) = answer.value, value == .notApplicable(reason: nil) {
        return .notApplicable(reason: reason)
      }
      return isSaid ? value : nil
    }
    guard case .notApplicable = value else {
      let column = AnswerTable.Column.notApplicableReason
      rows.report(.notImported(column: column.rawValue), row, column)
      return nil
    }
    return .notApplicable(reason: row[.notApplicableReason])
  }

  /// Why a question cannot have a value, and which it can.
  private func misfit(_ text: String, _ question: Question) -> TableFault {
    let always = [AnswerValue.notApplicableCode, AnswerValue.declinedCode]
    switch question.kind {
    case .scale, .instruments:
      return .unknownCode(text, allowed: Step.allCases.map(\.rawValue) + always)
    case .oneOf(let options), .severalOf(let options):
      return .unknownCode(text, allowed: options.map(\.code) + always)
    case .number: return .noNumber(text)
    case .date: return .noDate(text)
    case .text: return .emptyCell(column: AnswerTable.Column.value.rawValue)
    }
  }

  /// The elements that the row ticks, by their codes.
  private func elements(_ row: Row) -> Set<String> {
    Set(row[.elements].split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty })
  }

  private mutating func instruments(_ row: Row, _ question: Question) -> [Wish] {
    var wishes: [Wish] = []
    var named: Set<String> = []
    for part in row[.instruments].split(separator: ";") {
      let text = String(part).trimmed
      let sides = text.split(separator: "=").map { String($0).trimmed }
      guard case .instruments(let options) = question.kind, sides.count == 2,
        options.contains(where: { $0.code == sides[0] }), let standing = Standing(sides[1])
      else {
        rows.report(.unknownInstrument(text), row, .instruments)
        continue
      }
      guard named.insert(sides[0]).inserted else {
        rows.report(.repeatedInstrument(text), row, .instruments)
        continue
      }
      wishes.append(.instrument(sides[0], standing))
    }
    return wishes
  }

  /// The note that the row says; translations stay with the text that they are of.
  private mutating func note(
    _ row: Row,
    _ answer: Answer,
    _ exported: ExportedAnswer,
    _ delegation: Delegation,
  ) -> TranslatedText? {
    let isNew = differs(row, .note, from: exported)
    let isInAnother = differs(row, .noteLanguage, from: exported)
    guard isNew || (isInAnother && answer.note != nil) else { return nil }
    var note = answer.note ?? TranslatedText("", language: .arabic)
    if isNew {
      let text = row[.note]
      let language = Language(
        ofText: text,
        usually: delegation.languages.first ?? .arabic,
        of: delegation.languages,
      )
      note = TranslatedText(text, language: language)
    }
    if !row[.noteLanguage].isEmpty {
      guard let language = code(row, .noteLanguage, as: Language.self) else { return nil }
      note.language = language
    }
    return note
  }
}
