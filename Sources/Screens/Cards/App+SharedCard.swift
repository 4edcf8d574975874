import BidiText
import Consultation
import Display
import Phrases

/// What a delegation can say of another one's card.
enum CardSaying: CaseIterable {
  case useful
  case ask
  case contact
  case name

  var action: Action {
    switch self {
    case .useful: .markUseful
    case .ask: .askOfCard
    case .contact: .askForContact
    case .name: .nameOrNot
    }
  }

  var label: Phrase {
    switch self {
    case .useful: .cardSayUseful
    case .ask: .cardSayAsk
    case .contact: .cardSayContact
    case .name: .cardSayName
    }
  }
}

/// A card that was shared, as others than its owner see it, and what they say of it.
extension App {
  /// The card, as long as it is shared.
  private func sharedCard(_ owner: DelegationCode, _ id: String) -> ExperienceCard? {
    sharedView[owner]?.cards.first { $0.id == id }?.card
  }

  private func fields(of card: ExperienceCard) -> [CardField] {
    CardField.allCases.filter { field in
      switch field {
      case .title, .sharing: false
      case .linked: !card.linked.isEmpty
      default: !card.text(of: field).isEmpty
      }
    }
  }

  /// What can be said of it at this terminal: nothing by its owner, and nothing by a facilitator.
  func sayings(of owner: DelegationCode) -> [CardSaying] {
    delegationCode == nil || delegationCode == owner ? [] : CardSaying.allCases
  }

  mutating func updateSharedCard(
    _ owner: DelegationCode,
    _ id: String,
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    var list = list
    let card = sharedCard(owner, id)
    let fields = card.map { self.fields(of: $0) } ?? []
    let sayings = self.sayings(of: owner)
    switch action {
    case .markUseful, .askOfCard, .askForContact, .nameOrNot:
      return say(action, of: owner, id, at: moment)
    case .open:
      let index = list.selected - fields.count
      guard sayings.indices.contains(index) else { return [] }
      return say(sayings[index].action, of: owner, id, at: moment)
    default:
      let count = fields.count + sayings.count
      guard list.move(action, count: count, pageSize: 4) else { return nil }
      show(.sharedCard(owner, id, list))
      return []
    }
  }

  func sharedCardBody(_ owner: DelegationCode, _ id: String, _ list: ListState) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    guard let card = sharedCard(owner, id) else {
      flow.text(words(.cardGone), style: .quiet)
      return flow
    }
    addQuestion(card.question, to: &flow)
    flow.text(HarmlessText.isolated(card.title), style: .strong)
    flow.text(name(owner), style: .heading)
    flow.gap()
    let fields = self.fields(of: card)
    for (index, field) in fields.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        add(field, of: card, to: &flow)
      }
    }
    if !fields.isEmpty { flow.gap() }
    if delegationCode == owner {
      flow.text(words(.cardIsYours), style: .quiet)
    } else if delegationCode == nil {
      flow.text(words(.cardForDelegations), style: .quiet)
    } else {
      addSayings(owner, id, after: fields.count, selected: list.selected, to: &flow)
    }
    return flow
  }

  private func addSayings(
    _ owner: DelegationCode,
    _ id: String,
    after first: Int,
    selected: Int,
    to flow: inout Flow,
  ) {
    flow.text(words(.cardYouSay, ["name": .own(name(owner))]), style: .heading)
    let mark = mark(on: owner, id) ?? UsefulMark(owner: owner, card: id)
    for (index, saying) in CardSaying.allCases.enumerated() {
      let text: String =
        switch saying {
        case .useful: mark.isUseful ? words(.cardYes) : ""
        case .ask: isolatedUnlessEmpty(mark.asks)
        case .contact: mark.asksForContact ? words(.cardYes) : ""
        case .name: words(mark.isAnonymous ? .cardWithoutName : .cardByName)
        }
      let key = ActionTable.row(of: saying.action)?.keys.first.map { words.name(of: $0) } ?? ""
      flow.entry(first + index, isSelected: selected == first + index) { flow in
        flow.row([
          Flow.Column(text: key, start: 1, width: 2, style: .key),
          Flow.Column(text: words(saying.label), start: 4, width: 23, style: .quiet),
          Flow.Column(
            text: text.isEmpty ? words(.fieldEmpty) : text,
            start: 28,
            style: text.isEmpty ? .quiet : .text,
          ),
        ])
      }
    }
  }

  // MARK: What is said of it

  private func markKey(_ owner: DelegationCode, _ id: String) -> RecordKey {
    RecordKey(.useful, "\(owner)-\(id)")
  }

  /// What the delegation at this terminal says of another one's card.
  func mark(on owner: DelegationCode, _ id: String) -> UsefulMark? {
    guard case .useful(let mark) = delegation?.records[markKey(owner, id)] else { return nil }
    return mark
  }

  private mutating func say(
    _ action: Action,
    of owner: DelegationCode,
    _ id: String,
    at moment: Moment,
  ) -> [Effect] {
    guard !sayings(of: owner).isEmpty else {
      notice = words(delegationCode == nil ? .cardForDelegations : .cardIsYours)
      return []
    }
    guard sharedCard(owner, id) != nil else {
      notice = words(.cardGone)
      return []
    }
    switch action {
    case .markUseful: return changeMark(on: owner, id, at: moment) { $0.isUseful.toggle() }
    case .askForContact:
      return changeMark(on: owner, id, at: moment) { $0.asksForContact.toggle() }
    case .nameOrNot: return changeMark(on: owner, id, at: moment) { $0.isAnonymous.toggle() }
    default: openField(.card(.ask(owner, id)))
    }
    return []
  }

  /// Changes what the delegation says of a card; takes it away where nothing is left of it.
  mutating func changeMark(
    on owner: DelegationCode,
    _ id: String,
    at moment: Moment,
    _ change: (inout UsefulMark) -> Void,
  ) -> [Effect] {
    guard let code = delegationCode else { return [] }
    var mark = mark(on: owner, id) ?? UsefulMark(owner: owner, card: id)
    change(&mark)
    // That one wishes to stay unnamed is kept before the first thing is said.
    let isEmpty = mark.saysNothing && !mark.isAnonymous
    let key = markKey(owner, id)
    return set(key, to: isEmpty ? nil : .useful(mark), of: code, at: moment)
  }
}
