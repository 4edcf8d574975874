package import Consultation
import Glibc

/// The last good versions of a session, beside it: `NAME.~1~` is the newest, `NAME.~3~` the oldest.
///
/// One is set aside when a run of the program writes first, and then every ten minutes.
package enum Backups {
  private static let count = 3
  private static let interval = 600

  private static func name(_ path: String, _ number: Int) -> String { "\(path).~\(number)~" }

  /// Sets the file aside as it is, as another name of the same file: nothing is copied.
  ///
  /// A disk on which that cannot be done has no backups, and the file is written all the same.
  static func rotate(_ path: String) {
    guard FileSystem.exists(path) else { return }
    for number in (1..<count).reversed() {
      rename(name(path, number), name(path, number + 1))
    }
    link(path, name(path, 1))
    chmod(name(path, 1), 0o600)
    utimensat(AT_FDCWD, name(path, 1), nil, 0)
  }

  static func newestIsOld(of path: String) -> Bool {
    var information = stat()
    guard stat(name(path, 1), &information) == 0 else { return true }
    return time(nil) - information.st_mtim.tv_sec >= interval
  }

  /// The newest version beside a file that opens, and when it was written.
  package static func newestGood(
    of path: String,
    assets: Assets,
  ) -> (path: String, at: Timestamp)? {
    for number in 1...count {
      let name = name(path, number)
      // One that does not open is passed over for an older one.
      guard (try? SessionFile.read(name, assets: assets)) != nil,
        let identity = FileIdentity(name)
      else { continue }
      return (name, Timestamp(milliseconds: Int64(identity.seconds) * 1000))
    }
    return nil
  }
}
