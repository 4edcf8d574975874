import Consultation
import Phrases
import Screens
import Storage

/// What a facilitator at the machine that hosts sees of the seats at other computers, and does to
/// them.
///
/// The one thing in the front end that reaches the folder of a host. A program with a guest has none
/// and cannot make one, whoever the guest is; nor has a terminal that is one delegation's or looks on.
struct HostsDesk: Sendable {
  /// What the pages are told of it.
  let machine: HostsMachine
  private let path: String
  private let context: CommandContext

  /// - Returns: `nil` where the program is not at such a place.
  init?(
    _ wishes: FrontEnd.Wishes,
    _ session: Session,
    path: String,
    _ context: CommandContext,
  ) {
    guard context.guest == nil, !wishes.isSeatFixed, !wishes.isReadOnly else { return nil }
    self.path = path
    self.context = context
    let shared = HostFolder(forSession: session.id, at: path, in: context.dataFolder).shared
    let hosted = shared.map { "--all \(Self.typed($0.path))" } ?? Self.typed(path)
    machine = HostsMachine(command: "majlis host \(hosted)")
  }

  /// Who sits at the seats of the session as it is now.
  func look(at session: Session) -> HostedSeats {
    HostFolder(forSession: session.id, at: path, in: context.dataFolder)
      .hostedSeats(of: RemoteSeat.all(of: session), addresses: LocalAddresses.all)
  }

  /// Takes the key of a seat back, and sends away who sits there.
  ///
  /// - Returns: what became of it.
  func close(_ seat: RemoteSeat, of session: Session, _ words: Words) -> String {
    let hosted = HostedSession(path, session, context)
    do throws(StorageError) {
      try hosted.folder.prepare()
      try hosted.close([seat])
      return words(.hostClosed(seat: .foreign(seat.description)))
    } catch {
      return words(error)
    }
  }

  /// A path as one types it in a shell.
  private static func typed(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || Array("/._-+,@".utf8).contains(byte)
    }
    return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
  }
}
