import Dispatch
import Screens
import Storage
import Synchronization

/// Reports that are made while the person goes on working, one after another.
final class ReportQueue: Sendable {
  private let queue = DispatchQueue(label: "majlis.reports")
  private let made = Mutex<[Message]>([])
  private let wakeUp: WakeUp

  /// - Parameter wakeUp: Wakes who fetches what was made.
  init(wakeUp: WakeUp) { self.wakeUp = wakeUp }

  /// Has something made, and what came of it told; returns at once.
  func begin(_ make: @escaping @Sendable () -> Message?) {
    queue.async {
      guard let message = make() else { return }
      self.made.withLock { $0.append(message) }
      self.wakeUp.wake()
    }
  }

  /// What was made since this was asked last.
  func takeMade() -> [Message] {
    made.withLock { made in
      defer { made = [] }
      return made
    }
  }

  /// Waits for what was begun: a file is never left half-written.
  func finish() { queue.sync {} }
}
