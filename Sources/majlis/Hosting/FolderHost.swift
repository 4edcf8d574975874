import Consultation
import Phrases
import Storage

/// A host of all sessions of a folder: one server at one port, each session with its own lease, keys
/// and seats, taken up as it is put there and let go as it is taken away.
struct FolderHost {
  private let folder: HostedFolder
  private let context: CommandContext

  init(_ folder: HostedFolder, _ context: CommandContext) {
    self.folder = folder
    self.context = context
  }

  /// Runs until it is asked to end.
  func run(_ listening: Listening) throws {
    // What the seats run is this program, whatever is installed while it runs.
    _ = HostedSession.program
    let place = try listening.place(
      otherwise: folder.port ?? HostRecord.usualPort,
      context,
    )
    try onFolder { () throws(StorageError) in
      try folder.prepare()
      try context.dataFolder.noteHosted(folder)
    }
    let lease = try context.lease(folder.lease, of: folder.path)
    try onFolder { () throws(StorageError) in
      try folder.setPort(place.port)
      // Those of a copy name the place that it was copied from.
      try folder.writeKeys(program: HostedSession.program)
    }
    let signals = EndingSignals()
    let sessions = TakenSessions(folder, port: place.port, context)
    let first = sessions.look()
    let server = try Server(folder.server, place, context)
    let words = context.words
    say([words(.hostFolderRuns(file: .plain(folder.path)))] + place.lines(words) + first)
    say([words(.hostEnds)])
    let failure = withExtendedLifetime(lease) { follow(server, signals, sessions) }
    server.end()
    if let failure { throw context.complaint(failure, folder.path) }
  }

  private func onFolder(_ work: () throws(StorageError) -> Void) throws(Complaint) {
    try context.onFile(folder.path, work)
  }

  /// Says what comes and goes, until the host is asked to end.
  ///
  /// - Returns: why it ends, where it was not asked to.
  private func follow(
    _ server: Server,
    _ signals: EndingSignals,
    _ sessions: TakenSessions,
  ) -> Server.Failure? {
    while true {
      say(sessions.look() + sessions.comingsAndGoings())
      if signals.wait(seconds: 1) { return nil }
      if let failure = server.failure { return failure }
    }
  }

  /// It goes on hosting where nobody listens to it any more.
  private func say(_ lines: [String]) { try? context.say(lines) }

  /// Says of each session who is there, who was and who has never come.
  func sayStatus() throws {
    let reading = FolderReading(folder.candidates, context)
    Complaint(reading.refused.map(\.line), .done).report()
    try context.say(
      reading.sessions.flatMap { [$0.hosted.file] + HostStatus($0.hosted).lines }
    )
  }

  /// A unit of systemd that hosts the folder.
  func unit(_ listening: Listening) throws(Complaint) -> [String] {
    try listening.check(context)
    let owner = Account.owner(of: folder.path) ?? Account.name
    let words = context.complaintWords
    if owner == "root" { Complaint([words(.hostAsRoot)], .done).report() }
    return UnitFile(
      program: HostedSession.program,
      folder: folder.path,
      listening: listening,
      account: owner,
    ).lines
  }
}
