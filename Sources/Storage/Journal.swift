import Consultation
import Crypto
import FoundationEssentials
import Glibc
import PlacedJSON

/// The changes that are safe on the disk and not yet in the session's file: a file beside it, one
/// JSON line a change, each with a checksum.
///
/// Its first line names the session and the journal's own generation. When its changes have been
/// folded into the session's file, a new generation begins, which says how many changes the
/// session's history has by then. A change that stands in both is one change, by its identifier.
struct Journal: Sendable {
  /// How far a process has read.
  struct Position: Equatable, Sendable {
    /// `nil` before there is a journal.
    var generation: String?
    /// The byte behind the last whole line.
    var end = 0
  }

  /// What stands behind a position.
  struct News: Sendable {
    var changes: [Change] = []
    var position: Position
    /// How many changes the session's file has, where a new generation began since.
    var folded: Int?
    /// Whether a line at the end was cut short, or is still being written.
    var isTorn = false

    /// The same without the changes of these identifiers.
    func leavingOut(_ ids: Set<String>) -> News {
      var news = self
      news.changes.removeAll { ids.contains($0.stamp.id) }
      return news
    }
  }

  private let path: String
  private let session: String
  private let questionnaire: Questionnaire
  private let operations: FileOperations

  init(
    ofSession path: String,
    id: String,
    questionnaire: Questionnaire,
    operations: FileOperations = .system,
  ) {
    self.path = Companions(ofSession: path).journal
    session = id
    self.questionnaire = questionnaire
    self.operations = operations
  }

  /// Whether a file is the journal of a session, as its first line tells, wherever it lies.
  static func isJournal(_ path: String) -> Bool {
    guard let bytes = FileSystem.start(of: path, count: 4096) else { return false }
    return bytes.firstRange(of: Array("\"format\":\"\(Header.format)\"".utf8)) != nil
  }

  /// How many seconds ago it was written last; 0 where there is none.
  var age: Int { FileIdentity(path).map { max(0, time(nil) - $0.seconds) } ?? 0 }

  // MARK: Reading

  /// What was appended since a position, by whomever.
  ///
  /// Reading stops before a line that is not whole or does not agree with its checksum.
  func news(since position: Position) throws(StorageError) -> News {
    let descriptor = FileSystem.retrying { open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw .readFailed(reason: FileSystem.reason()) }
      return News(position: Position())
    }
    defer { close(descriptor) }
    guard let (header, firstEnd) = Self.header(behind: descriptor), header.session == session
    else { return News(position: Position()) }
    var information = stat()
    fstat(descriptor, &information)
    let isSame =
      header.generation == position.generation && position.end <= Int(information.st_size)
    var news = News(
      position: Position(
        generation: header.generation,
        end: isSame ? position.end : firstEnd,
      ),
      folded: isSame ? nil : header.folded,
    )
    let start = news.position.end
    lseek(descriptor, off_t(start), SEEK_SET)
    let bytes = try FileSystem.read(descriptor)
    var index = 0
    while let line = Self.line(of: bytes, at: index), let change = change(of: line.bytes) {
      news.changes.append(change)
      index = line.next
    }
    news.position.end = start + index
    news.isTorn = index < bytes.count
    return news
  }

  private static func header(behind descriptor: Int32) -> (Header, end: Int)? {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = max(0, read(descriptor, &bytes, bytes.count))
    guard let line = line(of: Array(bytes[..<count]), at: 0), let header = Header(line.bytes)
    else { return nil }
    return (header, line.next)
  }

  /// A line and where the next one begins; `nil` where no whole line follows.
  private static func line(
    of bytes: [UInt8],
    at start: Int,
  ) -> (bytes: ArraySlice<UInt8>, next: Int)? {
    guard start < bytes.count, let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
    return (bytes[start..<end], end + 1)
  }

  private func change(of line: ArraySlice<UInt8>) -> Change? {
    guard let value = try? JSONReader.read(Array(line)),  // Then it is no line of ours.
      let change = value["change"], value["sum"]?.string == Self.checksum(of: change)
    else { return nil }
    var reading = SessionReading { questionnaire[$0]?.kind }
    return reading.change(change)
  }

  private static func checksum(of change: JSONValue) -> String {
    SHA256.hash(data: JSONWriter.line(change)).prefix(8)
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  // MARK: Writing, with the session's lock held

  /// Appends changes and makes them durable.
  ///
  /// What was torn at the end is cut off first; after a failure nothing of these changes is there.
  /// Each has its place among all changes already, and keeps it: what comes later in the journal may
  /// come earlier in the history.
  ///
  /// - Returns: the changes of others that came before them.
  func append(
    _ changes: [Change],
    at position: inout Position,
  ) throws(StorageError) -> News {
    var news = try news(since: position)
    if news.position.generation == nil {
      news.position = try begin(folded: nil)
    }
    let descriptor = FileSystem.retrying { operations.open(path, O_WRONLY | O_APPEND) }
    guard descriptor >= 0 else { throw .writeFailed(reason: FileSystem.reason()) }
    defer { _ = operations.close(descriptor) }
    let start = news.position.end
    if news.isTorn, operations.truncate(descriptor, start) != 0 {
      throw .writeFailed(reason: FileSystem.reason())
    }
    let lines = changes.flatMap(Self.line)
    guard operations.writeAll(lines, to: descriptor), operations.dataSync(descriptor) == 0 else {
      let failure = StorageError.writeFailed(reason: FileSystem.reason())
      // Where this fails too, the next one to append cuts off or reads what is there.
      _ = operations.truncate(descriptor, start)
      throw failure
    }
    news.position.end = start + lines.count
    position = news.position
    return news
  }

  private static func line(of change: Change) -> [UInt8] {
    let value = SessionWriting.change(change)
    let line = JSONValue.object([("change", value), ("sum", .string(checksum(of: value)))])
    return JSONWriter.line(line) + [0x0A]
  }

  /// Begins a new generation, with no changes in it.
  func begin(folded: Int?) throws(StorageError) -> Position {
    let header = Header(generation: UUID().uuidString, session: session, folded: folded)
    let bytes = JSONWriter.line(header.value) + [0x0A]
    try AtomicWriting(operations: operations).replace(path, with: bytes)
    return Position(generation: header.generation, end: bytes.count)
  }

  /// The first line.
  private struct Header {
    static let format = "majlis-journal"
    let generation: String
    let session: String
    /// How many changes the history of the session's file had when this generation began.
    let folded: Int?

    init(generation: String, session: String, folded: Int?) {
      self.generation = generation
      self.session = session
      self.folded = folded
    }

    init?(_ line: ArraySlice<UInt8>) {
      guard let value = try? JSONReader.read(Array(line)),  // Then it is no journal.
        value["format"]?.string == Self.format, let generation = value["generation"]?.string,
        let session = value["session"]?.string
      else { return nil }
      self.init(
        generation: generation,
        session: session,
        folded: value["folded"]?.wholeNumber,
      )
    }

    var value: JSONValue {
      .object(
        [
          ("format", .string(Self.format)), ("generation", .string(generation)),
          ("session", .string(session)),
        ] + (folded.map { [("folded", .number($0))] } ?? [])
      )
    }
  }
}

extension FileOperations {
  /// - Returns: whether all of it was written; otherwise `errno` has the reason.
  func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count == 0 || errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
