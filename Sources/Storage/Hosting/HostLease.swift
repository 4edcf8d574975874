import Dispatch
import Glibc

/// That a host runs: a lock that the system lets go of however its process ends.
///
/// While a session's is held, nobody else hosts it, and its seats are open; while a folder's is
/// held, nobody else hosts that.
package struct HostLease: ~Copyable, Sendable {
  private let descriptor: Int32

  /// Takes it, for a host; who is patient waits for those who are still leaving an earlier one.
  ///
  /// - Throws: ``StorageError/heldByAnother`` where somebody else has it.
  package init(_ path: String, isPatient: Bool = true) throws(StorageError) {
    let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .cannotCreate(reason: FileSystem.reason()) }
    // Those who sat at a host that was killed are still leaving.
    for _ in 0..<(isPatient ? 160 : 1) {
      if flock(file, LOCK_EX | LOCK_NB) == 0 {
        descriptor = file
        return
      }
      if isPatient { usleep(50_000) }
    }
    close(file)
    throw .heldByAnother
  }

  deinit { close(descriptor) }

  /// Whether somebody hosts the session now.
  package static func isHeld(_ folder: HostFolder) -> Bool { isHeld(folder.lease) }

  /// Whether somebody has it now.
  package static func isHeld(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_SH | LOCK_NB) != 0
  }

  /// Has this process asked to end, as by a line that was hung up, as soon as the host has ended.
  ///
  /// - Throws: ``StorageError/heldByAnother`` where there is no host now.
  package static func endWithHost(_ folder: HostFolder) throws(StorageError) {
    let file = open(folder.lease, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0, flock(file, LOCK_SH | LOCK_NB) != 0 else { throw .heldByAnother }
    DispatchQueue(label: "majlis.lease").async {
      _ = FileSystem.retrying { flock(file, LOCK_SH) }
      kill(getpid(), SIGHUP)
      // Long enough to keep what was being written.
      sleep(5)
      _exit(1)
    }
  }
}
