import ArgumentParser
import FoundationEssentials
import Storage

/// `majlis` alone: the last session, or the Cairo workshop the first time.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "start", shouldDisplay: false)

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let memory = context.dataFolder.memory
    let last = memory.session.flatMap { FileSystem.exists($0) ? $0 : nil }
    let file = last ?? context.dataFolder.cairoSession
    if !FileSystem.exists(file) { try makeCairoSession(at: file, context) }
    try FrontEnd(context).run(
      FrontEnd.Wishes(file: file, delegation: last == nil ? nil : memory.delegation)
    )
  }

  private func makeCairoSession(at file: String, _ context: CommandContext) throws {
    try context.onFile(file) { () throws(StorageError) in
      try FileSystem.makeFolder(context.dataFolder.path)
      let id = UUID().uuidString.lowercased()
      let stored = try context.assets.template("cairo-2023", id: id)
      try SessionFile.create(stored.session, at: file)
    }
  }
}
