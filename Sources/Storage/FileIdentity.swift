import Glibc

/// Which file of the disk a path leads to, as far as the system tells without reading it.
package struct FileIdentity: Equatable, Sendable {
  let node: UInt64
  let size: Int64
  let seconds: Int
  let nanoseconds: Int

  /// - Returns: `nil` where there is no such file.
  init?(_ path: String) {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    self.init(information)
  }

  /// The identity of a regular file of this user's own, no link being followed.
  init?(own path: String) {
    var information = stat()
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG,
      information.st_uid == geteuid()
    else { return nil }
    self.init(information)
  }

  /// The identity of a regular file, no link being followed.
  init?(regular path: String) {
    var information = stat()
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    self.init(information)
  }

  /// The identity of an open file.
  init?(descriptor: Int32) {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { return nil }
    self.init(information)
  }

  private init(_ information: stat) {
    node = UInt64(information.st_ino)
    size = Int64(information.st_size)
    seconds = Int(information.st_mtim.tv_sec)
    nanoseconds = Int(information.st_mtim.tv_nsec)
  }

  /// Whether both have the same content: one file under two names, or a copy with its time.
  func isSameVersion(as other: FileIdentity) -> Bool {
    node == other.node
      || (size == other.size && seconds == other.seconds && nanoseconds == other.nanoseconds)
  }
}
