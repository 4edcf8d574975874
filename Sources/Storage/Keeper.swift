package import Consultation
import Dispatch
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
    /// What stood in the journal's place and could not be taken in whole.
    case setAside(SetAside)
    /// The session is near the size beyond which nothing more is kept.
    case nearlyFull(limitInMegabytes: Int)
  }

  /// When things are done that nobody waits for.
  struct Pace: Sendable {
    /// Between two looks at what others did, in milliseconds.
    var following = 200
    /// The same where the system tells when something happens, which then is looked at at once.
    var resting = 2000
    /// Whether it is asked to.
    var watches = false
    /// Between two looks at who else is there: of sixty people somebody goes on at any moment.
    var presence = 0
    /// Without a change, until the journal is folded; twenty times as long as folding takes for
    /// each who has the session open, where that is longer.
    var folding = 400
    /// After something of others, until the journal is folded: who has not read to its end by then
    /// has to read the whole session.
    var settling = 500
    /// How much longer than the pause that is waited for: a room may never be as quiet.
    var patience = 60_000
    /// After a failure.
    var retrying = 3000

    /// How long nothing is done here before the journal is folded.
    ///
    /// Everybody folds, and whoever wants to keep something waits meanwhile: all together are to be
    /// at it no longer than one alone would be. What is in the journal is kept as well.
    func pauseBeforeFolding(that takes: Duration, others: Int) -> Duration {
      max(.milliseconds(folding), min(takes * 20 * (others + 1), .seconds(60)))
    }
  }

  /// Wakes who waits for outcomes.
  package let wakeUp = WakeUp()
  private let pace: Pace
  private let queue = DispatchQueue(label: "majlis.keeper")
  /// What the disk is doing: held by the queue alone while it works, never by who hands over.
  private let state: Mutex<State>
  private let handedOver = Mutex<[Change]>([])
  private let said = Mutex<[Outcome]>([])
  private let watch = Mutex<FolderWatch?>(nil)
  /// When the next look is due.
  private let nextLook = Mutex<DispatchTime>(.distantFuture)

  /// For a person: the system tells what others do, where it can.
  private static let everyday = Pace(watches: true, presence: 1000)

  /// Keeps changes of a session, and follows what others do; where it is asked to, the latter alone.
  package convenience init(
    path: String,
    stored: StoredSession,
    assets: Assets,
    writes: Bool = true,
  ) {
    self.init(
      path: path,
      stored: stored,
      assets: assets,
      operations: .system,
      pace: Self.everyday,
      writes: writes,
    )
  }

  init(
    path: String,
    stored: StoredSession,
    assets: Assets,
    operations: FileOperations,
    pace: Pace,
    writes: Bool = true,
    limit: Int = FileSystem.largestFile,
  ) {
    self.pace = pace
    state = Mutex(
      State(
        path: path,
        stored: stored,
        assets: assets,
        operations: operations,
        writes: writes,
        limit: limit,
      )
    )
    if pace.watches { beginWatching(Companions(ofSession: path)) }
    look(within: pace.following)
  }

  deinit { state.withLock { $0.presence.end() } }

  private func beginWatching(_ companions: Companions) {
    let new = FolderWatch(
      companions.folder,
      names: [companions.name, FileSystem.name(of: companions.journal)],
      inner: FileSystem.name(of: companions.presence),
      queue: queue,
    ) { [weak self] in
      self?.look(within: Self.gathering)
    }
    watch.withLock { $0 = new }
  }

  /// How long what happens is gathered before it is looked at, in milliseconds.
  private static let gathering = 20

  /// Has a look in so many milliseconds, or before where one is planned.
  private func look(within milliseconds: Int) {
    let due = DispatchTime.now() + .milliseconds(milliseconds)
    let isPlanned = nextLook.withLock { next in
      guard due < next else { return true }
      next = due
      return false
    }
    if isPlanned { return }
    queue.asyncAfter(deadline: due) { [weak self] in
      guard let self else { return }
      let isDue = nextLook.withLock { next in
        guard next == due else { return false }
        next = .distantFuture
        return true
      }
      if isDue { look() }
    }
  }

  /// Hands over a change that is not on the disk yet; returns at once.
  package func keep(_ change: Change) {
    handedOver.withLock { $0.append(change) }
    queue.async {
      self.work(tries: true)
      self.look(within: self.pace.following)
    }
  }

  /// Tries at once what failed before; returns at once.
  package func tryAgain() {
    queue.async {
      self.work(tries: true)
      self.state.withLock { if $0.isUnfolded, $0.waiting.isEmpty { $0.fold() } }
      self.tell()
    }
  }

  /// Lets others who have the session open know where this person is; returns at once.
  package func tell(_ presence: Presence) {
    queue.async { self.state.withLock { $0.presence.tell(presence) } }
  }

  /// What became of changes since this was asked last.
  package func outcomes() -> [Outcome] {
    wakeUp.take()
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
  package func finish() -> StorageError? { finish(tries: 1) }

  /// Waits until everything is in the session's file, or so many more tries have failed, of which
  /// each waits five seconds for others who are ahead.
  package func finish(tries: Int) -> StorageError? {
    queue.sync {
      work(tries: true)
      for _ in 1..<tries where state.withLock(\.isHeldUp) { work(tries: true) }
      state.withLock { state in
        if state.waiting.isEmpty, state.isUnfolded { state.fold() }
        state.presence.end()
        // Where it is held by another, that one removes it; a program that is just being started here
        // has it for the moment until it is that program.
        _ = try? FileLock(forSession: state.place.companions.target, patience: 0.5, isLast: true)
      }
      tell()
    }
    return state.withLock { $0.failure?.error }
  }

  /// Whether something that was done is in no file where a person would look for it: not kept, or
  /// kept beside a file that is another's now.
  package var hasUnkept: Bool {
    state.withLock { state in
      if !state.waiting.isEmpty { return true }
      guard state.isUnfolded, case .displaced = state.failure?.error else { return false }
      return true
    }
  }

  /// Writes a session as it is on the screen, with all that could not be kept, into a file of its
  /// own: beside the session's, or in a folder where that cannot be.
  ///
  /// - Returns: where it is.
  package func rescue(
    _ session: Session,
    otherwiseIn folder: String,
  ) throws(StorageError) -> String {
    let stored = state.withLock { $0.rescued(session) }
    let companions = state.withLock { $0.place.companions }
    let text = try ReadableText(of: stored)
    do throws(StorageError) {
      let file = companions.freeRescued()
      try AtomicWriting().create(file, with: text.bytes)
      return file
    } catch {
      try FileSystem.makeFolder(folder)
      let file = companions.freeRescued(in: folder)
      try AtomicWriting().create(file, with: text.bytes)
      return file
    }
  }

  /// What is done now and then: tried again, followed, folded.
  func look() {
    let isRetryDue = state.withLock { state in
      state.lastFailure.map { ContinuousClock.now - $0 > .milliseconds(pace.retrying) } ?? false
    }
    work(tries: isRetryDue)
    state.withLock { state in
      state.follow()
      state.lookAround(every: .milliseconds(pace.presence))
      let pause = pace.pauseBeforeFolding(that: state.timeOfFolding, others: state.present.count)
      let isPause =
        state.hasRested(for: pause)
        && (state.hasSettled(for: .milliseconds(pace.settling))
          || state.hasRested(for: pause + .milliseconds(pace.patience)))
      if state.isUnfolded, state.waiting.isEmpty, isPause, state.failure == nil || isRetryDue {
        state.fold(yields: true)
      }
    }
    tell()
    let isWatched = watch.withLock { $0?.renew() } ?? false
    let (isRestless, hasLookedAround) = state.withLock { state in
      (
        state.isUnfolded || !state.waiting.isEmpty || state.failure != nil, state.hasLookedAround,
      )
    }
    let pause = isWatched && !isRestless ? pace.resting : pace.following
    look(within: hasLookedAround ? pause : min(pause, pace.presence))
  }

  private func work(tries: Bool) {
    let new = handedOver.withLock { handedOver in
      defer { handedOver = [] }
      return handedOver
    }
    state.withLock { state in
      state.waiting += new
      if tries || state.failure == nil { state.append() }
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
    wakeUp.wake()
  }
}
