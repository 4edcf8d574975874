import ArgumentParser
import Storage

/// `majlis open`: a session on the full screen.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a session.",
  )

  @Argument(help: "The session.")
  var file: String

  @ArgumentParser.Option(help: "The delegation at this terminal, such as MAR.")
  var delegation: String?

  @ArgumentParser.Option(help: "The question to begin at, such as 1.2.3.")
  var question: String?

  @Flag(help: "Change nothing.")
  var readOnly = false

  @Flag(help: "Lines of text instead of a screen, for a screen reader or a script.")
  var plain = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let surroundings = try Surroundings(options)
    try FrontEnd(surroundings).run(
      FrontEnd.Wishes(
        file: file,
        delegation: delegation,
        question: question,
        isReadOnly: readOnly,
        isPlain: plain,
      )
    )
  }
}
