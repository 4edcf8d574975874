package import Consultation
import Glibc

/// The last good versions of a session, beside it: `NAME.~1~` is the newest, `NAME.~3~` the oldest.
///
/// One is set aside when a run of the program writes first, and then every ten minutes. What
/// stands under such a name and is no file of this user's own, such as a link, is left alone: it
/// is neither written nor moved nor offered.
package struct Backups: Sendable {
  private let companions: Companions
  /// The session, with symbolic links followed: its backups lie beside the file itself.
  private var path: String { companions.target }
  private let operations: FileOperations

  init(of path: String, operations: FileOperations = .system) {
    companions = Companions(ofSession: path)
    self.operations = operations
  }

  /// The names that are the program's to use, the newest version's first.
  private var names: [String] {
    Companions.versions.map(companions.version).filter {
      FileIdentity(own: $0) != nil || !FileSystem.stands($0)
    }
  }

  /// Whether the newest was set aside longer ago than this.
  ///
  /// The time at which a file got or lost a name, and not the time at which it was written, which
  /// may be long before. One from the future, after the clock was set back, counts as old.
  func newestIsOlder(than seconds: Int) -> Bool {
    var information = stat()
    guard let newest = names.first, lstat(newest, &information) == 0 else { return true }
    return !(0..<seconds).contains(time(nil) - information.st_ctim.tv_sec)
  }

  /// Sets the file aside as it is, as another name of the same file or else as a copy.
  ///
  /// A second time for the same version does nothing, so that a write that is tried again and
  /// again does not push the older versions out. What fails here is no reason not to write the
  /// new version: the old one is then in place until that is safe.
  func setAside() {
    let names = names
    guard let current = FileIdentity(path), let first = names.first else { return }
    if let newest = FileIdentity(own: first), newest.isSameVersion(as: current) { return }
    for (older, newer) in zip(names.dropFirst(), names).reversed() {
      guard operations.rename(newer, older) == 0 || errno == ENOENT else { return }
    }
    if operations.link(path, first) != 0 { copy(current, to: first) }
    guard FileIdentity(own: first) != nil else { return }
    chmod(first, 0o600)
  }

  /// For disks on which a file has one name only.
  private func copy(_ current: FileIdentity, to name: String) {
    guard let bytes = try? FileSystem.read(path) else { return }  // Then there is no backup.
    try? AtomicWriting(operations: operations).replaceName(name, with: bytes)  // Nor then.
    let written = timespec(tv_sec: current.seconds, tv_nsec: current.nanoseconds)
    utimensat(AT_FDCWD, name, [written, written], AT_SYMLINK_NOFOLLOW)
  }

  /// The newest version beside a file that opens, and when it was written.
  package static func newestGood(
    of path: String,
    assets: Assets,
  ) -> (path: String, at: Timestamp)? {
    for name in Backups(of: path).names {
      // One that does not open is passed over for an older one.
      guard let identity = FileIdentity(own: name),
        (try? SessionFile.read(name, assets: assets)) != nil
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
