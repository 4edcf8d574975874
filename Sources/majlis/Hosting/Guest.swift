import Consultation
import Storage

/// Who sits at a seat of a hosted session from another computer, and what of this machine is theirs:
/// their seat and its box.
///
/// All seats are the same user to the system, so that this program is the boundary between them. A
/// program that is made with a guest makes files in the box alone, by plain names, remembers nothing
/// of theirs among what the host remembers, tells no path, and is not stopped by Ctrl-Z.
struct Guest: Sendable {
  let seat: RemoteSeat
  let box: SeatBox
  let memory: DataFolder
  /// The session's file, without links.
  let session: String
  let firstKey = FirstKey()
  private let hostFolder: String

  init(at seat: RemoteSeat, of folder: HostFolder, session: String) {
    self.seat = seat
    self.session = session
    box = folder.box(of: seat)
    memory = folder.memory(of: seat)
    hostFolder = folder.path
  }

  /// Whether it is the session that they were invited to, and not another in the place of its file.
  func isInvited(toSession id: String) -> Bool {
    FileSystem.name(of: hostFolder) == HostFolder.name(ofSession: id)
  }

  /// Whether something is done at the seat; who follows the room may never press a key.
  var isWorkedAt: Bool {
    switch seat.place {
    case .delegation, .facilitator: true
    case .presenter, .observer: false
    }
  }

  /// As whom what is done there is done, where nobody says who they are.
  var author: String {
    switch seat.place {
    case .delegation(let code): code.description
    case .facilitator, .presenter, .observer: seat.description
    }
  }

  /// A line without the folders of the host in it.
  func withoutFolders(_ line: String) -> String {
    [FileSystem.folder(of: session), hostFolder].reduce(line) { line, folder in
      line.replacing(folder + "/", with: "")
    }
  }

  /// What is shown at the seat; the screen for the room is none of these.
  func wishes(file: String) -> FrontEnd.Wishes? {
    switch seat.place {
    case .delegation(let code):
      FrontEnd.Wishes(file: file, delegation: code.description, isSeatFixed: true)
    case .facilitator: FrontEnd.Wishes(file: file, isSeatFixed: true, isFacilitator: true)
    case .observer: FrontEnd.Wishes(file: file, isSeatFixed: true, isReadOnly: true)
    case .presenter: nil
    }
  }
}
