import ArgumentParser
import Consultation
import Phrases
import Storage

/// `majlis log`: what was done, when, by whom.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show what was done to a session, the oldest first.",
  )

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let (surroundings, stored) = try reading.read()
    let code = try reading.delegation(in: stored, surroundings)?.code
    let number = try reading.question(in: stored, surroundings)?.number
    let changes = stored.session.history.filter { change in
      (code == nil || change.delegation == code) && (number == nil || change.question == number)
    }
    switch reading.format {
    case .json: try surroundings.say(text: SessionJSON.text(changes))
    case .text:
      let text = SessionText(words: surroundings.words, questionnaire: stored.questionnaire)
      try surroundings.say(changes.map(text.line))
    }
  }
}
