import ArgumentParser
import Consultation
import Storage

/// The forms in which `show` and `log` print.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// The options of the commands that read a session: `show` and `log`.
struct ReadingOptions: ParsableArguments {
  @Argument(help: "The session; - for standard input.")
  var file: String

  @ArgumentParser.Option(help: "The delegation, such as MAR.")
  var delegation: String?

  @ArgumentParser.Option(help: "The question, such as 1.2.3.")
  var question: String?

  @ArgumentParser.Option(help: "text or json.")
  var format: OutputFormat = .text

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var options: CommonOptions

  func read() throws -> (CommandContext, StoredSession) {
    let context = try CommandContext(options)
    return (context, try context.session(file, passphrase))
  }

  func delegation(
    in stored: StoredSession,
    _ context: CommandContext,
  ) throws -> Delegation? {
    try delegation.map { try context.delegation($0, in: stored.session, file: file) }
  }

  func question(in stored: StoredSession, _ context: CommandContext) throws -> Question? {
    try question.map { try context.question($0, in: stored.questionnaire, file: file) }
  }
}
