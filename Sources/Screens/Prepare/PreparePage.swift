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

/// Everything that the workshop has, to be prepared.
struct PreparePage: ListPage {
  var list = ListState()

  var asPage: Page { .prepare(self) }
  var depth: Int { 3 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpPrepare }
  var hintOfOpening: Phrase { .hintChange }

  func hints(in context: some RoomContext) -> [Action] {
    [.open, .add, .remove, .back, .help, .undo]
  }
  func heading(in context: some RoomContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    let entries = context.prepareEntries
    let entry = entries.indices.contains(list.selected) ? entries[list.selected] : nil
    switch (action, entry) {
    case (.open, .field(let field)?): context.openField(.prepare(field))
    case (.open, .item(let id)?): context.go(to: .agendaItem(AgendaItemPage(id: id)))
    case (.open, .newDelegation?), (.add, .newDelegation?), (.add, .delegation?):
      context.openField(.prepare(.newDelegation))
    case (.open, .newItem?), (.add, _): context.openField(.prepare(.newItem))
    case (.open, .delegation(let code)?):
      context.go(to: .delegationFrame(DelegationFramePage(code: code)))
    case (.remove, .item(let id)?):
      return context.set(RecordKey(.agendaItem, id), to: nil, at: moment)
    case (.remove, .delegation(let code)?):
      return context.set(.identity(of: code), to: nil, at: moment)
    case (.remove, _), (.open, nil): break
    default:
      return move(action, among: entries.count, rows: context.bodyArea.height, in: &context)
    }
    return []
  }
}

extension PreparePage {
  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    flow.text(context.words(.prepareTitle), style: .strong)
    let overlaps = AgendaOverlaps(context.desk.workshop.agenda)
    var heading: Phrase?
    for (index, entry) in context.prepareEntries.enumerated() {
      let needed = context.heading(of: entry)
      if needed != heading {
        flow.gap()
        if let needed { flow.text(context.words(needed), style: .heading) }
        heading = needed
      }
      flow.entry(index, isSelected: list.selected == index) { flow in
        context.add(entry, overlaps, to: &flow)
      }
    }
    return flow
  }
}

/// Everything that the workshop has, within reach of the screens.
extension RoomContext {
  var prepareEntries: [PrepareEntry] {
    [.field(.title), .field(.place), .field(.days)]
      + desk.workshop.agenda.map { .item($0.id) } + [.newItem]
      + desk.order.map { .delegation($0) } + [.newDelegation]
  }

  fileprivate func heading(of entry: PrepareEntry) -> Phrase? {
    switch entry {
    case .field: nil
    case .item, .newItem: .prepareAgenda
    case .delegation, .newDelegation: .prepareDelegations
    }
  }

  fileprivate func add(_ entry: PrepareEntry, _ overlaps: AgendaOverlaps, to flow: inout Flow) {
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
}
