import Glibc

/// The folder that is handed over to somebody who is invited: new, and for its owner alone.
package struct InvitationFolder {
  private let path: String

  /// Makes it, never in the place of another.
  package init(at path: String) throws(StorageError) {
    try FileSystem.makeFolder(FileSystem.folder(of: path))
    guard mkdir(path, 0o700) == 0 else {
      throw errno == EEXIST ? .exists : .cannotCreate(reason: FileSystem.reason())
    }
    self.path = path
  }

  /// Puts a file into it, readable by its owner alone.
  package func add(_ name: String, _ bytes: [UInt8], isProgram: Bool) throws(StorageError) {
    let file = "\(path)/\(name)"
    try AtomicWriting().create(file, with: bytes)
    // A stick has no such rights, and needs none.
    if isProgram { chmod(file, 0o700) }
  }
}

extension HostFolder {
  /// Does something with a folder that is there for that long.
  package func withTemporaryFolder<Value, Failure: Error>(
    _ work: (String) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let folder = "\(path)/new-\(UInt64.random(in: .min ... .max))"
    mkdir(folder, 0o700)
    defer {
      for name in FileSystem.names(in: folder) { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    return try work(folder)
  }
}
