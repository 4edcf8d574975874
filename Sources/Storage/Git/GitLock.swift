import Glibc

/// That one program and no other brings the sessions of a repository together: a lock in git's own
/// folder, which the system lets go of however its process ends.
final class GitLock: Sendable {
  private let descriptor: Int32

  /// How long another one may take, in seconds.
  private static let patience = 60.0

  /// Takes it, waiting for who has it.
  ///
  /// - Throws: ``SyncFailure/underWay``, or ``SyncFailure/brokenOff`` where it is stopped meanwhile.
  init(_ path: String, _ stop: StopSign?) throws(SyncFailure) {
    let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .git(reason: FileSystem.reason()) }
    let end = ContinuousClock.now + .seconds(Self.patience)
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      let isStopped = stop?.isRaised ?? false
      guard !isStopped, ContinuousClock.now < end else {
        close(file)
        throw isStopped ? .brokenOff : .underWay
      }
      usleep(20_000)
    }
    descriptor = file
  }

  deinit { close(descriptor) }
}
