import Consultation
import Display
import FoundationEssentials
import Phrases
import Screens
import Storage
import TerminalIO

/// Next event, update, view, show: until the person leaves.
struct EventLoop {
  private let surroundings: Surroundings
  private let keeper: Keeper?
  private let path: String

  init(surroundings: Surroundings, keeper: Keeper?, path: String) {
    self.surroundings = surroundings
    self.keeper = keeper
    self.path = path
  }

  mutating func run(_ app: inout App, on terminal: inout Terminal) {
    terminal.show(app.view())
    while true {
      var isLeaving = false
      switch terminal.next(wakeUp: keeper?.wakeUp ?? -1) {
      case .event(let event): isLeaving = take(.terminal(event), &app, &terminal)
      case .wokenUp: takeOutcomes(&app, &terminal)
      case .timeOut: break
      }
      if isLeaving { return }
      terminal.show(app.view())
    }
  }

  /// Updates the app and does what it asks for.
  ///
  /// - Returns: whether the person leaves.
  private func take(_ message: Message, _ app: inout App, _ terminal: inout Terminal) -> Bool {
    let moment = Moment(at: .now, id: UUID().uuidString.lowercased())
    for effect in app.update(message, at: moment) {
      switch effect {
      case .keep(let change): keeper?.keep(app.session, change: change.stamp.id)
      case .remember: remember(app)
      case .redraw: terminal.redraw()
      case .suspend:
        terminal.suspend()
        let size = terminal.size
        _ = app.update(
          .terminal(.resized(width: size.width, height: size.height)),
          at: moment,
        )
      case .leave: return true
      }
    }
    return false
  }

  private func takeOutcomes(_ app: inout App, _ terminal: inout Terminal) {
    for outcome in keeper?.outcomes() ?? [] {
      switch outcome {
      case .kept(let ids):
        _ = take(.kept(ids: ids, at: TimeOfDay(.now)), &app, &terminal)
      case .notKept(let ids, let error):
        _ = take(.notKept(ids: ids, reason: app.words(error)), &app, &terminal)
      }
    }
  }

  /// What was chosen, for the next start; it is no harm when that cannot be written.
  func remember(_ app: App) {
    let isChosen: Bool
    if case .language = app.page { isChosen = false } else { isChosen = true }
    try? surroundings.dataFolder.remember(
      DataFolder.Memory(
        session: path,
        language: isChosen ? app.language.rawValue : surroundings.dataFolder.memory.language,
        delegation: app.delegationCode?.description,
      )
    )
  }
}
