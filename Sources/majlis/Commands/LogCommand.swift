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

  @Argument(help: "The session; - for standard input.")
  var file: String

  @ArgumentParser.Option(help: "The delegation, such as MAR.")
  var delegation: String?

  @ArgumentParser.Option(help: "The question, such as 1.2.3.")
  var question: String?

  @ArgumentParser.Option(help: "text or json.")
  var format: OutputFormat = .text

  @OptionGroup var options: CommonOptions

  func run() throws {
    let surroundings = try Surroundings(options)
    let stored = try surroundings.session(file)
    let code = try delegation.map {
      try surroundings.delegation($0, in: stored.session, file: file).code
    }
    let number = try question.map {
      try surroundings.question($0, in: stored.questionnaire, file: file).number
    }
    let changes = stored.session.history.filter { change in
      (code == nil || change.delegation == code) && (number == nil || change.question == number)
    }
    switch format {
    case .json: print(SessionJSON.text(changes))
    case .text:
      let text = SessionText(words: surroundings.words, questionnaire: stored.questionnaire)
      for change in changes { print(text.line(of: change)) }
    }
  }
}
