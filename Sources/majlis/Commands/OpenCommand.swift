import ArgumentParser
import Phrases
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

  @ArgumentParser.Option(name: .customLong("as"), help: "Who is at this terminal.")
  var author: String?

  @Flag(help: "Change nothing.")
  var readOnly = false

  @Flag(help: "Lines of text instead of a screen, for a screen reader or a script.")
  var plain = false

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    try FrontEnd(context).run(
      FrontEnd.Wishes(
        file: try unsealedFile(context),
        delegation: delegation,
        question: question,
        author: author,
        isSeatFixed: delegation != nil,
        isReadOnly: readOnly,
        isPlain: plain,
      )
    )
  }

  /// The file to work in: a sealed one is first put beside itself without its seal, since what is
  /// written into it has to be safe at each moment.
  private func unsealedFile(_ context: CommandContext) throws -> String {
    guard FileSystem.isSealed(file) else { return file }
    let bytes = try context.unsealed(file, passphrase)
    let name = file.hasSuffix(".age") ? String(file.dropLast(4)) : "\(file).json"
    try context.onFile(name) { () throws(StorageError) in
      _ = try SessionFile.read(bytes: bytes, assets: context.assets)
      try OutputFile(name, [.json], inputs: context.inputs.paths).write(bytes)
    }
    let words = context.complaintWords
    Complaint(["\(words.path(file)): \(words(.unsealedInto(file: .plain(name))))"], .done)
      .report()
    return name
  }
}
