import CNcurses
import Glibc

/// What a terminal says of itself when it is asked.
package struct TerminalAnswers: Equatable, Sendable {
  /// Whether it knows a mode for its own ordering of text, and how that is set (DECRQM).
  package enum Ordering: Equatable, Sendable {
    case notKnown, on, off
  }

  /// Its name and version, where it tells them (XTVERSION).
  package private(set) var version: String?
  package private(set) var ordering = Ordering.notKnown
  /// Whether the answer came that every terminal gives (DA1), so that no other will follow.
  private(set) var isComplete = false

  /// XTVERSION, DECRQM for ECMA-48's mode 8, and DA1, which every terminal answers.
  private static let questions = "\u{1B}[>q\u{1B}[8$p\u{1B}[c"

  /// Reads answers out of what a terminal sent.
  package init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let match = text.firstMatch(of: /\u{1B}P>\|([^\u{1B}]*)\u{1B}\\/) {
      version = String(match.1)
    }
    if let match = text.firstMatch(of: /\u{1B}\[8;([0-4])\$y/) {
      switch match.1 {
      case "1", "3": ordering = .on
      case "2", "4": ordering = .off
      default: break
      }
    }
    isComplete = text.contains(/\u{1B}\[\?[0-9;]*c/)
  }

  /// Asks the terminal, which is not in use by anything else, and waits for its answers.
  ///
  /// What a person types meanwhile is lost.
  ///
  /// - Returns: `nil` where standard input or output is no terminal.
  package static func ask(milliseconds limit: Int = 300) -> TerminalAnswers? {
    guard isatty(1) == 1, let raw = RawInput() else { return nil }
    defer { raw.end() }
    let question = Array(questions.utf8)
    guard write(1, question, question.count) == question.count else { return nil }
    var bytes: [UInt8] = []
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(limit)
    while !TerminalAnswers(bytes).isComplete {
      let rest = (end - clock.now) / .milliseconds(1)
      var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      guard rest > 0, poll(&input, 1, Int32(rest.rounded(.up))) > 0 else { break }
      var buffer = [UInt8](repeating: 0, count: 256)
      let count = read(0, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return TerminalAnswers(bytes)
  }
}
