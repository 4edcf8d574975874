import Consultation
import Display
import Glibc
import Phrases
import Screens
import Storage
import TerminalIO

/// The screen for the room: follows the session as others write it, until somebody leaves it.
///
/// The one place in which a whole session is beside the presenter; what is handed over has been
/// through the gate.
struct PresenterLoop {
  private let context: CommandContext
  private let keeper: Keeper
  private let stored: StoredSession

  init(_ context: CommandContext, _ keeper: Keeper, _ stored: StoredSession) {
    self.context = context
    self.keeper = keeper
    self.stored = stored
  }

  /// - Returns: the words of languages that were asked for and cannot be read.
  func run(
    _ presenter: inout Presenter,
    on terminal: inout Terminal,
  ) -> [Language: UnreadableWords] {
    var session = stored.session
    var unreadable: [Language: UnreadableWords] = [:]
    var layouts = LayoutCache()
    while true {
      presenter.tick(.now)
      terminal.show(presenter.view(keeping: &layouts))
      switch terminal.next(wakeUp: keeper.wakeUp.descriptor, milliseconds: 1000) {
      case .event(let event):
        for effect in presenter.update(event) {
          switch effect {
          case .leave: return unreadable
          case .readWords(let language):
            // All of them: it shows two at once, and passes over what cannot be read.
            let reading = context.readableCatalogues(of: Language.allCases)
            unreadable = reading.unreadable
            presenter.goOn(in: language, with: Array(reading.catalogues.values))
          case .redraw: terminal.redraw()
          case .suspend:
            guard context.guest == nil else { break }
            terminal.suspend()
            let size = terminal.size
            _ = presenter.update(.resized(width: size.width, height: size.height))
          case .keep, .remember, .readGlossary, .fingerprint, .errand, .tryAgain,
            .leaveWithoutUnkept, .bringTogether, .rememberRhythm, .moveToNextEdition:
            break
          }
        }
      case .wokenUp:
        for outcome in keeper.outcomes() {
          switch outcome {
          case .others(let changes): session.apply(changes)
          case .reloaded(let new): session = new
          case .kept, .notKept, .present, .setAside, .nearlyFull: break
          }
        }
        presenter.show(SharedView(of: session, for: .room, in: stored.questionnaire))
      case .timeOut: break
      }
    }
  }
}
