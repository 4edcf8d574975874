import ArgumentParser
import Phrases
import Storage

extension QuestionnaireCommand {
  /// The command `majlis questionnaire new`.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Begin a questionnaire of your own: a small one that works.",
      discussion: """
        Comments in it say where to write what, in the language of --language. Put the folder into \
        ~/.local/share/majlis/questionnaires to have it in the program.
        """,
    )

    @Argument(help: "The folder to make.")
    var folder: String

    @ArgumentParser.Option(help: "What it is called; as the folder if nothing is said.")
    var id: String?

    @OptionGroup var replacing: ReplacingOptions

    @OptionGroup var options: CommonOptions

    func run() throws {
      let context = try CommandContext(options)
      let name = folder.split(separator: "/").last.map(String.init)
      let id = id ?? name ?? "questionnaire"
      let files = try context.onFile(folder) { () throws(StorageError) in
        try context.assets.beginning(ofQuestionnaire: id, in: context.words.language)
      }
      try context.onOutput(folder) { () throws(StorageError) in
        try FileSystem.makeFolder(folder)
      }
      // All of them are looked at before the first is written.
      let doors = try files.map { file in
        try OutputDoor("\(folder)/\(file.name)", [.json], isForced: replacing.force, context)
      }
      for (door, file) in zip(doors, files) { try door.write(file.bytes) }
    }
  }
}
