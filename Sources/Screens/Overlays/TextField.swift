import Consultation
import BidiText
import Display
import Phrases

/// A text being written, laid over the page.
struct TextField: Equatable, Sendable {
  /// What the text is for.
  enum Purpose: Equatable, Sendable {
    /// The national context of the answer.
    case context
    /// The answer itself, where it is a number, a date or a text.
    case written
    /// The title of a new piece of evidence.
    case newEvidence
    case evidence(String, EvidenceField)
    case newInstitution
    case position(String, PositionField)
    case exchange(String, ExchangeField)
    case newConsulted(domain: Int)
    case prepare(PrepareField)
    case card(CardText)
    case consulted(String, ConsultedField)
    /// Something to come back to.
    case parked
    /// The words beside a question that everybody is to see.
    case parkedQuestion(QuestionNumber)
    case newNextStep
    /// The line that names a new record of a kind.
    case newRecord(Record.Kind)
    case record(RecordKey, RecordField)
    case newComment
    /// The name of who sits at this terminal.
    case newPerson
    /// The text that the list of questions is narrowed to.
    case findInQuestions
    /// What is looked for in the report on the screen.
    case findInReport
    /// The name of the file for it.
    case reportFile
    case answerToComment(String)
    /// A facilitator's comment on what a delegation shares.
    case commentTo(DelegationCode, QuestionNumber)
    case nextStep(String, NextStepField)
  }

  let purpose: Purpose
  var editor: TextEditor
  /// Why what was written cannot be kept.
  var problem: String?

  /// Whether Enter begins a new line, rather than keeping the text.
  var isMultiline: Bool { purpose.isMultiline }
}

extension TextField.Purpose {
  /// Whether it changes nothing of the session.
  fileprivate var isForReading: Bool {
    self == .findInReport || self == .reportFile || self == .findInQuestions
  }

  /// Whether what is written takes more than a line.
  var isMultiline: Bool {
    switch self {
    case .context, .record(_, .profileContext): true
    case .card(let text): text.isLong
    case .newPerson, .findInQuestions, .findInReport, .reportFile, .newRecord, .record, .newComment,
      .answerToComment, .commentTo,
      .written, .newEvidence,
      .evidence, .newInstitution, .position, .exchange, .newConsulted,
      .consulted, .prepare, .parked, .parkedQuestion, .newNextStep, .nextStep:
      false
    }
  }
}

extension PageContext {
  /// Lays a field over the page, with the text that is there now.
  mutating func openField(_ purpose: TextField.Purpose, text: String?) {
    guard purpose.isForReading || !refusesBecauseReadOnly() else { return }
    var editor = TextEditor(
      text: text ?? self.text(for: purpose),
      direction: direction,
      isMultiline: purpose.isMultiline,
      limit: limit(of: purpose),
    )
    editor.clipboard = clipboard
    overlay = .field(TextField(purpose: purpose, editor: editor, problem: nil))
  }

  private func text(for purpose: TextField.Purpose) -> String {
    switch purpose {
    case .context: currentAnswer?.note?.original ?? ""
    case .written:
      switch currentAnswer?.value {
      case .number(let number): Words.plain(number)
      case .date(let date): date.description
      case .text(let text): text
      default: ""
      }
    case .newEvidence: ""
    case .evidence(let id, let field): evidence(id)?.text(of: field) ?? ""
    case .parked, .newNextStep, .newInstitution, .newConsulted, .newRecord, .newComment,
      .answerToComment, .commentTo:
      ""
    // What is looked for, and under which name a report is written, its page knows.
    case .newPerson, .findInQuestions, .findInReport, .reportFile: ""
    case .parkedQuestion: delegation.map { words.text($0.shortName) } ?? ""
    case .record(let key, let field): ownRecord(key).map { field.text(in: $0) } ?? ""
    case .prepare(let field): self.text(of: field)
    case .card(let text): self.text(of: text)
    case .consulted(let id, let field): consultation(id)?.text(of: field) ?? ""
    case .position(let institution, .reservation):
      isFirstRound ? "" : currentAnswer?.reservations[institution] ?? ""
    case .position(let institution, .evidence): position(of: institution)?.evidence ?? ""
    case .position(let institution, _): position(of: institution)?.reason ?? ""
    case .nextStep(let id, let field): step(id)?.text(of: field) ?? ""
    case .exchange(let id, .takenHome): exchange(id)?.takenHome ?? ""
    case .exchange(let id, _): exchange(id)?.said ?? ""
    }
  }

  func title(of purpose: TextField.Purpose) -> String {
    switch purpose {
    case .context: words(.contextTitle)
    case .written:
      switch currentQuestion?.kind {
      case .number: words(.writtenNumber)
      case .date: words(.writtenDate)
      default: words(.writtenText)
      }
    case .newEvidence: words(.newEvidenceTitle)
    case .evidence(_, let field): words(field.label)
    case .newInstitution: words(.newInstitution)
    case .position(_, let field): words(field.label)
    case .exchange(_, let field): words(field.label)
    case .newConsulted: words(.consultedInstitution)
    case .prepare(let field): words(field.label)
    case .card(let text): title(of: text)
    case .consulted(_, let field): words(field.label)
    case .parked: words(.parkingLotNew)
    case .parkedQuestion(let number):
      words(
        .parkTitle(
          question: number,
          text: .own(questionnaire[number].map { words.text($0.text) } ?? ""),
        )
      )
    case .newNextStep: words(.nextStepText)
    case .newRecord(let kind): words(RecordField.fields(of: kind).first?.label ?? kind.phrase)
    case .record(_, let field): words(field.label)
    case .newComment, .commentTo: words(.addComment)
    case .newPerson: words(.personName)
    case .findInQuestions: words(.searchQuestionsTitle)
    case .findInReport: words(.actionFindInReport)
    case .reportFile: words(.reportFileTitle)
    case .answerToComment: words(.commentAnswer)
    case .nextStep(_, let field): words(field.label)
    }
  }

  /// What a key does in a field: first what it means there, else it is typed.
  mutating func updateField(_ field: TextField, _ key: Key, at moment: Moment) -> [Effect] {
    var field = field
    switch ActionTable.action(for: key, in: [.text]) {
    case .keepText: return keepText(of: field, at: moment)
    case .leaveText:
      if field.editor.isChanged { choose(.leaving(field)) } else { overlay = nil }
      return []
    default: break
    }
    if key.code == .enter, key.modifiers.isEmpty, !field.isMultiline {
      return keepText(of: field, at: moment)
    }
    field.problem = nil
    field.editor.press(key, width: fieldWidth)
    clipboard = field.editor.clipboard
    overlay = .field(field)
    return []
  }
}
