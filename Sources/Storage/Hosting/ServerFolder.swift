import Glibc

/// The private files of an `sshd` that the program runs: its configuration and key, and who may
/// come in.
package struct ServerFolder: Sendable {
  package let path: String
  /// The key by which clients know it; its public half has `.pub` behind it.
  package let hostKey: String

  package var configuration: String { "\(path)/sshd_config" }
  package var authorizedKeys: String { "\(path)/authorized_keys" }
  package var processFile: String { "\(path)/sshd.pid" }
  package var log: String { "\(path)/sshd.log" }

  /// Writes one of them whole, or not at all.
  package func write(_ bytes: [UInt8], to file: String) throws(StorageError) {
    try AtomicWriting().replaceName(file, with: bytes)
  }

  /// Does something with its key, one process at a time.
  package func withKey<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) {
    try FileSystem.locked("\(hostKey).lock") { () throws(Failure) in
      // A copy of the folder may have been through a stick, which knows no rights.
      chmod(hostKey, 0o600)
      try work()
    }
  }

  /// Makes a private folder, where it is not there.
  ///
  /// - Throws: ``StorageError/notOwn(_:)`` where others could change what is in it.
  static func prepare(_ path: String) throws(StorageError) {
    // In a configuration of OpenSSH these would mean something else.
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && scalar.value != 0x7F && !["\"", "%", "\\"].contains(scalar)
    }
    guard isPlain else { throw .cannotCreate(reason: "\" % \\") }
    try FileSystem.makeFolder(path)
    guard chmod(path, 0o700) == 0 else { throw .cannotCreate(reason: FileSystem.reason()) }
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
}

extension FileSystem {
  /// Does something while no other process does what asks for the same lock.
  ///
  /// Where there can be no lock, as on a full disk, it is done all the same; it fails by itself then.
  static func locked<Value, Failure: Error>(
    _ path: String,
    _ work: () throws(Failure) -> Value,
  ) throws(Failure) -> Value {
    let lock = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0 { _ = retrying { flock(lock, LOCK_EX) } }
    return try work()
  }
}
