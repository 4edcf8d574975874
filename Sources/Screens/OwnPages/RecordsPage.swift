import BidiText
import Consultation
import Display
import Phrases

/// A delegation's records of a kind, each named by its first field.
struct RecordsPage: EntryList, OwnPage {
  typealias Item = PageContext.OwnRecord

  let kind: Record.Kind
  var list = ListState()

  var asPage: Page { .records(self) }
  var depth: Int { 6 }
  var help: Phrase { RecordPage.words(of: kind).help }
  var title: Phrase? { RecordPage.words(of: kind).title }
  var nothing: Phrase? { RecordPage.words(of: kind).nothing }
  var adding: Phrase { RecordPage.words(of: kind).adding ?? .actionAdd }
  var titleOfNew: Phrase { Record.fields(of: kind).first?.label ?? kind.phrase }

  func items(in context: PageContext) -> [Item] { context.records(of: kind) }

  func page(of item: Item) -> Page? { .record(RecordPage(key: item.key)) }

  func make(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let key = RecordKey(kind, moment.id)
    let languages = context.delegation?.languages ?? []
    let language = Language(ofText: text, usually: context.language, of: languages)
    guard let record = Record.blank(key, named: text, in: language) else { return [] }
    return context.setOwn(
      key,
      to: record,
      at: moment,
      thenOn: .record(RecordPage(key: key, list: ListState(selected: 1))),
    )
  }

  func remove(_ item: Item, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.setOwn(item.key, to: nil, at: moment)
  }

  func add(_ item: Item, to flow: inout Flow, in context: PageContext) {
    let name = Record.fields(of: kind).first?.text(in: item.record, context.fieldSetting) ?? ""
    flow.line(TextSanitizer.isolated(name), under: context.detail(of: item.record))
  }
}

/// One of a delegation's records.
struct RecordPage: FormPage, OwnPage {
  let key: RecordKey
  var list = ListState()

  var asPage: Page { .record(self) }
  var depth: Int { 7 }
  var title: Phrase? { Self.words(of: key.kind).title }
  var fields: [Field<Record>] { Record.fields(of: key.kind) }

  var help: Phrase { Self.words(of: key.kind).help }

  /// What is said of a kind: its title and help; of one that is listed, what is said where there is
  /// none, and the line that adds one.
  static func words(of kind: Record.Kind) -> RecordWords {
    switch kind {
    case .priority:
      RecordWords(.prioritiesTitle, .helpPriorities, .prioritiesNothing, .addPriority)
    case .remark: RecordWords(.remarksTitle, .helpRemarks, .remarksNothing, .addRemark)
    case .reviewNote: RecordWords(.reviewNotesTitle, .helpReview, .reviewNothing, .addReviewNote)
    case .interest: RecordWords(.interestTitle, .helpInterest)
    case .verification: RecordWords(.verificationTitle, .helpVerification)
    case .profile: RecordWords(.profileTitle, .helpProfile)
    case .imprint: RecordWords(.imprintTitle, .helpImprint)
    case .keyFigure: RecordWords(.figuresTitle, .helpFigures, .figuresNothing, .addFigure)
    case .acronym: RecordWords(.acronymsTitle, .helpAcronyms, .acronymsNothing, .addAcronym)
    default: RecordWords(kind.phrase, .helpProfile)
    }
  }

  /// The record as it is, or as it would be with nothing in it.
  func subject(in context: PageContext) -> Record? {
    context.delegation?.records[key] ?? Record.blank(key)
  }

  func isThere(in context: PageContext) -> Bool { context.delegation?.records[key] != nil }

  func keep(_ record: Record, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.setOwn(key, to: record, at: moment)
  }
}

/// What is said of a kind of record on its pages.
struct RecordWords {
  let title: Phrase
  let help: Phrase
  let nothing: Phrase?
  let adding: Phrase?

  init(_ title: Phrase, _ help: Phrase, _ nothing: Phrase? = nil, _ adding: Phrase? = nil) {
    self.title = title
    self.help = help
    self.nothing = nothing
    self.adding = adding
  }
}

/// Records that are a delegation's own.
extension PageContext {
  typealias OwnRecord = (key: RecordKey, record: Record)

  func records(of kind: Record.Kind) -> [OwnRecord] {
    (delegation?.records ?? [:]).filter { $0.key.kind == kind }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  fileprivate func detail(of record: Record) -> String? {
    switch record {
    case .priority(let priority):
      joined([isolated(priority.support), words(priority.sharing.sharedPhrase)])
    case .remark(let remark):
      joined([
        remark.comment.map(TextSanitizer.isolated) ?? words(.remarkNoComment),
        isolated(remark.response),
      ])
    case .keyFigure(let figure):
      joined([
        isolated(figure.figure), figure.year.map { words.digits.write("\($0)") },
        isolated(figure.source),
      ])
    case .acronym(let acronym):
      acronym.meaning.flatMap { isolated($0.reading(in: language).text) }
    case .reviewNote(let note):
      joined([
        words(note.kind.phrase), note.roundTable.map { words.title(of: $0) } ?? words(.reviewWhole),
      ])
    default: nil
    }
  }
}
