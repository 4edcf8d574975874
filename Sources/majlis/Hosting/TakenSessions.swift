import Consultation
import Phrases
import Storage

/// The sessions of a folder that a server has taken up, as the folder is at this moment.
///
/// A seat looks itself whether its session's lease is held and whether the file has that session in
/// it; so whatever happens to a file between two looks, no key leads to another session.
final class TakenSessions {
  typealias Candidate = HostedFolder.Candidate

  private let folder: HostedFolder
  private let port: Int
  private let context: CommandContext
  /// By the name of the file.
  private var taken: [String: TakenSession] = [:]
  /// What is not hosted, and was said: it is looked at again when it is another.
  private var refused: [String: FolderReading.Refused] = [:]
  /// How often it was tried in vain to take up a session that somebody else hosts.
  private var tries: [String: Int] = [:]
  private var looks = 0

  init(_ folder: HostedFolder, port: Int, _ context: CommandContext) {
    self.folder = folder
    self.port = port
    self.context = context
  }

  /// Takes up what is new in the folder, and lets go of what is not there any more.
  ///
  /// - Returns: what there is to say of it.
  func look() -> [String] {
    let candidates = folder.candidates
    let gone = letGo(butOf: candidates)
    looks += 1
    let new = candidates.filter { candidate in
      // One that is hosted alone may be so for the whole day.
      taken[candidate.name] == nil && refused[candidate.name]?.candidate != candidate
        && (tries[candidate.name, default: 0] < 6 || looks.isMultiple(of: 5))
    }
    guard !new.isEmpty else { return gone }
    let reading = FolderReading(new, known: Set(taken.values.map(\.hosted.folder.path)), context)
    // One that is still being copied here is no fault yet.
    for file in reading.refused where !file.candidate.isFresh {
      refused[file.candidate.name] = file
      Complaint([file.line], .invalidContent).report()
    }
    return gone + reading.sessions.flatMap(take)
  }

  /// Who came to which session and who went.
  func comingsAndGoings() -> [String] {
    taken.sorted { $0.key < $1.key }.flatMap { name, session in
      session.comingsAndGoings().map { "\(name): \($0)" }
    }
  }

  private func letGo(butOf candidates: [Candidate]) -> [String] {
    let there = Dictionary(candidates.map { ($0.name, $0) }) { first, _ in first }
    let gone = taken.filter { name, session in
      guard let candidate = there[name], candidate.identity != nil else { return true }
      return !session.isStill(in: candidate)
    }
    guard !gone.isEmpty else { return [] }
    for name in gone.keys { taken[name] = nil }
    // What was a second file of the same session may be the only one now.
    refused = refused.filter { !$0.value.isCopy }
    return gone.keys.sorted().map { name in
      context.words(.hostTakenAway(file: .plain(name)))
    }
  }

  private func take(_ candidate: Candidate, _ hosted: HostedSession) -> [String] {
    let words = context.words
    do {
      let other = !hosted.hasKeys && hosted.hasKeysAlone
      taken[candidate.name] = try TakenSession(hosted, candidate, port: port)
      tries[candidate.name] = nil
      let count = hosted.record.keys.count
      let invited = count == 0 ? words(.hostNobodyInvited) : words(.hostInvited(count: count))
      let lines = [words(.hostRuns(file: .plain(candidate.name))), "\(candidate.name): \(invited)"]
      return other ? lines + ["\(candidate.name): \(words(.hostOtherInvitations))"] : lines
    } catch {
      // Those who sat at a host that was killed are still leaving.
      tries[candidate.name, default: 0] += 1
      let isHeld = error.status == .heldByAnother
      if !isHeld {
        let line = error.lines.first ?? candidate.path
        refused[candidate.name] = .init(candidate: candidate, line: line, isCopy: false)
      }
      if !isHeld || tries[candidate.name] == 6 { error.report() }
      return []
    }
  }
}

/// A session that is open to those who were invited, as long as this is there.
private final class TakenSession {
  private(set) var hosted: HostedSession
  private var candidate: HostedFolder.Candidate
  private var readAt = ContinuousClock.now
  private var there: [Connection] = []
  private let lease: HostLease
  /// That under which it is hosted outside of the folder's server.
  private let leaseAlone: HostLease?

  init(
    _ hosted: HostedSession,
    _ candidate: HostedFolder.Candidate,
    port: Int,
  ) throws(Complaint) {
    self.hosted = hosted
    self.candidate = candidate
    lease = try hosted.context.lease(hosted.folder.lease, of: hosted.file, isPatient: false)
    leaseAlone = try hosted.takeLeaseAlone()
    try hosted.change { $0.port = port }
  }

  /// Whether a file has the session in it still.
  ///
  /// One that cannot be read keeps it: its seats say so themselves.
  func isStill(in candidate: HostedFolder.Candidate) -> Bool {
    // It changes as people answer, and is worth a look now and then.
    guard candidate != self.candidate, readAt + .seconds(10) < .now else { return true }
    self.candidate = candidate
    readAt = .now
    guard let new = try? HostedSession(candidate.path, hosted.context) else { return true }
    guard new.folder.path == hosted.folder.path else { return false }
    hosted = new
    return true
  }

  func comingsAndGoings() -> [String] {
    let now = hosted.folder.connections()
    let status = HostStatus(hosted)
    defer { there = now }
    return there.filter { !now.contains($0) }.map { status.line(gone: $0) }
      + now.filter { !there.contains($0) }.map { status.line(came: $0) }
  }
}

extension HostedSession {
  fileprivate var hasKeys: Bool { !record.keys.isEmpty }

  private var folderAlone: HostFolder { HostFolder(alone: id, in: context.dataFolder) }

  /// Whether invitations were made to it before its folder had a server, whose key they do not know.
  fileprivate var hasKeysAlone: Bool { !(folderAlone.record?.keys ?? [:]).isEmpty }

  /// Takes the lease under which it may be hosted since before its folder had a server.
  fileprivate func takeLeaseAlone() throws(Complaint) -> HostLease? {
    guard FileSystem.isFolder(folderAlone.path) else { return nil }
    return try context.lease(folderAlone.lease, of: file, isPatient: false)
  }
}
