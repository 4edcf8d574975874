package import Consultation
import Dispatch
import Glibc
import Synchronization

/// Keeps changes on the disk while the person goes on working, and follows those of others.
///
/// Changes are handed over and appended to the session's journal on a queue of its own, several at
/// once where several wait, whoever else has the session open; at a pause they are folded into the
/// session's file. What became of them is fetched with ``outcomes()`` when ``wakeUp`` can be read.
/// What fails is told once, with its reason, and tried again every few seconds until it succeeds.
package final class Keeper: Sendable {
  /// What became of changes, or came from elsewhere.
  package enum Outcome: Equatable, Sendable {
    case kept([String])
    case notKept([String], StorageError)
    /// Others changed this, before whatever is kept after it.
    case others([Change])
    /// The session as it is on the disk: more than single changes became different.
    case reloaded(Session)
    /// Who else has the session open, and where they are.
    case present([Presence])
  }

  /// When things are done that nobody waits for.
  struct Pace: Sendable {
    /// Between two looks at what others did, in milliseconds.
    var following = 200
    /// Without a change, until the journal is folded; twenty times as long as folding takes,
    /// where that is longer.
    var folding = 400
    /// After a failure.
    var retrying = 3000
  }

  fileprivate struct State {
    var journal: Journal
    var presence: PresenceFolder
    var present: [Presence] = []
    var folding: Folding
    var position: Journal.Position
    var identity: FileIdentity?
    /// How many changes the history has that are on the disk.
    var known: Int
    var waiting: [Change] = []
    var outcomes: [Outcome] = []
    /// Why the last try failed, and the changes of which that was told.
    var failure: (error: StorageError, ids: [String])?
    /// Whether this process appended what it has not folded yet.
    var isUnfolded: Bool
    var lastChange = ContinuousClock.now
    var timeOfFolding = Duration.zero
    var lastFailure: ContinuousClock.Instant?
  }

  /// A descriptor that can be read when there are outcomes.
  package let wakeUp: Int32
  private let waking: Int32
  private let path: String
  private let assets: Assets
  private let pace: Pace
  private let queue = DispatchQueue(label: "majlis.keeper")
  /// What the disk is doing: held by the queue alone while it works, never by who hands over.
  private let state: Mutex<State>
  private let handedOver = Mutex<[Change]>([])
  private let said = Mutex<[Outcome]>([])

  package convenience init(path: String, stored: StoredSession, assets: Assets) {
    self.init(path: path, stored: stored, assets: assets, operations: .system, pace: Pace())
  }

  /// Follows what others do, and writes nothing.
  package convenience init(following path: String, stored: StoredSession, assets: Assets) {
    self.init(
      path: path,
      stored: stored,
      assets: assets,
      operations: .system,
      pace: Pace(),
      writes: false,
    )
  }

  init(
    path: String,
    stored: StoredSession,
    assets: Assets,
    operations: FileOperations,
    pace: Pace,
    writes: Bool = true,
  ) {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (wakeUp, waking) = (ends[0], ends[1])
    self.path = path
    self.assets = assets
    self.pace = pace
    state = Mutex(
      State(
        journal: Journal(
          ofSession: path,
          id: stored.session.id,
          questionnaire: stored.questionnaire,
          operations: operations,
        ),
        presence: PresenceFolder(forSession: path),
        folding: Folding(path: path, assets: assets, operations: operations),
        position: stored.position,
        identity: stored.identity,
        known: stored.session.history.count,
        isUnfolded: writes && stored.recovered > 0,
      )
    )
    planLook()
  }

  deinit {
    state.withLock { $0.presence.end() }
    close(wakeUp)
    close(waking)
  }

  private func planLook() {
    queue.asyncAfter(deadline: .now() + .milliseconds(pace.following)) { [weak self] in
      self?.look()
      self?.planLook()
    }
  }

  /// Hands over a change that is not on the disk yet; returns at once.
  package func keep(_ change: Change) {
    handedOver.withLock { $0.append(change) }
    queue.async { self.work(tries: true) }
  }

  /// Lets others who have the session open know where this person is; returns at once.
  package func tell(_ presence: Presence) {
    queue.async { self.state.withLock { $0.presence.tell(presence) } }
  }

  /// What became of changes since this was asked last.
  package func outcomes() -> [Outcome] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wakeUp, &bytes, bytes.count) > 0 {}
    return said.withLock { said in
      defer { said = [] }
      return said
    }
  }

  /// Waits until everything is on the disk, or one more try has failed.
  package func waitUntilKept() -> StorageError? {
    queue.sync { work(tries: true) }
    return state.withLock { $0.failure?.error }
  }

  /// Waits until everything is in the session's file, or one more try has failed.
  package func finish() -> StorageError? {
    queue.sync {
      work(tries: true)
      state.withLock { state in
        if state.waiting.isEmpty, state.isUnfolded { state.fold(path) }
        state.presence.end()
        // Where it is held by another, that one removes it.
        _ = try? FileLock(forSession: path, patience: 0, isLast: true)
      }
      tell()
    }
    return state.withLock { $0.failure?.error }
  }

  /// What is done now and then: tried again, followed, folded.
  private func look() {
    let isRetryDue = state.withLock { state in
      state.lastFailure.map { ContinuousClock.now - $0 > .milliseconds(pace.retrying) } ?? false
    }
    work(tries: isRetryDue)
    state.withLock { state in
      state.follow(path, assets)
      let present = state.presence.others()
      if present != state.present {
        state.present = present
        state.outcomes.append(.present(present))
      }
      let pause = max(.milliseconds(pace.folding), state.timeOfFolding * 20)
      let isPause = ContinuousClock.now - state.lastChange > pause
      if state.isUnfolded, state.waiting.isEmpty, isPause, state.failure == nil || isRetryDue {
        state.fold(path)
      }
    }
    tell()
  }

  private func work(tries: Bool) {
    let new = handedOver.withLock { handedOver in
      defer { handedOver = [] }
      return handedOver
    }
    state.withLock { state in
      state.waiting += new
      if tries || state.failure == nil { state.append(path) }
    }
    tell()
  }

  /// Lets the reader know what there is.
  private func tell() {
    let new = state.withLock { state in
      defer { state.outcomes = [] }
      return state.outcomes
    }
    guard !new.isEmpty else { return }
    said.withLock { $0 += new }
    // A pipe that is full wakes its reader anyway.
    _ = Glibc.write(waking, [1], 1)
  }
}

extension Keeper.State {
  fileprivate mutating func append(_ path: String) {
    guard !waiting.isEmpty else { return }
    let ids = waiting.map(\.stamp.id)
    do throws(StorageError) {
      let lock = try FileLock(forSession: path)
      defer { withExtendedLifetime(lock) {} }
      let news = try journal.append(waiting, at: &position)
      // One of ours that seemed to have failed may be there all the same.
      take(news.leavingOut(Set(ids)), path, nil)
      known += waiting.count
      waiting = []
      isUnfolded = true
      lastChange = .now
      succeed()
      outcomes.append(.kept(ids))
    } catch {
      fail(ids, error)
    }
  }

  fileprivate mutating func fold(_ path: String) {
    do throws(StorageError) {
      let lock = try FileLock(forSession: path)
      defer { withExtendedLifetime(lock) {} }
      let start = ContinuousClock.now
      let stored = try folding.fold()
      timeOfFolding = ContinuousClock.now - start
      if stored.session.history.count != known { outcomes.append(.reloaded(stored.session)) }
      known = stored.session.history.count
      position = stored.position
      identity = stored.identity
      isUnfolded = false
      succeed()
    } catch {
      fail([], error)
    }
  }

  /// Takes in what others did.
  fileprivate mutating func follow(_ path: String, _ assets: Assets) {
    // What cannot be read now is read the next time.
    guard let news = try? journal.news(since: position) else { return }
    position = news.position
    take(news, path, assets)
  }

  private mutating func take(_ news: Journal.News, _ path: String, _ assets: Assets?) {
    let missing = news.folded.map { $0 != known } ?? false
    if !news.changes.isEmpty {
      known += news.changes.count
      outcomes.append(.others(news.changes))
    }
    let identity = FileIdentity(path)
    // What another folded is here already.
    if news.folded != nil, !missing { self.identity = identity }
    guard missing || identity != self.identity && news.folded == nil, let assets else { return }
    // One that is just being folded is looked at when that is done.
    if !missing, Self.isHeld(path) { return }
    guard let stored = try? SessionFile.read(path, assets: assets) else { return }
    self.identity = stored.identity
    position = stored.position
    known = stored.session.history.count
    outcomes.append(.reloaded(stored.session))
  }

  /// Whether another process is writing at this moment.
  private static func isHeld(_ path: String) -> Bool {
    do throws(StorageError) {
      _ = try FileLock(forSession: path, patience: 0)
      return false
    } catch {
      return error == .heldByAnother
    }
  }

  private mutating func succeed() {
    failure = nil
    lastFailure = nil
  }

  private mutating func fail(_ ids: [String], _ error: StorageError) {
    if failure?.error != error || failure?.ids != ids { outcomes.append(.notKept(ids, error)) }
    failure = (error, ids)
    lastFailure = .now
  }
}
