import BidiText
import Consultation
import Display
import Phrases

/// The items of the agenda, in the list of what is prepared and one by one.
extension App {
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
  private func addOverlap(
    of item: AgendaItem,
    _ overlaps: AgendaOverlaps,
    start: Int,
    to flow: inout Flow,
  ) {
    guard let end = overlaps.endOfEarlier(than: item.id) else { return }
    flow.text(
      words(.agendaOverlaps, ["time": .own(words.time(ofDay: end))]),
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
      words(.textsOlder, ["languages": .own(names)]),
      start: start,
      style: .attention,
    )
    return true
  }

  mutating func updateAgendaItem(
    _ id: String,
    _ list: ListState,
    _ action: Action,
  ) -> [Effect]? {
    var list = list
    guard action == .open else {
      guard list.move(action, count: 5, pageSize: 5) else { return nil }
      show(.agendaItem(id, list))
      return []
    }
    guard item(id) != nil, !refusesBecauseReadOnly() else { return [] }
    switch list.selected {
    case 0: openField(.prepare(.itemTitle(id)))
    case 1: overlay = .chooser(Chooser(.itemKind(id), in: self))
    case 2: openField(.prepare(.itemStart(id)))
    case 3: openField(.prepare(.itemMinutes(id)))
    default: overlay = .chooser(Chooser(.itemDomain(id), in: self))
    }
    return []
  }

  func agendaItemBody(_ id: String, _ list: ListState) -> Flow {
    let item = item(id)
    let domain = item?.domain.flatMap { questionnaire.domain(numbered: $0) }
    var flow = fieldsBody(
      .prepareAgenda,
      [
        (.agendaItemTitle, isolatedUnlessEmpty(text(of: .itemTitle(id)))),
        (.agendaItemKind, item.map { words($0.kind.phrase) } ?? ""),
        (.agendaItemStart, words.digits.write(text(of: .itemStart(id)))),
        (.agendaItemMinutes, words.digits.write(text(of: .itemMinutes(id)))),
        (.agendaItemDomain, domain.map { words.text($0.title) } ?? words(.agendaNoDomain)),
      ],
      selected: list.selected,
    )
    guard let item else { return flow }
    addOverlap(of: item, AgendaOverlaps(desk.workshop.agenda), start: 0, to: &flow)
    if addOlder(item.title, start: 0, to: &flow) {
      flow.text(words(.textsOlderAdvice), style: .quiet)
    }
    return flow
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
