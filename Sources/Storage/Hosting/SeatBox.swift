import Glibc

/// The folder on the host in which the files of one seat lie: what it writes there, what is
/// fetched from it and put into it from another computer.
///
/// It is opened once for each act, through no link, and everything in it by a ``BoxName`` relative
/// to it: only regular files of this user that have no other name are listed, read and replaced.
package struct SeatBox: Sendable {
  /// How much one file may have, and all of them.
  package static let largestFile = 20 << 20
  static let largestWhole = 100 << 20
  static let mostFiles = 100

  private let path: String

  init(_ path: String) { self.path = path }

  /// The files in it, by name, each with its size in bytes.
  package func files() throws(StorageError) -> [(name: BoxName, size: Int)] {
    try inFolder { folder in Self.files(in: folder) }
  }

  package func read(_ name: BoxName) throws(StorageError) -> [UInt8] {
    try inFolder { folder throws(StorageError) in
      let file = openat(
        folder,
        name.description,
        O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
      )
      guard file >= 0 else { throw .noSuchFile }
      defer { close(file) }
      var information = stat()
      guard fstat(file, &information) == 0, Self.isOwn(information) else { throw .noSuchFile }
      return try FileSystem.read(file, limit: Self.largestFile)
    }
  }

  /// Puts a file there whole, or not at all.
  ///
  /// - Throws: ``StorageError/exists`` where there is one of that name and none is replaced.
  package func write(
    _ bytes: [UInt8],
    as name: BoxName,
    replacing: Bool,
  ) throws(StorageError) {
    try inFolder { folder throws(StorageError) in
      try Self.checkRoom(for: bytes.count, as: name, in: folder)
      // No name that a guest can give begins with a dot.
      let temporary = ".\(UInt64.random(in: .min ... .max)).tmp"
      let file = openat(
        folder,
        temporary,
        O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
        0o600,
      )
      guard file >= 0 else { throw .cannotCreate(reason: FileSystem.reason()) }
      defer { unlinkat(folder, temporary, 0) }
      let isWritten =
        FileOperations.system.writeAll(bytes, to: file)
        && FileSystem.retrying { fsync(file) } == 0
      let reason = FileSystem.reason()
      guard close(file) == 0, isWritten else { throw .writeFailed(reason: reason) }
      let isNamed =
        replacing
        ? renameat(folder, temporary, folder, name.description)
        : linkat(folder, temporary, folder, name.description, 0)
      guard isNamed == 0 else {
        throw errno == EEXIST ? .exists : .cannotCreate(reason: FileSystem.reason())
      }
      _ = fsync(folder)
    }
  }

  /// Removes what puts that were cut off left half-written, ten minutes ago or longer.
  private static func removeRemains(in folder: Int32) {
    for name in FileSystem.names(inOpen: folder) where name.hasPrefix(".") {
      var information = stat()
      guard name.hasSuffix(".tmp"),
        fstatat(folder, name, &information, AT_SYMLINK_NOFOLLOW) == 0, isOwn(information),
        time(nil) - information.st_mtim.tv_sec > 600
      else { continue }
      unlinkat(folder, name, 0)
    }
  }

  private static func checkRoom(
    for count: Int,
    as name: BoxName,
    in folder: Int32,
  ) throws(StorageError) {
    removeRemains(in: folder)
    let others = files(in: folder).filter { $0.name != name }
    let whole = others.reduce(count) { $0 + $1.size }
    guard count <= largestFile, whole <= largestWhole, others.count < mostFiles else {
      throw .output(.boxIsFull)
    }
  }

  private static func files(in folder: Int32) -> [(name: BoxName, size: Int)] {
    FileSystem.names(inOpen: folder).compactMap { name in
      var information = stat()
      guard let plain = BoxName(name),
        fstatat(folder, name, &information, AT_SYMLINK_NOFOLLOW) == 0, isOwn(information)
      else { return nil }
      return (plain, Int(information.st_size))
    }
  }

  private static func isOwn(_ information: stat) -> Bool {
    information.st_mode & S_IFMT == S_IFREG && information.st_uid == geteuid()
      && information.st_nlink == 1
  }

  private func inFolder<Value>(
    _ work: (Int32) throws(StorageError) -> Value
  ) throws(StorageError) -> Value {
    try FileSystem.makeFolder(path)
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { throw .cannotCreate(reason: FileSystem.reason()) }
    defer { close(folder) }
    var information = stat()
    guard fstat(folder, &information) == 0, information.st_uid == geteuid() else {
      throw .notOwn(path)
    }
    return try work(folder)
  }
}
