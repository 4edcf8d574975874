import BidiText
import Consultation
import Display
import Phrases

/// The exchanges of the workshop.
struct ExchangesPage: ItemList {
  typealias Item = (id: String?, exchange: Exchange)

  var list = ListState()

  var asPage: Page { .exchanges(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpExchanges }
  var title: Phrase? { .exchangesTitle }
  var nothing: Phrase? { .exchangesNothing }

  func hints(in context: some RoomContext) -> [Action] { [.open, .openExperience, .back, .help] }

  /// Exchanges that stand, each with its identifier, and proposals, which have none yet.
  func items(in context: some RoomContext) -> [Item] {
    let standing: [Item] =
      context.desk.exchanges.map { ($0.id, $0.exchange) }
    let known = standing.map(\.exchange)
    let proposals = context.sharedView.proposedExchanges.filter { proposal in
      !known.contains { $0.question == proposal.question && $0.tells == proposal.tells }
    }
    return standing + proposals.map { (nil, $0) }
  }

  func open(_ item: Item, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    guard let id = item.id else {
      let key = RecordKey(.exchange, moment.id)
      return context.set(key, to: .exchange(item.exchange), at: moment)
    }
    context.go(to: .exchange(ExchangePage(id: id)))
    return []
  }

  func add(_ item: Item, to flow: inout Flow, in context: some RoomContext) {
    context.add(item.exchange, isProposal: item.id == nil, to: &flow)
  }

  func foot(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    flow.gap()
    flow.text(context.words(.exchangesAdvice), style: .quiet)
  }
}

/// One exchange, by its identifier: who accepts it, and its fields.
struct ExchangePage: ItemList, Form {
  enum Item {
    case accept
    /// A field, by its index.
    case field(Int)
  }

  let id: String
  var list = ListState()

  var asPage: Page { .exchange(self) }
  var depth: Int { 8 }
  var help: Phrase { .helpExchanges }
  var hintOfOpening: Phrase { .hintChange }
  var fields: [Field<Exchange>] { Exchange.fields }

  func subject(in context: some RoomContext) -> Exchange? { context.desk.exchange(id) }

  func keep(
    _ exchange: Exchange,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect] {
    context.set(RecordKey(.exchange, id), to: .exchange(exchange), at: moment)
  }

  func items(in context: some RoomContext) -> [Item] {
    subject(in: context) == nil ? [] : [.accept] + fields.indices.map { .field($0) }
  }

  func open(_ item: Item, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    switch item {
    case .accept: return accept(in: &context, at: moment)
    case .field(let index): change(index, in: &context)
    }
    return []
  }

  func head(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    guard let exchange = subject(in: context) else { return }
    if let question = context.questionnaire[exchange.question] {
      flow.text(context.words.text(question.text), style: .quiet)
      flow.gap()
    }
    context.add(exchange, isProposal: false, to: &flow)
    flow.gap()
  }

  func add(_ item: Item, to flow: inout Flow, in context: some RoomContext) {
    guard let exchange = subject(in: context) else { return }
    let (label, text) =
      switch item {
      case .accept:
        (Phrase.exchangeAccept, context.words.list(exchange.acceptedBy.map(context.name)))
      case .field(let index):
        (fields[index].label, fields[index].shown(in: exchange, context.fieldSetting))
      }
    // That it has no item of the agenda yet is no choice that somebody made.
    let isUnscheduled = label == .exchangeItem && context.item(of: exchange) == nil
    context.add(
      context.words(label),
      isUnscheduled ? "" : text,
      labelWidth: 36,
      emptyStyle: .text,
      to: &flow,
    )
  }

  /// The delegation at this terminal accepts for itself, and for nobody else.
  private func accept(in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    guard var exchange = subject(in: context) else { return [] }
    guard let code = context.delegationCode,
      ([exchange.tells] + exchange.hears).contains(code)
    else {
      context.notice = context.words(.exchangeNotYours)
      return []
    }
    if exchange.acceptedBy.contains(code) {
      exchange.acceptedBy.removeAll { $0 == code }
    } else {
      exchange.acceptedBy.append(code)
    }
    return keep(exchange, in: &context, at: moment)
  }
}

extension RoomContext {
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

  /// The item of the agenda in which an exchange takes place; none where it has none, or where the
  /// item was taken away.
  fileprivate func item(of exchange: Exchange) -> AgendaItem? { exchange.item.flatMap(item) }

  private func standing(of exchange: Exchange, isProposal: Bool) -> String {
    if isProposal { return words(.exchangeProposed) }
    if exchange.isAgreed {
      return joined([words(.exchangeAgreed), item(of: exchange).map { words.line(of: $0) }])
    }
    let missing = ([exchange.tells] + exchange.hears).filter {
      !exchange.acceptedBy.contains($0)
    }
    return words(.exchangeWaiting(names: .own(words.list(missing.map(name)))))
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
