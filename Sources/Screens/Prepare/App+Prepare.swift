import BidiText
import Consultation
import Display
import Phrases

/// One line of the page on which the workshop is prepared.
enum PrepareEntry: Equatable {
  case field(PrepareField)
  case item(String)
  case newItem
  case delegation(DelegationCode)
  case newDelegation
}

/// Everything that the workshop has, within reach of the screens.
extension App {
  var prepareEntries: [PrepareEntry] {
    [.field(.title), .field(.place), .field(.days)]
      + desk.workshop.agenda.map { .item($0.id) } + [.newItem]
      + desk.order.map { .delegation($0) } + [.newDelegation]
  }

  mutating func updatePrepare(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    let entries = prepareEntries
    let entry = entries.indices.contains(list.selected) ? entries[list.selected] : nil
    var list = list
    switch (action, entry) {
    case (.open, .field(let field)?): openField(.prepare(field))
    case (.open, .item(let id)?): go(to: .agendaItem(id, ListState()))
    case (.open, .newDelegation?), (.add, .newDelegation?), (.add, .delegation?):
      openField(.prepare(.newDelegation))
    case (.open, .newItem?), (.add, _): openField(.prepare(.newItem))
    case (.open, .delegation(let code)?): go(to: .delegationFrame(code, ListState()))
    case (.remove, .item(let id)?): return set(RecordKey(.agendaItem, id), to: nil, at: moment)
    case (.remove, .delegation(let code)?):
      return set(.identity(of: code), to: nil, at: moment)
    case (.remove, _), (.open, nil): break
    default:
      guard list.move(action, count: entries.count, pageSize: bodyArea.height) else {
        return nil
      }
      show(.prepare(list))
    }
    return []
  }

  func prepareBody(_ list: ListState) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    flow.text(words(.prepareTitle), style: .strong)
    let overlaps = AgendaOverlaps(desk.workshop.agenda)
    var heading: Phrase?
    for (index, entry) in prepareEntries.enumerated() {
      let needed = self.heading(of: entry)
      if needed != heading {
        flow.gap()
        if let needed { flow.text(words(needed), style: .heading) }
        heading = needed
      }
      flow.entry(index, isSelected: list.selected == index) { flow in
        add(entry, overlaps, to: &flow)
      }
    }
    return flow
  }

  private func heading(of entry: PrepareEntry) -> Phrase? {
    switch entry {
    case .field: nil
    case .item, .newItem: .prepareAgenda
    case .delegation, .newDelegation: .prepareDelegations
    }
  }

  private func add(_ entry: PrepareEntry, _ overlaps: AgendaOverlaps, to flow: inout Flow) {
    switch entry {
    case .field(let field):
      let text = isolatedUnlessEmpty(text(of: field))
      flow.row([
        Flow.Column(text: words(field.label), start: 1, width: 26, style: .quiet),
        Flow.Column(text: text.isEmpty ? words(.fieldEmpty) : text, start: 28),
      ])
      let workshop = desk.workshop
      if field == .title { addOlder(workshop.title, start: 28, to: &flow) }
      if field == .place, let place = workshop.place { addOlder(place, start: 28, to: &flow) }
    case .item(let id): add(itemOfAgenda: id, overlaps, to: &flow)
    case .newItem: flow.text(words(.addAgendaItem), start: 1, style: .key)
    case .newDelegation: flow.text(words(.addDelegation), start: 1, style: .key)
    case .delegation(let code):
      guard let identity = desk.identity(of: code), let frame = desk.frame(of: code) else { return }
      let names = desk.delegates(of: code).map { HarmlessText.isolated($0.name) }
      flow.row([
        Flow.Column(text: words.text(identity.shortName), start: 1, width: 16),
        Flow.Column(text: words(frame.mode.phrase), start: 18, width: 12, style: .quiet),
        Flow.Column(text: words.list(names), start: 31, style: .quiet, isOneLine: true),
      ])
    }
  }

  // MARK: One delegation

  mutating func updateFrame(
    _ code: DelegationCode,
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    let delegates = desk.delegates(of: code)
    var list = list
    switch action {
    case .add: openField(.prepare(.newDelegate(code)))
    case .remove:
      guard delegates.indices.contains(list.selected - 6) else { return [] }
      let key = RecordKey(.delegate, delegates[list.selected - 6].id)
      return set(key, to: nil, of: code, at: moment)
    case .open:
      guard !refusesBecauseReadOnly() else { return [] }
      switch list.selected {
      case 0: openField(.prepare(.shortName(code)))
      case 1: openField(.prepare(.officialName(code)))
      case 2: openField(.prepare(.placeInOrder(code)))
      case 3: overlay = .chooser(Chooser(.frameMode(code), in: self))
      case 4: overlay = .chooser(Chooser(.frameLanguage(code), in: self))
      case 5: overlay = .chooser(Chooser(.frameDigits(code), in: self))
      case let row where delegates.indices.contains(row - 6):
        go(to: .delegate(code, delegates[row - 6].id, ListState()))
      default: openField(.prepare(.newDelegate(code)))
      }
    default:
      guard list.move(action, count: delegates.count + 7, pageSize: bodyArea.height) else {
        return nil
      }
      show(.delegationFrame(code, list))
    }
    return []
  }

  func frameBody(_ code: DelegationCode, _ list: ListState) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    guard let identity = desk.identity(of: code), let frame = desk.frame(of: code) else {
      return flow
    }
    let delegates = desk.delegates(of: code)
    flow.text(words.text(identity.officialName), style: .strong)
    flow.gap()
    let fields: [(Phrase, String)] = [
      (.delegationShortName, words.text(identity.shortName)),
      (.delegationOfficialName, words.text(identity.officialName)),
      (.delegationPlace, words.digits.write(text(of: .placeInOrder(code)))),
      (.delegationMode, words(frame.mode.phrase)),
      (.delegationLanguage, frame.languages.first.map { words($0.phrase) } ?? ""),
      (.delegationDigits, words(frame.digits.phrase)),
    ]
    for (index, field) in fields.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: words(field.0), start: 1, width: 26, style: .quiet),
          Flow.Column(text: field.1, start: 28),
        ])
      }
    }
    flow.gap()
    for (index, delegate) in delegates.enumerated() {
      flow.entry(index + 6, isSelected: list.selected == index + 6) { flow in
        let rest = [delegate.role, delegate.institution].filter { !$0.isEmpty }
          .map(HarmlessText.isolated)
        flow.text(HarmlessText.isolated(delegate.name), start: 1)
        let presence = words(delegate.isOnline ? .modeOnline : .modeInPerson)
        flow.text(
          (rest + [presence]).joined(separator: " \(setting.symbols.separator) "),
          start: 3,
          style: .quiet,
        )
      }
    }
    let last = delegates.count + 6
    flow.entry(last, isSelected: list.selected >= last) { flow in
      flow.text(words(.addDelegate), start: 1, style: .key)
    }
    return flow
  }

  // MARK: One delegate

  mutating func updateDelegate(
    _ code: DelegationCode,
    _ id: String,
    _ list: ListState,
    _ action: Action,
  ) -> [Effect]? {
    var list = list
    guard action == .open else {
      guard list.move(action, count: 4, pageSize: 4) else { return nil }
      show(.delegate(code, id, list))
      return []
    }
    guard delegate(code, id) != nil, !refusesBecauseReadOnly() else { return [] }
    switch list.selected {
    case 0: openField(.prepare(.delegateName(code, id)))
    case 1: openField(.prepare(.delegateInstitution(code, id)))
    case 2: openField(.prepare(.delegateRole(code, id)))
    default: overlay = .chooser(Chooser(.delegatePresence(code, id), in: self))
    }
    return []
  }

  func delegateBody(_ code: DelegationCode, _ id: String, _ list: ListState) -> Flow {
    let delegate = delegate(code, id)
    return fieldsBody(
      .prepareDelegations,
      [
        (.delegateName, isolatedUnlessEmpty(delegate?.name ?? "")),
        (.delegateInstitution, isolatedUnlessEmpty(delegate?.institution ?? "")),
        (.delegateRole, isolatedUnlessEmpty(delegate?.role ?? "")),
        (
          .delegatePresence,
          words(delegate?.isOnline == true ? .modeOnline : .modeInPerson),
        ),
      ],
      selected: list.selected,
    )
  }

  // MARK: What is chosen

  mutating func chooseFrame(
    of code: DelegationCode,
    at moment: Moment,
    _ change: (inout DelegationFrame) -> Void,
  ) -> [Effect] {
    guard var frame = desk.frame(of: code) else { return [] }
    change(&frame)
    return set(RecordKey(.frame, "frame"), to: .frame(frame), of: code, at: moment)
  }
}

extension Delegation.Digits {
  var phrase: Phrase {
    switch self {
    case .arabic: .digitsArabic
    case .western: .digitsWestern
    }
  }
}

extension Language {
  /// What the language is called.
  var phrase: Phrase {
    switch self {
    case .arabic: .textArabic
    case .english: .textEnglish
    case .french: .textFrench
    }
  }
}
