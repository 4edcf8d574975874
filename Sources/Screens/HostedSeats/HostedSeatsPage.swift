import BidiText
import Consultation
import Display
import Phrases

/// The seats at other computers, for the facilitator at the machine that hosts: who sits there from
/// which address since when, who did, who was invited and has never come.
///
/// It asks anew every second as long as it is on the screen, and not at all when it is not.
struct HostedSeatsPage: ItemList {
  typealias Item = HostedSeats.Line

  /// Nobody has this page elsewhere.
  let machine: HostsMachine
  var list = ListState()
  /// What is known of them; nothing in the first moment.
  private(set) var seats: HostedSeats?
  private var look = Look.wanted

  /// How it follows what happens.
  private enum Look: Equatable {
    case wanted
    case asked
    case came(Timestamp)

    /// Whether it is time to ask again; at once where the clock was set back.
    func isDue(at now: Timestamp) -> Bool {
      switch self {
      case .wanted: true
      case .asked: false
      case .came(let last):
        !(0..<HostedSeatsPage.pause).contains(now.milliseconds - last.milliseconds)
      }
    }
  }

  /// From one look to the next, in milliseconds.
  private static let pause: Int64 = 1000

  init(on machine: HostsMachine) { self.machine = machine }

  var asPage: Page { .hostedSeats(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpHostedSeats }
  var title: Phrase? { .hostSeatsTitle }
  var hintOfOpening: Phrase { .hintCloseSeat }
  /// It is looked at anew as time passes.
  var hasClock: Bool { true }

  func hints(in context: some RoomContext) -> [Action] { [.open, .back, .help] }

  func follow(in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    guard look.isDue(at: moment.at) else { return [] }
    var page = self
    page.look = .asked
    context.show(page.asPage)
    return [.errand(.lookAtSeats)]
  }

  /// The page with what there is to see now; the same seat stays selected.
  func with(_ seats: HostedSeats, at now: Timestamp) -> Page {
    var page = self
    let lines = self.seats?.lines ?? []
    if lines.indices.contains(list.selected) {
      let seat = lines[list.selected].seat
      page.list.selected = seats.lines.firstIndex { $0.seat == seat } ?? list.selected
    }
    page.seats = seats
    page.look = .came(now)
    return page.asPage
  }

  func items(in context: some RoomContext) -> [Item] { seats?.lines ?? [] }

  func open(_ line: Item, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    guard line.standing != .notInvited else {
      context.notice = context.words(.hostNothingToClose)
      return []
    }
    context.choose(ClosingSeat(seat: line.seat))
    return []
  }

  // MARK: What it shows

  func head(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    let words = context.words
    flow.text(words(.hostSeatsTitle), style: .strong)
    guard let seats else { return }
    flow.text(words.sentence(of: seats), style: seats.isOpen ? .done : .attention)
    if seats.isOpen {
      let addresses = seats.addresses.map(TextSanitizer.isolated)
      if !addresses.isEmpty { flow.text(words(.hostAddresses(addresses: .own(list(addresses))))) }
    } else {
      flow.text(words(.hostToOpen))
      flow.text(machine.command, start: 2, style: .key, direction: .leftToRight)
    }
    if seats.isNobodyInvited { flow.text(words(.hostNobodyInvited), style: .attention) }
    flow.gap()
  }

  private func list(_ addresses: [String]) -> String { addresses.joined(separator: "  ") }

  func add(_ line: Item, to flow: inout Flow, in context: some RoomContext) {
    let words = context.words
    let standing = words.standing(
      line.standing,
      at: context.now,
      minutesFromUTC: context.setting.minutesFromUTC,
    ) { .foreign($0) }
    let (sign, style): (String, Style) =
      switch line.standing {
      case .here: (context.setting.symbols.chosen, .text)
      case .wasHere, .neverCame: (context.setting.symbols.open, .text)
      case .notInvited: ("", .quiet)
      }
    let isHere = sign == context.setting.symbols.chosen
    flow.row([
      Flow.Column(text: sign, width: 2, style: isHere ? .done : .quiet),
      Flow.Column(
        text: context.title(of: line.seat),
        start: 2,
        width: Self.nameWidth,
        style: isHere ? .strong : style,
      ),
      Flow.Column(text: standing, start: Self.nameWidth + 3, style: isHere ? .text : .quiet),
    ])
  }

  /// The longest that most seats are called.
  private static let nameWidth = 29
}

/// Whether a seat's key is taken back.
struct ClosingSeat: ChooserPurpose {
  let seat: RemoteSeat

  func title(in context: some RoomContext) -> String {
    context.words(.hostCloseTitle(seat: .own(context.title(of: seat))))
  }

  func sentences(in context: some RoomContext) -> [String] {
    [
      context.words(.hostCloseMeaning),
      context.words(.hostCloseAgain(seat: .own(seat.description))),
    ]
  }

  func entries(in context: some RoomContext) -> [String] {
    [context.words(.hostCloseNot), context.words(.hostCloseNow)]
  }

  func choose(_ index: Int, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    index == 1 ? [.errand(.closeSeat(seat))] : []
  }
}

extension RoomContext {
  /// Shows the seats at other computers; nothing where this is not the machine that hosts.
  ///
  /// - Returns: whether it is.
  mutating func openHostedSeats() -> Bool {
    guard desk.seat == .facilitator, let machine = setting.hostsMachine else { return false }
    go(to: .hostedSeats(HostedSeatsPage(on: machine)))
    return true
  }

  /// What a seat is called: `MAR-2 Morocco`.
  fileprivate func title(of seat: RemoteSeat) -> String {
    words.name(of: seat) { code in desk.identity(of: code).map { words.text($0.shortName) } }
  }
}
