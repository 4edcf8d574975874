import Synchronization

/// That somebody who waits for work on another thread wants it to end: looked at in its course.
package final class StopSign: Sendable {
  private let raised = Mutex(false)

  package init() {}

  package var isRaised: Bool { raised.withLock(\.self) }

  /// Asks for the end; for good.
  package func raise() { raised.withLock { $0 = true } }
}
