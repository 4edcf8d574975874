package import Consultation
package import Phrases
import PlacedJSON

/// What describes a table of answers to people and programs (Data Package with Table Schema): its
/// columns, the values that they take, and every question as a code book.
package struct DataPackage {
  private let columns: [AnswerTable.Column]
  private let questionnaire: Questionnaire
  private let words: Words

  /// The name by which it is known again: a file of another name is nobody's to replace.
  package static let name = "majlis-answers"

  package init(
    columns: [AnswerTable.Column],
    questionnaire: Questionnaire,
    words: Words,
  ) {
    self.columns = columns
    self.questionnaire = questionnaire
    self.words = words
  }

  /// The description of a file of answers that lies beside it.
  package func json(ofFile path: String) -> [UInt8] {
    JSONWriter.text(
      .object([
        ("name", .string(Self.name)),
        ("title", .string(words.text(questionnaire.title))),
        (
          "description",
          .string(words.text(questionnaire.notice) + "\n\n" + words(.exportNotice)),
        ),
        ("profile", .string("data-package")),
        ("version", .string(questionnaire.identity.version)),
        ("keywords", .array(["migration", "MGI", questionnaire.identity.id].map { .string($0) })),
        ("resources", .array([answers(path), questions])),
      ])
    )
  }

  /// Whether a file is such a description, of any table of answers.
  package static func isOne(_ bytes: [UInt8]) -> Bool {
    // What is no JSON is somebody else's.
    (try? JSONReader.read(bytes))?["name"]?.string == name
  }

  private func answers(_ path: String) -> JSONValue {
    .object([
      ("name", .string("answers")),
      ("title", .string(words(.exportSheetAnswers))),
      ("path", .string(path)),
      ("profile", .string("tabular-data-resource")),
      ("format", .string("csv")),
      ("mediatype", .string("text/csv")),
      ("encoding", .string("utf-8")),
      (
        "schema",
        .object([
          ("fields", .array(columns.map(field))),
          ("primaryKey", .array([.string("delegation"), .string("question")])),
          ("missingValues", .array([.string("")])),
        ]),
      ),
    ])
  }

  private func field(_ column: AnswerTable.Column) -> JSONValue {
    var members: [JSONValue.Member] = [
      ("name", .string(column.rawValue)),
      ("title", .string(words(column.phrase))),
      ("type", .string(column == .domain ? "integer" : column == .at ? "datetime" : "string")),
    ]
    if column == .at { members.append(("format", .string("any"))) }
    var constraints: [JSONValue.Member] = []
    if [.delegation, .question].contains(column) {
      constraints.append(("required", JSONValue(.bool(true))))
    }
    if let codes = column.codes { constraints.append(("enum", .array(codes.map { .string($0) }))) }
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }

  /// The code book: every question with the values that it takes, within the description itself.
  private var questions: JSONValue {
    let fields = ["question", "kind", "values"] + Language.allCases.map { "text_\($0.rawValue)" }
    return .object([
      ("name", .string("questions")),
      ("title", .string(words(.exportSheetQuestions))),
      ("profile", .string("tabular-data-resource")),
      (
        "schema",
        .object([
          (
            "fields",
            .array(
              fields.map { .object([("name", .string($0)), ("type", .string("string"))]) }
            ),
          ),
          ("primaryKey", .array([.string("question")])),
        ]),
      ),
      ("data", .array(questionnaire.questions.map(line))),
    ])
  }

  private func line(of question: Question) -> JSONValue {
    .object(
      [
        ("question", .string(question.number.description)),
        ("kind", .string(question.kind.code)),
        ("values", .string(CodeBook.values(of: question, in: questionnaire, words))),
      ] + Language.allCases.map { ("text_\($0.rawValue)", .string(question.text[$0])) }
    )
  }
}

extension AnswerTable.Column {
  /// What it is called in a language.
  package var phrase: Phrase {
    switch self {
    case .delegation: .exportDelegation
    case .delegationName: .exportDelegationName
    case .question: .exportQuestion
    case .domain: .exportDomain
    case .domainTitle: .exportDomainTitle
    case .theme: .exportTheme
    case .themeTitle: .exportThemeTitle
    case .questionText: .exportQuestionText
    case .kind: .exportKind
    case .value: .exportValue
    case .valueLabel: .exportValueLabel
    case .notApplicableReason: .exportNotApplicableReason
    case .elements: .exportElements
    case .instruments: .exportInstruments
    case .applied: .exportApplied
    case .note: .exportNote
    case .noteLanguage: .exportNoteLanguage
    case .evidence: .exportEvidence
    case .status: .exportStatus
    case .sharing: .exportSharing
    case .positions: .exportPositions
    case .reservations: .exportReservations
    case .at: .exportAt
    case .by: .exportBy
    }
  }

  /// The codes that it takes, where it takes no others.
  fileprivate var codes: [String]? {
    switch self {
    case .applied: Applied.allCases.map(\.rawValue)
    case .noteLanguage: Language.allCases.map(\.rawValue)
    case .status: AnswerStatus.allCases.map(\.rawValue)
    case .sharing: Sharing.allCases.map(\.rawValue)
    case .delegation, .delegationName, .question, .domain, .domainTitle, .theme, .themeTitle,
      .questionText, .kind, .value, .valueLabel, .notApplicableReason, .elements,
      .instruments, .note,
      .evidence, .positions, .reservations, .at, .by:
      nil
    }
  }
}
