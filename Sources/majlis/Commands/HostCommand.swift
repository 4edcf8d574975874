import ArgumentParser
import Consultation
import Glibc
import Phrases
import Storage

/// `majlis host`: lets those who were invited in from their own computers, over OpenSSH.
struct HostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host",
    abstract: "Let those who were invited in from their own computers, over OpenSSH.",
    discussion: """
      Runs until Ctrl-C, with an sshd of its own that ends with it, and says who comes and goes. \
      Invitations are made by 'majlis invite'. Each key leads to its one seat and to nothing else \
      on this machine. Needs the package openssh-server.
      """,
  )

  @Argument(help: "The session.")
  var file: String

  @ArgumentParser.Option(help: "The port; 2222 where none was given before.")
  var port: Int?

  @ArgumentParser.Option(help: "An address of this machine to listen at; all where none is given.")
  var address: [String] = []

  @Flag(help: "Say who is there, who was and who has never come; host nothing.")
  var status = false

  @ArgumentParser.Option(
    help: "Take back the key of a seat such as MAR-1, which closes it; host nothing."
  )
  var close: [String] = []

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let hosted = try HostedSession(file, context)
    if !close.isEmpty { return try closeSeats(hosted) }
    if status { return try context.say(HostStatus(hosted).lines) }
    try Host(hosted).run(port: port, addresses: address)
  }

  private func closeSeats(_ hosted: HostedSession) throws {
    let seats = try close.map { try hosted.seat($0) }
    try hosted.change { record in
      for seat in seats { record.keys[seat] = nil }
    }
    for seat in seats { hosted.folder.close(seat) }
  }
}

/// A session that is hosted, or is to be.
struct HostedSession {
  let file: String
  let context: CommandContext
  let folder: HostFolder
  /// All seats there are, invited or not.
  let seats: [RemoteSeat]
  /// What the delegations are called.
  let names: [DelegationCode: LocalizedText]

  init(_ file: String, _ context: CommandContext) throws {
    guard file != "-", !FileSystem.isSealed(file) else {
      throw context.complaint(.hostNeedsFile, of: file, .wrongUse)
    }
    self.file = file
    self.context = context
    let stored = try context.session(file)
    folder = HostFolder(forSession: stored.session.id, in: context.dataFolder)
    seats = RemoteSeat.all(of: stored.session)
    names = stored.session.delegations.mapValues(\.shortName)
    try context.onFile(folder.path) { () throws(StorageError) in try folder.prepare() }
  }

  /// What is remembered of it.
  var record: HostRecord { folder.record ?? newRecord }

  private var newRecord: HostRecord {
    HostRecord(session: FileSystem.target(of: file), port: 2222, environment: [:])
  }

  /// Changes what is remembered; where the session and this program are is looked at each time.
  func change(_ work: (inout HostRecord) -> Void) throws(Complaint) {
    try context.onFile(folder.path) { () throws(StorageError) in
      try folder.change(
        program: FileSystem.target(of: "/proc/self/exe"),
        otherwise: newRecord,
      ) { record in
        record.session = FileSystem.target(of: file)
        record.environment = context.environment.filter { SeatEnvironment.ofHost.contains($0.key) }
        work(&record)
      }
    }
  }

  /// A seat by its name; for one of a kind also without its number.
  func seat(_ name: String) throws(Complaint) -> RemoteSeat {
    let known = Set(seats).union(record.keys.keys)
    let candidates = [name, name.uppercased(), "\(name)-1", "\(name.uppercased())-1"]
    let found = candidates.lazy.compactMap { RemoteSeat($0) }.first { known.contains($0) }
    if let found { return found }
    // There can be more people than are listed.
    if let seat = RemoteSeat(name), known.contains(RemoteSeat(seat.place)) { return seat }
    let words = context.complaintWords
    throw Complaint(
      ["\(words.path(file)): \(words(.hostUnknownSeat(name: .plain(name))))"],
      .wrongUse,
    )
  }

  /// What went wrong with the server.
  func complaint(_ failure: Server.Failure) -> Complaint {
    let words = context.complaintWords
    return switch failure {
    case .isNotInstalled: Complaint([words(.hostNotInstalled)], .noSuchFile)
    case .ended(let reason):
      Complaint([words(.hostServerEnded(reason: .plain(reason)))], .readingOrWritingFailed)
    case .folder(let error): Complaint(error, file: folder.path, words: words)
    }
  }
}
