import Consultation
import Phrases
import Storage

/// A running host: its server, and a line whenever somebody comes or goes.
struct Host {
  private let hosted: HostedSession
  private var context: CommandContext { hosted.context }

  init(_ hosted: HostedSession) { self.hosted = hosted }

  /// Runs until it is asked to end.
  func run(_ listening: Listening) throws {
    let place = try listening.place(otherwise: hosted.port, context)
    let lease = try context.lease(hosted.folder.lease, of: hosted.file)
    try hosted.change { $0.port = place.port }
    let signals = EndingSignals()
    let server = try Server(hosted.folder.server, place, context)
    let failure = withExtendedLifetime(lease) { follow(server, signals, place) }
    server.end()
    if let failure { throw context.complaint(failure, hosted.folder.path) }
  }

  /// Says who comes and goes, until the host is asked to end.
  ///
  /// - Returns: why it ends, where it was not asked to.
  private func follow(
    _ server: Server,
    _ signals: EndingSignals,
    _ place: Listening.Place,
  ) -> Server.Failure? {
    say(opening(place))
    var there: [Connection] = []
    while true {
      let now = hosted.folder.connections()
      let status = HostStatus(hosted)
      say(
        there.filter { !now.contains($0) }.map { status.line(gone: $0) }
          + now.filter { !there.contains($0) }.map { status.line(came: $0) }
      )
      there = now
      if signals.wait(seconds: 1) { return nil }
      if let failure = server.failure { return failure }
    }
  }

  /// It goes on hosting where nobody listens to it any more.
  private func say(_ lines: [String]) { try? context.say(lines) }

  private func opening(_ place: Listening.Place) -> [String] {
    let words = context.words
    let count = hosted.record.keys.count
    return [words(.hostRuns(file: .plain(hosted.file)))] + place.lines(words)
      + [count == 0 ? words(.hostNobodyInvited) : words(.hostInvited(count: count))]
      + [words(.hostEnds)]
  }
}
