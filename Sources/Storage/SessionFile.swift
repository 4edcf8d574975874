package import Consultation
import Glibc
import PlacedJSON

/// A session as it was read from its file, with everything that is needed to write it again.
package struct StoredSession: Sendable {
  package var session: Session
  package let questionnaire: Questionnaire
  var unknown: UnknownFields
  /// Which file it was read from.
  var identity: FileIdentity?
  /// Whether the file was not written while it was read: its time tells when it is another.
  fileprivate var isSettled = false
  /// How far its journal was read.
  var position = Journal.Position()
  /// How many changes were in the journal only.
  package private(set) var recovered = 0
  /// Whether they were left there by a run that did not end as it should have: one that still
  /// goes on would have brought them into the file by now.
  package var isLeftOver = false
  /// What is wrong with its journal, beside what was taken in from it.
  package private(set) var journalFaults: [Fault] = []
  /// What stood in the journal's place and was set aside when this was written.
  package var setAside: SetAside?

  /// Takes in what its journal has beyond the file.
  mutating func replay(_ news: Journal.News) {
    defer { position = news.position }
    journalFaults = news.faults
    unknown.join(news.unknown)
    guard !news.changes.isEmpty else { return }
    var known = Set(session.history.map(\.stamp.id))
    let new = news.changes.filter { known.insert($0.stamp.id).inserted }
    session.apply(new)
    recovered += new.count
  }
}

extension StoredSession {
  /// What a file has beside the session itself.
  struct Frame: Sendable {
    fileprivate let questionnaire: Questionnaire
    fileprivate let unknown: UnknownFields
  }

  var frame: Frame { Frame(questionnaire: questionnaire, unknown: unknown) }

  init(_ session: Session, in frame: Frame) {
    self.init(session: session, questionnaire: frame.questionnaire, unknown: frame.unknown)
  }
}

/// Sessions on the disk: reading, making, writing.
package enum SessionFile {
  /// Reads a session and the questionnaire that it answers.
  ///
  /// - Throws: ``StorageError/invalid(_:)`` with everything that is wrong with it; the file is
  ///   never altered by reading it.
  package static func read(_ path: String, assets: Assets) throws(StorageError) -> StoredSession {
    try read(path, assets: assets, known: nil)
  }

  /// The same; what it was when it was read before is taken where the file is the same still, and
  /// only its journal is read.
  static func read(
    _ path: String,
    assets: Assets,
    known: StoredSession?,
  ) throws(StorageError) -> StoredSession {
    guard !FileSystem.isFolder(path) else { throw .invalid([Fault([], .folder)]) }
    while true {
      let identity = FileIdentity(path)
      var stored: StoredSession
      if let known, known.isSettled, known.identity == identity {
        stored = known
      } else {
        // A file system's clock may tick slowly: what is written within a second may look the same.
        let isSettled = identity.map { time(nil) > $0.seconds + 1 } ?? false
        stored = try read(try FileSystem.read(path), identity: identity, assets: assets)
        stored.isSettled = isSettled
      }
      let journal = Journal(
        ofSession: path,
        id: stored.session.id,
        questionnaire: stored.questionnaire,
      )
      stored.replay(try journal.news(since: Journal.Position()))
      // Folded meanwhile: the changes may have gone from the journal before they were read in
      // the file.
      guard FileIdentity(path) == identity else { continue }
      stored.isLeftOver = stored.recovered > 0 && journal.age > 10
      return stored
    }
  }

  /// Reads a session that came from elsewhere than a file, such as standard input.
  package static func read(
    bytes: [UInt8],
    assets: Assets,
  ) throws(StorageError) -> StoredSession {
    try read(bytes, identity: nil, assets: assets)
  }

  private static func read(
    _ bytes: [UInt8],
    identity: FileIdentity?,
    assets: Assets,
  ) throws(StorageError) -> StoredSession {
    let root = try StorageError.reading { () throws(JSONFault) in try JSONReader.read(bytes) }
    try checkFormat(of: root)
    let wanted = try questionnaire(of: root)
    let questionnaire = try assets.questionnaire(wanted)
    let (session, unknown) = try session(root) { number in
      questionnaire[questionnaire.number(number, fromVersion: wanted.version)]?.kind
    }
    return StoredSession(
      session: wanted == questionnaire.identity
        ? session : session.broughtForward(to: questionnaire),
      questionnaire: questionnaire,
      unknown: unknown,
      identity: identity,
    )
  }

  /// That the text says that it is a session, and of a version that this program reads.
  private static func checkFormat(of root: JSONValue) throws(StorageError) {
    guard root["format"]?.string == format, var object = ObjectReading(root) else {
      throw .invalid([Fault([], .notASession)])
    }
    var reading = FileReading()
    guard let version = object.required("version", .anyNumber, { Path() }, &reading) else {
      throw .invalid(reading.faults)
    }
    guard version <= formatVersion else { throw .invalid([Fault([], .newerVersion(version))]) }
    guard version == formatVersion else {
      throw .invalid([Fault([.key("version")], .wrongForm(String(version)))])
    }
  }

  /// The questionnaire that a session answers.
  private static func questionnaire(
    of root: JSONValue
  ) throws(StorageError) -> Questionnaire.Identity {
    var reading = FileReading()
    var object = ObjectReading(root)
    let identity = object?.required("questionnaire", .identity, { Path() }, &reading)
    guard let identity else { throw .invalid(reading.faults) }
    return identity
  }

  /// The session that a file holds, with what this program does not know of it.
  static func session(
    _ root: JSONValue,
    kindOf: @escaping (QuestionNumber) -> AnswerKind?,
  ) throws(StorageError) -> (Session, UnknownFields) {
    var reading = FileReading(kindOf: kindOf)
    guard let session = JSONForm.session.read(root, { Path() }, &reading), reading.faults.isEmpty
    else { throw .invalid(reading.faults) }
    return (session, reading.unknown)
  }

  /// The text of a session, as its file has it.
  package static func text(_ session: Session) -> [UInt8] {
    JSONWriter.text(JSONForm.session.write(session))
  }

  /// Makes a new file; never one in the place of another.
  package static func create(_ session: Session, at path: String) throws(StorageError) {
    try OutputFile(path, [.json]).write(text(session))
  }
}
