import Glibc
import Screens

/// A line in, the page out: until the person leaves, or there are no more lines.
struct PlainLoop {
  private let outside: Outside

  init(_ outside: Outside) { self.outside = outside }

  /// - Returns: how the person left.
  func run(_ app: inout App) -> Leaving {
    outside.remember(app)
    var dialogue = PlainDialogue(app)
    defer { app = dialogue.app }
    while true {
      if let complaint = outside.say(dialogue.lines) { return .unableToSay(complaint) }
      guard let line = readLine() else { return .withCopy }
      if let leaving = take(dialogue.take(line: line, at: outside.moment), &dialogue) {
        return leaving
      }
      outside.waitUntilKept()
      for message in outside.outcomes(words: dialogue.app.words) {
        _ = dialogue.take(message, at: outside.moment)
      }
    }
  }

  /// Does what the dialogue asks for.
  ///
  /// - Returns: how the person leaves, where they do.
  private func take(_ effects: [Effect], _ dialogue: inout PlainDialogue) -> Leaving? {
    for effect in effects {
      switch effect {
      case .keep(let change): outside.keep(change)
      case .readWords(let language):
        let message = outside.words(of: language, for: dialogue.app)
        _ = take(dialogue.take(message, at: outside.moment), &dialogue)
      case .fingerprint(let delegation):
        let message = Message.fingerprint(outside.fingerprint(of: delegation))
        _ = take(dialogue.take(message, at: outside.moment), &dialogue)
      case .report(let report, let width):
        if let message = outside.report(report, width: width, for: dialogue.app) {
          _ = take(dialogue.take(message, at: outside.moment), &dialogue)
        }
      case .writeReport(let report, let file):
        if let message = outside.write(report, file: file, for: dialogue.app) {
          _ = take(dialogue.take(message, at: outside.moment), &dialogue)
        }
      case .remember: outside.remember(dialogue.app)
      case .redraw, .suspend: break
      case .tryAgain: outside.tryAgain()
      case .leave: return .withCopy
      case .leaveWithoutUnkept: return .without
      }
    }
    return nil
  }
}
