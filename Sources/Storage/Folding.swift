import Consultation
import PlacedJSON

/// Brings what the journal has into the session's file, and keeps the last good versions beside it.
struct Folding: Sendable {
  /// Seconds after which one more version is set aside.
  static let backupInterval = 600

  private let path: String
  private let assets: Assets
  private let operations: FileOperations
  private var hasWritten = false

  init(path: String, assets: Assets, operations: FileOperations = .system) {
    self.path = FileSystem.target(of: path)
    self.assets = assets
    self.operations = operations
  }

  /// Writes the session whole and begins the next generation of its journal; the lock is held.
  ///
  /// The file is read again first: what another hand wrote into it meanwhile stays. Where it is
  /// not valid any more it is left alone, and the journal keeps what it has.
  ///
  /// - Returns: the session as it is now in its file, with the journal's new position.
  mutating func fold() throws(StorageError) -> StoredSession {
    if !hasWritten { AtomicWriting.removeRemains(beside: path) }
    var stored = try SessionFile.read(path, assets: assets)
    let backups = Backups(of: path, operations: operations)
    let isBackupDue = !hasWritten || backups.newestIsOlder(than: Self.backupInterval)
    var version: FileVersion?
    let value = stored.kept.restored(to: SessionWriting.value(stored.session))
    try AtomicWriting(operations: operations).replace(
      path,
      with: JSONWriter.text(value),
      version: &version,
      beforeReplacing: { if isBackupDue { backups.setAside() } },
    )
    hasWritten = true
    let journal = Journal(
      ofSession: path,
      id: stored.session.id,
      questionnaire: stored.questionnaire,
      operations: operations,
    )
    stored.position = try journal.begin(folded: stored.session.history.count)
    stored.identity = FileIdentity(path)
    return stored
  }
}
