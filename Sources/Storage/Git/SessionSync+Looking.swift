extension SessionSync {
  /// What the remote of the repository around a session is called.
  ///
  /// - Throws: why the session cannot be brought together with others from there.
  package static func remote(
    ofSession path: String,
    environment: [String: String],
  ) throws(SyncFailure) -> String {
    try GitRepository(
      around: Companions(ofSession: path),
      remote: nil,
      environment: environment,
    ).remote
  }

  /// Whether the program git is there.
  package enum Installed: Equatable, Sendable {
    case no
    case yes(version: String)
    /// It is, and does not say its version as it should.
    case silent
  }

  /// Looks for git, and asks it for its version and nothing else.
  package static func installed(_ environment: [String: String]) -> Installed {
    let git = GitCommand(folder: "/", environment: environment)
    do throws(GitCommand.Failure) {
      let outcome = try git.run(["--version"], limit: 1 << 10, seconds: 2)
      let words = String(decoding: outcome.output, as: UTF8.self)
        .split(whereSeparator: \.isWhitespace)
      guard outcome.status == 0, words.count > 2, words.starts(with: ["git", "version"]) else {
        return .silent
      }
      return .yes(version: String(words[2]))
    } catch .notInstalled {
      return .no
    } catch {
      return .silent
    }
  }
}
