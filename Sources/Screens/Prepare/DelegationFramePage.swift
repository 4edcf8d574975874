import BidiText
import Consultation
import Display
import Phrases

/// What the workshop says of a delegation, and which of it was changed last.
struct PreparedDelegation {
  enum Change {
    case identity(DelegationIdentity)
    case frame(DelegationFrame)
    /// To this place of the neutral order, counted from nought.
    case place(Int)
  }

  private let old: (identity: DelegationIdentity, frame: DelegationFrame)
  private let order: [DelegationCode]
  private(set) var change: Change?

  init?(_ code: DelegationCode, in desk: some WorkshopSeat) {
    guard let identity = desk.identity(of: code), let frame = desk.frame(of: code) else {
      return nil
    }
    old = (identity, frame)
    order = desk.order
  }

  static let fields: [Field<PreparedDelegation>] =
    DelegationIdentity.fields.map {
      $0.of({ $0.identity }) { identity, delegation in delegation.changed(.identity(identity)) }
    } + [
      .digits(
        .delegationPlace,
        limit: TextLimit.place,
        problem: .problemPlace,
        text: { delegation in
          delegation.order.firstIndex(of: delegation.identity.code).map { String($0 + 1) } ?? ""
        },
        write: { delegation, text in
          guard let place = Int(text), delegation.order.indices.contains(place - 1) else {
            return false
          }
          delegation.change = .place(place - 1)
          return true
        },
      )
    ]
    + DelegationFrame.fields.map {
      $0.of({ $0.frame }) { frame, delegation in delegation.changed(.frame(frame)) }
    }

  private var identity: DelegationIdentity { old.identity }
  private var frame: DelegationFrame { old.frame }

  private func changed(_ change: Change) -> PreparedDelegation {
    var changed = self
    changed.change = change
    return changed
  }
}

/// What the workshop says of a delegation, and who comes for it.
struct DelegationFramePage: EntryList, Form {
  enum Item {
    /// A field, by its index.
    case field(Int)
    case delegate(Delegate)
  }

  let code: DelegationCode
  var list = ListState()

  var asPage: Page { .delegationFrame(self) }
  var depth: Int { 5 }
  var help: Phrase { .helpPrepare }
  var hintOfOpening: Phrase { .hintChange }
  var fields: [Field<PreparedDelegation>] { PreparedDelegation.fields }
  var adding: Phrase { .addDelegate }
  var titleOfNew: Phrase { .delegateName }
  var problemOfNothing: Phrase? { .problemTitleNeeded }

  func hints(in context: some RoomContext) -> [Action] {
    [.open, .add, .remove, .back, .help, .undo]
  }

  func subject(in context: some RoomContext) -> PreparedDelegation? {
    PreparedDelegation(code, in: context.desk)
  }

  func keep(
    _ delegation: PreparedDelegation,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect] {
    switch delegation.change {
    case .identity(let identity)?:
      context.set(.identity(of: code), to: .identity(identity), at: moment)
    case .frame(let frame)?:
      context.set(RecordKey(.frame, "frame"), to: .frame(frame), of: code, at: moment)
    case .place(let place)?: context.move(code, toPlace: place, at: moment)
    case nil: []
    }
  }

  func items(in context: some RoomContext) -> [Item] {
    guard subject(in: context) != nil else { return [] }
    return fields.indices.map { .field($0) }
      + context.desk.delegates(of: code).map { .delegate($0) }
  }

  func addLine(in context: some RoomContext) -> Phrase? {
    subject(in: context) == nil ? nil : adding
  }

  func open(_ item: Item, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    guard !context.refusesBecauseReadOnly() else { return [] }
    switch item {
    case .field(let index): change(index, in: &context)
    case .delegate(let delegate):
      context.go(to: .delegate(DelegatePage(code: code, id: delegate.id)))
    }
    return []
  }

  func make(_ text: String, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    let delegate = Delegate(
      id: moment.id,
      name: text,
      institution: "",
      role: "",
      isOnline: context.desk.frame(of: code)?.mode == .online,
    )
    return context.set(
      RecordKey(.delegate, moment.id),
      to: .delegate(delegate),
      of: code,
      at: moment,
      thenOn: .delegate(
        DelegatePage(code: code, id: moment.id, list: ListState(selected: 1))
      ),
    )
  }

  func remove(_ item: Item, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    guard case .delegate(let delegate) = item else { return [] }
    return context.set(RecordKey(.delegate, delegate.id), to: nil, of: code, at: moment)
  }

  func head(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    guard let identity = context.desk.identity(of: code) else { return }
    flow.title(context.words.text(identity.officialName))
  }

  func separate(
    _ item: Item?,
    from last: Item?,
    in context: some RoomContext,
    to flow: inout Flow,
  ) {
    if case .field? = item { return }
    if case .field? = last { flow.gap() }
  }

  func add(_ item: Item, to flow: inout Flow, in context: some RoomContext) {
    switch item {
    case .field(let index):
      guard let delegation = subject(in: context) else { return }
      flow.row([
        Flow.Column(text: context.words(fields[index].label), start: 1, width: 26, style: .quiet),
        Flow.Column(text: fields[index].shown(in: delegation, context.fieldSetting), start: 28),
      ])
    case .delegate(let delegate):
      flow.line(
        TextSanitizer.isolated(delegate.name),
        under: context.joined([
          context.isolated(delegate.role), context.isolated(delegate.institution),
          context.words(delegate.isOnline ? .modeOnline : .modeInPerson),
        ]),
      )
    }
  }
}

extension RoomContext {
  /// Moves a delegation to a place of the neutral order; the others make room.
  fileprivate mutating func move(
    _ code: DelegationCode,
    toPlace place: Int,
    at moment: Moment,
  ) -> [Effect] {
    var order = desk.order.filter { $0 != code }
    order.insert(code, at: place)
    var effects: [Effect] = []
    for (rank, other) in order.enumerated() {
      guard var identity = desk.identity(of: other), identity.rank != rank else { continue }
      identity.rank = rank
      effects += set(
        .identity(of: other),
        to: .identity(identity),
        at: Moment(at: moment.at, id: "\(moment.id)-\(rank)"),
      )
    }
    return effects
  }
}
