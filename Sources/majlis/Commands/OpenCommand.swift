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

  @Flag(help: "Change nothing.")
  var readOnly = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let surroundings = try Surroundings(options)
    try FullScreen(surroundings).run(file: file, delegation: delegation, isReadOnly: readOnly)
  }
}
