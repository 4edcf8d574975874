import Glibc

/// A pipe by which a thread lets the one that waits for the terminal know that there is something
/// to fetch.
package final class WakeUp: Sendable {
  /// Can be read when there is something.
  package let descriptor: Int32
  private let waking: Int32

  package init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, waking) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(waking)
  }

  /// Says that there is something; from any thread.
  package func wake() {
    // A pipe that is full wakes its reader anyway.
    _ = Glibc.write(waking, [1], 1)
  }

  /// Takes what was said; to be called before what there is is fetched.
  package func take() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
