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
      With --all, the sessions of a folder, also those that are put there while it runs, each with \
      its own seats and keys: for a server. \
      Runs until Ctrl-C, with an sshd of its own that ends with it, and says who comes and goes. \
      Invitations are made by 'majlis invite'. Each key leads to its one seat and to nothing else \
      on this machine. Needs the package openssh-server.
      """,
  )

  @Argument(help: "The session; with --all the folder of sessions.")
  var file: String

  @ArgumentParser.Option(help: "The port; 2222 where none was given before.")
  var port: Int?

  @ArgumentParser.Option(help: "An address of this machine to listen at; all where none is given.")
  var address: [String] = []

  @Flag(help: "Host all sessions of a folder, at one port; FILE is that folder.")
  var all = false

  @Flag(help: "With --all: print a systemd unit that hosts the folder; host nothing.")
  var unit = false

  @Flag(help: "Say who is there, who was and who has never come; host nothing.")
  var status = false

  @ArgumentParser.Option(
    help: "Take back the key of a seat such as MAR-1, which closes it; host nothing."
  )
  var close: [String] = []

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let listening = Listening(port: port, addresses: address)
    if all { return try hostFolder(listening, context) }
    guard !unit else { throw refusal("--unit", context) }
    let hosted = try HostedSession(file, context)
    if !close.isEmpty { return try closeSeats(hosted) }
    if status { return try context.say(HostStatus(hosted).lines) }
    try Host(hosted).run(listening)
  }

  private func hostFolder(_ listening: Listening, _ context: CommandContext) throws {
    guard close.isEmpty else { throw refusal("--close", context) }
    guard FileSystem.isFolder(file) else {
      throw context.complaint(.hostNoFolder, of: file, .noSuchFile)
    }
    let host = FolderHost(HostedFolder(file), context)
    if unit { return try context.say(host.unit(listening)) }
    if status { return try host.sayStatus() }
    try host.run(listening)
  }

  /// That an option goes with one session alone, or with all alone.
  private func refusal(_ option: String, _ context: CommandContext) -> Complaint {
    let words = context.complaintWords
    return Complaint([words(.usageUnexpected(name: .plain(option)))], .wrongUse)
  }

  private func closeSeats(_ hosted: HostedSession) throws {
    let seats = try close.map { try hosted.seat($0) }
    try hosted.context.onFile(hosted.folder.path) { () throws(StorageError) in
      try hosted.close(seats)
    }
  }
}

/// A session that is hosted, or is to be.
struct HostedSession: Sendable {
  let file: String
  let context: CommandContext
  let id: String
  let folder: HostFolder
  /// All seats there are, invited or not.
  let seats: [RemoteSeat]
  /// What the delegations are called.
  let names: [DelegationCode: LocalizedText]

  /// The program that the seats run: looked at before an update can put another in its place.
  static let program = FileSystem.target(of: "/proc/self/exe")

  /// Reads it; where that is wished, its folder is made one for a server of all its sessions.
  ///
  /// - Throws: why it cannot be hosted.
  init(_ file: String, _ context: CommandContext, sharing: Bool = false) throws(Complaint) {
    guard file != "-", !FileSystem.isSealed(file) else {
      throw context.complaint(.hostNeedsFile, of: file, .wrongUse)
    }
    let session = try context.session(file).session
    let together = HostedFolder(ofSession: file)
    if sharing {
      try context.onFile(together.path) { () throws(StorageError) in
        try together.prepare()
        try context.dataFolder.noteHosted(together)
      }
    }
    guard !together.isThere || context.dataFolder.hosts(together) else {
      throw context.complaint(.hostFolderOfAnother, of: together.path, .wrongUse)
    }
    self.init(file, session, context)
    try context.onFile(folder.path) { () throws(StorageError) in try folder.prepare() }
  }

  /// One that was read already; its folder may not be there yet.
  init(_ file: String, _ session: Session, _ context: CommandContext) {
    self.file = file
    self.context = context
    id = session.id
    folder = HostFolder(forSession: session.id, at: file, in: context.dataFolder)
    seats = RemoteSeat.all(of: session)
    names = session.delegations.mapValues(\.shortName)
  }

  /// What is remembered of it.
  var record: HostRecord { folder.record ?? newRecord }

  private var newRecord: HostRecord {
    HostRecord(session: FileSystem.target(of: file), port: HostRecord.usualPort, environment: [:])
  }

  /// The port on which it is reached, unless a router has another.
  var port: Int { folder.shared?.port ?? record.port }

  /// Changes what is remembered; where the session and this program are is looked at each time.
  func change(_ work: (inout HostRecord) -> Void) throws(Complaint) {
    try context.onFile(folder.path) { () throws(StorageError) in try changeOnDisk(work) }
  }

  /// Takes back the keys of seats and sends away who sits there.
  func close(_ seats: [RemoteSeat]) throws(StorageError) {
    try changeOnDisk { record in
      for seat in seats { record.keys[seat] = nil }
    }
    for seat in seats { folder.close(seat) }
  }

  private func changeOnDisk(_ work: (inout HostRecord) -> Void) throws(StorageError) {
    try folder.change(program: Self.program, otherwise: newRecord) { record in
      record.session = FileSystem.target(of: file)
      record.environment = context.environment.filter { SeatEnvironment.ofHost.contains($0.key) }
      work(&record)
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
    context.complaint(failure, folder.path)
  }
}
