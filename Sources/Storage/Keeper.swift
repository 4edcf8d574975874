package import Consultation
import Dispatch
import Glibc
import Synchronization

/// Keeps a session on the disk while the person goes on working.
///
/// Changes are handed over and written one after another on a queue of its own; of several that
/// wait, only the newest state is written. What became of them is fetched with ``outcomes()`` when
/// ``wakeUp`` can be read. A write that fails is tried again, with the next change and after a
/// few seconds.
package final class Keeper: Sendable {
  /// What became of changes.
  package enum Outcome: Equatable, Sendable {
    case kept([String])
    case notKept([String], StorageError)
  }

  private struct State {
    var writer: SessionWriter
    var waiting: (session: Session, ids: [String])?
    var outcomes: [Outcome] = []
    var failure: StorageError?
  }

  /// A descriptor that can be read when there are outcomes.
  package let wakeUp: Int32
  private let waking: Int32
  private let queue = DispatchQueue(label: "majlis.keeper")
  private let state: Mutex<State>

  package init(path: String, stored: StoredSession) {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (wakeUp, waking) = (ends[0], ends[1])
    state = Mutex(State(writer: SessionWriter(path: path, stored: stored)))
  }

  deinit {
    close(wakeUp)
    close(waking)
  }

  /// Hands over a session with a change in it that is not on the disk yet; returns at once.
  package func keep(_ session: Session, change id: String) {
    state.withLock { state in
      state.waiting = (session, (state.waiting?.ids ?? []) + [id])
    }
    queue.async { self.write() }
  }

  /// What became of changes since this was asked last.
  package func outcomes() -> [Outcome] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wakeUp, &bytes, bytes.count) > 0 {}
    return state.withLock { state in
      defer { state.outcomes = [] }
      return state.outcomes
    }
  }

  /// Waits until everything is on the disk, or one more try has failed.
  package func finish() -> StorageError? {
    queue.sync { self.write() }
    return state.withLock { $0.waiting == nil ? nil : $0.failure }
  }

  private func write() {
    // The state is let go of while the disk works, so that handing over never waits for it.
    let work = state.withLock { state in (state.waiting, state.writer) }
    guard let waiting = work.0 else { return }
    var writer = work.1
    do throws(StorageError) {
      try writer.write(waiting.session)
      state.withLock { [writer] state in
        state.writer = writer
        state.failure = nil
        state.outcomes.append(.kept(waiting.ids))
        // What was handed over meanwhile has its own turn on the queue.
        let newer = state.waiting?.ids.dropFirst(waiting.ids.count) ?? []
        state.waiting = newer.isEmpty ? nil : state.waiting.map { ($0.session, Array(newer)) }
      }
    } catch {
      state.withLock { state in
        state.failure = error
        state.outcomes.append(.notKept(waiting.ids, error))
      }
      queue.asyncAfter(deadline: .now() + 3) { [weak self] in self?.write() }
    }
    // A pipe that is full wakes its reader anyway.
    _ = Glibc.write(waking, [1], 1)
  }
}
