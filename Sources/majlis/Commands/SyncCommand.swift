import ArgumentParser
import Consultation
import Phrases
import Storage

/// `majlis sync`: a session on several machines, brought together through a git repository.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Take in what others share, and publish what is shared here, through git.",
    discussion: """
      FILE lies in a git repository with a remote, and is not tracked by it. A delegation's machine \
      publishes what that delegation has shared, and nothing else, on the branch shared/QNG; the \
      facilitator's publishes what the room has on the branch room; each takes in all others'. \
      Whoever may write a branch speaks for its delegation. Without a network nothing is lost: it \
      goes out the next time.

      With --copy the delegation's whole file goes to the branch sealed/QNG, sealed with a \
      passphrase; git show REMOTE/sealed/QNG:session.json.age > copy.age gives it back, and \
      'majlis open copy.age' opens it.
      """,
  )

  @Argument(help: "The session.")
  var file: String

  @ArgumentParser.Option(
    help: """
      The delegation whose machine this is, such as QNG; none on the facilitator's, nor with a \
      delegation's own file.
      """
  )
  var delegation: String?

  @ArgumentParser.Option(help: "Which remote of the repository, where it has several.")
  var remote: String?

  @Flag(help: "Send a copy of the delegation's whole file too, sealed with a passphrase.")
  var copy = false

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    guard file != "-" else { throw context.complaint(.failureNoSession, of: file, .noSuchFile) }
    let stored = try context.session(file)
    let code = try delegation.map { name throws(Complaint) in
      try context.delegation(name, in: stored.session, file: file).code
    }
    if copy, code == nil, stored.session.handOver == nil {
      throw context.complaint(.syncCopyNeedsDelegation, of: file, .wrongUse)
    }
    let seal = copy ? try passphrase.newSeal("session.json.age", context) : nil
    let (outcome, session): (SessionSync.Outcome, Session)
    do throws(SyncFailure) {
      var sync = try SessionSync(
        file,
        stored,
        as: code,
        remote: remote,
        assets: context.assets,
        environment: context.environment,
        now: .now,
        seal: seal,
      )
      outcome = try sync.run()
      session = sync.session
    } catch {
      throw Complaint(error, file: file, words: context.complaintWords)
    }
    let text = SessionText(words: context.words, questionnaire: stored.questionnaire)
    try report(outcome, of: session, text, context)
  }

  /// Says what came and went, and what waits for a decision.
  private func report(
    _ outcome: SessionSync.Outcome,
    of session: Session,
    _ text: SessionText,
    _ context: CommandContext,
  ) throws {
    context.report(outcome.setAside, file: file)
    let complaintWords = context.complaintWords
    Complaint(outcome.refused.map { complaintWords($0) }, .done).report()
    let words = context.words
    var parts: [String] = []
    if !outcome.takenIn.isEmpty {
      let sources = outcome.takenIn.map { taken in
        "\(words.name(of: taken.source, in: session)) \(words.number(taken.count))"
      }
      parts.append(words(.syncTakenIn(names: .own(words.list(sources)))))
    }
    if outcome.told > 0 { parts.append(words(.syncTold(number: outcome.told))) }
    if outcome.hasSentCopy { parts.append(words(.syncCopySent)) }
    if let reason = outcome.notReached {
      parts.append(
        reason.isEmpty ? words(.syncNoAnswer) : words(.syncNotReached(reason: .plain(reason)))
      )
    }
    let line = parts.isEmpty ? words(.syncUpToDate) : parts.joined(separator: words.semicolon)
    try context.say([line] + outcome.conflicts.map { text.line(of: $0, in: session) })
  }
}

extension Words {
  /// What the source of what came in is called.
  fileprivate func name(of source: SessionSync.Source, in session: Session) -> String {
    switch source {
    case .room: self(.syncRoom)
    case .delegation(let code):
      session.delegations[code].map { text($0.shortName) } ?? code.description
    }
  }

  /// One line on what was found and not taken in.
  fileprivate func callAsFunction(_ refused: SessionSync.NotTakenIn) -> String {
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
  fileprivate var semicolon: String {
    switch language {
    case .arabic: "؛ "
    case .english: "; "
    case .french: "\u{202F}; "
    }
  }
}

extension Complaint {
  /// Why a session cannot be synchronised.
  fileprivate init(_ failure: SyncFailure, file: String, words: Words) {
    if case .storage(let error) = failure {
      self.init(error, file: file, words: words)
    } else {
      self.init(["\(words.path(file)): \(words(failure))"], failure.status)
    }
  }
}

extension Words {
  fileprivate func callAsFunction(_ failure: SyncFailure) -> String {
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
    case .tooSlow: self(.failureSyncSlow)
    case .git(let reason): self(.failureGit(reason: .plain(reason)))
    case .gitWithoutEnd: self(.failureGitWithoutEnd)
    case .storage(let error): self(error)
    }
  }
}

extension SyncFailure {
  fileprivate var status: ExitStatus {
    switch self {
    case .gitNotInstalled, .notInRepository, .noRemote, .severalRemotes, .unknownRemote, .tracked,
      .ofDelegation:
      .wrongUse
    case .unreadable: .invalidContent
    case .tooSlow: .heldByAnother
    case .git, .gitWithoutEnd, .storage: .readingOrWritingFailed
    }
  }
}
