package import Consultation
import Glibc
import PlacedJSON

/// A session as it was read from its file, with everything that is needed to write it again.
package struct StoredSession: Sendable {
  package var session: Session
  package let questionnaire: Questionnaire
  let kept: KeptKeys
  let identity: FileIdentity?
}

/// Which file of the disk it was that was read or written last.
struct FileIdentity: Equatable, Sendable {
  let node: UInt64
  let size: Int64
  let seconds: Int
  let nanoseconds: Int

  /// `nil` where there is no such file.
  init?(_ path: String) {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    node = UInt64(information.st_ino)
    size = Int64(information.st_size)
    seconds = Int(information.st_mtim.tv_sec)
    nanoseconds = Int(information.st_mtim.tv_nsec)
  }
}

/// Sessions on the disk: reading, making, writing.
package enum SessionFile {
  /// The keys that are left out where there is nothing to say.
  private static let optionalKeys: Set = [
    "applied", "at", "by", "comments", "days", "due", "evidence", "instruments", "note",
    "noteLanguage", "noteTranslations", "notApplicableReason", "order", "placeTranslations",
    "positions", "reservations", "titleLanguage", "titleTranslations", "value",
  ]

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
    guard root["format"]?.string == SessionWriting.format else {
      throw .invalid([Fault([], .notASession)])
    }
    if let version = root["version"]?.wholeNumber, version > SessionWriting.version {
      throw .invalid([Fault([], .newerVersion(version))])
    }
    var identityReading = FileReading()
    guard let wanted = SessionReading.identity(of: root, &identityReading) else {
      throw .invalid(identityReading.faults)
    }
    let questionnaire = try assets.questionnaire(wanted)
    var reading = SessionReading { questionnaire[$0]?.kind }
    guard let session = reading.session(root) else { throw .invalid(reading.reading.faults) }
    let kept = KeptKeys(
      of: root,
      writtenAs: SessionWriting.value(session),
      known: optionalKeys,
    )
    return StoredSession(
      session: session,
      questionnaire: questionnaire,
      kept: kept,
      identity: identity,
    )
  }

  /// The text of a session, as its file has it.
  package static func text(_ session: Session) -> [UInt8] {
    JSONWriter.text(SessionWriting.value(session))
  }

  /// Makes a new file; never one in the place of another.
  package static func create(_ session: Session, at path: String) throws(StorageError) {
    guard !FileSystem.exists(path) else { throw .exists }
    do throws(StorageError) {
      try AtomicWriting.write(text(session), to: path)
    } catch {
      if case .writeFailed(let reason) = error { throw .cannotCreate(reason: reason) }
      throw error
    }
  }
}

/// Writes one session to its file, again and again, and keeps the last good versions beside it.
struct SessionWriter: Sendable {
  let path: String
  private let kept: KeptKeys
  private var identity: FileIdentity?
  private var hasBackedUp = false

  init(path: String, stored: StoredSession) {
    self.path = path
    kept = stored.kept
    identity = stored.identity
  }

  /// Writes the session whole, unless the file is no longer the one that was read or written.
  mutating func write(_ session: Session) throws(StorageError) {
    guard FileIdentity(path) == identity else { throw .changedByAnother }
    if !hasBackedUp || Backups.newestIsOld(of: path) { Backups.rotate(path) }
    hasBackedUp = true
    let value = kept.restored(to: SessionWriting.value(session))
    try AtomicWriting.write(JSONWriter.text(value), to: path)
    identity = FileIdentity(path)
  }
}
