import Dispatch
import Glibc
import Synchronization

/// Whether anybody has pressed a key at a seat since it was taken.
final class FirstKey: Sendable {
  private let isPressed = Atomic(false)

  func press() { isPressed.store(true, ordering: .relaxed) }

  /// Has this process leave, as by a line that was hung up, where nobody has pressed one in time.
  ///
  /// After it, an official may think for hours.
  func wait(seconds: Int) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) { [self] in
      if !isPressed.load(ordering: .relaxed) { kill(getpid(), SIGHUP) }
    }
  }
}
