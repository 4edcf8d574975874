import Glibc

/// The right to write a session, held by one process at a time for as long as this lives.
///
/// A file beside the session carries the lock, since the session file itself is replaced whenever
/// it is written.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, at once or not at all.
  ///
  /// - Throws: ``StorageError/heldByAnother``; ``StorageError/writeFailed(reason:)`` where there
  ///   can be no lock, as on a read-only disk.
  package init(forSession path: String) throws(StorageError) {
    let target = FileSystem.target(of: path)
    let file = "\(FileSystem.folder(of: target))/.\(FileSystem.name(of: target)).lock"
    descriptor = FileSystem.retrying { open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { throw .writeFailed(reason: FileSystem.reason()) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let error: StorageError =
        errno == EWOULDBLOCK ? .heldByAnother : .writeFailed(reason: FileSystem.reason())
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }
}
