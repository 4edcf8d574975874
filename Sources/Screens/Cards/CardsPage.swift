import BidiText
import Consultation
import Display
import Phrases

/// The delegation's own experience cards.
struct CardsPage: ListPage {
  var list = ListState()

  var asPage: Page { .cards(self) }
  var depth: Int { 6 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .cardHelp }

  func heading(in context: PageContext) -> PageHeading { context.delegationHeading }

  func hints(in context: PageContext) -> [Action] {
    [.open, .add, .remove, .openExperience, .back, .help, .undo]
  }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let cards = context.ownCards
    switch action {
    case .add: context.addCard()
    case .open:
      if cards.indices.contains(list.selected) {
        context.go(to: .card(CardPage(id: cards[list.selected].id)))
      } else {
        context.addCard()
      }
    case .remove:
      guard cards.indices.contains(list.selected) else { return [] }
      let key = RecordKey(.card, cards[list.selected].id)
      return context.set(key, to: nil, of: context.delegationCode, at: moment)
    default:
      return move(action, among: cards.count + 1, rows: context.bodyArea.height, in: &context)
    }
    return []
  }
}

extension CardsPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    context.listBody(
      .cardListTitle,
      context.ownCards.map { id, card in
        let heard = context.marks(on: id).isEmpty ? nil : context.words(.cardHeardSomething)
        let parts = [
          context.words.number(card.question), context.words(card.sharing.sharedPhrase), heard,
        ]
        .compactMap(\.self)
        return (
          HarmlessText.isolated(card.title),
          parts.joined(separator: " \(context.setting.symbols.separator) "),
        )
      },
      nothing: .cardListNothing,
      add: .cardAdd,
      selected: list.selected,
    )
  }
}

/// One of the delegation's experience cards, by its identifier.
struct CardPage: ListPage {
  let id: String
  var list = ListState()

  var asPage: Page { .card(self) }
  var depth: Int { 7 }
  var help: Phrase { .cardHelp }
  var hintOfOpening: Phrase { .hintChange }

  func heading(in context: PageContext) -> PageHeading { context.delegationHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let fields = CardField.allCases
    guard action == .open else {
      let count = fields.count + context.marks(on: id).count
      return move(action, among: count, rows: fields.count, in: &context)
    }
    guard context.card(id) != nil, fields.indices.contains(list.selected),
      !context.refusesBecauseReadOnly()
    else { return [] }
    if fields[list.selected] == .sharing {
      context.choose(.cardSharing(id))
    } else {
      context.openField(.card(.field(id, fields[list.selected])))
    }
    return []
  }
}

extension CardPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    guard let card = context.card(id) else { return flow }
    context.addQuestion(card.question, to: &flow)
    for (index, field) in CardField.allCases.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        context.add(field, of: card, to: &flow)
      }
    }
    flow.gap()
    context.addMarks(on: id, selected: list.selected, to: &flow)
    return flow
  }
}

/// A delegation's own experience cards.
extension PageContext {
  /// The cards of the delegation at this terminal, in the order of their questions.
  var ownCards: [(id: String, card: ExperienceCard)] {
    (delegation?.records ?? [:]).compactMap { key, record in
      if case .card(let card) = record { (key.id, card) } else { nil }
    }.sorted { ($0.card.question, $0.id) < ($1.card.question, $1.id) }
  }

  func card(_ id: String) -> ExperienceCard? {
    guard case .card(let card) = delegation?.records[RecordKey(.card, id)] else { return nil }
    return card
  }

  // MARK: The list

  /// Shows the cards: where a question is on the screen, at its card or where one is added.
  mutating func openCards() {
    let cards = ownCards
    var selected = 0
    if let number = currentQuestion?.number {
      selected = cards.firstIndex { $0.card.question == number } ?? cards.count
    }
    go(to: .cards(CardsPage(list: ListState(selected: selected))))
  }

  /// A card is on the question from which one came, or on one that is asked for.
  fileprivate mutating func addCard() {
    openField(.card(currentQuestion.map { .new($0.number) } ?? .newQuestion))
  }

  /// What the question page says of the cards on its question; nothing where there is none.
  func cardLine(on number: QuestionNumber) -> String? {
    let titles = ownCards.filter { $0.card.question == number || $0.card.linked.contains(number) }
      .map { HarmlessText.isolated($0.card.title) }
    return titles.isEmpty ? nil : words.list(titles)
  }

  // MARK: One card

  mutating func chooseCardSharing(_ id: String, _ index: Int, at moment: Moment) -> [Effect] {
    guard var card = card(id) else { return [] }
    card.sharing = Sharing.allCases[index]
    return set(RecordKey(.card, id), to: .card(card), of: delegationCode, at: moment)
  }

  /// The number and the text of the question that a card is on.
  func addQuestion(_ number: QuestionNumber, to flow: inout Flow) {
    flow.row([
      Flow.Column(text: words.number(number), width: 7, style: .key),
      Flow.Column(
        text: questionnaire[number].map { words.text($0.text) } ?? "",
        start: 8,
        style: .quiet,
        isOneLine: true,
      ),
    ])
    flow.gap()
  }

  /// A field of a card with what it holds.
  func add(_ field: CardField, of card: ExperienceCard, to flow: inout Flow) {
    let text: String =
      switch field {
      case .linked: card.linked.map { words.number($0) }.joined(separator: "  ")
      case .sharing: words(card.sharing.phrase)
      default: isolatedUnlessEmpty(card.text(of: field))
      }
    addLine(words(field.label), text, to: &flow)
  }

  /// A label and what stands under it; a stroke where that is nothing.
  func addLine(_ label: String, _ text: String, to flow: inout Flow) {
    flow.row([
      Flow.Column(text: label, start: 1, width: 26, style: .quiet),
      Flow.Column(
        text: text.isEmpty ? words(.fieldEmpty) : text,
        start: 28,
        style: text.isEmpty ? .quiet : .text,
      ),
    ])
  }

  // MARK: What others said

  /// Whether others said something of a card that the delegation has.
  var hasHeardOfCards: Bool { ownCards.contains { !marks(on: $0.id).isEmpty } }

  /// What others said of a card, for the delegation whose card it is.
  fileprivate func marks(on id: String) -> [CardMark] {
    desk.marksOnOwnCards.filter { $0.card == id }
  }

  fileprivate func addMarks(on id: String, selected: Int, to flow: inout Flow) {
    let marks = marks(on: id)
    guard !marks.isEmpty else {
      flow.text(words(.entryAdvice), style: .quiet)
      return
    }
    flow.text(words(.cardHeard), style: .heading)
    let first = CardField.allCases.count
    for (index, mark) in marks.enumerated() {
      flow.entry(first + index, isSelected: selected == first + index) { flow in
        addLine(mark.from.map(name) ?? words(.cardUnnamed), text(of: mark), to: &flow)
      }
    }
  }

  private func text(of mark: CardMark) -> String {
    var parts: [String] = []
    if mark.isUseful { parts.append(words(.cardHeardUseful)) }
    if mark.asksForContact { parts.append(words(.cardHeardContact)) }
    if !mark.asks.isEmpty { parts.append(words(.cardHeardAsks(text: .foreign(mark.asks)))) }
    return parts.joined(separator: " \(setting.symbols.separator) ")
  }
}
