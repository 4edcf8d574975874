import Glibc
import PlacedJSON

/// A folder of sessions that one server hosts, all at one port.
///
/// What the server needs lies in it, in a private folder: the server's key, and for each session who
/// was invited and the seats' boxes. So a copy of the folder is a copy of all, and goes on under the
/// same invitations wherever it is started. That what lies there is believed is decided elsewhere,
/// by ``DataFolder/hosts(_:)``: a folder that comes from somebody may have their keys in it.
package struct HostedFolder: Sendable {
  /// Without links.
  package let path: String

  package init(_ path: String) { self.path = FileSystem.target(of: path) }

  /// That in which a session lies.
  package init(ofSession file: String) {
    self.init(FileSystem.folder(of: FileSystem.target(of: file)))
  }

  package var server: ServerFolder {
    ServerFolder(path: privateFolder, hostKey: "\(privateFolder)/host_key")
  }

  /// Held while the server runs.
  package var lease: String { "\(privateFolder)/lease" }

  /// Whether it has ever been hosted, or is a copy of one that was.
  package var isThere: Bool { FileSystem.stands(privateFolder) }

  private var privateFolder: String { "\(path)/.majlis-host" }
  private var sessions: String { "\(privateFolder)/sessions" }
  private var settings: String { "\(privateFolder)/server.json" }

  /// That of one of its sessions.
  package func host(ofSession id: String) -> HostFolder {
    HostFolder(at: "\(sessions)/\(HostFolder.name(ofSession: id))", in: self)
  }

  /// Makes it one that can be hosted.
  ///
  /// - Throws: ``StorageError/notOwn(_:)`` where others could change what is in it.
  package func prepare() throws(StorageError) {
    try ServerFolder.prepare(privateFolder)
    // Whoever keeps the sessions in git does not keep the keys there by mistake.
    try server.write(Array("*\n".utf8), to: "\(privateFolder)/.gitignore")
  }

  /// The port that it is hosted on; `nil` before it was told.
  package var port: Int? {
    guard let bytes = try? FileSystem.read(settings, limit: 1 << 12),
      let value = try? JSONReader.read(bytes)
    else { return nil }
    return value["port"]?.wholeNumber
  }

  package func setPort(_ port: Int) throws(StorageError) {
    try server.write(JSONWriter.text(.object([("port", .number(port))])), to: settings)
  }

  /// Writes who may come in, to all of its sessions; each seat looks for itself whether its session
  /// is hosted now.
  package func writeKeys(program: String) throws(StorageError) {
    try FileSystem.locked("\(privateFolder)/lock") { () throws(StorageError) in
      var keys: [UInt8] = []
      for name in FileSystem.names(in: sessions) {
        let folder = HostFolder(at: "\(sessions)/\(name)", in: self)
        guard let record = folder.record else { continue }
        keys += try record.authorizedKeys(program: program, folder: folder.path)
      }
      try server.write(keys, to: server.authorizedKeys)
    }
  }

  // MARK: What lies in it

  /// A file that may be a session.
  package struct Candidate: Equatable, Sendable {
    package let name: String
    package let path: String
    /// Which file it is; `nil` for a link, a folder and whatever else is no file.
    package let identity: FileIdentity?
    /// Whether this account may read it.
    let isReadable: Bool

    /// Whether it was written a moment ago, as one that is being copied here.
    package var isFresh: Bool { identity.map { time(nil) < $0.seconds + 2 } ?? false }
  }

  /// All that may be sessions, by their names, in order.
  package var candidates: [Candidate] {
    FileSystem.names(in: path)
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") && !Companions.isRescued($0) }
      .map { name in
        let file = path == "/" ? "/\(name)" : "\(path)/\(name)"
        return Candidate(
          name: name,
          path: file,
          identity: FileIdentity(regular: file),
          isReadable: access(file, R_OK) == 0,
        )
      }
  }
}

/// Which folders this person hosts, so that what lies in them is believed.
extension DataFolder {
  private var hostedFolders: String { "\(path)/host/folders.json" }

  /// Whether this person has said once that they host a folder.
  package func hosts(_ folder: HostedFolder) -> Bool { known.contains(folder.path) }

  private var known: [String] {
    guard let bytes = try? FileSystem.read(hostedFolders, limit: 1 << 20),
      let value = try? JSONReader.read(bytes)
    else { return [] }
    return (value["folders"]?.elements ?? []).compactMap(\.string)
  }

  /// Remembers that they do.
  package func noteHosted(_ folder: HostedFolder) throws(StorageError) {
    try FileSystem.makeFolder("\(path)/host")
    try FileSystem.locked("\(path)/host/folders.lock") { () throws(StorageError) in
      guard !hosts(folder) else { return }
      let all = (known + [folder.path]).map { JSONValue.string($0) }
      let text = JSONWriter.text(.object([("folders", .array(all))]))
      try AtomicWriting().replaceName(hostedFolders, with: text)
    }
  }
}
