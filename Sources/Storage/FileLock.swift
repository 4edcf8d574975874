import Glibc

/// The right to write a session, held by one process at a time for as long as this lives: for a
/// moment.
///
/// A file beside the session carries the lock, since the session file itself is replaced whenever
/// it is written. The system lets go of it however the process ends; who is done with the session
/// removes it.
package final class FileLock: Sendable {
  private let descriptor: Int32
  private let file: String
  private let isLast: Bool

  /// Takes the lock, waiting so many seconds for others who hold it.
  ///
  /// Where it is the last one, the file goes with the lock, since nobody here needs it again.
  ///
  /// - Throws: ``StorageError/heldByAnother``; ``StorageError/readOnly(reason:)`` where the
  ///   session cannot be written or there can be no lock, so that it may be opened read-only.
  package init(
    forSession path: String,
    patience: Double = 5,
    isLast: Bool = false,
  ) throws(StorageError) {
    let companions = Companions(ofSession: path)
    let (target, file) = (companions.target, companions.lock)
    guard access(target, W_OK) == 0 || errno == ENOENT else {
      throw .readOnly(reason: FileSystem.reason())
    }
    self.file = file
    self.isLast = isLast
    let limit = ContinuousClock.now + .seconds(patience)
    while true {
      let opened = FileSystem.retrying { open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
      guard opened >= 0 else {
        let reason = FileSystem.reason()
        throw FileSystem.exists(target) ? .readOnly(reason: reason) : .noSuchFile
      }
      try Self.lock(opened, until: limit)
      // Whoever had it may have removed the file meanwhile: then it is locked for nobody.
      if let named = FileIdentity(file), named.node == FileIdentity(descriptor: opened)?.node {
        descriptor = opened
        return
      }
      close(opened)
    }
  }

  private static func lock(
    _ opened: Int32,
    until limit: ContinuousClock.Instant,
  ) throws(StorageError) {
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < limit else {
        let error: StorageError =
          errno == EWOULDBLOCK ? .heldByAnother : .readOnly(reason: FileSystem.reason())
        close(opened)
        throw error
      }
      usleep(2000)
    }
  }

  deinit {
    if isLast { unlink(file) }
    close(descriptor)
  }
}
