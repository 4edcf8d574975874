package import Consultation
import Crypto
import Glibc
import PlacedJSON

/// The private folder of a hosted session: its server's configuration and key, the keys that were
/// given out, and for each seat who is connected and its box.
///
/// Below this person's data folder and not beside the session, which may lie on a stick or a
/// disk that others share. Only this user may look into it, and nobody else can put another in its
/// place: ``prepare()`` makes sure of both, as `sshd` would with `StrictModes`.
package struct HostFolder: Sendable {
  package let path: String

  /// The folder of sessions whose server has it, where one has.
  package let shared: HostedFolder?

  /// That of a session, by where its file is: in a folder that this person hosts, or alone.
  package init(forSession id: String, at file: String, in data: DataFolder) {
    let folder = HostedFolder(ofSession: file)
    self = data.hosts(folder) ? folder.host(ofSession: id) : HostFolder(alone: id, in: data)
  }

  /// That of a session that is hosted alone.
  package init(alone id: String, in data: DataFolder) {
    self.init(at: "\(data.path)/host/\(Self.name(ofSession: id))")
  }

  /// One that is known by its path.
  package init(at path: String, in shared: HostedFolder? = nil) {
    self.path = path
    self.shared = shared
  }

  /// What a session's folder is called, whatever its identifier has in it.
  package static func name(ofSession id: String) -> String {
    let isPlain =
      (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
      }
    return isPlain
      ? id : Fingerprint.hexadecimal(SHA256.hash(data: Array(id.utf8)).prefix(16))
  }

  /// The server of this session alone; by the key of the folder's where it lies in such a folder.
  package var server: ServerFolder {
    ServerFolder(path: path, hostKey: shared?.server.hostKey ?? "\(path)/host_key")
  }

  /// Held while the session is hosted.
  package var lease: String { "\(path)/lease" }
  var connectionsFolder: String { "\(path)/connected" }
  private var recordFile: String { "\(path)/host.json" }
  private func folder(of seat: RemoteSeat) -> String { "\(path)/seats/\(seat)" }

  /// The box of a seat.
  package func box(of seat: RemoteSeat) -> SeatBox { SeatBox(folder(of: seat) + "/box") }

  /// Where it is remembered what was chosen at a seat.
  package func memory(of seat: RemoteSeat) -> DataFolder { DataFolder(path: folder(of: seat)) }

  /// Makes the folder, where it is not there.
  ///
  /// - Throws: ``StorageError/notOwn(_:)`` where others could change what is in it.
  package func prepare() throws(StorageError) {
    try ServerFolder.prepare(path)
    try FileSystem.makeFolder(connectionsFolder)
  }

  // MARK: What is remembered

  /// What was remembered; `nil` where nothing was, or where it cannot be read.
  package var record: HostRecord? {
    guard let bytes = try? FileSystem.read(recordFile, limit: 1 << 20),
      let value = try? JSONReader.read(bytes)
    else { return nil }
    return HostRecord(value)
  }

  /// Changes what is remembered, one process at a time, and with it who may come in.
  ///
  /// Each is written whole, and what is not there yet begins as the new one. The seats run the
  /// program.
  ///
  /// - Throws: why nothing was changed.
  package func change(
    program: String,
    otherwise new: @autoclosure () -> HostRecord,
    _ work: (inout HostRecord) -> Void,
  ) throws(StorageError) {
    try FileSystem.locked("\(path)/lock") { () throws(StorageError) in
      var record = record ?? new()
      work(&record)
      let keys = try record.authorizedKeys(program: program, folder: path)
      // First what a seat looks into as it begins, then what lets it begin.
      try AtomicWriting().replaceName(recordFile, with: JSONWriter.text(record.json))
      try AtomicWriting().replaceName(server.authorizedKeys, with: keys)
    }
    try shared?.writeKeys(program: program)
  }

  // MARK: Who has come

  /// Holds this process to be the only one of a seat that fetches or puts a file, to its end.
  ///
  /// - Throws: ``StorageError/heldByAnother`` where another one is.
  package func beginTransfer(at seat: RemoteSeat) throws(StorageError) {
    try FileSystem.makeFolder(folder(of: seat))
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let file = open("\(folder(of: seat))/transfer", flags, 0o600)
    guard file >= 0 else { throw .cannotCreate(reason: FileSystem.reason()) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw .heldByAnother }
  }

  /// Notes that a seat was taken.
  package func noteArrival(at seat: RemoteSeat) throws(StorageError) {
    try FileSystem.makeFolder(folder(of: seat))
    try AtomicWriting().replaceName("\(folder(of: seat))/came", with: [])
  }

  /// When somebody last sat down at a seat; `nil` where nobody ever has.
  package func lastArrival(at seat: RemoteSeat) -> Timestamp? {
    var information = stat()
    guard lstat("\(folder(of: seat))/came", &information) == 0 else { return nil }
    return Timestamp(milliseconds: Int64(information.st_mtim.tv_sec) * 1000)
  }
}
