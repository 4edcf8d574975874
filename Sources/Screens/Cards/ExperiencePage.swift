import BidiText
import Consultation
import Display
import Phrases

/// What the room shares of experience, in one domain or in all.
struct ExperiencePage: ItemList {
  typealias Item = SharedExperience.Entry

  let domain: Int?
  var list = ListState()

  var asPage: Page { .experience(self) }
  var depth: Int { 8 }
  var scopes: [ActionScope] { [.experience, .list, .everywhere] }
  var help: Phrase { .cardHelpShared }

  func hints(in context: some RoomContext) -> [Action] { [.open, .filterByDomain, .back, .help] }

  func items(in context: some RoomContext) -> [Item] {
    SharedExperience(of: context.sharedView, in: context.questionnaire, domain: domain).entries
  }

  func rows(in context: some RoomContext) -> Int { context.bodyArea.height / 2 }

  /// Opens a card; of an offer or a wish its question, on which one can answer with one's own.
  func open(_ entry: Item, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    switch entry.item {
    case .card(let owner, let card):
      context.go(to: .sharedCard(SharedCardPage(owner: owner, id: card.id)))
    case .offer, .wish: context.goToOwn(entry.question)
    }
    return []
  }

  func updateElse(
    _ action: Action,
    on entry: Item?,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    guard action == .filterByDomain else { return nil }
    context.choose(ExperienceDomain(domain: domain))
    return []
  }

  func head(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    flow.text(context.words(.cardSharedTitle), style: .strong)
    if domain == nil { flow.text(context.words(.cardSharedAll), style: .quiet) }
  }

  /// Domain, theme and question, as far as they are others than those of the entry before.
  func separate(
    _ entry: Item?,
    from last: Item?,
    in context: some RoomContext,
    to flow: inout Flow,
  ) {
    let last = last?.question
    guard let number = entry?.question, number != last else { return }
    if number.domain != last?.domain { context.addHeading(ofDomain: number.domain, to: &flow) }
    if number.domain != last?.domain || number.theme != last?.theme,
      let theme = context.questionnaire.theme(of: number)
    {
      flow.text(context.words.text(theme.title), start: 2, style: .quiet)
    }
    flow.row([
      Flow.Column(text: context.words.number(number), start: 2, width: 7, style: .key),
      Flow.Column(
        text: context.questionnaire[number].map { context.words.text($0.text) } ?? "",
        start: 10,
        style: .quiet,
        isOneLine: true,
      ),
    ])
  }

  func add(_ entry: Item, to flow: inout Flow, in context: some RoomContext) {
    let who: String
    let what: String
    var style = Style.text
    switch entry.item {
    case .offer(let code, let text):
      who = context.name(code)
      what = text.isEmpty ? context.words(.cardSharedOffer) : TextSanitizer.isolated(text)
    case .card(let code, let card):
      who = context.name(code)
      what = TextSanitizer.isolated(card.card.title)
      style = .strong
    case .wish(let code):
      who = code.map(context.name) ?? context.words(.cardUnnamed)
      what = context.words(.cardSharedWish)
    }
    flow.row([
      Flow.Column(text: who, start: 10, width: 22),
      Flow.Column(text: what, start: 33, style: style),
    ])
  }

  func foot(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    guard count == 0 else { return }
    if let domain { context.addHeading(ofDomain: domain, to: &flow) }
    flow.gap()
    flow.text(context.words(.cardSharedNothing), style: .quiet)
  }
}

/// Which domain of what the room shares is shown; the one that is, or none for all.
struct ExperienceDomain: ChooserPurpose {
  let domain: Int?

  func title(in context: some RoomContext) -> String { context.words(.cardActionFilter) }

  func entries(in context: some RoomContext) -> [String] {
    [context.words(.cardSharedAll)] + context.domainTitles
  }

  func chosen(in context: some RoomContext) -> Int? {
    context.questionnaire.domains.firstIndex { $0.number == domain }.map { $0 + 1 }
  }

  func choose(_ index: Int, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    let domains = [nil] + context.questionnaire.domains.map { Optional($0.number) }
    if domains.indices.contains(index) {
      context.show(.experience(ExperiencePage(domain: domains[index])))
    }
    return []
  }
}

extension RoomContext {
  fileprivate func addHeading(ofDomain number: Int, to flow: inout Flow) {
    let title = questionnaire.domain(numbered: number).map { words.text($0.title) } ?? ""
    flow.gap()
    flow.text("\(words.number(number)) \(title)", style: .heading)
  }
}

extension PageContext {
  mutating func goToOwn(_ number: QuestionNumber) {
    guard delegation != nil else {
      notice = words(.notHere)
      return
    }
    if asked?.numbers.contains(number) ?? false {
      goToQuestion(number)
    } else {
      notice = words(.questionNotAsked(question: number))
    }
  }
}
