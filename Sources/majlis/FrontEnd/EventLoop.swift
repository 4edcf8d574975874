import Consultation
import Display
import Screens
import Storage
import TerminalIO

/// How a person leaves the front end.
enum Leaving {
  /// What cannot be kept goes into a copy.
  case withCopy
  /// The same, and the session goes on in its questionnaire's next edition.
  case toNextEdition
  /// It is let go.
  case without
  /// There is nobody any more to whom a page could be said; what cannot be kept goes into a copy.
  case unableToSay(Complaint)
}

/// The identifier for what comes of the next message.
///
/// Most keys move and do nothing else: it is made anew where something was done.
private struct NextIdentifier {
  private var id = EffectRunner.newIdentifier

  var moment: Moment { Moment(at: .now, id: id) }

  mutating func isUsed() { id = EffectRunner.newIdentifier }
}

/// Next event, update, view, show: until the person leaves.
struct EventLoop {
  private let runner: EffectRunner

  init(_ runner: EffectRunner) { self.runner = runner }

  /// - Returns: how the person left.
  func run(_ app: inout App, on terminal: inout Terminal) -> Leaving {
    defer {
      runner.finish()
      runner.rememberPlace(app)
    }
    var layouts = LayoutCache()
    var next = NextIdentifier()
    runner.remember(app)
    terminal.show(app.view(keeping: &layouts))
    runner.followOrder(of: app)
    var told = app.presence(at: .now)
    runner.tell(told)
    while true {
      var leaving: Leaving?
      switch terminal.next(
        wakeUp: runner.wakeUp.descriptor,
        milliseconds: app.hasClock ? 1000 : nil,
      ) {
      case .event(let event):
        runner.note(event)
        leaving = take(.terminal(event), &app, &terminal, &next)
      case .wokenUp:
        for message in runner.outcomes(words: app.words) {
          _ = take(message, &app, &terminal, &next)
        }
      case .timeOut: _ = take(.tick, &app, &terminal, &next)
      }
      if let leaving { return leaving }
      terminal.show(app.view(keeping: &layouts))
      runner.followOrder(of: app)
      let presence = app.presence(at: .now)
      if !presence.isWhere(told) {
        told = presence
        runner.tell(presence)
      }
    }
  }

  /// Updates the app and does what it asks for.
  ///
  /// - Returns: how the person leaves, where they do.
  private func take(
    _ message: Message,
    _ app: inout App,
    _ terminal: inout Terminal,
    _ next: inout NextIdentifier,
  ) -> Leaving? {
    let effects = app.update(message, at: next.moment)
    if !effects.isEmpty { next.isUsed() }
    for effect in effects {
      switch effect {
      case .keep(let change): runner.keep(change)
      case .readWords(let language):
        _ = take(runner.words(of: language, for: app), &app, &terminal, &next)
      case .readGlossary: _ = take(runner.glossary(for: app), &app, &terminal, &next)
      case .fingerprint(let delegation):
        _ = take(.fingerprint(runner.fingerprint(of: delegation)), &app, &terminal, &next)
      case .errand(let errand): runner.begin(errand, for: app)
      case .remember: runner.remember(app)
      case .redraw: terminal.redraw()
      case .suspend:
        guard runner.canSuspend else { break }
        terminal.suspend()
        let size = terminal.size
        app = app.resized(width: size.width, height: size.height)
      case .tryAgain: runner.tryAgain()
      case .bringTogether(let publisher): runner.bringTogether(as: publisher)
      case .rememberRhythm(let publisher, let rhythm):
        runner.remember(rhythm, of: publisher, for: app)
      case .moveToNextEdition: return .toNextEdition
      case .leave: return .withCopy
      case .leaveWithoutUnkept: return .without
      }
    }
    return nil
  }
}
