import Consultation
import Glibc

extension Keeper {
  /// What the disk is doing: held by the keeper's queue while it works, never by who hands over.
  struct State {
    private var journal: Journal
    var presence: PresenceFolder
    private(set) var present: [Presence] = []
    private var lastLookAround: ContinuousClock.Instant?
    /// Whether the last look was one at who else is there too.
    private(set) var hasLookedAround = false
    private var folding: Folding
    private(set) var place: SessionPlace
    private let assets: Assets
    private let limit: Int
    private var position: Journal.Position
    private var identity: FileIdentity?
    /// How many changes the history has that are on the disk.
    private var known: Int
    /// What the session's file has that this program does not know.
    private var stored: StoredSession.Frame
    var waiting: [Change] = []
    /// What this process said to be kept: put in again where the file goes back behind it.
    private var own: [Change] = []
    var outcomes: [Outcome] = []
    /// Why the last try failed, and the changes of which that was told.
    private(set) var failure: (error: StorageError, ids: [String])?
    /// What of that is in the journal and not yet in the session's file.
    private var unfolded: [String] = []
    /// Whether this process appended what it has not folded yet.
    private(set) var isUnfolded: Bool
    /// When something was done here last, or another folded.
    private var lastChange = ContinuousClock.now
    /// When something of others was read last.
    private var lastNews: ContinuousClock.Instant?
    private(set) var timeOfFolding = Duration.zero
    private(set) var lastFailure: ContinuousClock.Instant?
    private var isNearlyFull = false

    init(
      path: String,
      stored: StoredSession,
      assets: Assets,
      operations: FileOperations,
      writes: Bool,
      limit: Int,
    ) {
      journal = Journal(
        ofSession: path,
        id: stored.session.id,
        questionnaire: stored.questionnaire,
        operations: operations,
      )
      place = SessionPlace(path, of: stored, assets: assets)
      presence = PresenceFolder(forSession: path)
      folding = Folding(
        path: place.companions.target,
        assets: assets,
        operations: operations,
        of: stored.session.id,
        limit: limit,
      )
      self.assets = assets
      self.limit = limit
      self.stored = stored.frame
      position = stored.position
      identity = stored.identity
      known = stored.session.history.count
      isUnfolded = writes && stored.recovered > 0
    }
  }
}

extension Keeper.State {
  private var path: String { place.companions.target }

  /// Makes what waits durable, in the journal of the session that it was given to.
  mutating func append() {
    guard !waiting.isEmpty else { return }
    let ids = waiting.map(\.stamp.id)
    do throws(StorageError) {
      let lock = try FileLock(forSession: path)
      defer { withExtendedLifetime(lock) {} }
      try place.check()
      if let begun = try journal.settle(at: &position) { take(begun, followsFile: false) }
      let news = try journal.append(waiting, at: &position, room: limit - place.size)
      // One of ours that seemed to have failed may be there all the same.
      take(news.leavingOut(Set(ids)), followsFile: false)
      known += waiting.count
      own += waiting
      waiting = []
      unfolded += ids
      isUnfolded = true
      lastChange = .now
      succeed()
      outcomes.append(.kept(ids))
      warnWhenNearlyFull()
    } catch {
      fail(ids, error)
    }
  }

  /// Whether nothing was done here, nor folded by another, for so long.
  func hasRested(for pause: Duration) -> Bool { ContinuousClock.now - lastChange > pause }

  /// Whether nothing of others was read for so long.
  func hasSettled(for pause: Duration) -> Bool {
    lastNews.map { ContinuousClock.now - $0 > pause } ?? true
  }

  /// Brings everything into the session's file.
  ///
  /// `yields` says that it has time: where another folded meanwhile, or something was appended that
  /// was not read here, and so by others neither, that is read and nothing else done.
  mutating func fold(yields: Bool = false) {
    do throws(StorageError) {
      let lock = try FileLock(forSession: path)
      defer { withExtendedLifetime(lock) {} }
      try place.check()
      if yields, follow() { return }
      let start = ContinuousClock.now
      let own = own
      let stored = try folding.fold { stored in _ = stored.session.bringBack(own) }
      timeOfFolding = ContinuousClock.now - start
      if let setAside = stored.setAside { outcomes.append(.setAside(setAside)) }
      if stored.session.history.count != known { outcomes.append(.reloaded(stored.session)) }
      take(stored)
      place.isNow(stored.identity)
      isUnfolded = false
      unfolded = []
      // What was said not to be kept, as the file was another's for a while.
      if let ids = failure?.ids, !ids.isEmpty { outcomes.append(.kept(ids)) }
      succeed()
    } catch {
      if case .displaced = error { fail(unfolded, error) } else { fail([], error) }
    }
  }

  /// Looks who else is there, where the last look at them was long enough ago.
  mutating func lookAround(every pause: Duration) {
    let now = ContinuousClock.now
    hasLookedAround = lastLookAround.map { now - $0 >= pause } ?? true
    guard hasLookedAround else { return }
    lastLookAround = now
    let found = presence.others()
    guard found != present else { return }
    present = found
    outcomes.append(.present(found))
  }

  /// Takes in what others did.
  ///
  /// - Returns: whether they did something.
  @discardableResult mutating func follow() -> Bool {
    // What cannot be read now is read the next time.
    guard let news = try? journal.news(since: position) else { return false }
    position = news.position
    take(news, followsFile: true)
    return !news.changes.isEmpty || news.folded != nil
  }

  private mutating func take(_ news: Journal.News, followsFile: Bool) {
    if let setAside = news.setAside { outcomes.append(.setAside(setAside)) }
    let missing = news.folded.map { $0 != known } ?? false
    if !news.changes.isEmpty {
      known += news.changes.count
      outcomes.append(.others(news.changes))
      lastNews = .now
    }
    if news.folded != nil { lastChange = .now }
    let identity = FileIdentity(path)
    // What another folded is here already.
    if news.folded != nil, !missing { self.identity = identity }
    guard missing || identity != self.identity && news.folded == nil, followsFile else { return }
    // One that is just being folded is looked at when that is done.
    if !missing, isHeld { return }
    guard var stored = try? SessionFile.read(path, assets: assets), stored.session.id == place.id
    else { return }
    // Where it went back behind what was said to be kept, that is brought back, and folded.
    if stored.session.bringBack(own) { isUnfolded = true }
    take(stored)
    outcomes.append(.reloaded(stored.session))
  }

  private mutating func take(_ stored: StoredSession) {
    identity = stored.identity
    position = stored.position
    known = stored.session.history.count
    self.stored = stored.frame
    let history = Set(stored.session.history.map(\.stamp.id))
    // What the session lets go, such as that of who withdrew, is let go here too.
    own.removeAll { !history.contains($0.stamp.id) }
  }

  /// A session as it is on the screen, with what its file has beside it.
  func rescued(_ session: Session) -> StoredSession { StoredSession(session, in: stored) }

  /// Whether something waits since others were ahead for as long as it was tried.
  var isHeldUp: Bool {
    guard !waiting.isEmpty, case .heldByAnother = failure?.error else { return false }
    return true
  }

  /// Whether another process is writing at this moment.
  private var isHeld: Bool {
    do throws(StorageError) {
      _ = try FileLock(forSession: path, patience: 0)
      return false
    } catch {
      return error == .heldByAnother
    }
  }

  /// Says before it is so that nothing more can be kept.
  private mutating func warnWhenNearlyFull() {
    let size = place.size + journal.size * 3
    guard !isNearlyFull, size > limit / 10 * 9 else { return }
    isNearlyFull = true
    outcomes.append(.nearlyFull(limitInMegabytes: FileSystem.largestFile >> 20))
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

extension Session {
  /// Applies again those of some changes that are not in the history.
  ///
  /// - Returns: whether there were any.
  fileprivate mutating func bringBack(_ changes: [Change]) -> Bool {
    guard !changes.isEmpty else { return false }
    let known = Set(history.map(\.stamp.id))
    let count = history.count
    apply(changes.filter { !known.contains($0.stamp.id) })
    return history.count > count
  }
}
