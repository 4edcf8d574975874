import BidiText
import Consultation
import Display
import Phrases

/// A delegation's own experience cards.
extension App {
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
    go(to: .cards(ListState(selected: selected)))
  }

  mutating func updateCards(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    let cards = ownCards
    var list = list
    switch action {
    case .add: addCard()
    case .open:
      if cards.indices.contains(list.selected) {
        go(to: .card(cards[list.selected].id, ListState()))
      } else {
        addCard()
      }
    case .remove:
      guard cards.indices.contains(list.selected) else { return [] }
      let key = RecordKey(.card, cards[list.selected].id)
      return set(key, to: nil, of: delegationCode, at: moment)
    default:
      guard list.move(action, count: cards.count + 1, pageSize: bodyArea.height) else {
        return nil
      }
      show(.cards(list))
    }
    return []
  }

  /// A card is on the question from which one came, or on one that is asked for.
  private mutating func addCard() {
    openField(.card(currentQuestion.map { .new($0.number) } ?? .newQuestion))
  }

  func cardsBody(_ list: ListState) -> Flow {
    listBody(
      .cardListTitle,
      ownCards.map { id, card in
        let heard = marks(on: id).isEmpty ? nil : words(.cardHeardSomething)
        let parts = [words.number(card.question), words(card.sharing.sharedPhrase), heard]
          .compactMap(\.self)
        return (
          HarmlessText.isolated(card.title),
          parts.joined(separator: " \(setting.symbols.separator) "),
        )
      },
      nothing: .cardListNothing,
      add: .cardAdd,
      selected: list.selected,
    )
  }

  /// What the question page says of the cards on its question; nothing where there is none.
  func cardLine(on number: QuestionNumber) -> String? {
    let titles = ownCards.filter { $0.card.question == number || $0.card.linked.contains(number) }
      .map { HarmlessText.isolated($0.card.title) }
    return titles.isEmpty ? nil : words.list(titles)
  }

  // MARK: One card

  mutating func updateCard(_ id: String, _ list: ListState, _ action: Action) -> [Effect]? {
    var list = list
    let fields = CardField.allCases
    guard action == .open else {
      let count = fields.count + marks(on: id).count
      guard list.move(action, count: count, pageSize: fields.count) else { return nil }
      show(.card(id, list))
      return []
    }
    guard card(id) != nil, fields.indices.contains(list.selected), !refusesBecauseReadOnly()
    else { return [] }
    if fields[list.selected] == .sharing {
      overlay = .chooser(Chooser(.cardSharing(id), in: self))
    } else {
      openField(.card(.field(id, fields[list.selected])))
    }
    return []
  }

  mutating func chooseCardSharing(_ id: String, _ index: Int, at moment: Moment) -> [Effect] {
    guard var card = card(id) else { return [] }
    card.sharing = Sharing.allCases[index]
    return set(RecordKey(.card, id), to: .card(card), of: delegationCode, at: moment)
  }

  func cardBody(_ id: String, _ list: ListState) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    guard let card = card(id) else { return flow }
    addQuestion(card.question, to: &flow)
    for (index, field) in CardField.allCases.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        add(field, of: card, to: &flow)
      }
    }
    flow.gap()
    addMarks(on: id, selected: list.selected, to: &flow)
    return flow
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
  private func marks(on id: String) -> [CardMark] {
    desk.marksOnOwnCards.filter { $0.card == id }
  }

  private func addMarks(on id: String, selected: Int, to flow: inout Flow) {
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
    if !mark.asks.isEmpty { parts.append(words(.cardHeardAsks, ["text": .foreign(mark.asks)])) }
    return parts.joined(separator: " \(setting.symbols.separator) ")
  }
}
