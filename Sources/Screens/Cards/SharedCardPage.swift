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

/// A card that another delegation shares, by its owner and its identifier.
struct SharedCardPage: ListPage {
  let owner: DelegationCode
  let id: String
  var list = ListState()

  var asPage: Page { .sharedCard(self) }
  var depth: Int { 9 }
  var scopes: [ActionScope] { [.card, .list, .everywhere] }
  var help: Phrase { .cardHelpOther }
  var hintOfOpening: Phrase { .hintChange }

  func hints(in context: some RoomContext) -> [Action] {
    context.sayings(of: owner).isEmpty
      ? [.back, .help]
      : [.markUseful, .askOfCard, .askForContact, .nameOrNot, .back, .help, .undo]
  }

  func update(
    _ action: Action,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    let card = context.sharedCard(owner, id)
    let fields = card.map { context.fields(of: $0) } ?? []
    let sayings = context.sayings(of: owner)
    switch action {
    case .markUseful, .askOfCard, .askForContact, .nameOrNot:
      return context.say(action, of: owner, id, at: moment)
    case .open:
      let index = list.selected - fields.count
      guard sayings.indices.contains(index) else { return [] }
      return context.say(sayings[index].action, of: owner, id, at: moment)
    default:
      let count = fields.count + sayings.count
      return move(action, among: count, rows: 4, in: &context)
    }
  }
}

extension SharedCardPage {
  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    guard let card = context.sharedCard(owner, id) else {
      flow.text(context.words(.cardGone), style: .quiet)
      return flow
    }
    context.addQuestion(card.question, to: &flow)
    flow.text(TextSanitizer.isolated(card.title), style: .strong)
    flow.text(context.name(owner), style: .heading)
    flow.gap()
    let fields = context.fields(of: card)
    for (index, field) in fields.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        let text = field.shown(in: card, context.fieldSetting)
        context.add(context.words(field.label), text, to: &flow)
      }
    }
    if !fields.isEmpty { flow.gap() }
    if context.delegationCode == owner {
      flow.text(context.words(.cardIsYours), style: .quiet)
    } else if context.delegationCode == nil {
      flow.text(context.words(.cardForDelegations), style: .quiet)
    } else {
      context.addSayings(owner, id, after: fields.count, selected: list.selected, to: &flow)
    }
    return flow
  }
}

/// A card that was shared, as others than its owner see it, and what they say of it.
extension RoomContext {
  /// The card, as long as it is shared.
  fileprivate func sharedCard(_ owner: DelegationCode, _ id: String) -> ExperienceCard? {
    sharedView[owner]?.cards.first { $0.id == id }?.card
  }

  fileprivate func fields(of card: ExperienceCard) -> [Field<ExperienceCard>] {
    ExperienceCard.told.filter { !$0.text(in: card, fieldSetting).isEmpty }
  }

  /// What can be said of it at this terminal: nothing by its owner, and nothing by a facilitator.
  fileprivate func sayings(of owner: DelegationCode) -> [CardSaying] {
    delegationCode == nil || delegationCode == owner ? [] : CardSaying.allCases
  }

  fileprivate func addSayings(
    _ owner: DelegationCode,
    _ id: String,
    after first: Int,
    selected: Int,
    to flow: inout Flow,
  ) {
    flow.text(words(.cardYouSay(name: .own(name(owner)))), style: .heading)
    let mark = mark(on: owner, id) ?? UsefulMark(owner: owner, card: id)
    for (index, saying) in CardSaying.allCases.enumerated() {
      let text: String =
        switch saying {
        case .useful: mark.isUseful ? words(.cardYes) : ""
        case .ask: isolated(mark.asks) ?? ""
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

  fileprivate mutating func say(
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
    default: openField(AskOfCard(owner: owner, id: id))
    }
    return []
  }

  /// Changes what the delegation says of a card; takes it away where nothing is left of it.
  fileprivate mutating func changeMark(
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
    let key = RecordKey.mark(on: owner, id)
    return set(key, to: isEmpty ? nil : .useful(mark), of: code, at: moment)
  }
}

/// What is asked of another delegation's card.
struct AskOfCard: TextPurpose {
  let owner: DelegationCode
  let id: String

  func title(in context: some RoomContext) -> String { context.words(.cardSayAsk) }

  func text(in context: some RoomContext) -> String { context.mark(on: owner, id)?.asks ?? "" }

  func keep(_ text: String, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    context.changeMark(on: owner, id, at: moment) { $0.asks = text }
  }
}

extension PageContext {
  func mark(on owner: DelegationCode, _ id: String) -> UsefulMark? {
    guard case .useful(let mark) = delegation?.records[.mark(on: owner, id)] else { return nil }
    return mark
  }
}

extension RecordKey {
  fileprivate static func mark(on owner: DelegationCode, _ id: String) -> RecordKey {
    RecordKey(.useful, "\(owner)-\(id)")
  }
}
