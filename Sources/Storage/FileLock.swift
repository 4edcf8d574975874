import Glibc

/// The right to write a session, held by one process at a time for as long as this lives: for a
/// moment.
///
/// A file of this user's own beside the session carries the lock, since the session file itself
/// is replaced whenever it is written. The system lets go of it however the process ends; who is
/// done with the session removes it.
package final class FileLock: Sendable {
  private let opened: OwnFile
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
      let opened = try Self.open(companions)
      try Self.lock(opened.descriptor, until: limit)
      // Whoever had it may have removed the file meanwhile: then it is locked for nobody.
      let identity = FileIdentity(descriptor: opened.descriptor)
      guard let named = FileIdentity(file), named.node == identity?.node else { continue }
      self.opened = opened
      return
    }
  }

  private static func open(_ companions: Companions) throws(StorageError) -> OwnFile {
    let flags = O_RDWR | O_CREAT
    var reason = "No such file or directory"
    do throws(StorageError) {
      if let opened = try OwnFile.open(companions.lock, flags, beside: companions) {
        guard !opened.hasOtherName else { throw .notOwn(companions.lock) }
        return opened
      }
    } catch {
      switch error {
      case .writeFailed(let found), .readFailed(let found): reason = found
      default: throw error
      }
    }
    throw FileSystem.exists(companions.target) ? .readOnly(reason: reason) : .noSuchFile
  }

  private static func lock(
    _ opened: Int32,
    until limit: ContinuousClock.Instant,
  ) throws(StorageError) {
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, ContinuousClock.now < limit else {
        let error: StorageError =
          errno == EWOULDBLOCK ? .heldByAnother : .readOnly(reason: FileSystem.reason())
        throw error
      }
      usleep(2000)
    }
  }

  deinit {
    guard isLast, let named = FileIdentity(file),
      named.node == FileIdentity(descriptor: opened.descriptor)?.node
    else { return }
    unlink(file)
  }
}
