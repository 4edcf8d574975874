import BidiText
import Consultation
import Display
import Phrases

/// One item of the agenda, by its identifier.
struct AgendaItemPage: FormPage {
  let id: String
  var list = ListState()

  var asPage: Page { .agendaItem(self) }
  var depth: Int { 5 }
  var help: Phrase { .helpPrepare }
  var title: Phrase? { .prepareAgenda }
  var fields: [Field<AgendaItem>] { AgendaItem.fields }

  func subject(in context: some RoomContext) -> AgendaItem? { context.item(id) }

  func keep(_ item: AgendaItem, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    context.set(RecordKey(.agendaItem, id), to: .agendaItem(item), at: moment)
  }

  func foot(in context: some RoomContext, to flow: inout Flow) {
    flow.gap()
    flow.text(context.words(.entryAdvice), style: .quiet)
    guard let item = context.item(id) else { return }
    context.addOverlap(of: item, AgendaOverlaps(context.desk.workshop.agenda), start: 0, to: &flow)
    if context.addOlder(item.title, start: 0, to: &flow) {
      flow.text(context.words(.textsOlderAdvice), style: .quiet)
    }
  }
}

/// The items of the agenda, in the list of what is prepared and one by one.
extension RoomContext {
  func item(_ id: String) -> AgendaItem? { desk.workshop.agenda.first { $0.id == id } }

  /// An item with its time and length, and under it what whoever prepares the day should know.
  func add(_ item: AgendaItem, _ overlaps: AgendaOverlaps, to flow: inout Flow) {
    flow.row([
      Flow.Column(text: words.time(ofDay: item.start), start: 1, width: 6, style: .key),
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
    let names = words.list(languages.map { words($0.traits.adjective) })
    flow.text(
      words(.textsOlder(languages: .own(names))),
      start: start,
      style: .attention,
    )
    return true
  }
}
