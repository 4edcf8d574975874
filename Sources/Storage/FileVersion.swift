import Glibc

/// Which file of the disk a path leads to, as far as the system tells without reading it.
struct FileIdentity: Equatable, Sendable {
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

/// A file as it was read or written last: by this it is seen whether another hand changed it.
struct FileVersion: Sendable {
  private let identity: FileIdentity?
  private let fingerprint: Int

  init(_ identity: FileIdentity?, content bytes: [UInt8]) {
    self.identity = identity
    fingerprint = Self.fingerprint(of: bytes)
  }

  /// Whether the file is still this version.
  ///
  /// A file that was only touched, moved or copied is; only then its content is read again. One
  /// that is gone holds nothing that could be overwritten.
  func isCurrent(at path: String) throws(StorageError) -> Bool {
    guard let now = FileIdentity(path) else { return true }
    if now == identity { return true }
    guard now.size == identity?.size ?? now.size else { return false }
    return Self.fingerprint(of: try FileSystem.read(path)) == fingerprint
  }

  /// Of use within this run of the program only, as Swift seeds its hashing anew in each.
  private static func fingerprint(of bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
