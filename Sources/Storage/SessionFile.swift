package import Consultation
import PlacedJSON

/// A session as it was read from its file, with everything that is needed to write it again.
package struct StoredSession: Sendable {
  package var session: Session
  package let questionnaire: Questionnaire
  let kept: KeptKeys
  /// The file as it was read.
  let version: FileVersion
}

/// Sessions on the disk: reading, making, writing.
package enum SessionFile {
  /// Reads a session and the questionnaire that it answers.
  ///
  /// - Throws: ``StorageError/invalid(_:)`` with everything that is wrong with it; the file is
  ///   never altered by reading it.
  package static func read(_ path: String, assets: Assets) throws(StorageError) -> StoredSession {
    guard !FileSystem.isFolder(path) else { throw .invalid([Fault([], .notASession)]) }
    let identity = FileIdentity(path)
    return try read(try FileSystem.read(path), identity: identity, assets: assets)
  }

  /// Reads a session that came from elsewhere than a file, such as standard input.
  package static func read(
    bytes: [UInt8],
    assets: Assets,
  ) throws(StorageError) -> StoredSession {
    try read(bytes, identity: nil, assets: assets)
  }

  private static func read(
    _ bytes: [UInt8],
    identity: FileIdentity?,
    assets: Assets,
  ) throws(StorageError) -> StoredSession {
    let root = try StorageError.reading { () throws(JSONFault) in try JSONReader.read(bytes) }
    try checkFormat(of: root)
    var identityReading = FileReading(hasPositions: true)
    guard let wanted = SessionReading.identity(of: root, &identityReading) else {
      throw .invalid(identityReading.faults)
    }
    let questionnaire = try assets.questionnaire(wanted)
    var reading = SessionReading { questionnaire[$0]?.kind }
    guard let session = reading.session(root) else { throw .invalid(reading.reading.faults) }
    return StoredSession(
      session: session,
      questionnaire: questionnaire,
      kept: KeptKeys(of: root, writtenAs: SessionWriting.value(session)),
      version: FileVersion(identity, content: bytes),
    )
  }

  /// That the text says that it is a session, and of a version that this program reads.
  private static func checkFormat(of root: JSONValue) throws(StorageError) {
    guard root["format"]?.string == SessionWriting.format else {
      throw .invalid([Fault([], .notASession)])
    }
    var reading = FileReading(hasPositions: true)
    guard let version = reading.wholeNumber("version", of: root, at: []) else {
      throw .invalid(reading.faults)
    }
    guard version <= SessionWriting.version else {
      throw .invalid([Fault([], .newerVersion(version))])
    }
    guard version == SessionWriting.version else {
      throw .invalid([Fault([.key("version")], .wrongForm(String(version)))])
    }
  }

  /// The text of a session, as its file has it.
  package static func text(_ session: Session) -> [UInt8] {
    JSONWriter.text(SessionWriting.value(session))
  }

  /// Makes a new file; never one in the place of another.
  package static func create(_ session: Session, at path: String) throws(StorageError) {
    do throws(StorageError) {
      try AtomicWriting().create(path, with: text(session))
    } catch {
      if case .writeFailed(let reason) = error { throw .cannotCreate(reason: reason) }
      throw error
    }
  }
}

/// Writes one session to its file, again and again, and keeps the last good versions beside it.
struct SessionWriter: Sendable {
  /// Seconds after which one more version is set aside.
  static let backupInterval = 600

  private let path: String
  private let kept: KeptKeys
  private let operations: FileOperations
  private var version: FileVersion?
  private var hasWritten = false

  init(path: String, stored: StoredSession, operations: FileOperations = .system) {
    self.path = FileSystem.target(of: path)
    self.operations = operations
    kept = stored.kept
    version = stored.version
  }

  /// Writes the session whole, unless the file is no longer the one that was read or written.
  ///
  /// After a failure it can be tried again with the same writer.
  mutating func write(_ session: Session) throws(StorageError) {
    guard try version?.isCurrent(at: path) ?? true else { throw .changedByAnother }
    if !hasWritten { AtomicWriting.removeRemains(beside: path) }
    let backups = Backups(of: path, operations: operations)
    let isBackupDue = !hasWritten || backups.newestIsOlder(than: Self.backupInterval)
    let value = kept.restored(to: SessionWriting.value(session))
    try AtomicWriting(operations: operations).replace(
      path,
      with: JSONWriter.text(value),
      version: &version,
      beforeReplacing: { if isBackupDue { backups.setAside() } },
    )
    hasWritten = true
  }
}
