import BidiText
import Consultation
import Display
import Phrases

/// A delegation's records of a kind.
struct RecordsPage: ListPage {
  let kind: Record.Kind
  var list = ListState()

  var asPage: Page { .records(self) }
  var depth: Int { 6 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { kind == .priority ? .helpPriorities : .helpRemarks }

  func heading(in context: PageContext) -> PageHeading { context.delegationHeading }

  func hints(in context: PageContext) -> [Action] {
    [.add, .remove, .open, .back, .help, .undo]
  }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let records = context.records(of: kind)
    switch action {
    case .add: context.openField(.newRecord(kind))
    case .remove:
      guard records.indices.contains(list.selected) else { return [] }
      return context.set(
        records[list.selected].key,
        to: nil,
        of: context.delegationCode,
        at: moment,
      )
    case .open:
      if records.indices.contains(list.selected) {
        context.go(to: .record(RecordPage(key: records[list.selected].key)))
      } else {
        context.openField(.newRecord(kind))
      }
    default:
      return move(action, among: records.count + 1, rows: context.bodyArea.height, in: &context)
    }
    return []
  }
}

extension RecordsPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    context.listBody(
      PageContext.title(of: kind),
      context.records(of: kind).map { _, record in
        (HarmlessText.isolated(RecordField.name(of: record)), context.detail(of: record))
      },
      nothing: kind == .priority ? .prioritiesNothing : .remarksNothing,
      add: kind == .priority ? .addPriority : .addRemark,
      selected: list.selected,
    )
  }
}

/// One of a delegation's records.
struct RecordPage: ListPage {
  let key: RecordKey
  var list = ListState()

  var asPage: Page { .record(self) }
  var depth: Int { 7 }
  var hintOfOpening: Phrase { .hintChange }

  func heading(in context: PageContext) -> PageHeading { context.delegationHeading }

  var help: Phrase {
    switch key.kind {
    case .priority: .helpPriorities
    case .remark: .helpRemarks
    case .interest: .helpInterest
    case .verification: .helpVerification
    default: .helpProfile
    }
  }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let fields = RecordField.fields(of: key.kind)
    guard action == .open else {
      return move(action, among: fields.count, rows: fields.count, in: &context)
    }
    guard fields.indices.contains(list.selected), !context.refusesBecauseReadOnly() else {
      return []
    }
    let field = fields[list.selected]
    if field.input == .choice {
      context.choose(.record(key, field))
    } else {
      context.openField(.record(key, field))
    }
    return []
  }
}

extension RecordPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    let record = context.ownRecord(key)
    return context.fieldsBody(
      PageContext.title(of: key.kind),
      RecordField.fields(of: key.kind).map { field in
        (
          field.label,
          record.map { context.shown(field, in: $0, isThere: context.isThere(key)) } ?? "",
        )
      },
      selected: list.selected,
    )
  }
}

/// Records that are a delegation's own: in a list, and each on a page of its own.
extension PageContext {
  func records(of kind: Record.Kind) -> [(key: RecordKey, record: Record)] {
    (delegation?.records ?? [:]).filter { $0.key.kind == kind }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// A record as it is, or as it would be with nothing in it.
  func ownRecord(_ key: RecordKey) -> Record? {
    delegation?.records[key] ?? RecordField.blank(key)
  }

  // MARK: A list

  fileprivate func detail(of record: Record) -> String? {
    var parts: [String] = []
    switch record {
    case .priority(let priority):
      if !priority.support.isEmpty { parts.append(HarmlessText.isolated(priority.support)) }
      parts.append(words(priority.sharing.sharedPhrase))
    case .remark(let remark):
      parts.append(remark.comment.map(HarmlessText.isolated) ?? words(.remarkNoComment))
      if !remark.response.isEmpty { parts.append(HarmlessText.isolated(remark.response)) }
    default: break
    }
    return parts.isEmpty ? nil : parts.joined(separator: " \(setting.symbols.separator) ")
  }

  static func title(of kind: Record.Kind) -> Phrase {
    switch kind {
    case .priority: .prioritiesTitle
    case .remark: .remarksTitle
    case .interest: .interestTitle
    case .profile: .profileTitle
    case .verification: .verificationTitle
    default: kind.phrase
    }
  }

  // MARK: One record

  fileprivate func isThere(_ key: RecordKey) -> Bool { delegation?.records[key] != nil }

  fileprivate func shown(_ field: RecordField, in record: Record, isThere: Bool) -> String {
    switch field.input {
    case .text:
      if field == .remarkComment, case .remark(let remark) = record, remark.comment == nil {
        return words(.remarkNoComment)
      }
      return isolatedUnlessEmpty(field.text(in: record))
    case .date: return CalendarDate(field.text(in: record)).map { words.date($0) } ?? ""
    case .choice:
      // Before anybody said anything, nothing is said to be chosen.
      guard isThere, let index = field.chosen(in: record) else { return "" }
      let choices = choices(of: field)
      return choices.indices.contains(index) ? choices[index] : ""
    }
  }

  /// What can be chosen in a line, in its order.
  func choices(of field: RecordField) -> [String] {
    switch field {
    case .priorityDomain, .remarkDomain:
      [words(field == .remarkDomain ? .remarkWhole : .agendaNoDomain)]
        + questionnaire.domains.map { words.text($0.title) }
    case .prioritySharing, .interestSharing: Sharing.allCases.map { words($0.phrase) }
    case .interestAnswer: [words(.interestYes), words(.interestNo)]
    case .profileStanding: ProfileFrame.Standing.allCases.map { words($0.phrase) }
    case .profileNaming: [words(.profileUnnamed), words(.profileNamed)]
    default: []
    }
  }

  mutating func choose(
    _ index: Int,
    in field: RecordField,
    of key: RecordKey,
    at moment: Moment,
  ) -> [Effect] {
    guard let record = ownRecord(key) else { return [] }
    return set(key, to: field.choosing(index, in: record), of: delegationCode, at: moment)
  }

  // MARK: What is written

  mutating func keepNewRecord(
    _ kind: Record.Kind,
    named name: String,
    at moment: Moment,
  ) -> [Effect] {
    overlay = nil
    let key = RecordKey(kind, moment.id)
    guard !name.isEmpty, let record = RecordField.blank(key, named: name) else { return [] }
    let effects = set(key, to: record, of: delegationCode, at: moment)
    if !effects.isEmpty { go(to: .record(RecordPage(key: key, list: ListState(selected: 1)))) }
    return effects
  }

  /// - Returns: `nil` where the line cannot hold the text.
  mutating func keep(
    _ text: String,
    in field: RecordField,
    of key: RecordKey,
    at moment: Moment,
  ) -> [Effect]? {
    guard let record = ownRecord(key) else { return [] }
    let written = Language(ofText: text, usually: language, of: delegation?.languages ?? [])
    guard let changed = field.setting(text, in: record, language: written) else { return nil }
    overlay = nil
    // Nothing that was never there is not made by leaving it empty.
    if text.isEmpty, !isThere(key) { return [] }
    return set(key, to: changed, of: delegationCode, at: moment)
  }
}
