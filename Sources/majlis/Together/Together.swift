import Consultation
import Dispatch
import Phrases
import Screens
import Storage

/// A session on this machine, and how it is brought together with those of others from the screen.
///
/// There is one for who works on this machine and can change the session. A guest has none: their
/// process may start no other program.
struct Together: Sendable {
  private let context: CommandContext
  private let path: String
  private let keeper: Keeper
  private let queue: TogetherQueue

  init?(_ context: CommandContext, _ keeper: Keeper?, path: String, isReadOnly: Bool) {
    guard let keeper, context.guest == nil, !isReadOnly else { return nil }
    self.context = context
    self.path = path
    self.keeper = keeper
    queue = TogetherQueue(wakeUp: keeper.wakeUp) { publisher, stop in
      Self.bringTogether(path, as: publisher, keeper, context, stop)
    }
  }

  private static func bringTogether(
    _ path: String,
    as publisher: Publisher,
    _ keeper: Keeper,
    _ context: CommandContext,
    _ stop: StopSign,
  ) -> TogetherResult {
    if let failure = keeper.waitUntilKept() { return .failed(.storage(failure)) }
    let stored: StoredSession
    do throws(StorageError) {
      stored = try SessionFile.read(path, assets: context.assets)
    } catch {
      return .failed(.storage(error))
    }
    do throws(SyncFailure) {
      var sync = try SessionSync(
        path,
        stored,
        as: publisher,
        remote: nil,
        assets: context.assets,
        environment: context.environment,
        now: .now,
        stop: stop,
      )
      return .done(try sync.run(), sync.session)
    } catch {
      return .failed(error)
    }
  }

  /// The name of the remote, or why there is none to bring the session together with.
  func lookForRemote(_ words: Words) -> Message {
    do throws(SyncFailure) {
      return .remoteFound(
        try SessionSync.remote(ofSession: path, environment: context.environment)
      )
    } catch {
      return .told(words(error))
    }
  }

  func begin(as publisher: Publisher) { queue.begin(as: publisher) }

  func follow(_ order: StandingOrder?) { queue.follow(order) }

  /// Waits a while for what was asked for: who reads line by line is told at the next line.
  func wait() { queue.waitForWhatWasAsked(.seconds(20)) }

  /// Ends what goes on.
  func finish() { queue.finish() }

  /// What came of it, as it is said on the screen.
  func outcomes(_ words: Words) -> [Message] {
    queue.takeEnded().map { ended in
      .broughtTogether(
        line(ended.result, words),
        waiting: ended.result.conflicts,
        wasAsked: ended.wasAsked,
      )
    }
  }

  private func line(_ result: TogetherResult, _ words: Words) -> String {
    switch result {
    case .failed(let failure): words(failure)
    case .done(let outcome, let session):
      ([words.line(of: outcome, in: session)] + outcome.refused.map { words($0) }
        + [outcome.setAside].compactMap { $0.map { words($0) } })
        .joined(separator: words.semicolon)
    }
  }

  // MARK: How often by itself

  /// How often whoever publishes from this machine chose it to be done.
  func rhythms(of session: Session) -> [Publisher: TogetherRhythm] {
    var rhythms: [Publisher: TogetherRhythm] = [:]
    let minutes = context.dataFolder.rhythms(ofSession: path, id: session.id)
    for publisher in session.publishers {
      rhythms[publisher] = minutes[publisher.description].flatMap(TogetherRhythm.init)
    }
    return rhythms
  }

  /// Remembers it for the next start; it is no harm when that cannot be written.
  func remember(_ rhythm: TogetherRhythm?, of publisher: Publisher, session id: String) {
    try? context.dataFolder.remember(
      minutes: rhythm?.minutes,
      of: publisher.description,
      ofSession: path,
      id: id,
    )
  }
}

extension Session {
  /// As whom anybody could publish from it.
  fileprivate var publishers: [Publisher] {
    Array(Set((order.map(Optional.some) + [nil]).compactMap { publisher(as: $0) }))
  }
}
