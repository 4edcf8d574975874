import Consultation
import Phrases

/// A text of the workshop that can be written anew, and where it goes.
enum PrepareField: Equatable, Sendable {
  case title
  case place
  case days
  case itemTitle(String)
  case itemStart(String)
  case itemMinutes(String)
  case newItem
  case delegateName(DelegationCode, String)
  case delegateInstitution(DelegationCode, String)
  case delegateRole(DelegationCode, String)
  case newDelegate(DelegationCode)
  /// The code of a delegation that is added.
  case newDelegation
  case shortName(DelegationCode)
  case officialName(DelegationCode)
  case placeInOrder(DelegationCode)

  var label: Phrase {
    switch self {
    case .title: .prepareName
    case .place: .preparePlace
    case .days: .prepareDays
    case .itemTitle, .newItem: .agendaItemTitle
    case .itemStart: .agendaItemStart
    case .itemMinutes: .agendaItemMinutes
    case .delegateName, .newDelegate: .delegateName
    case .delegateInstitution: .delegateInstitution
    case .delegateRole: .delegateRole
    case .newDelegation: .delegationCode
    case .shortName: .delegationShortName
    case .officialName: .delegationOfficialName
    case .placeInOrder: .delegationPlace
    }
  }

  /// What is said where the field cannot hold what was written.
  var problem: Phrase {
    switch self {
    case .days: .problemDate
    case .itemStart: .problemTime
    case .itemMinutes: .problemMinutes
    case .newDelegation: .problemDelegationCode
    case .placeInOrder: .problemPlace
    default: .problemTitleNeeded
    }
  }
}

extension AgendaItem.Kind {
  var phrase: Phrase {
    switch self {
    case .welcome: .kindWelcome
    case .experience: .kindExperience
    case .domain: .kindDomain
    case .discussion: .kindDiscussion
    case .priorities: .kindPriorities
    case .compact: .kindCompact
    case .pause: .kindPause
    case .closing: .kindClosing
    }
  }
}

extension RoomContext {
  func item(_ id: String) -> AgendaItem? { desk.workshop.agenda.first { $0.id == id } }

  func delegate(_ code: DelegationCode, _ id: String) -> Delegate? {
    desk.delegates(of: code).first { $0.id == id }
  }

  func text(of field: PrepareField) -> String {
    let workshop = desk.workshop
    return switch field {
    case .title: workshop.title.reading(in: language).text
    case .place: workshop.place?.reading(in: language).text ?? ""
    case .days: workshop.days.map(\.description).joined(separator: " ")
    case .itemTitle(let id): item(id)?.title.reading(in: language).text ?? ""
    case .itemStart(let id): item(id).map { Self.clock($0.start) } ?? ""
    case .itemMinutes(let id): item(id).map { String($0.minutes) } ?? ""
    case .newItem, .newDelegate, .newDelegation: ""
    case .shortName(let code): desk.identity(of: code)?.shortName[language] ?? ""
    case .officialName(let code): desk.identity(of: code)?.officialName[language] ?? ""
    case .placeInOrder(let code):
      desk.order.firstIndex(of: code).map { String($0 + 1) } ?? ""
    case .delegateName(let code, let id): delegate(code, id)?.name ?? ""
    case .delegateInstitution(let code, let id): delegate(code, id)?.institution ?? ""
    case .delegateRole(let code, let id): delegate(code, id)?.role ?? ""
    }
  }

  static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  private static func minutes(_ clock: String) -> Int? {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
      return nil
    }
    return parts[0] * 60 + parts[1]
  }

  /// The text as it is written in the reader's language; one in this language where there is none.
  private func rewritten(_ text: TranslatedText?, as new: String) -> TranslatedText {
    text?.written(new, in: language) ?? TranslatedText(new, language: language)
  }

  /// The record that a written text makes; `nil` where the field cannot hold it.
  func record(
    writing text: String,
    in field: PrepareField,
    id: String,
  ) -> (key: RecordKey, record: Record, delegation: DelegationCode?)? {
    let workshop = desk.workshop
    var frame = WorkshopFrame(
      title: workshop.title,
      place: workshop.place,
      days: workshop.days,
    )
    let frameKey = RecordKey(.workshop, "workshop")
    switch field {
    case .title:
      guard !text.isEmpty else { return nil }
      frame.title = rewritten(frame.title, as: text)
      return (frameKey, .workshop(frame), nil)
    case .place:
      frame.place = text.isEmpty ? nil : rewritten(frame.place, as: text)
      return (frameKey, .workshop(frame), nil)
    case .days:
      let days = text.split(separator: " ").map { CalendarDate($0) }
      guard !days.contains(nil) else { return nil }
      frame.days = days.compactMap(\.self)
      return (frameKey, .workshop(frame), nil)
    case .newItem:
      guard !text.isEmpty else { return nil }
      let end = workshop.agenda.map { $0.start + $0.minutes }.max() ?? 540
      let item = AgendaItem(
        id: id,
        kind: .discussion,
        title: TranslatedText(text, language: language),
        start: min(end, 1439),
        minutes: 30,
      )
      return (RecordKey(.agendaItem, id), .agendaItem(item), nil)
    case .newDelegation, .shortName, .officialName:
      return identity(writing: text, in: field).map {
        (.identity(of: $0.code), .identity($0), nil)
      }
    case .placeInOrder: return nil
    case .itemTitle, .itemStart, .itemMinutes: return record(ofItemWriting: text, in: field)
    case .delegateName, .delegateInstitution, .delegateRole, .newDelegate:
      return record(ofDelegateWriting: text, in: field, id: id)
    }
  }

  private func record(
    ofItemWriting text: String,
    in field: PrepareField,
  ) -> (key: RecordKey, record: Record, delegation: DelegationCode?)? {
    var changed: AgendaItem
    switch field {
    case .itemTitle(let id):
      guard let item = item(id), !text.isEmpty else { return nil }
      changed = item
      changed.title = rewritten(item.title, as: text)
    case .itemStart(let id):
      guard let item = item(id), let start = Self.minutes(text) else { return nil }
      changed = item
      changed.start = start
    case .itemMinutes(let id):
      guard let item = item(id), let minutes = Int(text), (0...600).contains(minutes) else {
        return nil
      }
      changed = item
      changed.minutes = minutes
    default: return nil
    }
    return (RecordKey(.agendaItem, changed.id), .agendaItem(changed), nil)
  }

  private func record(
    ofDelegateWriting text: String,
    in field: PrepareField,
    id newID: String,
  ) -> (key: RecordKey, record: Record, delegation: DelegationCode?)? {
    func record(
      _ code: DelegationCode,
      _ delegate: Delegate?,
    )
      -> (key: RecordKey, record: Record, delegation: DelegationCode?)?
    {
      delegate.map { (RecordKey(.delegate, $0.id), .delegate($0), code) }
    }
    switch field {
    case .newDelegate(let code):
      guard !text.isEmpty else { return nil }
      let isOnline = desk.frame(of: code)?.mode == .online
      let delegate = Delegate(
        id: newID,
        name: text,
        institution: "",
        role: "",
        isOnline: isOnline,
      )
      return record(code, delegate)
    case .delegateName(let code, let id):
      guard var delegate = delegate(code, id), !text.isEmpty else { return nil }
      delegate.name = text
      return record(code, delegate)
    case .delegateInstitution(let code, let id):
      guard var delegate = delegate(code, id) else { return nil }
      delegate.institution = text
      return record(code, delegate)
    case .delegateRole(let code, let id):
      guard var delegate = delegate(code, id) else { return nil }
      delegate.role = text
      return record(code, delegate)
    default: return nil
    }
  }
}
