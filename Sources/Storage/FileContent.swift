import Glibc
import PlacedJSON

/// What a file is by what is in it, damaged or not.
enum FileContent {
  case session, journal, sealed, other

  /// - Throws: where it cannot be read, and so might be anything.
  static func kind(
    of path: String,
    _ version: FileVersionOnDisk,
  ) throws(StorageError) -> FileContent {
    let descriptor = FileSystem.retrying {
      open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    }
    guard descriptor >= 0 else { throw .cannotCreate(reason: FileSystem.reason()) }
    defer { close(descriptor) }
    guard FileVersionOnDisk(descriptor: descriptor) == version else { throw .changedByAnother }
    do throws(StorageError) {
      return kind(of: try FileSystem.read(descriptor, limit: .max))
    } catch {
      throw .cannotCreate(reason: FileSystem.reason())
    }
  }

  private static func kind(of bytes: [UInt8]) -> FileContent {
    if Sealing.isSealed(bytes) { return .sealed }
    if contains(bytes, "\"majlis-journal\"") { return .journal }
    if contains(bytes, "\"\(SessionFile.format)\"") { return .session }
    // The letters of the format may be written otherwise.
    guard bytes.contains(UInt8(ascii: "\\")), let root = try? JSONReader.read(bytes) else {
      return .other
    }
    return root["format"]?.string == SessionFile.format ? .session : .other
  }

  /// Whether a text stands somewhere in the bytes.
  private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let sought = Array(text.utf8)
    return bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while let start = rest.firstIndex(of: sought[0]) {
        rest = rest[start...]
        if rest.starts(with: sought) { return true }
        rest = rest.dropFirst()
      }
      return false
    }
  }
}
