import Dispatch
import Screens
import Storage
import Synchronization

/// What is done while the person goes on working, one thing after another: reports that are made,
/// seats that are looked at.
final class Errands: Sendable {
  private let queue: DispatchQueue
  private let done = Mutex<[Message]>([])
  private let wakeUp: WakeUp

  /// With a name for the queue, and what wakes who fetches what came of them.
  init(_ name: String, wakeUp: WakeUp) {
    queue = DispatchQueue(label: "majlis.\(name)")
    self.wakeUp = wakeUp
  }

  /// Has something done, and what came of it told; returns at once.
  func begin(_ work: @escaping @Sendable () -> Message?) {
    queue.async {
      guard let message = work() else { return }
      self.done.withLock { $0.append(message) }
      self.wakeUp.wake()
    }
  }

  /// What came of them since this was asked last.
  func takeDone() -> [Message] {
    done.withLock { done in
      defer { done = [] }
      return done
    }
  }

  /// Waits for what was begun: a file is never left half-written.
  func finish() { queue.sync {} }
}
