import Consultation
import PlacedJSON

/// Writes a session whole: brings what the journal has into its file, and keeps the last good
/// versions beside it.
struct Folding: Sendable {
  /// Seconds after which one more version is set aside.
  static let backupInterval = 600

  private let path: String
  private let assets: Assets
  private let operations: FileOperations
  private let limit: Int
  /// The session that has to be there; whichever is there where none is said.
  private let id: String?
  private var hasWritten = false

  init(
    path: String,
    assets: Assets,
    operations: FileOperations = .system,
    of id: String? = nil,
    limit: Int = FileSystem.largestFile,
  ) {
    self.path = FileSystem.target(of: path)
    self.assets = assets
    self.operations = operations
    self.id = id
    self.limit = limit
  }

  /// Writes the session whole and begins the next generation of its journal; the lock is held.
  ///
  /// The file is read again first: what another hand wrote into it meanwhile stays. Where it is
  /// not valid any more, or another session, it is left alone, and the journal keeps what it has.
  ///
  /// `known` is what it was when it was read before: where it is the same file still, that is taken.
  /// `changing` says what becomes of the session on the way, beyond single changes. Gives the
  /// session as it is now in its file, with the journal's new position.
  mutating func fold(
    known: StoredSession? = nil,
    changing: (inout StoredSession) throws(StorageError) -> Void = { _ in },
  ) throws(StorageError) -> StoredSession {
    if !hasWritten { AtomicWriting.removeRemains(beside: path) }
    var stored = try SessionFile.read(path, assets: assets, known: known)
    if let id, stored.session.id != id { throw .displaced(.anotherSession) }
    try changing(&stored)
    let text = try ReadableText(of: stored, limit: limit)
    let backups = Backups(of: path, operations: operations)
    let isBackupDue = !hasWritten || backups.newestIsOlder(than: Self.backupInterval)
    let identity = try AtomicWriting(operations: operations).replace(
      path,
      with: text.bytes,
      beforeReplacing: { if isBackupDue { backups.setAside() } },
    )
    hasWritten = true
    let journal = Journal(
      ofSession: path,
      id: stored.session.id,
      questionnaire: stored.questionnaire,
      operations: operations,
    )
    (stored.position, stored.setAside) = try journal.beginFolded(stored)
    stored.identity = identity
    return stored
  }
}

extension StoredSession {
  /// The file's text, with what it had that this program does not know.
  package var text: [UInt8] {
    JSONWriter.text(unknown.restored(to: JSONForm.session.write(session)))
  }
}
