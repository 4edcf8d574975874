import ArgumentParser
import Consultation
import Phrases
import Storage

/// `majlis log`: what was done, when, by whom.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show what was done to a session, the oldest first.",
    discussion: """
      Without --delegation: what is the workshop's, and of what delegations share the change by \
      which it stands. With it: all that was done to that delegation's own; of a hidden first \
      round who gave a position, and not which.
      """,
  )

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let (context, stored) = try reading.read()
    let code = try reading.delegation(in: stored, context)?.code
    let number = try reading.question(in: stored, context)?.number
    let session = stored.session
    let log = SharedLog(of: session)
    let changes = (code == nil ? log.changes : session.history).filter { change in
      (code == nil || change.delegation == code) && (number == nil || change.question == number)
    }
    switch reading.format {
    case .json: try context.say(text: SessionJSON.text(changes, of: session))
    case .text:
      let text = SessionText(words: context.words, questionnaire: stored.questionnaire)
      try context.say(changes.map { text.line(of: $0, in: session) })
    }
    let leftOut = log.leftOut.filter { number == nil || $0.question == number }
    guard code == nil, let first = leftOut.compactMap(\.delegation).first else { return }
    let words = context.words
    let line = words(.logLeftOut(code: .plain(first.description), count: leftOut.count))
    Complaint(["\(words.path(reading.file)): \(line)"], .done).report()
  }
}
