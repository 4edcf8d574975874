import Consultation
import Phrases
import Storage

/// What came of bringing a session together with those of others, as the command and the screen say
/// it alike.
extension Words {
  /// One line on what came and went, or that the remote was not reached.
  func line(of outcome: SessionSync.Outcome, in session: Session) -> String {
    var parts: [String] = []
    if !outcome.takenIn.isEmpty {
      let sources = outcome.takenIn.map { taken in
        "\(name(of: taken.source, in: session)) \(number(taken.count))"
      }
      parts.append(self(.syncTakenIn(names: .own(list(sources)))))
    }
    if outcome.told > 0 { parts.append(self(.syncTold(number: outcome.told))) }
    if outcome.hasSentCopy { parts.append(self(.syncCopySent)) }
    if let reason = outcome.notReached {
      parts.append(
        reason.isEmpty ? self(.syncNoAnswer) : self(.syncNotReached(reason: .plain(reason)))
      )
    }
    return parts.isEmpty ? self(.syncUpToDate) : parts.joined(separator: semicolon)
  }

  /// What the source of what came in is called.
  private func name(of source: SessionSync.Source, in session: Session) -> String {
    switch source {
    case .room: self(.syncRoom)
    case .delegation(let code):
      session.delegations[code].map { text($0.shortName) } ?? code.description
    }
  }

  /// One line on what was found and not taken in.
  func callAsFunction(_ refused: SessionSync.NotTakenIn) -> String {
    switch refused.why {
    case .foreign(let count):
      return self(.syncForeign(branch: .plain(refused.branch), count: count))
    case .unreadable(let faults):
      return unreadable(refused.branch, faults)
    case .noSession: return unreadable(refused.branch, [Fault([], .notASession)])
    }
  }

  private func unreadable(_ branch: String, _ faults: [Fault]) -> String {
    let line = faults.first.map { self.line($0, file: branch) } ?? branch
    return line + semicolon + self(.syncNothingTaken)
  }

  /// What stands between two sentences of one line.
  var semicolon: String {
    switch language {
    case .arabic: "؛ "
    case .english: "; "
    case .french: "\u{202F}; "
    }
  }

  /// Why a session cannot be brought together with those of others.
  func callAsFunction(_ failure: SyncFailure) -> String {
    switch failure {
    case .gitNotInstalled: self(.failureNoGit)
    case .notInRepository: self(.failureNoRepository)
    case .noRemote: self(.failureNoRemote)
    case .severalRemotes(let names):
      self(.failureSeveralRemotes(names: .plain(names.joined(separator: ", "))))
    case .unknownRemote(let name): self(.failureUnknownRemote(name: .plain(name)))
    case .tracked(let files):
      self(.failureTracked(names: .plain(files.joined(separator: " "))))
    case .ofDelegation(let code):
      self(.failureOwnFile(delegation: .plain(code.description)))
    case .unreadable(let branch, _): self(.failureOwnBranch(branch: .plain(branch)))
    case .underWay: self(.failureSyncUnderWay)
    case .brokenOff: self(.failureSyncBrokenOff)
    case .notReached(let reason):
      reason.isEmpty
        ? self(.failureRemoteSilent) : self(.failureRemote(reason: .plain(reason)))
    case .tooSlow: self(.failureSyncSlow)
    case .git(let reason): self(.failureGit(reason: .plain(reason)))
    case .gitWithoutEnd: self(.failureGitWithoutEnd)
    case .storage(let error): self(error)
    }
  }
}
