import ArgumentParser
import FoundationEssentials
import Storage

/// `majlis` alone: the last session, or the Cairo workshop the first time.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "start", shouldDisplay: false)

  @OptionGroup var options: CommonOptions

  func run() throws {
    let surroundings = try Surroundings(options)
    let memory = surroundings.dataFolder.memory
    let last = memory.session.flatMap { FileSystem.exists($0) ? $0 : nil }
    let file = last ?? surroundings.dataFolder.cairoSession
    if !FileSystem.exists(file) { try makeCairoSession(at: file, surroundings) }
    try FrontEnd(surroundings).run(
      FrontEnd.Wishes(file: file, delegation: last == nil ? nil : memory.delegation)
    )
  }

  private func makeCairoSession(at file: String, _ surroundings: Surroundings) throws {
    try surroundings.onFile(file) { () throws(StorageError) in
      try FileSystem.makeFolder(surroundings.dataFolder.path)
      let id = UUID().uuidString.lowercased()
      let stored = try surroundings.assets.template("cairo-2023", id: id)
      try SessionFile.create(stored.session, at: file)
    }
  }
}
