import BidiText
import Consultation
import Display
import Phrases

/// The delegation's own experience cards.
struct CardsPage: ItemList, OwnPage {
  typealias Item = PageContext.OwnCard

  var list = ListState()

  var asPage: Page { .cards(self) }
  var depth: Int { 6 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .cardHelp }
  var title: Phrase? { .cardListTitle }
  var nothing: Phrase? { .cardListNothing }

  func hints(in context: PageContext) -> [Action] {
    [.open, .add, .remove, .openExperience, .back, .help, .undo]
  }

  func items(in context: PageContext) -> [Item] { context.ownCards }

  func page(of item: Item) -> Page? { .card(CardPage(id: item.id)) }

  func addLine(in context: PageContext) -> Phrase? { .cardAdd }

  /// A card is on the question from which one came, or on one that is asked for.
  func openNew(in context: inout PageContext) {
    if let number = context.currentQuestion?.number {
      context.openField(NewCard(question: number))
    } else {
      context.openField(QuestionOfNewCard())
    }
  }

  func remove(_ item: Item, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.setOwn(RecordKey(.card, item.id), to: nil, at: moment)
  }

  func add(_ item: Item, to flow: inout Flow, in context: PageContext) {
    let heard = context.marks(on: item.id).isEmpty ? nil : context.words(.cardHeardSomething)
    flow.line(
      TextSanitizer.isolated(item.card.title),
      under: context.joined([
        context.words.number(item.card.question), context.words(item.card.sharing.sharedPhrase),
        heard,
      ]),
    )
  }
}

/// The number of the question that a new card is on.
struct QuestionOfNewCard: TextPurpose {
  var hasDigits: Bool { true }

  func title(in context: PageContext) -> String { context.words(.cardNewQuestion) }

  func keep(
    _ text: String,
    in context: inout PageContext,
    at moment: Moment,
  ) throws(WritingProblem) -> [Effect] {
    guard !text.isEmpty else { return [] }
    guard let wanted = QuestionNumber(text.filter { !$0.isWhitespace }),
      context.questionnaire[wanted] != nil
    else { throw WritingProblem(.cardProblemQuestion) }
    context.openField(NewCard(question: wanted))
    return []
  }
}

/// The title of a new card.
struct NewCard: TextPurpose {
  let question: QuestionNumber

  func title(in context: PageContext) -> String { context.words(.cardFieldTitle) }

  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard !text.isEmpty else { return [] }
    return context.setOwn(
      RecordKey(.card, moment.id),
      to: .card(ExperienceCard(question: question, title: text)),
      at: moment,
      thenOn: .card(CardPage(id: moment.id, list: ListState(selected: 1))),
    )
  }
}

/// One of the delegation's experience cards, by its identifier.
struct CardPage: FormPage, OwnPage {
  let id: String
  var list = ListState()

  var asPage: Page { .card(self) }
  var depth: Int { 7 }
  var help: Phrase { .cardHelp }
  var fields: [Field<ExperienceCard>] { ExperienceCard.fields }

  func subject(in context: PageContext) -> ExperienceCard? {
    guard case .card(let card) = context.delegation?.records[RecordKey(.card, id)] else {
      return nil
    }
    return card
  }

  func keep(_ card: ExperienceCard, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.setOwn(RecordKey(.card, id), to: .card(card), at: moment)
  }

  func head(in context: PageContext, to flow: inout Flow) {
    if let card = subject(in: context) { context.addQuestion(card.question, to: &flow) }
  }

  func isShown(in context: PageContext) -> Bool { subject(in: context) != nil }

  func entriesBelow(in context: PageContext) -> Int { context.marks(on: id).count }

  func foot(in context: PageContext, to flow: inout Flow) {
    flow.gap()
    let marks = context.marks(on: id)
    guard !marks.isEmpty else {
      return flow.text(context.words(.entryAdvice), style: .quiet)
    }
    flow.text(context.words(.cardHeard), style: .heading)
    for (index, mark) in marks.enumerated() {
      let row = fields.count + index
      flow.entry(row, isSelected: list.selected == row) { flow in
        let who = mark.from.map(context.name) ?? context.words(.cardUnnamed)
        context.add(who, context.text(of: mark), to: &flow)
      }
    }
  }
}

/// A delegation's own experience cards.
extension PageContext {
  typealias OwnCard = (id: String, card: ExperienceCard)

  /// The cards of the delegation at this terminal, in the order of their questions.
  var ownCards: [OwnCard] {
    (delegation?.records ?? [:]).compactMap { key, record in
      if case .card(let card) = record { (key.id, card) } else { nil }
    }.sorted { ($0.card.question, $0.id) < ($1.card.question, $1.id) }
  }

  /// Shows the cards: where a question is on the screen, at its card or where one is added.
  mutating func openCards() {
    let cards = ownCards
    var selected = 0
    if let number = currentQuestion?.number {
      selected = cards.firstIndex { $0.card.question == number } ?? cards.count
    }
    go(to: .cards(CardsPage(list: ListState(selected: selected))))
  }

  /// What the question page says of the cards on its question; nothing where there is none.
  func cardLine(on number: QuestionNumber) -> String? {
    let titles = ownCards.filter { $0.card.question == number || $0.card.linked.contains(number) }
      .map { TextSanitizer.isolated($0.card.title) }
    return titles.isEmpty ? nil : words.list(titles)
  }

  // MARK: What others said

  /// Whether others said something of a card that the delegation has.
  var hasHeardOfCards: Bool { ownCards.contains { !marks(on: $0.id).isEmpty } }

  /// What others said of a card, for the delegation whose card it is.
  fileprivate func marks(on id: String) -> [CardMark] {
    desk.marksOnOwnCards.filter { $0.card == id }
  }

  fileprivate func text(of mark: CardMark) -> String {
    joined([
      mark.isUseful ? words(.cardHeardUseful) : nil,
      mark.asksForContact ? words(.cardHeardContact) : nil,
      mark.asks.isEmpty ? nil : words(.cardHeardAsks(text: .foreign(mark.asks))),
    ])
  }
}

extension RoomContext {
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
}
