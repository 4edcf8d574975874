import ArgumentParser
import Consultation
import Phrases
import Spreadsheets
import Storage

/// `majlis invite`: what is handed over to those who come in from their own computers.
struct InviteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite",
    abstract: "Make what is handed over to those who come in from their own computers.",
    discussion: """
      A folder for each seat, with its key, the host's, a page in three languages and a script for \
      Windows, macOS and Linux. Without --seat, for all who have none yet. A seat that has one \
      already gets a new key where it is named; the earlier one is worth nothing then, and who \
      sits there with it is sent away.
      """,
  )

  @Argument(help: "The session.")
  var file: String

  @Argument(help: "The folder in which the invitations are put.")
  var folder: String

  @ArgumentParser.Option(help: "A seat such as MAR-1 or facilitator, anew; can be repeated.")
  var seat: [String] = []

  @ArgumentParser.Option(
    help: "The address or name under which this machine is reached; all it has where none is given."
  )
  var address: [String] = []

  @ArgumentParser.Option(help: "The port; the one that was hosted on last, or 2222.")
  var port: Int?

  @Flag(help: "Make the session's folder one for 'majlis host --all', where it is none yet.")
  var server = false

  @Flag(help: "Encrypt each with a passphrase, in the format of the tool age.")
  var seal = false

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    let hosted = try HostedSession(file, context, sharing: server)
    let invited = hosted.record.keys
    let seats =
      seat.isEmpty
      ? hosted.seats.filter { invited[$0] == nil } : try seat.map { try hosted.seat($0) }
    let inviting = try Inviting(
      hosted,
      addresses: try reached(context),
      port: port ?? hosted.port,
    )
    let passphrase = seal ? try passphrase.newOne(for: folder, context) : nil
    for seat in seats { try inviting.invite(seat, into: folder, passphrase) }
  }

  private func reached(_ context: CommandContext) throws(Complaint) -> [String] {
    let words = context.complaintWords
    for text in address where !LocalAddresses.isPlain(text) {
      let line = words(.usageWrongValue(name: .plain("--address"), value: .plain(text)))
      throw Complaint([line], .wrongUse)
    }
    let reached = address.isEmpty ? LocalAddresses.all : address
    guard !reached.isEmpty else { throw Complaint([words(.inviteNoAddress)], .wrongUse) }
    return reached
  }
}

/// Makes invitations to a session, one after another.
struct Inviting {
  private let hosted: HostedSession
  private let addresses: [String]
  private let port: Int
  private let hostKey: String
  private let words: [Words]

  init(_ hosted: HostedSession, addresses: [String], port: Int) throws {
    self.hosted = hosted
    self.addresses = addresses
    self.port = port
    let context = hosted.context
    do throws(Server.Failure) {
      try Server.makeHostKey(hosted.folder.server, context.environment)
    } catch {
      throw hosted.complaint(error)
    }
    guard let key = Server.publicHalf(of: hosted.folder.server.hostKey) else {
      throw hosted.complaint(.isNotInstalled)
    }
    hostKey = key
    // Before a folder's server has ever run, it is said here where it will listen.
    if let shared = hosted.folder.shared, shared.port == nil {
      try context.onFile(shared.path) { () throws(StorageError) in try shared.setPort(port) }
    }
    words = context.readableCatalogues(of: [.arabic, .french, .english]).catalogues
      .sorted { $0.key < $1.key }
      .map { Words($0.value, about: context.inputs.respondent, digits: .western) }
  }

  /// Makes a key for a seat and puts it with all that belongs to it into a folder; then the key opens
  /// the seat, and an earlier one does not any more.
  func invite(_ seat: RemoteSeat, into folder: String, _ passphrase: String?) throws {
    let context = hosted.context
    let (key, text) = try newKey(for: seat)
    let invitation = invitation(to: seat, key: key)
    let path = "\(folder)/\(seat)"
    if let passphrase {
      try seal(invitation, as: path + ".zip.age", with: passphrase)
    } else {
      try context.onFile(path) { () throws(StorageError) in
        let made = try InvitationFolder(at: path)
        for file in invitation.files {
          try made.add(file.name, file.content, isProgram: file.isProgram)
        }
      }
    }
    let serial = String(UInt64.random(in: 1 << 60 ... .max), radix: 16)
    let new = HostRecord.Key(text, serial: serial, invitedAt: .now)
    try hosted.change { record in
      // What a folder's server listens on is said where that is started; a router's may differ.
      if hosted.folder.shared == nil { record.port = port }
      record.keys[seat] = new
    }
    hosted.folder.close(seat)
  }

  private func newKey(for seat: RemoteSeat) throws(Complaint) -> (secret: [UInt8], text: String) {
    do throws(Server.Failure) {
      return try hosted.folder.withTemporaryFolder { folder throws(Server.Failure) in
        let path = "\(folder)/key"
        let text = try Server.newKey(at: path, note: "\(seat)", hosted.context.environment)
        do throws(StorageError) {
          return (try FileSystem.read(path, limit: 1 << 14), text)
        } catch {
          throw .folder(error)
        }
      }
    } catch {
      throw hosted.complaint(error)
    }
  }

  private func invitation(to seat: RemoteSeat, key: [UInt8]) -> Invitation {
    var name: LocalizedText?
    if case .delegation(let code) = seat.place { name = hosted.names[code] }
    return Invitation(
      seat: seat,
      key: key,
      hostKey: hostKey,
      addresses: addresses,
      port: port,
      account: Account.name,
      page: InvitationPage(seat: seat, name: name, address: addresses[0], words: words).html,
    )
  }

  private func seal(
    _ invitation: Invitation,
    as path: String,
    with passphrase: String,
  ) throws {
    let zip = ZippedFolder.bytes(
      of: invitation.files.map { ("\(invitation.seat)/\($0.name)", $0.content) }
    )
    try hosted.context.onFile(path) { () throws(StorageError) in
      try FileSystem.makeFolder(FileSystem.folder(of: path))
      let output = try OutputFile(path, [.sealed])
      let sealed: [UInt8]
      do throws(SealingFailure) {
        sealed = try Sealing.seal(zip, with: passphrase)
      } catch {
        throw .sealed(error)
      }
      try output.write(sealed)
    }
  }
}
