package import Consultation
import Glibc

/// Why a session cannot be synchronised.
package enum SyncFailure: Error, Equatable, Sendable {
  /// There is no `git` on this machine.
  case gitNotInstalled
  case notInRepository
  case noRemote
  /// There are several, and nobody said which.
  case severalRemotes([String])
  case unknownRemote(String)
  /// Files of the session are in the repository's index: by the next commit everybody would have
  /// them.
  case tracked([String])
  /// The file is a delegation's own, and another one's part was to be told from it.
  case ofDelegation(DelegationCode)
  /// What stands where this machine would write cannot be read: it is not overwritten.
  case unreadable(branch: String, [Fault])
  /// Another program brings the same repository's sessions together, and goes on doing so.
  case underWay
  /// It was to end before it had; nothing is lost by that.
  case brokenOff
  /// The remote was not reached, with git's reason where it gave one.
  case notReached(reason: String)
  /// Nobody was as fast as others for as long as was tried.
  case tooSlow
  case git(reason: String)
  /// It took too long, or said too much.
  case gitWithoutEnd
  case storage(StorageError)
}

/// A git repository in which somebody keeps a session, and its remote.
///
/// Its own refs are `refs/majlis/…`, which no other tool touches.
struct GitRepository {
  /// One ref of the remote.
  struct Ref: Equatable {
    let name: String
    let object: String
  }

  /// What came of sending something.
  enum Sent {
    case done
    /// Somebody else was there first.
    case othersWereFaster
    case notReached(reason: String)
  }

  /// How much is read of a file of a remote: what ten delegations share is a hundredth of it.
  static let limit = 32 << 20

  private let git: GitCommand
  /// What the remote is called.
  let remote: String
  /// Where git keeps what is its own.
  private let folder: String

  /// The repository around a session's file, where the session itself is not in it.
  init(
    around companions: Companions,
    remote name: String?,
    environment: [String: String],
    stop: StopSign? = nil,
  ) throws(SyncFailure) {
    let git = GitCommand(folder: companions.folder, environment: environment, stop: stop)
    let local = GitRepository(git, remote: "")
    let place = try local.run(["rev-parse", "--absolute-git-dir"])
    if place.status != 0 {
      throw place.reason.contains("not a git repository")
        ? .notInRepository : .git(reason: place.reason)
    }
    let tracked = try local.run(["ls-files", "-z", "--"] + companions.namesToKeep)
    let files = tracked.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    guard files.isEmpty else { throw .tracked(files) }
    let remotes = String(decoding: try local.run(["remote"]).output, as: UTF8.self)
      .split(separator: "\n").map(String.init)
    let folder = String(decoding: place.output.filter { $0 != 0x0A }, as: UTF8.self)
    self = GitRepository(git, remote: try Self.remote(name, of: remotes), folder: folder)
  }

  private init(_ git: GitCommand, remote: String, folder: String = "") {
    self.git = git
    self.remote = remote
    self.folder = folder
  }

  /// Lets nobody else bring this repository's sessions together until it is let go.
  func lock(_ stop: StopSign?) throws(SyncFailure) -> GitLock {
    try GitLock("\(folder)/majlis.lock", stop)
  }

  private static func remote(
    _ name: String?,
    of remotes: [String],
  ) throws(SyncFailure) -> String {
    if let name {
      guard remotes.contains(name) else { throw .unknownRemote(name) }
      return name
    }
    guard let only = remotes.first else { throw .noRemote }
    guard remotes.count == 1 else { throw .severalRemotes(remotes) }
    return only
  }

  /// The refs of the remote that are of a session; `nil` with the reason where it is not reached.
  func refs() throws(SyncFailure) -> Result<[Ref], NotReached> {
    let outcome = try reaching(
      ["ls-remote", "--heads", "--", remote]
        + ["room", "shared/*", "sealed/*"].map { Self.heads + $0 }
    )
    guard outcome.status == 0 else { return .failure(NotReached(reason: outcome.reason)) }
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
    return .success(
      lines.compactMap { line in
        let parts = line.split(separator: "\t")
        guard parts.count == 2, parts[1].hasPrefix(Self.heads),
          parts[0].allSatisfy({ $0.isHexDigit && $0.isASCII })
        else { return nil }
        return Ref(name: String(parts[1].dropFirst(Self.heads.count)), object: String(parts[0]))
      }
    )
  }

  /// Why a remote was not reached, in git's words; none where it did not answer.
  struct NotReached: Error {
    let reason: String
  }

  private static let heads = "refs/heads/"

  private static func own(_ name: String) -> String { "refs/majlis/\(name)" }

  /// Brings refs of the remote here, where they are not yet.
  ///
  /// - Returns: the reason where the remote was not reached.
  func fetch(_ refs: [Ref]) throws(SyncFailure) -> NotReached? {
    var missing: [Ref] = []
    for ref in refs {
      if try run(["cat-file", "-e", "\(ref.object)^{commit}"]).status != 0 { missing.append(ref) }
    }
    guard !missing.isEmpty else { return nil }
    let outcome = try reaching(
      [
        "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance",
        "--no-recurse-submodules", "--refmap=", "--", remote,
      ] + missing.map { "+\(Self.heads)\($0.name):\(Self.own($0.name))" }
    )
    return outcome.status == 0 ? nil : NotReached(reason: outcome.reason)
  }

  /// The content of a file in a commit; `nil` where there is none.
  func file(_ name: String, in object: String) throws(SyncFailure) -> Result<[UInt8]?, TooLarge> {
    let place = "\(object):\(name)"
    let size = try run(["cat-file", "-s", place])
    guard size.status == 0 else { return .success(nil) }
    let text = String(decoding: size.output.filter { $0 != 0x0A }, as: UTF8.self)
    guard let count = Int(text), count <= Self.limit else { return .failure(TooLarge()) }
    let content = try run(["cat-file", "blob", place], limit: Self.limit, seconds: 120)
    return .success(content.status == 0 ? content.output : nil)
  }

  /// That a file is larger than anything that is read of a remote.
  struct TooLarge: Error {}

  /// Makes a commit that has one file and nothing else.
  ///
  /// - Returns: its identifier.
  func commit(
    _ bytes: [UInt8],
    as name: String,
    message: String,
    after parent: String?,
  ) throws(SyncFailure) -> String {
    let blob = try object(["hash-object", "-w", "--stdin"], input: bytes)
    let tree = try object(["mktree"], input: Array("100644 blob \(blob)\t\(name)\n".utf8))
    let parents = parent.map { ["-p", $0] } ?? []
    return try object(["commit-tree", "--no-gpg-sign", "-m", message] + parents + [tree])
  }

  /// Sends a commit to be what a ref of the remote is; never in the place of one that it does not
  /// follow.
  func push(_ commit: String, to name: String) throws(SyncFailure) -> Sent {
    let outcome = try reaching(
      [
        "push", "--porcelain", "--no-verify", "--no-signed", "--", remote,
        "\(commit):\(Self.heads)\(name)",
      ]
    )
    if outcome.status == 0 {
      // So that it stays here too; where that fails it is fetched the next time.
      _ = try run(["update-ref", Self.own(name), commit])
      return .done
    }
    let output = String(decoding: outcome.output, as: UTF8.self)
    let refused = output.split(separator: "\n").first { $0.hasPrefix("!") }
    guard let refused else { return .notReached(reason: outcome.reason) }
    let isRace = [
      "fetch first", "non-fast-forward", "stale info", "cannot lock ref", "failed to update ref",
      "incorrect old value", "reference already exists", "failed to lock",
    ].contains { refused.contains($0) }
    if isRace { return .othersWereFaster }
    return .notReached(reason: refused.split(separator: "\t").last.map(String.init) ?? "")
  }

  // MARK: Running

  private func object(_ arguments: [String], input: [UInt8] = []) throws(SyncFailure) -> String {
    let outcome = try run(arguments, input: input, seconds: 120)
    let name = String(decoding: outcome.output.filter { $0 != 0x0A }, as: UTF8.self)
    guard outcome.status == 0, !name.isEmpty, name.allSatisfy(\.isHexDigit) else {
      throw .git(reason: outcome.reason)
    }
    return name
  }

  /// Runs what goes to another machine: what git cannot do there in two minutes it does not do.
  private func reaching(_ arguments: [String]) throws(SyncFailure) -> GitCommand.Outcome {
    do throws(GitCommand.Failure) {
      return try git.run(arguments, seconds: 120)
    } catch .tookTooLong {
      return GitCommand.Outcome(output: [], complaints: [], status: 1)
    } catch {
      throw SyncFailure(error)
    }
  }

  private func run(
    _ arguments: [String],
    input: [UInt8] = [],
    limit: Int = 1 << 20,
    seconds: Int = 20,
  ) throws(SyncFailure) -> GitCommand.Outcome {
    do throws(GitCommand.Failure) {
      return try git.run(arguments, input: input, limit: limit, seconds: seconds)
    } catch {
      throw SyncFailure(error)
    }
  }
}

extension SyncFailure {
  fileprivate init(_ failure: GitCommand.Failure) {
    switch failure {
    case .notInstalled: self = .gitNotInstalled
    case .cannotStart(let reason): self = .git(reason: reason)
    case .tookTooLong, .saidTooMuch: self = .gitWithoutEnd
    case .brokenOff: self = .brokenOff
    }
  }
}

extension Companions {
  /// The names in its folder that must not be in a repository: the session's own and those of what
  /// belongs to it.
  fileprivate var namesToKeep: [String] {
    let all = [target] + Companions.all(of: target)
    return all.map { "./\(FileSystem.name(of: $0))" }
  }
}
