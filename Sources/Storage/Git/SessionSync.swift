package import Consultation
import Glibc

/// A session that is kept on several machines and brought together through a git repository that all
/// of them reach now and then: takes in what others share, and tells others what is shared here.
///
/// A delegation's machines write `refs/heads/shared/QNG` of the remote, the facilitator's
/// `refs/heads/room`: a commit with one file, a session that holds what is shared and nothing else
/// (`SharedPart`, `RoomPart`). Whatever is found under a ref is somebody else's text: it is read
/// as any session is, and only that comes in which belongs there.
///
/// Limitations: what was told once stays in the remote's past when it is private again. Whoever may
/// write a ref speaks in its delegation's name; who may do so is for the remote to say.
package struct SessionSync {
  private let path: String
  private let assets: Assets
  private let seat: DelegationCode?
  private let repository: GitRepository
  private let stop: StopSign?
  private let seal: (([UInt8]) throws(StorageError) -> [UInt8])?
  private var stored: StoredSession
  private var outcome = Outcome()
  private let encoding = CanonicalJSON()

  /// How often somebody else may be faster.
  private static let attempts = 10
  /// How many refs are looked at: twice as many delegations as were ever tried.
  private static let mostRefs = 2000
  private static let file = "session.json"
  static let sealedFile = "session.json.age"

  /// What a change may say of when it was made: no more than a year after now.
  private let latest: ChangeOrder

  /// To be run by a person with this environment.
  ///
  /// `remote` is one of the repository's, the only one where none is said. `seal` says what becomes of the delegation's own file before a copy of it is
  /// sent; no copy is sent without.
  ///
  /// - Throws: ``SyncFailure`` where there is no such repository, or one that tracks the session.
  package init(
    _ path: String,
    _ stored: StoredSession,
    as publisher: Publisher,
    remote: String?,
    assets: Assets,
    environment: [String: String],
    now: Timestamp,
    seal: (([UInt8]) throws(StorageError) -> [UInt8])? = nil,
    stop: StopSign? = nil,
  ) throws(SyncFailure) {
    seat = publisher.delegation
    if let seat, let receipt = stored.session.receipt(of: seat) {
      throw .storage(.refused(.withdrawn(receipt.at)))
    }
    self.path = path
    self.stored = stored
    self.assets = assets
    self.seal = seal
    self.stop = stop
    latest = ChangeOrder(clamping: Int(now.milliseconds) + 366 * 24 * 60 * 60_000)
    repository = try GitRepository(
      around: Companions(ofSession: path),
      remote: remote,
      environment: environment,
      stop: stop,
    )
  }

  /// The session as it is now on this machine.
  package var session: Session { stored.session }

  /// Takes in what others share, and tells them what is shared here.
  package mutating func run() throws(SyncFailure) -> Outcome {
    let lock = try repository.lock(stop)
    defer { withExtendedLifetime(lock) {} }
    for attempt in 1...Self.attempts {
      let refs: [GitRepository.Ref]
      switch try repository.refs() {
      case .success(let found): refs = found
      case .failure(let failure): return notReached(failure)
      }
      let wanted = Array(refs.filter { isWanted($0.name) }.prefix(Self.mostRefs))
      if let failure = try repository.fetch(wanted) { return notReached(failure) }
      let found = try found(in: wanted)
      try takeIn(found)
      switch try tell(found) {
      case .done: return outcome
      case .notReached(let reason): return notReached(GitRepository.NotReached(reason: reason))
      case .othersWereFaster:
        if attempt < Self.attempts { usleep(.random(in: 50_000...500_000)) }
      }
    }
    throw .tooSlow
  }

  private mutating func notReached(_ failure: GitRepository.NotReached) -> Outcome {
    outcome.notReached = failure.reason
    return outcome
  }

  // MARK: What is found

  /// What is found in the remote, as far as it can be read.
  private struct Found {
    var parts: [FoundPart] = []
    var room: FoundRoom?
    /// The commits by the names of their refs.
    var commits: [String: String] = [:]
    /// What cannot be read where this machine writes.
    var ownFaults: [Fault]?
  }

  private var ownBranch: String { seat.map { "shared/\($0)" } ?? "room" }

  private func isWanted(_ name: String) -> Bool {
    if name == "room" { return true }
    if let code = Self.delegation(of: name) { return stored.session.receipt(of: code) == nil }
    return seal != nil && seat.map { name == "sealed/\($0)" } ?? false
  }

  private static func delegation(of name: String) -> DelegationCode? {
    name.hasPrefix("shared/") ? DelegationCode(name.dropFirst("shared/".count)) : nil
  }

  private mutating func found(in refs: [GitRepository.Ref]) throws(SyncFailure) -> Found {
    var found = Found()
    outcome.refused = []
    for ref in refs {
      found.commits[ref.name] = ref.object
      if ref.name.hasPrefix("sealed/") { continue }
      let why: Refused?
      switch try read(ref) {
      case .failure(let refused): why = refused
      case .success(let session):
        if let code = Self.delegation(of: ref.name) {
          let part = FoundPart(of: code, in: session, latest: latest, by: encoding)
          found.parts.append(part)
          why = part.refused > 0 ? .foreign(count: part.refused) : nil
        } else {
          let room = FoundRoom(in: session, latest: latest)
          found.room = room
          why = room.refused > 0 ? .foreign(count: room.refused) : nil
        }
      }
      guard let why else { continue }
      outcome.refused.append(NotTakenIn(branch: ref.name, why: why))
      if ref.name == ownBranch {
        switch why {
        case .unreadable(let faults): found.ownFaults = faults
        case .noSession: found.ownFaults = [Fault([], .notASession)]
        case .foreign: break
        }
      }
    }
    return found
  }

  /// The session under a ref, of this session and the same questionnaire.
  private func read(_ ref: GitRepository.Ref) throws(SyncFailure) -> Result<Session, Refused> {
    let bytes: [UInt8]
    switch try repository.file(Self.file, in: ref.object) {
    case .success(let found?): bytes = found
    case .success(nil): return .failure(.noSession)
    case .failure:
      let limit = GitRepository.limit >> 20
      return .failure(.unreadable([Fault([], .tooLarge(limitInMegabytes: limit))]))
    }
    do throws(StorageError) {
      let session = try SessionFile.read(bytes: bytes, assets: assets).session
      if session.id != stored.session.id {
        return .failure(.unreadable([Fault([], .otherSession)]))
      }
      if session.questionnaire != stored.session.questionnaire {
        return .failure(.unreadable([Fault([], .otherQuestionnaire(session.questionnaire))]))
      }
      return .success(session)
    } catch {
      let faults = error.faults
      return .failure(.unreadable(faults.isEmpty ? [Fault([], .notASession)] : faults))
    }
  }

  // MARK: Taking in

  private mutating func takeIn(_ found: Found) throws(SyncFailure) {
    // Most often there is nothing, and nothing is written then.
    var trial = stored.session
    guard !take(found, into: &trial).isEmpty else { return }
    var counts: [Source: Int] = [:]
    do throws(StorageError) {
      stored = try SessionFile.rewrite(path, assets: assets, known: stored) {
        (stored: inout StoredSession) throws(StorageError) in
        counts = take(found, into: &stored.session)
      }
    } catch {
      throw .storage(error)
    }
    if let setAside = stored.setAside { outcome.setAside = setAside }
    for (source, count) in counts { add(count, from: source) }
    if let seat { outcome.conflicts = stored.session.conflicts(of: seat) }
  }

  /// How much of what was found is new in a session, once it is there.
  private func take(_ found: Found, into session: inout Session) -> [Source: Int] {
    var counts: [Source: Int] = [:]
    if let room = found.room {
      // Its session and questionnaire are the same: it was looked at where it was read.
      counts[.room] = (try? session.takeIn(room, own: seat, by: encoding)) ?? 0
    }
    for part in found.parts {
      counts[.delegation(part.delegation)] =
        part.delegation == seat
        ? session.takeInOwn(part, by: encoding) : session.takeIn(part, by: encoding)
    }
    return counts.filter { $0.value > 0 }
  }

  private mutating func add(_ count: Int, from source: Source) {
    if let index = outcome.takenIn.firstIndex(where: { $0.source == source }) {
      outcome.takenIn[index].count += count
    } else {
      outcome.takenIn.append(TakenIn(source: source, count: count))
    }
    let order = stored.session.order
    func place(_ source: Source) -> Int {
      switch source {
      case .room: order.count
      case .delegation(let code): order.firstIndex(of: code) ?? order.count + 1
      }
    }
    outcome.takenIn.sort { place($0.source) < place($1.source) }
  }

  // MARK: Telling

  private mutating func tell(_ found: Found) throws(SyncFailure) -> GitRepository.Sent {
    if let faults = found.ownFaults { throw .unreadable(branch: ownBranch, faults) }
    let (news, session) = part(after: found)
    if let session {
      let sent = try send(SessionFile.text(session), as: Self.file, to: ownBranch, after: found)
      guard case .done = sent else { return sent }
      outcome.told += news
    }
    guard let seat, let seal, !outcome.hasSentCopy else { return .done }
    let sent = try send(
      try copy(of: seat, seal),
      as: Self.sealedFile,
      to: "sealed/\(seat)",
      after: found,
    )
    if case .done = sent { outcome.hasSentCopy = true }
    return sent
  }

  /// What is to be told, where it is more than what was found.
  private func part(after found: Found) -> (news: Int, Session?) {
    let session = stored.session
    guard let seat else {
      let room = RoomPart(of: session, encoding: encoding)
      let news = room.news(since: found.room)
      return (news, news > 0 ? room.session : nil)
    }
    let before = found.parts.first { $0.delegation == seat }
    let part = SharedPart(of: session, by: seat, after: before, encoding: encoding)
    guard !part.isAll(in: before) else { return (0, nil) }
    let known = Set(before?.changes.map(\.stamp.id) ?? [])
    let news = part.changes.count { !known.contains($0.stamp.id) }
    return (max(1, news), part.session(in: session))
  }

  private func copy(
    of code: DelegationCode,
    _ seal: ([UInt8]) throws(StorageError) -> [UInt8],
  ) throws(SyncFailure) -> [UInt8] {
    do throws(StorageError) {
      let moment = stored.session.history.last?.stamp.at ?? Timestamp(milliseconds: 0)
      return try seal(try SessionFile.extract(of: code, from: stored, at: moment))
    } catch {
      throw .storage(error)
    }
  }

  private func send(
    _ bytes: [UInt8],
    as name: String,
    to branch: String,
    after found: Found,
  ) throws(SyncFailure) -> GitRepository.Sent {
    let commit = try repository.commit(
      bytes,
      as: name,
      message: branch,
      after: found.commits[branch],
    )
    return try repository.push(commit, to: branch)
  }
}
