import Consultation
import PlacedJSON

/// The folder in which this person's sessions are, and what is remembered from one start to the
/// next.
package struct DataFolder: Sendable {
  /// What was used last.
  package struct Memory: Equatable, Sendable {
    package var session: String?
    package var language: String?
    package var delegation: String?
    /// Of a seat far away: where the person was.
    package var question: String?
    /// Of a seat far away: who sat there; empty for who gave no name.
    package var sitter: String?

    package init(
      session: String? = nil,
      language: String? = nil,
      delegation: String? = nil,
      question: String? = nil,
      sitter: String? = nil,
    ) {
      self.session = session
      self.language = language
      self.delegation = delegation
      self.question = question
      self.sitter = sitter
    }
  }

  package let path: String

  /// `$XDG_DATA_HOME/majlis`, or `~/.local/share/majlis`.
  package init(environment: [String: String]) { path = Self.path(environment) }

  /// One that is known by its path.
  init(path: String) { self.path = path }

  static func path(_ environment: [String: String]) -> String {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/majlis" }
    return (environment["HOME"] ?? "/") + "/.local/share/majlis"
  }

  /// Where the Cairo workshop is kept.
  package var cairoSession: String { path + "/cairo-2023.json" }

  private var memoryPath: String { path + "/last.json" }

  /// What is remembered; nothing where nothing is, or where it cannot be read.
  package var memory: Memory {
    // Forgetting is no fault: the person is asked again.
    guard let bytes = try? FileSystem.read(memoryPath, limit: 1 << 20),
      let value = try? JSONReader.read(bytes)
    else { return Memory() }
    return Memory(
      session: value["session"]?.string,
      language: value["language"]?.string,
      delegation: value["delegation"]?.string,
      question: value["question"]?.string,
      sitter: value["sitter"]?.string,
    )
  }

  package func remember(_ memory: Memory) throws(StorageError) {
    try FileSystem.makeFolder(path)
    let members: [(String, String?)] = [
      ("session", memory.session), ("language", memory.language),
      ("delegation", memory.delegation), ("question", memory.question),
      ("sitter", memory.sitter),
    ]
    let value = JSONValue.object(
      members.compactMap { pair in pair.1.map { (pair.0, .string($0)) } }
    )
    try AtomicWriting().replace(memoryPath, with: JSONWriter.text(value))
  }
}
