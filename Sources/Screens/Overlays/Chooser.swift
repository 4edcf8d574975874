import Consultation
import Phrases

/// A short list laid over the page, from which one thing is chosen.
struct Chooser: Equatable, Sendable {
  let purpose: any ChooserPurpose
  var list: ListState

  /// With the entry selected that holds now.
  init(_ purpose: any ChooserPurpose, in context: PageContext) {
    self.purpose = purpose
    list = ListState(selected: purpose.chosen(in: context) ?? 0)
  }

  static func == (first: Chooser, second: Chooser) -> Bool {
    first.purpose.isEqual(to: second.purpose) && first.list == second.list
  }
}

/// What is chosen: what it is called, what there is to choose from, and what becomes of the choice.
///
/// Whoever opens a chooser hands over one of these; nothing else needs to know which there are.
protocol ChooserPurpose: Equatable, Sendable {
  func title(in context: PageContext) -> String
  /// What is said above what it offers, where something is done that reaches far or that cannot be
  /// guessed.
  func sentences(in context: PageContext) -> [String]
  /// What it offers, in its order.
  func entries(in context: PageContext) -> [String]
  /// Which of them holds now, or else changes nothing.
  func chosen(in context: PageContext) -> Int?
  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect]
  /// Leaves without choosing.
  func leave(_ context: inout PageContext)
  /// Whether it is to be read and nothing else: then letters and spaces of what was being typed are
  /// none of it.
  var isMessage: Bool { get }
}

/// What most choosers have, over `some RoomContext` as in ``PageContent``.
extension ChooserPurpose {
  func sentences(in context: some RoomContext) -> [String] { [] }
  func chosen(in context: some RoomContext) -> Int? { nil }
  func leave(_ context: inout PageContext) { context.overlay = nil }
  var isMessage: Bool { false }
}

extension PageContext {
  /// Lays a chooser over the page, with the entry selected that holds now.
  mutating func choose(_ purpose: any ChooserPurpose) {
    overlay = .chooser(Chooser(purpose, in: self))
  }

  mutating func updateChooser(_ chooser: Chooser, _ action: Action, at moment: Moment) -> [Effect] {
    var chooser = chooser
    let purpose = chooser.purpose
    let count = purpose.entries(in: self).count
    if purpose.isMessage {
      if action == .open || action == .back { overlay = nil }
      return []
    }
    switch action {
    // Meanwhile somebody else may have taken away what there was to choose from.
    case .open where count == 0, .toggle where count == 0: overlay = nil
    case .choose(let number) where number <= count:
      overlay = nil
      return purpose.choose(number - 1, in: &self, at: moment)
    case .open, .toggle:
      overlay = nil
      let index = min(max(0, chooser.list.selected), count - 1)
      return purpose.choose(index, in: &self, at: moment)
    case .back: purpose.leave(&self)
    default:
      _ = chooser.list.move(action, count: count, pageSize: count)
      overlay = .chooser(chooser)
    }
    return []
  }
}
