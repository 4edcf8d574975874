import Consultation
import FoundationEssentials
import Glibc
import PlacedJSON

/// The changes that are safe on the disk and not yet in the session's file: a file beside it, one
/// JSON line a change, each with a checksum.
///
/// Its first line names the session and the journal's own generation. When its changes have been
/// folded into the session's file, a new generation begins, which says how many changes the
/// session's history has by then. A change that stands in both is one change, by its identifier.
///
/// Nothing that stands in the journal's place is dropped: every whole change of this session is
/// taken in, whatever stands around it, and what is damaged, another's, newer or no file of the
/// program's own is set aside under a name that is said, before anything is written.
struct Journal: Sendable {
  /// How far a process has read.
  struct Position: Equatable, Sendable {
    /// `nil` before there is a journal.
    var generation: String?
    /// The byte behind the last whole line, and how many lines there are before it.
    var end = 0
    var lineCount = 0
    /// The changes that were read since the journal was folded last.
    var seen: Set<String> = []
  }

  /// What stands behind a position.
  struct News: Sendable {
    var changes: [Change] = []
    /// What the changes say that this program does not know.
    var unknown = UnknownFields()
    var position: Position
    /// How many changes the session's file has, where a new generation began since.
    var folded: Int?
    /// What stands behind the last whole line.
    var tail = JournalText.Tail.nothing
    /// What is wrong with the journal; none where it is whole and this session's.
    var faults: [Fault] = []
    /// What was set aside before something was written.
    var setAside: SetAside?

    /// The same without the changes of these identifiers.
    func leavingOut(_ ids: Set<String>) -> News {
      var news = self
      news.changes.removeAll { ids.contains($0.stamp.id) }
      return news
    }
  }

  private let companions: Companions
  private let session: String
  private let questionnaire: Questionnaire
  private let operations: FileOperations

  init(
    ofSession path: String,
    id: String,
    questionnaire: Questionnaire,
    operations: FileOperations = .system,
  ) {
    companions = Companions(ofSession: path)
    session = id
    self.questionnaire = questionnaire
    self.operations = operations
  }

  private var path: String { companions.journal }

  /// Whether a file is the journal of a session, as its first line tells, wherever it lies.
  static func isJournal(_ path: String) -> Bool {
    guard let bytes = FileSystem.start(of: path, count: 4096) else { return false }
    return bytes.firstRange(of: Array("\"format\":\"\(JournalHeader.format)\"".utf8)) != nil
  }

  /// Whether a journal that was set aside may hold texts of a delegation.
  ///
  /// It may where some line names it, or is damaged.
  static func mayHold(textsOf code: DelegationCode, setAsideAs path: String) -> Bool {
    guard let bytes = try? FileSystem.read(path) else { return true }  // Nor can it be told.
    let lines = bytes.split(separator: 0x0A)
    let name = Array("\"\(code)\"".utf8)
    return lines.dropFirst().contains { line in
      JournalLine.change(of: line, session: "") == nil || line.firstRange(of: name) != nil
    }
  }

  /// How many seconds ago it was written last; 0 where there is none.
  var age: Int { FileIdentity(own: path).map { max(0, time(nil) - $0.seconds) } ?? 0 }

  /// How many bytes it has.
  var size: Int { FileIdentity(own: path).map { Int($0.size) } ?? 0 }

  // MARK: Reading

  /// What was appended since a position, by whomever.
  func news(since position: Position) throws(StorageError) -> News {
    var news = try read(path, since: position)
    if position.generation == nil, let shared = try sharedNews()?.leavingOut(position.seen) {
      let seen = Set(shared.changes.map(\.stamp.id))
      news.changes = shared.changes + news.leavingOut(seen).changes
      news.unknown.join(shared.unknown)
      news.position.seen.formUnion(seen)
    }
    return news
  }

  /// The changes of a journal that an earlier program called by the beginning of a long name,
  /// where it is this session's.
  private func sharedNews() throws(StorageError) -> News? {
    guard let shared = companions.sharedJournal,
      let file = try? OwnFile.open(shared, O_RDONLY, beside: companions),
      case .own = JournalHeader.kind(of: file.firstLine().bytes[...], session: session)
    else { return nil }
    return try read(shared, since: Position())
  }

  private func read(_ path: String, since position: Position) throws(StorageError) -> News {
    do throws(StorageError) {
      guard let file = try OwnFile.open(path, O_RDONLY, beside: companions) else {
        return News(position: Position(seen: position.seen))
      }
      var news = try news(in: file, since: position)
      if file.hasOtherName { news.faults.append(Fault([.journal(line: nil)], .journalNotOwn)) }
      return news
    } catch {
      guard case .notOwn = error else { throw error }
      var news = News(position: Position(seen: position.seen))
      news.faults = [Fault([.journal(line: nil)], .journalNotOwn)]
      return news
    }
  }

  private func news(
    in file: borrowing OwnFile,
    since position: Position,
  ) throws(StorageError) -> News {
    let (firstLine, isWhole) = file.firstLine()
    // One without its line feed would run into the change that is appended.
    let kind = isWhole ? JournalHeader.kind(of: firstLine[...], session: session) : .damaged
    let header: JournalHeader? = if case .own(let header) = kind { header } else { nil }
    let generation = header?.generation ?? "?" + JournalLine.checksum(of: firstLine)
    let isSame = generation == position.generation && position.end <= file.size
    var news = News(position: position)
    news.position.generation = generation
    if !isSame {
      // A first line that is not one may be a change.
      news.position.end = header == nil ? 0 : firstLine.count + 1
      news.position.lineCount = header == nil ? 0 : 1
      news.folded = header?.folded
      if news.folded != nil { news.position.seen = [] }
    }
    let text = JournalText(
      try file.bytes(from: news.position.end),
      session: session,
      isOwn: header != nil || JournalHeader.names(session, in: firstLine[...]),
      before: news.position.lineCount,
      questionnaire: questionnaire,
    )
    if let fault = Self.fault(of: kind) {
      // What follows from the first line is said of it, and not of each line.
      news.faults =
        [fault]
        + text.faults.filter {
          $0.place != fault.place
            && !(kind == .ofAnotherSession && $0.what == .journalLineOfAnother)
        }
    } else {
      news.faults = text.faults
    }
    news.take(text)
    return news
  }

  private static func fault(of kind: JournalHeader.Kind) -> Fault? {
    switch kind {
    case .own: nil
    case .ofAnotherSession: Fault([.journal(line: 1)], .journalOfAnother)
    case .newer: Fault([.journal(line: 1)], .journalNewer)
    case .damaged: Fault([.journal(line: 1)], .journalLineDamaged)
    }
  }

  // MARK: Writing, with the session's lock held

  /// Appends changes and makes them durable.
  ///
  /// What was torn at the end is cut off first; what is damaged is set aside. After a failure
  /// nothing of these changes is there. `room` is how many bytes the session's file may still
  /// grow by. Each change has its place among all changes already, and keeps it: what comes later
  /// in the journal may come earlier in the history.
  ///
  /// - Returns: the changes of others that came before them.
  func append(
    _ changes: [Change],
    at position: inout Position,
    room: Int = .max,
  ) throws(StorageError) -> News {
    let begun = try settle(at: &position)
    var news = try news(since: position)
    news.changes = (begun?.changes ?? []) + news.changes
    news.setAside = begun?.setAside
    guard
      let file = try OwnFile.open(
        path,
        O_WRONLY | O_APPEND,
        beside: companions,
        operations: operations,
      ), !file.hasOtherName
    else { throw .notOwn(path) }
    var lines: [UInt8] = news.tail == .whole ? [0x0A] : []
    let start = news.tail == .whole ? file.size : news.position.end
    if news.tail == .torn, operations.truncate(file.descriptor, start) != 0 {
      throw .writeFailed(reason: FileSystem.reason())
    }
    for change in changes {
      // A line does not know the round of its question: it never shows a position.
      lines += JournalLine.bytes(
        of: JSONForm.shutChange.write(change),
        session: session,
      )
    }
    // A change takes its place in the history, its answer another, with keys a line.
    guard (start + lines.count).multipliedReportingOverflow(by: 3).partialValue <= room else {
      throw .tooLarge(limitInMegabytes: FileSystem.largestFile >> 20)
    }
    guard operations.writeAll(lines, to: file.descriptor),
      operations.dataSync(file.descriptor) == 0
    else {
      let failure = StorageError.writeFailed(reason: FileSystem.reason())
      // Where this fails too, the next one to append cuts off or reads what is there.
      _ = operations.truncate(file.descriptor, start)
      throw failure
    }
    news.position.end = start + lines.count
    news.position.lineCount += changes.count
    news.position.seen.formUnion(changes.map(\.stamp.id))
    position = news.position
    return news
  }

  /// Begins a journal where there is none, or begins it anew with every whole change of the one
  /// that is set aside.
  ///
  /// - Returns: what others changed in the one that was set aside; `nil` where the journal stays.
  func settle(at position: inout Position) throws(StorageError) -> News? {
    let news = try news(since: position)
    if news.faults.isEmpty {
      guard news.position.generation == nil else { return nil }
      let seen = position.seen
      position = try begin(folded: nil)
      position.seen = seen
      return nil
    }
    let whole = try self.news(since: Position())
    let setAside = try setAside(because: whole.faults)
    let values = whole.changes.map { change in
      whole.unknown.restored(
        toChange: JSONForm.shutChange.write(change),
        id: change.stamp.id,
      )
    }
    var begun = News(position: try begin(folded: nil, with: values))
    begun.changes = whole.changes.filter { !position.seen.contains($0.stamp.id) }
    begun.position.seen = position.seen.union(whole.changes.map(\.stamp.id))
    begun.setAside = setAside
    position = begun.position
    return begun
  }

  /// Begins a new generation, with no changes in it but those given.
  func begin(
    folded: Int?,
    with values: [JSONValue] = [],
  ) throws(StorageError) -> Position {
    let header = JournalHeader(
      generation: UUID().uuidString,
      session: session,
      folded: folded,
    )
    let lines = values.flatMap { JournalLine.bytes(of: $0, session: session) }
    let bytes = header.line + [0x0A] + lines
    try AtomicWriting(operations: operations).replaceName(path, with: bytes)
    return Position(
      generation: header.generation,
      end: bytes.count,
      lineCount: 1 + values.count,
    )
  }

  /// Begins the generation behind a fold, after setting aside what could not be taken in whole.
  func beginFolded(_ stored: StoredSession) throws(StorageError) -> (Position, SetAside?) {
    let faults = stored.journalFaults
    let setAside: SetAside? = faults.isEmpty ? nil : try setAside(because: faults)
    let position = try begin(folded: stored.session.history.count)
    if let shared = companions.sharedJournal, try sharedNews() != nil { unlink(shared) }
    return (position, setAside)
  }

  // MARK: Setting aside

  /// Gives what stands in the journal's place a name of its own, so that nothing of it is lost
  /// when a new journal takes that place.
  private func setAside(because faults: [Fault]) throws(StorageError) -> SetAside? {
    guard FileSystem.stands(path) else { return nil }
    if let before = asideOfSameContent() { return SetAside(path: before, because: faults) }
    let aside = companions.freeAside
    let isOwn = FileIdentity(own: path) != nil
    // A file stays where it is until the new journal is whole; anything else makes room.
    if isOwn, operations.link(path, aside) == 0 || copy(to: aside) {
      return SetAside(path: aside, because: faults)
    }
    guard operations.rename(path, aside) == 0 else { throw .notOwn(path) }
    return SetAside(path: aside, because: faults)
  }

  /// For disks on which a file has one name only.
  private func copy(to aside: String) -> Bool {
    do throws(StorageError) {
      guard let file = try OwnFile.open(path, O_RDONLY, beside: companions) else { return false }
      try AtomicWriting(operations: operations).create(aside, with: try file.bytes())
      return true
    } catch {
      return false
    }
  }

  /// Where the same was set aside by a try that failed afterwards.
  private func asideOfSameContent() -> String? {
    guard let current = FileIdentity(own: path) else { return nil }
    return companions.found.lazy.filter { $0.kind == .aside }
      .map { "\(companions.folder)/\($0.name)" }
      .first { FileIdentity(own: $0)?.isSameVersion(as: current) ?? false }
  }
}

extension Journal.News {
  /// Takes in what stands in lines, except what was read before.
  fileprivate mutating func take(_ text: JournalText) {
    for entry in text.entries where position.seen.insert(entry.change.stamp.id).inserted {
      changes.append(entry.change)
      unknown.join(entry.unknown)
    }
    position.end += text.end
    position.lineCount = text.lineCount - (text.tail == .nothing ? 0 : 1)
    tail = text.tail
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
