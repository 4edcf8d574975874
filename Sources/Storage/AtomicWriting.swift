import Glibc

/// Writes a file so that at every moment either the old one or the new one is there, whole.
enum AtomicWriting {
  /// Writes to a temporary file in the same folder, syncs it, renames it over, syncs the folder.
  ///
  /// The file is readable by its owner alone. On failure the old file is as it was and the
  /// temporary one is gone.
  static func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
    let target = FileSystem.target(of: path)
    let folder = FileSystem.folder(of: target)
    let temporary = "\(folder)/.\(FileSystem.name(of: target)).\(getpid()).tmp"
    unlink(temporary)
    let descriptor = FileSystem.retrying {
      open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    }
    guard descriptor >= 0 else { throw .writeFailed(reason: FileSystem.reason()) }
    do throws(StorageError) {
      try write(bytes, to: descriptor)
      guard rename(temporary, target) == 0 else {
        throw .writeFailed(reason: FileSystem.reason())
      }
    } catch {
      unlink(temporary)
      throw error
    }
    try sync(folder: folder)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(StorageError) {
    var written = 0
    var failure: StorageError?
    bytes.withUnsafeBytes { buffer in
      while written < buffer.count, let start = buffer.baseAddress {
        let count = Glibc.write(descriptor, start + written, buffer.count - written)
        if count > 0 {
          written += count
        } else if count == 0 || errno != EINTR {
          failure = .writeFailed(reason: FileSystem.reason())
          return
        }
      }
    }
    if failure == nil, FileSystem.retrying({ fsync(descriptor) }) != 0 {
      failure = .writeFailed(reason: FileSystem.reason())
    }
    // Some file systems report a full disk only here.
    if close(descriptor) != 0, failure == nil {
      failure = .writeFailed(reason: FileSystem.reason())
    }
    if let failure { throw failure }
  }

  /// Makes a rename durable.
  private static func sync(folder: String) throws(StorageError) {
    let descriptor = FileSystem.retrying { open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .writeFailed(reason: FileSystem.reason()) }
    defer { close(descriptor) }
    // A file system that cannot sync a folder says EINVAL, and needs no sync of it.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .writeFailed(reason: FileSystem.reason())
    }
  }
}
