import ArgumentParser
import Consultation
import FoundationEssentials
import Glibc
import Phrases
import Storage

/// `majlis seat`: what a host's server runs for who comes with a seat's key, whatever they ask for.
///
/// Nobody types it.
struct SeatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "seat", shouldDisplay: false)

  /// The longest that fetching a file or putting one may take, in seconds.
  private static let patience: UInt32 = 180

  @Argument var folder: String
  @Argument var seat: String
  @Argument var serial: String

  func run() throws {
    let environment = SeatEnvironment()
    let folder = HostFolder(at: self.folder)
    let record = folder.record
    environment.replace(with: record?.environment ?? [:])
    let request = SeatRequest(environment.command)
    guard let seat = RemoteSeat(self.seat), let record else { throw Self.complaint(.seatClosed) }
    guard let request else { throw Self.complaint(.seatRefused) }
    let confinement = SeatConfinement(record)
    guard confinement.giveUpProcesses() else { throw Self.complaint(.seatClosed) }
    do {
      guard HostLease.isHeld(folder) else { throw StorageError.heldByAnother }
      if request == .page { try folder.connect(seat, from: environment.address, at: .now) }
      // Looked at only now: who closes the seat after this finds the connection and ends it.
      guard folder.record?.keys[seat]?.serial == serial else { throw Self.complaint(.seatClosed) }
      try folder.noteArrival(at: seat)
      // Before there is a second thread, which it would not hold.
      guard confinement.keepToFiles(of: seat, in: folder) else {
        throw Self.complaint(.seatClosed)
      }
      try HostLease.endWithHost(folder)
    } catch StorageError.heldByAnother {
      throw Self.complaint(.seatHostGone)
    } catch let error as StorageError {
      throw Complaint([Words.beforeParsing(error)], .readingOrWritingFailed)
    }
    let guest = Guest(at: seat, of: folder, session: record.session)
    do {
      try answer(request, guest, environment.language, patience: record.patience)
    } catch let complaint as Complaint {
      throw Complaint(complaint.lines.map(guest.withoutFolders), complaint.status)
    }
  }

  private func answer(
    _ request: SeatRequest,
    _ guest: Guest,
    _ clients: Language?,
    patience: Int,
  ) throws {
    let language = guest.memory.memory.language.flatMap(Language.init) ?? clients
    let chosen = language.map { ["--language", $0.rawValue] } ?? []
    let context = try CommandContext(try CommonOptions.parse(chosen), guest: guest)
    switch request {
    case .page:
      if guest.isWorkedAt { guest.firstKey.wait(seconds: patience) }
      try show(guest, context)
    case .list: try transfer(guest, context).list()
    case .get(let name): try transfer(guest, context).get(name)
    case .put(let name): try transfer(guest, context).put(name)
    }
  }

  /// One at a time, and none that lasts.
  private func transfer(_ guest: Guest, _ context: CommandContext) throws -> SeatTransfer {
    alarm(Self.patience)
    do throws(StorageError) {
      try HostFolder(at: folder).beginTransfer(at: guest.seat)
    } catch .heldByAnother {
      throw Complaint([context.complaintWords(.seatIsBusy)], .heldByAnother)
    } catch {
      throw Complaint([context.complaintWords(error)], .cannotCreate)
    }
    return SeatTransfer(guest, context)
  }

  private func show(_ guest: Guest, _ context: CommandContext) throws {
    guard isatty(0) == 1, isatty(1) == 1 else { throw Self.complaint(.seatNeedsTerminal) }
    // By its name alone, so that no line on the screen has the path in it.
    let name = FileSystem.name(of: guest.session)
    guard chdir(FileSystem.folder(of: guest.session)) == 0, name != "-" else {
      throw context.complaint(.failureNoSession, of: name, .noSuchFile)
    }
    let frontEnd = FrontEnd(context)
    guard let wishes = guest.wishes(file: name) else { return try frontEnd.present(name) }
    try frontEnd.run(wishes)
  }

  private static func complaint(_ phrase: Phrase) -> Complaint {
    Complaint([Words.beforeParsing(phrase)], .wrongUse)
  }
}

/// What is fetched from a seat's box and put into it.
struct SeatTransfer {
  private let box: SeatBox
  private let context: CommandContext

  init(_ guest: Guest, _ context: CommandContext) {
    box = guest.box
    self.context = context
  }

  /// Each file on a line, after its size in bytes.
  func list() throws {
    let files = try context.onFile("list") { () throws(StorageError) in try box.files() }
    try context.say(files.map { "\($0.size) \($0.name)" })
  }

  func get(_ name: BoxName) throws {
    let bytes = try context.onFile(name.description) { () throws(StorageError) in
      try box.read(name)
    }
    try context.say(bytes)
  }

  /// Takes a file from standard input in the place of one of that name.
  func put(_ name: BoxName) throws {
    try context.onFile(name.description) { () throws(StorageError) in
      let bytes = try FileSystem.read(0, limit: SeatBox.largestFile)
      try box.write(bytes, as: name, replacing: true)
    }
  }
}
