import BidiText
import Consultation
import Display
import Phrases

/// One item of the agenda, by its identifier.
struct AgendaItemPage: ListPage {
  let id: String
  var list = ListState()

  var asPage: Page { .agendaItem(self) }
  var depth: Int { 5 }
  var help: Phrase { .helpPrepare }
  var hintOfOpening: Phrase { .hintChange }

  func heading(in context: some RoomContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    guard action == .open else {
      return move(action, among: 5, rows: 5, in: &context)
    }
    guard context.item(id) != nil, !context.refusesBecauseReadOnly() else { return [] }
    switch list.selected {
    case 0: context.openField(.prepare(.itemTitle(id)))
    case 1: context.choose(.itemKind(id))
    case 2: context.openField(.prepare(.itemStart(id)))
    case 3: context.openField(.prepare(.itemMinutes(id)))
    default: context.choose(.itemDomain(id))
    }
    return []
  }
}

extension AgendaItemPage {
  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    let item = context.item(id)
    let domain = item?.domain.flatMap { context.questionnaire.domain(numbered: $0) }
    var flow = context.fieldsBody(
      .prepareAgenda,
      [
        (.agendaItemTitle, context.isolatedUnlessEmpty(context.text(of: .itemTitle(id)))),
        (.agendaItemKind, item.map { context.words($0.kind.phrase) } ?? ""),
        (.agendaItemStart, context.words.digits.write(context.text(of: .itemStart(id)))),
        (.agendaItemMinutes, context.words.digits.write(context.text(of: .itemMinutes(id)))),
        (
          .agendaItemDomain,
          domain.map { context.words.text($0.title) } ?? context.words(.agendaNoDomain),
        ),
      ],
      selected: list.selected,
    )
    guard let item else { return flow }
    context.addOverlap(of: item, AgendaOverlaps(context.desk.workshop.agenda), start: 0, to: &flow)
    if context.addOlder(item.title, start: 0, to: &flow) {
      flow.text(context.words(.textsOlderAdvice), style: .quiet)
    }
    return flow
  }
}

/// The items of the agenda, in the list of what is prepared and one by one.
extension RoomContext {
  /// An item with its time and length, and under it what whoever prepares the day should know.
  func add(itemOfAgenda id: String, _ overlaps: AgendaOverlaps, to flow: inout Flow) {
    guard let item = item(id) else { return }
    flow.row([
      Flow.Column(
        text: words.time(ofDay: item.start),
        start: 1,
        width: 6,
        style: .key,
      ),
      Flow.Column(text: words.text(item.title), start: 8, width: flow.width - 14),
      Flow.Column(
        text: words.number(item.minutes),
        start: flow.width - 5,
        width: 5,
        style: .quiet,
        isAtEnd: true,
      ),
    ])
    addOverlap(of: item, overlaps, start: 8, to: &flow)
    addOlder(item.title, start: 8, to: &flow)
  }

  /// That an item begins before an earlier one has ended.
  fileprivate func addOverlap(
    of item: AgendaItem,
    _ overlaps: AgendaOverlaps,
    start: Int,
    to flow: inout Flow,
  ) {
    guard let end = overlaps.endOfEarlier(than: item.id) else { return }
    flow.text(
      words(.agendaOverlaps(time: .own(words.time(ofDay: end)))),
      start: start,
      style: .attention,
    )
  }

  /// In which languages a text still says what it said before it was written anew.
  ///
  /// - Returns: whether there are any.
  @discardableResult
  func addOlder(_ text: TranslatedText, start: Int, to flow: inout Flow) -> Bool {
    let languages = text.olderLanguages
    guard !languages.isEmpty else { return false }
    let names = words.list(languages.map { words($0.phrase) })
    flow.text(
      words(.textsOlder(languages: .own(names))),
      start: start,
      style: .attention,
    )
    return true
  }

  mutating func chooseItem(
    _ id: String,
    at moment: Moment,
    _ change: (inout AgendaItem) -> Void,
  ) -> [Effect] {
    guard var item = item(id) else { return [] }
    change(&item)
    return set(RecordKey(.agendaItem, id), to: .agendaItem(item), at: moment)
  }
}
