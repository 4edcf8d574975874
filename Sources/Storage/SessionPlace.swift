import Consultation
import Glibc
import PlacedJSON

/// The place of a session's file, and whether what stands there is still that session.
///
/// Asked under the lock before anything is kept: an answer that is said to be kept is in a file
/// of the session that it was given to, whatever another hand put there. The file's content is
/// looked at only when the file is another than it was.
struct SessionPlace: Sendable {
  let companions: Companions
  let id: String
  private let assets: Assets
  /// The file as it was when it was this session, and as it was when it was not.
  private var own: FileIdentity?
  private var displaced: (identity: FileIdentity, error: StorageError)?

  init(_ path: String, of stored: StoredSession, assets: Assets) {
    companions = Companions(ofSession: path)
    id = stored.session.id
    self.assets = assets
    own = stored.identity
  }

  private var path: String { companions.target }

  /// - Throws: ``StorageError/displaced(_:)`` where the session does not stand there any more.
  mutating func check() throws(StorageError) {
    var information = stat()
    guard lstat(path, &information) == 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .displaced(.gone) : .readFailed(reason: FileSystem.reason())
    }
    guard information.st_mode & S_IFMT == S_IFREG, let identity = FileIdentity(path) else {
      throw .displaced(.noFile)
    }
    if identity == own { return }
    if let displaced, displaced.identity == identity { throw displaced.error }
    do throws(StorageError) {
      try look()
      own = identity
    } catch {
      displaced = (identity, error)
      throw error
    }
  }

  /// Takes it that the session is there, written by this process.
  mutating func isNow(_ identity: FileIdentity?) { own = identity }

  /// How large the file is.
  var size: Int { FileIdentity(path).map { Int($0.size) } ?? 0 }

  private func look() throws(StorageError) {
    let bytes = try FileSystem.read(path)
    if isAsWritten(bytes) { return }
    do throws(StorageError) {
      guard try SessionFile.read(bytes: bytes, assets: assets).session.id == id else {
        throw .displaced(.anotherSession)
      }
    } catch {
      guard case .invalid = error else { throw error }
      throw .displaced(.damaged)
    }
  }

  /// Whether a text is this session as the program writes it, from its first key to its end.
  ///
  /// Keys stand at the start of a line, two spaces in, on the first level alone, and no text has
  /// a line feed inside. Anything else is read whole.
  private func isAsWritten(_ bytes: [UInt8]) -> Bool {
    let name = JSONWriter.line(.string(id))
    return bytes.starts(with: Array("{\n".utf8)) && bytes.suffix(3) == Array("\n}\n".utf8)
      && bytes.contains(Array("\n  \"format\": \"\(SessionFile.format)\",\n".utf8))
      && bytes.contains(Array("\n  \"id\": ".utf8) + name + Array(",\n".utf8))
  }
}

extension [UInt8] {
  /// Whether some bytes stand in these, one after another; the first of them is to be a rare one.
  ///
  /// With the C library's searches: `firstRange(of:)` takes a fifth of a second for a session after
  /// an hour, and everybody who has it open asks each time somebody folds, with the lock held.
  fileprivate func contains(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first else { return true }
    return withUnsafeBytes { bytes in
      guard var here = bytes.baseAddress else { return false }
      let end = here + bytes.count
      while let found = memchr(here, Int32(first), end - here) {
        let start = UnsafeRawPointer(found)
        guard end - start >= wanted.count else { return false }
        if memcmp(start, wanted, wanted.count) == 0 { return true }
        here = start + 1
      }
      return false
    }
  }
}
