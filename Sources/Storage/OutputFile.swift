import Glibc

/// A file that the program makes beside sessions: a report, an export, a delegation's own file.
///
/// Outside of this target nothing writes a file but through a value of this type, and there is
/// none for a path that is, or leads by link or name to, a session, what belongs to a session, or
/// something that is read to make it, whatever a person says. What stands at the path otherwise is
/// replaced where that is asked for, and as it was looked at: whole, or not at all.
package struct OutputFile: Sendable {
  /// Why there is no writing to a path, whatever a person says.
  package enum Refusal: Error, Equatable, Sendable {
    case isInput
    case isSession
    /// What is in it cannot be seen, and might be a delegation's own file.
    case isSealed
    /// It is, or is called like, a journal, a lock, a version or another companion of a session.
    case belongsToSession
    /// A journal lies beside it, which would be read with a session of that name.
    case liesBesideJournal
    case isFolder
    /// A pipe, a device, a socket.
    case isNoFile
    /// A symbolic link without a file at its end.
    case leadsNowhere
    case promisesOther(ending: String, fitting: [String])
    /// At a seat far away: it is no plain name.
    case isNoPlainName
    /// A seat's box takes no more, or no file so large.
    case boxIsFull
  }

  /// What is at the path now.
  private enum Standing: Equatable, Sendable {
    case nothing
    case file(FileVersionOnDisk)
    /// The device that swallows everything.
    case nullDevice
  }

  /// Which of the formats it may be in its name promises; `nil` where that promises nothing.
  package let format: FileFormat?
  private let target: String
  private let standing: Standing

  /// Looks at the path; nothing is written yet.
  ///
  /// - Throws: ``StorageError/exists`` where there is a file that may be replaced when that is
  ///   asked for; ``StorageError/output(_:)`` where it is refused whatever is asked for;
  ///   ``StorageError/cannotCreate(reason:)`` where the system cannot tell what is there.
  package init(
    _ path: String,
    _ formats: [FileFormat],
    isForced: Bool = false,
    inputs: [String] = [],
  ) throws(StorageError) {
    target = try Self.target(of: path)
    try Self.checkName(of: target, formats)
    standing = try Self.standing(at: target)
    if case .file(let version) = standing { try Self.check(version, at: target, inputs: inputs) }
    format = try FileFormat.promised(byName: path, among: formats)
    guard case .file = standing, !isForced else { return }
    throw .exists
  }

  /// Writes it, for its owner alone.
  ///
  /// - Throws: ``StorageError/exists`` or ``StorageError/changedByAnother`` where something else is
  ///   there by now.
  package func write(_ bytes: [UInt8]) throws(StorageError) {
    do throws(StorageError) {
      switch standing {
      case .nullDevice: return
      case .nothing: try AtomicWriting().create(target, with: bytes)
      case .file(let version):
        try AtomicWriting().replace(target, with: bytes) {
          FileVersionOnDisk(target) == version
        }
      }
    } catch .writeFailed(let reason) {
      throw .cannotCreate(reason: reason)
    }
  }

  /// Where a path leads, through every link; the folder has to be there, the file has not.
  private static func target(of path: String) throws(StorageError) -> String {
    let name = FileSystem.name(of: path)
    guard !["", ".", ".."].contains(name) else { throw .output(.isFolder) }
    var information = stat()
    if lstat(path, &information) == 0 {
      guard let target = FileSystem.resolved(path) else {
        throw .output(.leadsNowhere)
      }
      return target
    }
    guard errno == ENOENT, let folder = FileSystem.resolved(FileSystem.folder(of: path))
    else { throw .cannotCreate(reason: FileSystem.reason()) }
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  /// That neither the name nor the folder it is in belongs to a session.
  private static func checkName(of target: String, _ formats: [FileFormat]) throws(StorageError) {
    let isCompanion =
      CompanionNames.contains(FileSystem.name(of: target)) || Companions.isCompanion(target)
    let isInsideOne = target.split(separator: "/").dropLast()
      .contains { CompanionNames.isPresenceFolder(String($0)) }
    guard !isCompanion, !isInsideOne else { throw .output(.belongsToSession) }
    if formats.contains(.json), holdsChanges(Companions(ofSession: target).journal) {
      throw .output(.liesBesideJournal)
    }
  }

  /// Whether a journal has more in it than its first line, or is no file: one that a session left
  /// behind which was kept whole has nothing to say.
  private static func holdsChanges(_ journal: String) -> Bool {
    var information = stat()
    guard lstat(journal, &information) == 0 else { return false }
    guard information.st_mode & S_IFMT == S_IFREG,
      let start = FileSystem.start(of: journal, count: 1 << 16)
    else { return true }
    let end = start.firstIndex(of: 0x0A) ?? start.count
    return start.count > end + 1
  }

  private static func standing(at target: String) throws(StorageError) -> Standing {
    var information = stat()
    guard stat(target, &information) == 0 else {
      guard errno == ENOENT else { throw .cannotCreate(reason: FileSystem.reason()) }
      return .nothing
    }
    switch information.st_mode & S_IFMT {
    case S_IFREG: return .file(FileVersionOnDisk(information))
    case S_IFDIR: throw .output(.isFolder)
    case S_IFCHR where information.st_rdev == nullDevice: return .nullDevice
    default: throw .output(.isNoFile)
    }
  }

  /// The number of `/dev/null` (Linux, devices.txt: 1, 3).
  private static let nullDevice: dev_t = 1 << 8 | 3

  /// That a file is nobody's who would miss it: no input, no session, nothing of a session, under
  /// this name or another one.
  private static func check(
    _ version: FileVersionOnDisk,
    at target: String,
    inputs: [String],
  ) throws(StorageError) {
    let inputs = inputs.map(FileSystem.target)
    guard !inputs.contains(where: { FileVersionOnDisk($0)?.node == version.node }) else {
      throw .output(.isInput)
    }
    for folder in Set((inputs + [target]).map(FileSystem.folder)) {
      let companions = FileSystem.names(in: folder).filter(CompanionNames.contains)
        .map { "\(folder)/\($0)" }
      let files =
        companions
        + companions.flatMap { folder in
          FileSystem.names(in: folder).map { "\(folder)/\($0)" }
        }
      guard !files.contains(where: { FileVersionOnDisk($0)?.node == version.node }) else {
        throw .output(.belongsToSession)
      }
    }
    switch try FileContent.kind(of: target, version) {
    case .session: throw .output(.isSession)
    case .journal: throw .output(.belongsToSession)
    case .sealed: throw .output(.isSealed)
    case .other: break
    }
  }
}
