import Glibc
import Screens

/// A line in, the page out: until the person leaves, or there are no more lines.
struct PlainLoop {
  private let runner: EffectRunner

  init(_ runner: EffectRunner) { self.runner = runner }

  /// - Returns: how the person left.
  func run(_ app: inout App) -> Leaving {
    runner.remember(app)
    var dialogue = PlainDialogue(app)
    defer {
      app = dialogue.app
      runner.finish()
    }
    while true {
      runner.followOrder(of: dialogue.app)
      if let complaint = runner.say(dialogue.lines) { return .unableToSay(complaint) }
      guard let line = readLine() else { return .withCopy }
      if let leaving = take(dialogue.take(line: line, at: runner.moment), &dialogue) {
        return leaving
      }
      runner.waitUntilDone()
      for message in runner.outcomes(words: dialogue.app.words) {
        _ = dialogue.take(message, at: runner.moment)
      }
    }
  }

  /// Does what the dialogue asks for.
  ///
  /// - Returns: how the person leaves, where they do.
  private func take(_ effects: [Effect], _ dialogue: inout PlainDialogue) -> Leaving? {
    for effect in effects {
      switch effect {
      case .keep(let change): runner.keep(change)
      case .readWords(let language):
        let message = runner.words(of: language, for: dialogue.app)
        _ = take(dialogue.take(message, at: runner.moment), &dialogue)
      case .readGlossary:
        _ = take(dialogue.take(runner.glossary(for: dialogue.app), at: runner.moment), &dialogue)
      case .fingerprint(let delegation):
        let message = Message.fingerprint(runner.fingerprint(of: delegation))
        _ = take(dialogue.take(message, at: runner.moment), &dialogue)
      case .errand(let errand):
        guard let message = runner.message(of: errand, for: dialogue.app) else { break }
        _ = take(dialogue.take(message, at: runner.moment), &dialogue)
      case .remember: runner.remember(dialogue.app)
      case .redraw, .suspend: break
      case .tryAgain: runner.tryAgain()
      case .bringTogether(let publisher): runner.bringTogether(as: publisher)
      case .rememberRhythm(let publisher, let rhythm):
        runner.remember(rhythm, of: publisher, for: dialogue.app)
      case .moveToNextEdition: return .toNextEdition
      case .leave: return .withCopy
      case .leaveWithoutUnkept: return .without
      }
    }
    return nil
  }
}
