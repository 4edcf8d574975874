import BidiText
import Consultation
import Display
import Phrases

/// One line of the page of a consultation.
package enum ConsultedField: CaseIterable, Sendable {
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

/// Who was consulted on a domain, when and how.
extension App {
  private func consultations(on domain: Int) -> [(id: String, consulted: Consulted)] {
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

  mutating func updateConsulted(
    _ domain: Int,
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    let entries = consultations(on: domain)
    var list = list
    switch action {
    case .add: openField(.newConsulted(domain: domain))
    case .remove:
      guard entries.indices.contains(list.selected) else { return [] }
      let key = RecordKey(.consulted, entries[list.selected].id)
      return set(key, to: nil, of: delegationCode, at: moment)
    case .open:
      if entries.indices.contains(list.selected) {
        go(to: .consultation(entries[list.selected].id, ListState()))
      } else {
        openField(.newConsulted(domain: domain))
      }
    default:
      guard list.move(action, count: entries.count + 1, pageSize: bodyArea.height) else {
        return nil
      }
      show(.consulted(domain: domain, list))
    }
    return []
  }

  func consultedBody(_ domain: Int, _ list: ListState) -> Flow {
    listBody(
      .consultedTitle,
      consultations(on: domain).map { _, consulted in
        let when = consulted.on.map { words.date($0) }
        let number = consulted.question.map { words.number($0) }
        let rest = [number, words(consulted.manner.phrase), when].compactMap(\.self)
        return (
          HarmlessText.isolated(consulted.institution),
          rest.joined(separator: " \(setting.symbols.separator) "),
        )
      },
      nothing: .consultedNothing,
      add: .addConsulted,
      selected: list.selected,
    )
  }

  mutating func updateConsultation(
    _ id: String,
    _ list: ListState,
    _ action: Action,
  ) -> [Effect]? {
    var list = list
    let fields = ConsultedField.allCases
    guard action == .open else {
      guard list.move(action, count: fields.count, pageSize: fields.count) else { return nil }
      show(.consultation(id, list))
      return []
    }
    guard consultation(id) != nil, !refusesBecauseReadOnly() else { return [] }
    if fields[list.selected] == .manner {
      overlay = .chooser(Chooser(.manner(id), in: self))
    } else {
      openField(.consulted(id, fields[list.selected]))
    }
    return []
  }

  func consultationBody(_ id: String, _ list: ListState) -> Flow {
    fieldsBody(
      .consultedTitle,
      ConsultedField.allCases.map { field in
        let consulted = consultation(id)
        let text =
          field == .manner
          ? consulted.map { words($0.manner.phrase) } ?? ""
          : isolatedUnlessEmpty(consulted?.text(of: field) ?? "")
        return (field.label, text)
      },
      selected: list.selected,
    )
  }
}
