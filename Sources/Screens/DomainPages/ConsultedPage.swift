import BidiText
import Consultation
import Display
import Phrases

/// One line of the page of a consultation.
enum ConsultedField: CaseIterable, Sendable {
  case institution
  case manner
  case on

  var label: Phrase {
    switch self {
    case .institution: .consultedInstitution
    case .manner: .consultedManner
    case .on: .consultedOn
    }
  }
}

extension Consulted.Manner {
  var phrase: Phrase {
    switch self {
    case .meeting: .mannerMeeting
    case .letter: .mannerLetter
    case .online: .mannerOnline
    }
  }
}

extension Consulted {
  func text(of field: ConsultedField) -> String {
    switch field {
    case .institution: institution
    case .manner: ""
    case .on: on?.description ?? ""
    }
  }

  /// The same with another text in a field; `nil` where the field cannot hold it.
  func setting(_ field: ConsultedField, to text: String) -> Consulted? {
    var changed = self
    switch field {
    case .institution:
      guard !text.isEmpty else { return nil }
      changed.institution = text
    case .manner: return nil
    case .on:
      changed.on = CalendarDate(text)
      if changed.on == nil, !text.isEmpty { return nil }
    }
    return changed
  }
}

/// Who was consulted on a domain.
struct ConsultedPage: ListPage {
  let domain: Int
  var list = ListState()

  var asPage: Page { .consulted(self) }
  var depth: Int { 6 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpConsulted }

  func heading(in context: PageContext) -> PageHeading { context.delegationHeading }

  func hints(in context: PageContext) -> [Action] {
    [.add, .remove, .open, .back, .help, .undo]
  }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let entries = context.consultations(on: domain)
    switch action {
    case .add: context.openField(.newConsulted(domain: domain))
    case .remove:
      guard entries.indices.contains(list.selected) else { return [] }
      let key = RecordKey(.consulted, entries[list.selected].id)
      return context.set(key, to: nil, of: context.delegationCode, at: moment)
    case .open:
      if entries.indices.contains(list.selected) {
        context.go(to: .consultation(ConsultationPage(id: entries[list.selected].id)))
      } else {
        context.openField(.newConsulted(domain: domain))
      }
    default:
      return move(action, among: entries.count + 1, rows: context.bodyArea.height, in: &context)
    }
    return []
  }
}

extension ConsultedPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    context.listBody(
      .consultedTitle,
      context.consultations(on: domain).map { _, consulted in
        let when = consulted.on.map { context.words.date($0) }
        let number = consulted.question.map { context.words.number($0) }
        let rest = [number, context.words(consulted.manner.phrase), when].compactMap(\.self)
        return (
          HarmlessText.isolated(consulted.institution),
          rest.joined(separator: " \(context.setting.symbols.separator) "),
        )
      },
      nothing: .consultedNothing,
      add: .addConsulted,
      selected: list.selected,
    )
  }
}

/// One consultation, by its identifier.
struct ConsultationPage: ListPage {
  let id: String
  var list = ListState()

  var asPage: Page { .consultation(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpConsulted }
  var hintOfOpening: Phrase { .hintChange }

  func heading(in context: PageContext) -> PageHeading { context.delegationHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let fields = ConsultedField.allCases
    guard action == .open else {
      return move(action, among: fields.count, rows: fields.count, in: &context)
    }
    guard context.consultation(id) != nil, !context.refusesBecauseReadOnly() else { return [] }
    if fields[list.selected] == .manner {
      context.choose(.manner(id))
    } else {
      context.openField(.consulted(id, fields[list.selected]))
    }
    return []
  }
}

extension ConsultationPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    context.fieldsBody(
      .consultedTitle,
      ConsultedField.allCases.map { field in
        let consulted = context.consultation(id)
        let text =
          field == .manner
          ? consulted.map { context.words($0.manner.phrase) } ?? ""
          : context.isolatedUnlessEmpty(consulted?.text(of: field) ?? "")
        return (field.label, text)
      },
      selected: list.selected,
    )
  }
}

/// Who was consulted on a domain, when and how.
extension PageContext {
  fileprivate func consultations(on domain: Int) -> [(id: String, consulted: Consulted)] {
    (delegation?.records ?? [:]).sorted { $0.key < $1.key }.compactMap { key, record in
      guard case .consulted(let consulted) = record, consulted.domain == domain else {
        return nil
      }
      return (key.id, consulted)
    }
  }

  func consultation(_ id: String) -> Consulted? {
    guard case .consulted(let consulted) = delegation?.records[RecordKey(.consulted, id)] else {
      return nil
    }
    return consulted
  }
}
