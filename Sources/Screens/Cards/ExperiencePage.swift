import BidiText
import Consultation
import Display
import Phrases

/// What the room shares of experience, in one domain or in all.
struct ExperiencePage: ListPage {
  let domain: Int?
  var list = ListState()

  var asPage: Page { .experience(self) }
  var depth: Int { 8 }
  var scopes: [ActionScope] { [.experience, .list, .everywhere] }
  var help: Phrase { .cardHelpShared }

  func hints(in context: PageContext) -> [Action] { [.open, .filterByDomain, .back, .help] }
  func heading(in context: PageContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let entries = context.experience(domain)
    switch action {
    case .filterByDomain: context.choose(.experienceDomain(domain))
    case .open:
      if entries.indices.contains(list.selected) { context.open(entries[list.selected]) }
    default:
      return move(action, among: entries.count, rows: context.bodyArea.height / 2, in: &context)
    }
    return []
  }
}

extension ExperiencePage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    flow.text(context.words(.cardSharedTitle), style: .strong)
    if domain == nil { flow.text(context.words(.cardSharedAll), style: .quiet) }
    let entries = context.experience(domain)
    var last: QuestionNumber?
    for (index, entry) in entries.enumerated() {
      context.addHeadings(of: entry.question, after: last, to: &flow)
      last = entry.question
      flow.entry(index, isSelected: list.selected == index) { flow in
        context.add(entry.item, to: &flow)
      }
    }
    if entries.isEmpty {
      if let domain { context.addHeading(ofDomain: domain, to: &flow) }
      flow.gap()
      flow.text(context.words(.cardSharedNothing), style: .quiet)
    }
    return flow
  }
}

/// What the room shares of experience, for everybody in it.
extension PageContext {
  fileprivate func experience(_ domain: Int?) -> [SharedExperience.Entry] {
    SharedExperience(of: sharedView, in: questionnaire, domain: domain).entries
  }

  /// Opens a card; of an offer or a wish its question, on which one can answer with one's own.
  fileprivate mutating func open(_ entry: SharedExperience.Entry) {
    switch entry.item {
    case .card(let owner, let card):
      go(to: .sharedCard(SharedCardPage(owner: owner, id: card.id)))
    case .offer, .wish:
      guard delegation != nil else {
        notice = words(.notHere)
        return
      }
      if asked?.numbers.contains(entry.question) ?? false {
        goToQuestion(entry.question)
      } else {
        notice = words(.questionNotAsked(question: entry.question))
      }
    }
  }

  /// What the chooser of domains offers: all, then each.
  var experienceDomains: [String] {
    [words(.cardSharedAll)]
      + questionnaire.domains.map { "\(words.number($0.number)) \(words.text($0.title))" }
  }

  mutating func chooseExperienceDomain(_ index: Int) {
    let domains = [nil] + questionnaire.domains.map { Optional($0.number) }
    if domains.indices.contains(index) {
      show(.experience(ExperiencePage(domain: domains[index])))
    }
  }

  /// Domain, theme and question, as far as they are others than those of the entry before.
  fileprivate func addHeadings(
    of number: QuestionNumber,
    after last: QuestionNumber?,
    to flow: inout Flow,
  ) {
    guard number != last else { return }
    if number.domain != last?.domain { addHeading(ofDomain: number.domain, to: &flow) }
    if number.domain != last?.domain || number.theme != last?.theme,
      let theme = questionnaire.theme(of: number)
    {
      flow.text(words.text(theme.title), start: 2, style: .quiet)
    }
    flow.row([
      Flow.Column(text: words.number(number), start: 2, width: 7, style: .key),
      Flow.Column(
        text: questionnaire[number].map { words.text($0.text) } ?? "",
        start: 10,
        style: .quiet,
        isOneLine: true,
      ),
    ])
  }

  fileprivate func addHeading(ofDomain number: Int, to flow: inout Flow) {
    let title = questionnaire.domain(numbered: number).map { words.text($0.title) } ?? ""
    flow.gap()
    flow.text("\(words.number(number)) \(title)", style: .heading)
  }

  fileprivate func add(_ item: SharedExperience.Item, to flow: inout Flow) {
    let who: String
    let what: String
    var style = Style.text
    switch item {
    case .offer(let code, let text):
      who = name(code)
      what = text.isEmpty ? words(.cardSharedOffer) : HarmlessText.isolated(text)
    case .card(let code, let card):
      who = name(code)
      what = HarmlessText.isolated(card.card.title)
      style = .strong
    case .wish(let code):
      who = code.map(name) ?? words(.cardUnnamed)
      what = words(.cardSharedWish)
    }
    flow.row([
      Flow.Column(text: who, start: 10, width: 22),
      Flow.Column(text: what, start: 33, style: style),
    ])
  }
}
