package import Consultation
import Dispatch
import Glibc
import Synchronization

/// Keeps a session on the disk while the person goes on working.
///
/// Changes are handed over and written one after another on a queue of its own; of several that
/// wait, only the newest state is written. What became of them is fetched with ``outcomes()`` when
/// ``wakeUp`` can be read. A write that fails is told once, with its reason, and tried again with
/// the next change and every few seconds until it succeeds.
package final class Keeper: Sendable {
  /// What became of changes.
  package enum Outcome: Equatable, Sendable {
    case kept([String])
    case notKept([String], StorageError)
  }

  fileprivate struct State {
    var writer: SessionWriter
    var waiting: (session: Session, ids: [String])?
    var outcomes: [Outcome] = []
    /// Why the last write failed, and the changes of which that was told.
    var failure: (error: StorageError, ids: [String])?
    var isRetryPlanned = false
  }

  /// A descriptor that can be read when there are outcomes.
  package let wakeUp: Int32
  private let waking: Int32
  private let queue = DispatchQueue(label: "majlis.keeper")
  private let state: Mutex<State>
  private let retryInterval: DispatchTimeInterval

  package convenience init(path: String, stored: StoredSession) {
    self.init(writer: SessionWriter(path: path, stored: stored), retryInterval: .seconds(3))
  }

  init(writer: SessionWriter, retryInterval: DispatchTimeInterval) {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (wakeUp, waking) = (ends[0], ends[1])
    state = Mutex(State(writer: writer))
    self.retryInterval = retryInterval
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
    return state.withLock { $0.waiting == nil ? nil : $0.failure?.error }
  }

  private func write() {
    // The state is let go of while the disk works, so that handing over never waits for it.
    let work = state.withLock { state in (state.waiting, state.writer) }
    guard let waiting = work.0 else { return }
    var writer = work.1
    var failure: StorageError?
    do throws(StorageError) {
      try writer.write(waiting.session)
    } catch {
      failure = error
    }
    let isRetryDue = state.withLock { [writer, failure] state in
      // Also after a failure: the new version may be in its place and only not durable yet.
      state.writer = writer
      guard let failure else {
        state.wrote(waiting.ids)
        return false
      }
      return state.failed(waiting.ids, failure)
    }
    if isRetryDue {
      queue.asyncAfter(deadline: .now() + retryInterval) { [weak self] in
        self?.state.withLock { $0.isRetryPlanned = false }
        self?.write()
      }
    }
    // A pipe that is full wakes its reader anyway.
    _ = Glibc.write(waking, [1], 1)
  }
}

extension Keeper.State {
  fileprivate mutating func wrote(_ ids: [String]) {
    failure = nil
    outcomes.append(.kept(ids))
    // What was handed over meanwhile has its own turn on the queue.
    let newer = waiting?.ids.dropFirst(ids.count) ?? []
    waiting = newer.isEmpty ? nil : waiting.map { ($0.session, Array(newer)) }
  }

  /// - Returns: whether another try has to be planned; one is enough for all that waits.
  fileprivate mutating func failed(_ ids: [String], _ error: StorageError) -> Bool {
    if failure?.error != error || failure?.ids != ids { outcomes.append(.notKept(ids, error)) }
    failure = (error, ids)
    defer { isRetryPlanned = true }
    return !isRetryPlanned
  }
}
