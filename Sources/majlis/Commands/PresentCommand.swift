import ArgumentParser
import Storage

/// `majlis present`: the screen for the room.
struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present",
    abstract: "Show the room what runs, who speaks and what was shared; changes nothing.",
  )

  @Argument(help: "The session.")
  var file: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    try FrontEnd(try CommandContext(options)).present(file)
  }
}
