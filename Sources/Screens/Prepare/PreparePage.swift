import BidiText
import Consultation
import Display
import Phrases

/// Everything that the workshop has, to be prepared.
struct PreparePage: ItemList, Form {
  /// One line of it.
  enum Item: Equatable {
    /// A field of the workshop itself, by its index.
    case field(Int)
    case item(AgendaItem)
    case newItem
    case delegation(DelegationCode)
    case newDelegation
  }

  var list = ListState()

  var asPage: Page { .prepare(self) }
  var depth: Int { 3 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpPrepare }
  var hintOfOpening: Phrase { .hintChange }
  var fields: [Field<WorkshopFrame>] { WorkshopFrame.fields }

  func hints(in context: some RoomContext) -> [Action] {
    [.open, .add, .remove, .back, .help, .undo]
  }

  func subject(in context: some RoomContext) -> WorkshopFrame? {
    let workshop = context.desk.workshop
    return WorkshopFrame(title: workshop.title, place: workshop.place, days: workshop.days)
  }

  func keep(
    _ frame: WorkshopFrame,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect] {
    context.set(RecordKey(.workshop, "workshop"), to: .workshop(frame), at: moment)
  }

  func items(in context: some RoomContext) -> [Item] {
    fields.indices.map { .field($0) }
      + context.desk.workshop.agenda.map { .item($0) } + [.newItem]
      + context.desk.order.map { .delegation($0) } + [.newDelegation]
  }

  func open(_ item: Item, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    switch item {
    case .field(let index): change(index, in: &context)
    case .item(let item): context.go(to: .agendaItem(AgendaItemPage(id: item.id)))
    case .newItem: context.openField(NewAgendaItem())
    case .delegation(let code):
      context.go(to: .delegationFrame(DelegationFramePage(code: code)))
    case .newDelegation: context.openField(NewDelegation())
    }
    return []
  }

  func updateElse(
    _ action: Action,
    on item: Item?,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    switch (action, item) {
    case (.add, .newDelegation?), (.add, .delegation?): context.openField(NewDelegation())
    case (.add, _): context.openField(NewAgendaItem())
    case (.remove, .item(let item)?):
      return context.set(RecordKey(.agendaItem, item.id), to: nil, at: moment)
    case (.remove, .delegation(let code)?):
      return context.set(.identity(of: code), to: nil, at: moment)
    case (.remove, _): break
    default: return nil
    }
    return []
  }

  func head(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    flow.text(context.words(.prepareTitle), style: .strong)
  }

  func separate(
    _ item: Item?,
    from last: Item?,
    in context: some RoomContext,
    to flow: inout Flow,
  ) {
    let heading = item.flatMap(heading)
    guard heading != last.flatMap(self.heading) else { return }
    flow.gap()
    if let heading { flow.text(context.words(heading), style: .heading) }
  }

  private func heading(of item: Item) -> Phrase? {
    switch item {
    case .field: nil
    case .item, .newItem: .prepareAgenda
    case .delegation, .newDelegation: .prepareDelegations
    }
  }

  func add(_ item: Item, to flow: inout Flow, in context: some RoomContext) {
    let workshop = context.desk.workshop
    switch item {
    case .field(let index):
      let text = subject(in: context).map {
        context.isolated(fields[index].text(in: $0, context.fieldSetting)) ?? ""
      }
      context.add(
        context.words(fields[index].label),
        text ?? "",
        emptyStyle: .text,
        to: &flow,
      )
      if index == 0 { context.addOlder(workshop.title, start: 28, to: &flow) }
      if index == 1, let place = workshop.place { context.addOlder(place, start: 28, to: &flow) }
    case .item(let item): context.add(item, AgendaOverlaps(workshop.agenda), to: &flow)
    case .newItem: flow.text(context.words(.addAgendaItem), start: 1, style: .key)
    case .newDelegation: flow.text(context.words(.addDelegation), start: 1, style: .key)
    case .delegation(let code):
      guard let identity = context.desk.identity(of: code),
        let frame = context.desk.frame(of: code)
      else { return }
      let names = context.desk.delegates(of: code).map { TextSanitizer.isolated($0.name) }
      flow.row([
        Flow.Column(text: context.words.text(identity.shortName), start: 1, width: 16),
        Flow.Column(text: context.words(frame.mode.phrase), start: 18, width: 12, style: .quiet),
        Flow.Column(text: context.words.list(names), start: 31, style: .quiet, isOneLine: true),
      ])
    }
  }
}

/// The title of an item that is added to the agenda, after the last one.
struct NewAgendaItem: TextPurpose {
  func title(in context: some RoomContext) -> String { context.words(.agendaItemTitle) }

  func keep(
    _ text: String,
    in context: inout some RoomContext,
    at moment: Moment,
  ) throws(WritingProblem) -> [Effect] {
    guard !text.isEmpty else { throw WritingProblem(.problemTitleNeeded) }
    let end = context.desk.workshop.agenda.map { $0.start + $0.minutes }.max() ?? 540
    let item = AgendaItem(
      id: moment.id,
      kind: .discussion,
      title: TranslatedText(text, language: context.language),
      start: min(end, 1439),
      minutes: 30,
    )
    return context.set(
      RecordKey(.agendaItem, moment.id),
      to: .agendaItem(item),
      at: moment,
      thenOn: .agendaItem(AgendaItemPage(id: moment.id, list: ListState(selected: 1))),
    )
  }
}

/// The code of a delegation that is added.
struct NewDelegation: TextPurpose {
  var limit: Int { TextLimit.code }

  func title(in context: some RoomContext) -> String { context.words(.delegationCode) }

  func keep(
    _ text: String,
    in context: inout some RoomContext,
    at moment: Moment,
  ) throws(WritingProblem) -> [Effect] {
    guard let code = DelegationCode(text.uppercased()), context.desk.identity(of: code) == nil,
      code.isOfLocalAuthority || context.questionnaire.respondent == .state
    else { throw WritingProblem(.problemDelegationCode) }
    // Its names are written next; until then it is called after its code.
    let name = LocalizedText(inEach: { _ in text })
    let identity = DelegationIdentity(
      code: code,
      rank: (context.desk.identities.map(\.rank).max() ?? -1) + 1,
      kind: code.isOfLocalAuthority ? .localAuthority : .state,
      shortName: name,
      officialName: name,
    )
    return context.set(
      .identity(of: code),
      to: .identity(identity),
      at: moment,
      thenOn: .delegationFrame(DelegationFramePage(code: code)),
    )
  }
}
