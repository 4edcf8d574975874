import Glibc

/// A file beside a session that was opened and found to be the program's own: a regular file of
/// this user or of the session's owner, reached through no link.
///
/// The one way to a companion's content. What is not such a file (a link, a pipe, a device, a
/// socket, a folder, another user's) is neither waited for nor read nor written.
struct OwnFile: ~Copyable {
  let descriptor: Int32
  /// Whether the file has a name elsewhere too: then it may be read and never written.
  let hasOtherName: Bool
  private let operations: FileOperations

  private init(descriptor: Int32, hasOtherName: Bool, operations: FileOperations) {
    self.descriptor = descriptor
    self.hasOtherName = hasOtherName
    self.operations = operations
  }

  deinit { _ = operations.close(descriptor) }

  /// Opens a companion of a session.
  ///
  /// - Returns: `nil` where there is none, and none is made.
  /// - Throws: ``StorageError/notOwn(_:)`` where something else stands in its place.
  static func open(
    _ path: String,
    _ flags: Int32,
    beside companions: Companions,
    operations: FileOperations = .system,
  ) throws(StorageError) -> OwnFile? {
    var information = stat()
    if lstat(path, &information) == 0 {
      // Opening some devices does something already.
      guard isOwn(information, companions) else { throw .notOwn(path) }
    } else if errno != ENOENT {
      throw .readFailed(reason: FileSystem.reason())
    }
    let descriptor = FileSystem.retrying {
      operations.open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: return nil
      case ELOOP, ENXIO, EISDIR: throw .notOwn(path)
      default:
        let isReading = flags & O_ACCMODE == O_RDONLY
        let reason = FileSystem.reason()
        throw isReading ? .readFailed(reason: reason) : .writeFailed(reason: reason)
      }
    }
    guard fstat(descriptor, &information) == 0, isOwn(information, companions) else {
      _ = operations.close(descriptor)
      throw .notOwn(path)
    }
    return OwnFile(
      descriptor: descriptor,
      hasOtherName: information.st_nlink > 1,
      operations: operations,
    )
  }

  private static func isOwn(_ information: stat, _ companions: Companions) -> Bool {
    guard information.st_mode & S_IFMT == S_IFREG else { return false }
    if information.st_uid == geteuid() { return true }
    // Who looks after a session that is somebody else's trusts what that one left beside it.
    var session = stat()
    return stat(companions.target, &session) == 0 && session.st_uid == information.st_uid
  }

  var size: Int {
    var information = stat()
    return fstat(descriptor, &information) == 0 ? Int(information.st_size) : 0
  }

  /// Everything from a byte on.
  borrowing func bytes(from start: Int = 0) throws(StorageError) -> [UInt8] {
    lseek(descriptor, off_t(start), SEEK_SET)
    return try FileSystem.read(descriptor)
  }

  /// The first line, however long, without its line feed; everything where there is none.
  borrowing func firstLine() -> (bytes: [UInt8], isWhole: Bool) {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1024)
    while bytes.count < FileSystem.largestFile {
      let count = pread(descriptor, &chunk, chunk.count, off_t(bytes.count))
      guard count > 0 else { return (bytes, false) }
      if let end = chunk[..<count].firstIndex(of: 0x0A) {
        return (bytes + chunk[..<end], true)
      }
      bytes += chunk[..<count]
    }
    return (bytes, false)
  }
}
