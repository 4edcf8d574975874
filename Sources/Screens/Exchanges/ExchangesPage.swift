import BidiText
import Consultation
import Display
import Phrases

/// One line of the page of an exchange.
enum ExchangeField: CaseIterable, Sendable {
  case accept
  case item
  case said
  case takenHome

  var label: Phrase {
    switch self {
    case .accept: .exchangeAccept
    case .item: .exchangeItem
    case .said: .exchangeSaid
    case .takenHome: .exchangeTakenHome
    }
  }
}

/// The exchanges of the workshop.
struct ExchangesPage: ListPage {
  var list = ListState()

  var asPage: Page { .exchanges(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpExchanges }

  func hints(in context: PageContext) -> [Action] { [.open, .openExperience, .back, .help] }
  func heading(in context: PageContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let exchanges = context.exchanges
    guard action == .open else {
      return move(action, among: exchanges.count, rows: context.bodyArea.height, in: &context)
    }
    guard exchanges.indices.contains(list.selected) else { return [] }
    let (id, exchange) = exchanges[list.selected]
    guard let id else {
      return context.set(RecordKey(.exchange, moment.id), to: .exchange(exchange), at: moment)
    }
    context.go(to: .exchange(ExchangePage(id: id)))
    return []
  }
}

extension ExchangesPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    flow.text(context.words(.exchangesTitle), style: .strong)
    flow.gap()
    let exchanges = context.exchanges
    if exchanges.isEmpty { flow.text(context.words(.exchangesNothing), style: .quiet) }
    for (index, (id, exchange)) in exchanges.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        context.add(exchange, isProposal: id == nil, to: &flow)
      }
    }
    flow.gap()
    flow.text(context.words(.exchangesAdvice), style: .quiet)
    return flow
  }
}

/// One exchange, by its identifier.
struct ExchangePage: ListPage {
  let id: String
  var list = ListState()

  var asPage: Page { .exchange(self) }
  var depth: Int { 8 }
  var help: Phrase { .helpExchanges }
  var hintOfOpening: Phrase { .hintChange }

  func heading(in context: PageContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let fields = ExchangeField.allCases
    guard action == .open else {
      return move(action, among: fields.count, rows: fields.count, in: &context)
    }
    guard let exchange = context.exchange(id) else { return [] }
    switch fields[list.selected] {
    case .accept: return context.accept(exchange, id, at: moment)
    case .item: context.choose(.exchangeItem(id))
    case .said: context.openField(.exchange(id, .said))
    case .takenHome: context.openField(.exchange(id, .takenHome))
    }
    return []
  }
}

extension ExchangePage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    guard let exchange = context.exchange(id) else { return flow }
    if let question = context.questionnaire[exchange.question] {
      flow.text(context.words.text(question.text), style: .quiet)
      flow.gap()
    }
    context.add(exchange, isProposal: false, to: &flow)
    flow.gap()
    for (index, field) in ExchangeField.allCases.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: context.words(field.label), start: 1, width: 36, style: .quiet),
          Flow.Column(text: context.text(of: field, exchange), start: 38),
        ])
      }
    }
    return flow
  }
}

/// What brings delegations together: offers, wishes, proposals, and what was agreed.
extension PageContext {
  // MARK: On a question

  private var offerKey: RecordKey? {
    currentQuestion.map { RecordKey(.offer, $0.number.description) }
  }

  private var wishKey: RecordKey? {
    currentQuestion.map { RecordKey(.wish, $0.number.description) }
  }

  /// Which entry of the chooser of offers holds: none, for ourselves, for the room.
  var offerStanding: Int {
    guard let offerKey, case .offer(let offer) = delegation?.records[offerKey] else { return 0 }
    return offer.sharing == .private ? 1 : 2
  }

  /// Which entry of the chooser of wishes holds: none, for ourselves, by name, without a name.
  var wishStanding: Int {
    guard let wishKey, case .wish(let wish) = delegation?.records[wishKey] else { return 0 }
    if wish.sharing == .private { return 1 }
    return wish.isAnonymous ? 3 : 2
  }

  static let offerPhrases: [Phrase] = [.offerNone, .offerOwn, .offerRoom]
  static let wishPhrases: [Phrase] = [.wishNone, .wishOwn, .wishByName, .wishAnonymous]

  mutating func chooseOffer(_ index: Int, at moment: Moment) -> [Effect] {
    guard let offerKey, let number = currentQuestion?.number else { return [] }
    let offer = Offer(question: number, sharing: index == 1 ? .private : .room)
    return set(offerKey, to: index == 0 ? nil : .offer(offer), of: delegationCode, at: moment)
  }

  mutating func chooseWish(_ index: Int, at moment: Moment) -> [Effect] {
    guard let wishKey, let number = currentQuestion?.number else { return [] }
    let wish = WishToHear(
      question: number,
      sharing: index == 1 ? .private : .room,
      isAnonymous: index == 3,
    )
    return set(wishKey, to: index == 0 ? nil : .wish(wish), of: delegationCode, at: moment)
  }

  /// What the question page says of the delegation's offer; nothing where there is none.
  var offerLine: String? {
    offerStanding > 0 ? words(Self.offerPhrases[offerStanding]) : nil
  }

  /// What it says of its wish; nothing where there is none.
  var wishLine: String? { wishStanding > 0 ? words(Self.wishPhrases[wishStanding]) : nil }

  // MARK: The list

  /// Exchanges that stand, each with its identifier, and proposals, which have none yet.
  var exchanges: [(id: String?, exchange: Exchange)] {
    let standing: [(id: String?, exchange: Exchange)] =
      desk.exchanges.map { ($0.id, $0.exchange) }
    let known = standing.map(\.exchange)
    let proposals = sharedView.proposedExchanges.filter { proposal in
      !known.contains { $0.question == proposal.question && $0.tells == proposal.tells }
    }
    return standing + proposals.map { (nil, $0) }
  }

  /// What a delegation is called in the session.
  func name(_ code: DelegationCode) -> String {
    desk.identity(of: code).map { words.text($0.shortName) } ?? code.description
  }

  fileprivate func add(_ exchange: Exchange, isProposal: Bool, to flow: inout Flow) {
    flow.row([
      Flow.Column(text: words.number(exchange.question), width: 7, style: .key),
      Flow.Column(
        text: words.line(of: exchange, naming: name),
        start: 8,
        style: exchange.isAgreed ? .strong : .text,
      ),
    ])
    flow.text(standing(of: exchange, isProposal: isProposal), start: 8, style: .quiet)
  }

  /// The item of the agenda in which an exchange takes place, with its time; none where it has
  /// none, or where the item was taken away.
  private func title(ofItemOf exchange: Exchange) -> String? {
    exchange.item.flatMap(item).map { title(of: $0) }
  }

  private func standing(of exchange: Exchange, isProposal: Bool) -> String {
    if isProposal { return words(.exchangeProposed) }
    if exchange.isAgreed {
      let parts = [words(.exchangeAgreed), title(ofItemOf: exchange)].compactMap(\.self)
      return parts.joined(separator: " \(setting.symbols.separator) ")
    }
    let missing = ([exchange.tells] + exchange.hears).filter {
      !exchange.acceptedBy.contains($0)
    }
    return words(.exchangeWaiting(names: .own(words.list(missing.map(name)))))
  }

  // MARK: One exchange

  func exchange(_ id: String) -> Exchange? { desk.exchange(id) }

  /// The delegation at this terminal accepts for itself, and for nobody else.
  fileprivate mutating func accept(
    _ exchange: Exchange,
    _ id: String,
    at moment: Moment,
  ) -> [Effect] {
    guard let code = delegationCode, ([exchange.tells] + exchange.hears).contains(code) else {
      notice = words(.exchangeNotYours)
      return []
    }
    var changed = exchange
    if changed.acceptedBy.contains(code) {
      changed.acceptedBy.removeAll { $0 == code }
    } else {
      changed.acceptedBy.append(code)
    }
    return set(RecordKey(.exchange, id), to: .exchange(changed), at: moment)
  }

  fileprivate func text(of field: ExchangeField, _ exchange: Exchange) -> String {
    switch field {
    case .accept:
      exchange.acceptedBy.isEmpty
        ? words(.fieldEmpty) : words.list(exchange.acceptedBy.map(name))
    case .item: title(ofItemOf: exchange) ?? words(.fieldEmpty)
    case .said: exchange.said.isEmpty ? words(.fieldEmpty) : HarmlessText.isolated(exchange.said)
    case .takenHome:
      exchange.takenHome.isEmpty
        ? words(.fieldEmpty) : HarmlessText.isolated(exchange.takenHome)
    }
  }
}

extension Words {
  /// Who shares its experience in an exchange, and who listens.
  func line(of exchange: Exchange, naming name: (DelegationCode) -> String) -> String {
    let hearers = exchange.hears.isEmpty ? [self(.exchangeSomebody)] : exchange.hears.map(name)
    return self(
      .exchangeLine(
        count: hearers.count,
        hearers: .own(list(hearers)),
        teller: .own(name(exchange.tells)),
      )
    )
  }
}
