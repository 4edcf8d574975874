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
      passphrase. On a new machine, in a clone of the repository, --restore makes FILE of it anew. \
      In the program, Z does the same as this command, once or every so often.
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

  @Flag(
    help: """
      Make FILE anew, on a machine that has none, of the sealed copy that --copy sent; it needs the \
      passphrase, and --delegation where there are copies of several.
      """
  )
  var restore = false

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    guard file != "-" else { throw context.complaint(.failureNoSession, of: file, .noSuchFile) }
    guard !restore else { return try restoreSession(context) }
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
      guard let publisher = stored.session.publisher(as: code) else {
        throw stored.session.handOver.map { .ofDelegation($0.delegation) } ?? .notInRepository
      }
      var sync = try SessionSync(
        file,
        stored,
        as: publisher,
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
    let line = context.words.line(of: outcome, in: session)
    try context.say([line] + outcome.conflicts.map { text.line(of: $0, in: session) })
  }
}

extension Complaint {
  /// Why a session cannot be synchronised.
  init(_ failure: SyncFailure, file: String, words: Words) {
    if case .storage(let error) = failure {
      self.init(error, file: file, words: words)
    } else {
      self.init(["\(words.path(file)): \(words(failure))"], failure.status)
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
    case .tooSlow, .underWay: .heldByAnother
    case .git, .gitWithoutEnd, .notReached, .brokenOff, .storage: .readingOrWritingFailed
    }
  }
}
