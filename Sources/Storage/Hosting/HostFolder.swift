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

  /// That of a session, whatever its identifier has in it.
  package init(forSession id: String, in data: DataFolder) {
    let isPlain =
      (1...64).contains(id.utf8.count)
      && id.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
      }
    let name = isPlain ? id : Fingerprint.hexadecimal(SHA256.hash(data: Array(id.utf8)).prefix(16))
    path = "\(data.path)/host/\(name)"
  }

  /// One that is known by its path.
  package init(at path: String) { self.path = path }

  package var configuration: String { "\(path)/sshd_config" }
  package var hostKey: String { "\(path)/host_key" }
  package var authorizedKeys: String { "\(path)/authorized_keys" }
  package var processFile: String { "\(path)/sshd.pid" }
  package var log: String { "\(path)/sshd.log" }
  var lease: String { "\(path)/lease" }
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
    // In a configuration of OpenSSH these would mean something else.
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar.value != 0x7F && !["\"", "%", "\\"].contains(scalar)
    }
    guard isPlain else { throw .cannotCreate(reason: "\" % \\") }
    try FileSystem.makeFolder(path)
    guard chmod(path, 0o700) == 0 else { throw .cannotCreate(reason: FileSystem.reason()) }
    try FileSystem.makeFolder(connectionsFolder)
    var folder = FileSystem.target(of: path)
    var isOurs = true
    while true {
      var information = stat()
      guard lstat(folder, &information) == 0, information.st_mode & S_IFMT == S_IFDIR,
        information.st_uid == geteuid() || (information.st_uid == 0 && !isOurs)
      else { throw .notOwn(folder) }
      // In one like /tmp others can make files, and not rename ours.
      let isSticky = information.st_mode & S_ISVTX != 0
      guard information.st_mode & 0o022 == 0 || isSticky else { throw .notOwn(folder) }
      if folder == "/" { return }
      folder = FileSystem.folder(of: folder)
      isOurs = false
    }
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
    let lock = open("\(path)/lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw .cannotCreate(reason: FileSystem.reason()) }
    defer { Glibc.close(lock) }
    _ = FileSystem.retrying { flock(lock, LOCK_EX) }
    var record = record ?? new()
    work(&record)
    let keys = try record.authorizedKeys(program: program, folder: path)
    // First what a seat looks into as it begins, then what lets it begin.
    try AtomicWriting().replaceName(recordFile, with: JSONWriter.text(record.json))
    try AtomicWriting().replaceName(authorizedKeys, with: keys)
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

extension HostFolder {
  /// Writes a file of the host's own.
  package func write(_ bytes: [UInt8], to file: String) throws(StorageError) {
    try AtomicWriting().replaceName(file, with: bytes)
  }
}
