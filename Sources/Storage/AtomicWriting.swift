import Glibc

/// Writes a file so that at every moment either the old one or the new one is there, whole.
///
/// The content goes to a temporary file in the same folder, which is synced and renamed over the
/// old one; then the folder is synced. Files are readable by their owner alone. On failure the
/// old file is as it was and the temporary one is gone. Where a path is a symbolic link, the file
/// that it leads to is written; a companion of a session never is, under another name than its
/// own.
struct AtomicWriting: Sendable {
  var operations = FileOperations.system

  /// Writes over a file, or makes it.
  ///
  /// `beforeReplacing` runs when the new content is safe and the old file still in its place.
  ///
  /// - Returns: which file it is then.
  @discardableResult
  func replace(
    _ path: String,
    with bytes: [UInt8],
    beforeReplacing: () -> Void = {},
  ) throws(StorageError) -> FileIdentity? {
    let target = FileSystem.target(of: path)
    let identity = try put(bytes, under: target, beforeReplacing: beforeReplacing)
    try sync(folder: FileSystem.folder(of: target))
    return identity
  }

  /// Writes over whatever stands under a name, following no link: for the companions of a session.
  func replaceName(_ path: String, with bytes: [UInt8]) throws(StorageError) {
    _ = try put(bytes, under: path, beforeReplacing: {})
    try sync(folder: FileSystem.folder(of: path))
  }

  private func put(
    _ bytes: [UInt8],
    under name: String,
    beforeReplacing: () -> Void,
  ) throws(StorageError) -> FileIdentity? {
    let temporary = try temporaryFile(with: bytes, beside: name)
    beforeReplacing()
    if operations.rename(temporary.path, name) != 0 {
      let failure = failure(removing: temporary.path)
      // Over a network it can be done although the answer got lost.
      guard let identity = temporary.identity, FileIdentity(name) == identity else {
        throw failure
      }
    }
    return temporary.identity
  }

  /// Writes over a file that is still the one that was looked at, to be asked when the new content
  /// is safe.
  ///
  /// - Throws: ``StorageError/changedByAnother`` where it is another one; that one stays.
  func replace(
    _ path: String,
    with bytes: [UInt8],
    ifStill isSame: () -> Bool,
  ) throws(StorageError) {
    let temporary = try temporaryFile(with: bytes, beside: path)
    guard isSame() else {
      _ = operations.remove(temporary.path)
      throw .changedByAnother
    }
    guard operations.rename(temporary.path, path) == 0 else {
      throw failure(removing: temporary.path)
    }
    try sync(folder: FileSystem.folder(of: path))
  }

  /// Makes a file; never one in the place of another, whoever made that and whenever.
  func create(_ path: String, with bytes: [UInt8]) throws(StorageError) {
    let temporary = try temporaryFile(with: bytes, beside: path)
    if operations.link(temporary.path, path) != 0 {
      guard errno != EEXIST else {
        _ = operations.remove(temporary.path)
        throw .exists
      }
      try takeNameAndRename(temporary.path, to: path)
    } else {
      _ = operations.remove(temporary.path)
    }
    try sync(folder: FileSystem.folder(of: path))
  }

  /// Removes what runs that were killed left half-written.
  ///
  /// What is younger than a minute may still be somebody's.
  static func removeRemains(beside path: String) {
    let companions = Companions(ofSession: path)
    for (name, kind) in companions.found where kind == .remains {
      let file = "\(companions.folder)/\(name)"
      guard let identity = FileIdentity(own: file), time(nil) - identity.seconds > 60 else {
        continue
      }
      unlink(file)
    }
  }

  // MARK: Steps

  /// For disks without second names for a file, such as those of cameras and USB sticks.
  private func takeNameAndRename(_ temporary: String, to path: String) throws(StorageError) {
    let descriptor = operations.open(path, O_WRONLY | O_CREAT | O_EXCL)
    guard descriptor >= 0 else {
      let isTaken = errno == EEXIST
      let failure = failure(removing: temporary)
      throw isTaken ? .exists : failure
    }
    _ = operations.close(descriptor)
    guard operations.rename(temporary, path) == 0 else {
      let failure = failure(removing: temporary)
      _ = operations.remove(path)
      throw failure
    }
  }

  /// Makes a file beside another one that holds all of the content, synced.
  private func temporaryFile(
    with bytes: [UInt8],
    beside path: String,
  ) throws(StorageError) -> (path: String, identity: FileIdentity?) {
    let temporary = Companions.temporary(beside: path)
    let descriptor = FileSystem.retrying {
      operations.open(temporary, O_WRONLY | O_CREAT | O_EXCL)
    }
    guard descriptor >= 0 else { throw .writeFailed(reason: FileSystem.reason()) }
    var failure: StorageError?
    if !operations.writeAll(bytes, to: descriptor)
      || FileSystem.retrying({ operations.sync(descriptor) }) != 0
    {
      failure = .writeFailed(reason: FileSystem.reason())
    }
    let identity = FileIdentity(descriptor: descriptor)
    // Some file systems report a full disk only here.
    if operations.close(descriptor) != 0, failure == nil {
      failure = .writeFailed(reason: FileSystem.reason())
    }
    if let failure {
      _ = operations.remove(temporary)
      throw failure
    }
    return (temporary, identity)
  }

  /// Makes a new name durable.
  private func sync(folder: String) throws(StorageError) {
    let descriptor = FileSystem.retrying { operations.open(folder, O_RDONLY | O_DIRECTORY) }
    guard descriptor >= 0 else { throw .writeFailed(reason: FileSystem.reason()) }
    defer { _ = operations.close(descriptor) }
    // A file system that cannot sync a folder says EINVAL, and needs no sync of it.
    guard operations.sync(descriptor) == 0 || errno == EINVAL else {
      throw .writeFailed(reason: FileSystem.reason())
    }
  }

  /// The reason of the last failure, after tidying up.
  private func failure(removing temporary: String) -> StorageError {
    let failure = StorageError.writeFailed(reason: FileSystem.reason())
    _ = operations.remove(temporary)
    return failure
  }
}
