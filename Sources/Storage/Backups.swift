package import Consultation
import Glibc

/// The last good versions of a session, beside it: `NAME.~1~` is the newest, `NAME.~3~` the oldest.
///
/// One is set aside when a run of the program writes first, and then every ten minutes.
package struct Backups: Sendable {
  private static let count = Companions.versions.upperBound

  private let companions: Companions
  /// The session, with symbolic links followed: its backups lie beside the file itself.
  private var path: String { companions.target }
  private let operations: FileOperations

  init(of path: String, operations: FileOperations = .system) {
    companions = Companions(ofSession: path)
    self.operations = operations
  }

  private func name(_ number: Int) -> String { companions.version(number) }

  /// Whether the newest was set aside longer ago than this.
  ///
  /// The time at which a file got or lost a name, and not the time at which it was written, which
  /// may be long before. One from the future, after the clock was set back, counts as old.
  func newestIsOlder(than seconds: Int) -> Bool {
    var information = stat()
    guard stat(name(1), &information) == 0 else { return true }
    return !(0..<seconds).contains(time(nil) - information.st_ctim.tv_sec)
  }

  /// Sets the file aside as it is, as another name of the same file or else as a copy.
  ///
  /// A second time for the same version does nothing, so that a write that is tried again and
  /// again does not push the older versions out. What fails here is no reason not to write the
  /// new version: the old one is then in place until that is safe.
  func setAside() {
    guard let current = FileIdentity(path) else { return }
    if let newest = FileIdentity(name(1)), newest.isSameVersion(as: current) { return }
    for number in (1..<Self.count).reversed() {
      guard operations.rename(name(number), name(number + 1)) == 0 || errno == ENOENT else {
        return
      }
    }
    if operations.link(path, name(1)) != 0 { copy(current) }
    chmod(name(1), 0o600)
  }

  /// For disks on which a file has one name only.
  private func copy(_ current: FileIdentity) {
    guard let bytes = try? FileSystem.read(path) else { return }  // Then there is no backup.
    try? AtomicWriting(operations: operations).replace(name(1), with: bytes)  // Nor then.
    let written = timespec(tv_sec: current.seconds, tv_nsec: current.nanoseconds)
    utimensat(AT_FDCWD, name(1), [written, written], 0)
  }

  /// The newest version beside a file that opens, and when it was written.
  package static func newestGood(
    of path: String,
    assets: Assets,
  ) -> (path: String, at: Timestamp)? {
    let backups = Backups(of: path)
    for number in 1...count {
      let name = backups.name(number)
      // One that does not open is passed over for an older one.
      guard (try? SessionFile.read(name, assets: assets)) != nil,
        let identity = FileIdentity(name)
      else { continue }
      return (name, Timestamp(milliseconds: Int64(identity.seconds) * 1000))
    }
    return nil
  }

  /// Removes every version beside a session, the damaged ones and what killed runs left too.
  static func removeAll(of path: String) {
    let companions = Companions(ofSession: path)
    for (name, kind) in companions.found {
      switch kind {
      case .version, .damaged, .remains: unlink("\(companions.folder)/\(name)")
      case .journal, .lock, .presence, .aside, .rescued: break
      }
    }
  }

  /// Puts a version in the place of a damaged session, which is kept beside it.
  package static func restore(_ backup: String, of path: String) throws(StorageError) {
    let bytes = try FileSystem.read(backup)
    let companions = Companions(ofSession: path)
    let target = companions.target
    guard rename(target, companions.freeDamaged) == 0 else {
      throw .writeFailed(reason: FileSystem.reason())
    }
    try AtomicWriting().replace(target, with: bytes)
  }
}
