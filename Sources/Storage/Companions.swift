import Crypto

/// Every name beside a session that belongs to it: its journal, lock and presence, its versions,
/// and what was set aside.
///
/// All of them are made here, of the folder and the name of the file that the path leads to, so
/// that a session has the same companions through whichever link it is opened. A name too long
/// for what is added to it is shortened and carries a hash of the whole: two long names never
/// share a companion.
///
/// Limitations: the versions and whatever carries no dot in front are recognised by their names
/// alone; who links a companion to a name elsewhere is found out by the journal's first bytes.
package struct Companions: Equatable, Sendable {
  /// What a companion is.
  enum Kind: Equatable, Sendable {
    case journal, lock, presence
    /// What stood in the journal's place and was not taken in whole.
    case aside
    /// What a run that was killed left half-written.
    case remains
    /// A good version, the newest being the first.
    case version(Int)
    /// A damaged session in whose place an older version was put.
    case damaged
    /// A session as it was on the screen when it could not be kept.
    case rescued
  }

  /// How many good versions there are.
  static let versions = 1...3

  /// The session's own file, with symbolic links followed.
  package let target: String
  let folder: String
  let name: String
  /// What a companion's name begins with.
  private let stem: String

  package init(ofSession path: String) {
    if let resolved = FileSystem.resolved(path) {
      target = resolved
    } else {
      let folder = FileSystem.folder(of: path)
      let name = FileSystem.name(of: path)
      let resolved = FileSystem.resolved(folder) ?? folder
      target = resolved == "/" ? "/\(name)" : "\(resolved)/\(name)"
    }
    folder = FileSystem.folder(of: target)
    name = FileSystem.name(of: target)
    stem = Self.stem(of: name)
  }

  /// Those of a file in a folder, as it is called there.
  private init(of name: String, in folder: String) {
    self.name = name
    self.folder = folder
    stem = Self.stem(of: name)
    target = Self.path(name, in: folder)
  }

  // MARK: Where they are

  var journal: String { path(".\(stem).journal") }
  var lock: String { path(".\(stem).lock") }
  var presence: String { path(".\(stem).here") }

  /// Where earlier programs kept the journal of a session whose name is long, so that names which
  /// begin alike shared it; nothing for other names.
  var sharedJournal: String? {
    guard isLong else { return nil }
    var short = Substring(name)
    while short.utf8.count > Self.longest { short.removeLast() }
    return path(".\(short).journal")
  }

  func version(_ number: Int) -> String { path(visible(".~\(number)~")) }

  /// A name that is free for what stands in the journal's place and cannot stay there.
  var freeAside: String {
    (1...).lazy.map { path(".\(stem).journal.aside-\($0)") }.first { !FileSystem.stands($0) }
      ?? path(".\(stem).journal.aside-1")
  }

  /// A name that is free for a damaged session.
  package var freeDamaged: String {
    let first = path(visible(".damaged"))
    guard FileSystem.stands(first) else { return first }
    return (2...).lazy.map { path(visible(".damaged-\($0)")) }.first { !FileSystem.stands($0) }
      ?? first
  }

  /// A name that is free for a session as it is on the screen, in the session's folder or another.
  package func freeRescued(in folder: String? = nil) -> String {
    let folder = folder ?? self.folder
    return (1...).lazy.map { Self.path(visible(".rescued-\($0).json"), in: folder) }
      .first { !FileSystem.stands($0) } ?? Self.path(visible(".rescued-1.json"), in: folder)
  }

  /// A name for content on its way into the session's file or a companion, new each time.
  static func temporary(beside path: String) -> String {
    let number = String(UInt32.random(in: 1 << 28...UInt32.max), radix: 16)
    var name = FileSystem.name(of: path)
    for number in versions where name.hasSuffix(".~\(number)~") { name.removeLast(4) }
    // A journal is hidden and short already.
    let isJournal = name.hasPrefix(".") && name.hasSuffix(".journal")
    let hidden = isJournal ? name : ".\(stem(of: name))"
    return Self.path("\(hidden).\(number).tmp", in: FileSystem.folder(of: path))
  }

  // MARK: What belongs to a session

  /// The companions that are there, and the places of those that the program makes as it needs
  /// them.
  package static func all(of path: String) -> [String] {
    let companions = Companions(ofSession: path)
    let fixed =
      [companions.journal, companions.lock, companions.presence]
      + versions.map(companions.version) + [companions.sharedJournal].compactMap(\.self)
    let found = companions.found.map { companions.path($0.name) }
    return fixed + found.filter { !fixed.contains($0) }
  }

  /// Whether a path is, or leads to, a companion of a session beside it; or a journal wherever it
  /// lies.
  package static func isCompanion(_ path: String) -> Bool {
    let resolved = Companions(ofSession: path)
    let places = [
      (FileSystem.folder(of: path), FileSystem.name(of: path)), (resolved.folder, resolved.name),
    ]
    for (folder, name) in places {
      if isHere(path, in: folder) { return true }
      let isKnown = FileSystem.names(in: folder).contains { session in
        session != name && Companions(of: session, in: folder).kind(ofName: name) != nil
      }
      if isKnown { return true }
    }
    return Journal.isJournal(path)
  }

  /// Whether a path lies in a folder of presence.
  private static func isHere(_ path: String, in folder: String) -> Bool {
    let name = FileSystem.name(of: FileSystem.resolved(folder) ?? folder)
    return name.hasPrefix(".") && name.hasSuffix(".here")
  }

  /// The companions that are in the session's folder now, whatever they are.
  var found: [(name: String, kind: Kind)] {
    FileSystem.names(in: folder).compactMap { other in kind(ofName: other).map { (other, $0) } }
  }

  /// What a name beside the session is to it; nothing where it does not belong to it.
  func kind(ofName other: String) -> Kind? {
    if let ending = other.ending(behind: ".\(stem).") {
      switch ending {
      case "journal": return .journal
      case "lock": return .lock
      case "here": return .presence
      default:
        if ending.hasNumber(behind: "journal.aside-") { return .aside }
        if Self.isTemporary(ending) { return .remains }
      }
    }
    for number in Self.versions where other == visible(".~\(number)~") { return .version(number) }
    if other == visible(".damaged") { return .damaged }
    for start in [name, stem] {
      guard let ending = other.ending(behind: "\(start).") else { continue }
      if ending.hasNumber(behind: "damaged-") { return .damaged }
      if ending.hasSuffix(".json"), ending.dropLast(5).hasNumber(behind: "rescued-") {
        return .rescued
      }
    }
    return nil
  }

  /// Whether a file is called like a session that could not be kept, whichever that was.
  static func isRescued(_ name: String) -> Bool {
    guard name.hasSuffix(".json") else { return false }
    let last = name.dropLast(5).split(separator: ".").last ?? ""
    return last.hasNumber(behind: "rescued-")
  }

  /// The ending of a name on its way to the session or its journal: eight digits of sixteen.
  private static func isTemporary(_ ending: Substring) -> Bool {
    let parts = ending.split(separator: ".", omittingEmptySubsequences: false)
    let isOfJournal = parts.count == 3 && parts[0] == "journal"
    guard parts.count == 2 || isOfJournal, parts.last == "tmp",
      let number = parts.dropLast().last
    else { return false }
    return number.utf8.count == 8 && number.allSatisfy(\.isHexDigit)
  }

  // MARK: Names

  /// How many bytes of a name are taken as they are: file systems allow 255, endings included.
  private static let longest = 200

  private var isLong: Bool { name.utf8.count > Self.longest }

  private static func stem(of name: String) -> String {
    guard name.utf8.count > longest else { return name }
    var short = Substring(name)
    while short.utf8.count > 120 { short.removeLast() }
    return "\(short)~\(Fingerprint.hexadecimal(SHA256.hash(data: Array(name.utf8)).prefix(16)))"
  }

  /// The name of a companion that people are meant to see.
  private func visible(_ ending: String) -> String {
    name.utf8.count + ending.utf8.count <= 255 ? name + ending : stem + ending
  }

  private func path(_ name: String) -> String { Self.path(name, in: folder) }

  private static func path(_ name: String, in folder: String) -> String {
    folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }
}

extension String {
  /// What follows a beginning; nothing where it does not begin so.
  fileprivate func ending(behind start: String) -> Substring? {
    hasPrefix(start) ? dropFirst(start.count) : nil
  }
}

extension Substring {
  /// Whether it is a beginning and a number.
  fileprivate func hasNumber(behind start: String) -> Bool {
    guard hasPrefix(start) else { return false }
    let number = dropFirst(start.count)
    return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
