import BidiText
import Consultation
import FoundationEssentials
import Glibc
import Phrases
import Screens
import Storage

/// What every command works with: the environment, the assets, and the words for this reader.
struct CommandContext: Sendable {
  let environment: [String: String]
  let assets: Assets
  let dataFolder: DataFolder
  /// The words of this run's language, as they were read.
  let catalogue: Catalogue
  /// Those for complaints: English where the terminal would not show another language.
  private let complaintCatalogue: Catalogue
  private let isUTF8 = LocaleReach.isUTF8
  let options: CommonOptions
  /// Who sits at this program from another computer, where somebody does.
  let guest: Guest?
  /// What this command has read.
  let inputs = InputFiles()

  init(_ options: CommonOptions, guest: Guest? = nil) throws {
    self.options = options
    self.guest = guest
    let environment = ProcessInfo.processInfo.environment
    self.environment = environment
    dataFolder = DataFolder(environment: environment)
    do throws(StorageError) {
      assets = try Assets(environment: environment)
    } catch {
      // There are no words yet to say it in: these are the ones in the program.
      throw Complaint(
        ["the questionnaires and words of Majlis are not beside the program; set MAJLIS_ASSETS"],
        .noSuchFile,
      )
    }
    let language = options.language ?? Self.language(of: environment)
    do throws(UnreadableWords) {
      catalogue = try assets.catalogue(language)
      complaintCatalogue =
        isUTF8 || language == .english ? catalogue : try assets.catalogue(.english)
    } catch {
      let line = "\(TextSanitizer.line(error.path)): these words cannot be read;"
      throw Complaint(
        ["\(line) install Majlis again, or choose another language with --language"],
        .invalidContent,
      )
    }
  }

  /// The words of this run, about those whom the questionnaire asks that it has read.
  var words: Words {
    Words(catalogue, about: inputs.respondent, digits: options.digits.digits ?? .western)
  }

  /// The words for complaints.
  var complaintWords: Words {
    guard !isUTF8 else { return words }
    return Words(complaintCatalogue, about: inputs.respondent, digits: .western)
  }

  /// The language that the locale asks for; English where it is none of the three.
  private static func language(of environment: [String: String]) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return Language(rawValue: String(value.prefix(2))) ?? .english
    }
    return .english
  }

  /// Who is at this terminal, as the changes they make will say.
  var author: String {
    if let guest { return guest.author }
    return ["MAJLIS_AUTHOR", "USER", "LOGNAME"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
      ?? "—"
  }

  /// The stamp of what a command does now, by the person who is named or else by ``author``.
  func stamp(by name: String?, role: Change.Role = .delegate) -> Change.Stamp {
    Change.Stamp(
      id: UUID().uuidString.lowercased(),
      at: .now,
      by: name ?? author,
      terminal: terminal,
      role: role,
    )
  }

  /// The terminal that the program runs at, as the system calls it: `pts/3`.
  var terminal: String? {
    // The same when the line was cut and they are back, so that they can undo what they did.
    if let guest { return guest.seat.description }
    for descriptor: Int32 in [0, 1, 2] {
      guard let name = ttyname(descriptor) else { continue }
      let path = String(cString: name)
      return path.hasPrefix("/dev/") ? String(path.dropFirst(5)) : path
    }
    return nil
  }

  /// A complaint about a file.
  func complaint(_ phrase: Phrase, of file: String, _ status: ExitStatus) -> Complaint {
    Complaint(["\(complaintWords.path(file)): \(complaintWords(phrase))"], status)
  }

  /// Runs what may fail on a file, and complains about it in the reader's words.
  func onFile<Value>(
    _ file: String,
    _ work: () throws(StorageError) -> Value,
  ) throws(Complaint) -> Value {
    do {
      return try work()
    } catch {
      throw Complaint(error, file: file, words: complaintWords)
    }
  }

  /// The same with reading a session: where there is none, one can be made; beside one that is
  /// damaged, there may be a version that is not.
  func onSession<Value>(
    _ file: String,
    _ work: () throws(StorageError) -> Value,
  ) throws(Complaint) -> Value {
    do throws(StorageError) {
      return try work()
    } catch .noSuchFile {
      throw complaint(.failureNoSession, of: file, .noSuchFile)
    } catch {
      let complaint = Complaint(error, file: file, words: complaintWords)
      guard error.isDamage, let offer = backupOffer(for: file) else { throw complaint }
      throw Complaint(complaint.lines + [offer], complaint.status)
    }
  }

  /// Reads a session from a file, or from standard input where the file is `-`.
  ///
  /// Where it is sealed, the passphrase comes from where the options say; a command without such
  /// options takes no sealed file.
  func session(
    _ file: String,
    _ passphrase: PassphraseOptions? = nil,
  ) throws(Complaint) -> StoredSession {
    let stored = try reading(file, passphrase)
    if let guest, !guest.isInvited(toSession: stored.session.id) {
      throw Complaint([complaintWords(.seatHostGone)], .heldByAnother)
    }
    inputs.respondent = stored.questionnaire.respondent
    return stored
  }

  private func reading(
    _ file: String,
    _ passphrase: PassphraseOptions?,
  ) throws(Complaint) -> StoredSession {
    try take(file)
    if file != "-", !FileSystem.isSealed(file) {
      let stored = try onSession(file) { () throws(StorageError) in
        try SessionFile.read(file, assets: assets)
      }
      let lines = stored.journalFaults.map { complaintWords.line($0, file: file) }
      Complaint(lines, .done).report()
      return stored
    }
    let bytes = try unsealed(file, passphrase)
    return try onFile(file) { () throws(StorageError) in
      try SessionFile.read(bytes: bytes, assets: assets)
    }
  }

  /// Notes that the command reads a file; not one into which its output goes.
  func take(_ file: String) throws(Complaint) {
    inputs.add(file)
    guard !FileSystem.isStandardOutput(file == "-" ? "/dev/stdin" : file) else {
      throw Complaint(.output(.isInput), file: file, words: complaintWords)
    }
  }

  /// The content of a file, without its seal.
  func unsealed(_ file: String, _ passphrase: PassphraseOptions?) throws(Complaint) -> [UInt8] {
    try take(file)
    let bytes = try onFile(file) { () throws(StorageError) in
      file == "-" ? try FileSystem.read(0) : try FileSystem.read(file)
    }
    guard Sealing.isSealed(bytes) else { return bytes }
    guard let passphrase else { throw complaint(.failureSealed, of: file, .wrongUse) }
    return try opened(bytes, of: file, passphrase)
  }

  /// What is under a seal.
  func opened(
    _ bytes: [UInt8],
    of file: String,
    _ passphrase: PassphraseOptions,
  ) throws(Complaint) -> [UInt8] {
    let passphrase = try passphrase.existing(for: file, self)
    return try onFile(file) { () throws(StorageError) in
      do throws(SealingFailure) {
        return try Sealing.open(bytes, with: passphrase)
      } catch {
        throw .sealed(error)
      }
    }
  }

  /// Tells what was set aside before a session was written.
  func report(_ setAside: SetAside?, file: String) {
    guard let setAside else { return }
    let line = complaintWords(setAside)
    Complaint(["\(complaintWords.path(file)): \(line)"], .done).report()
  }

  /// Keeps changes of a session and waits until they are in its file.
  func keep(_ changes: [Change], in stored: StoredSession, file: String) throws(Complaint) {
    let keeper = Keeper(path: file, stored: stored, assets: assets)
    for change in changes { keeper.keep(change) }
    let failure = keeper.finish()
    for outcome in keeper.outcomes() {
      switch outcome {
      case .setAside(let setAside): report(setAside, file: file)
      case .nearlyFull(let limit):
        let line = complaintWords(.nearlyFull(limit: limit))
        Complaint(["\(complaintWords.path(file)): \(line)"], .done).report()
      case .kept, .notKept, .others, .reloaded, .present: break
      }
    }
    if let failure { throw Complaint(failure, file: file, words: complaintWords) }
  }

  /// The content of a table that is imported, from a file or from standard input.
  func table(_ file: String) throws(Complaint) -> [UInt8] {
    // What ten delegations answer is a hundredth of it.
    let limit = 32 << 20
    try take(file)
    return try onFile(file) { () throws(StorageError) in
      file == "-"
        ? try FileSystem.read(0, limit: limit) : try FileSystem.read(file, limit: limit)
    }
  }

  /// Where a session is damaged and a version beside it is not: asks whether to open that one.
  ///
  /// - Returns: whether it is in the session's place now; `nil` where nobody could be asked.
  func recovers(_ file: String, from complaint: Complaint) throws(Complaint) -> Bool? {
    guard guest == nil, complaint.status == .invalidContent, isatty(0) == 1, isatty(2) == 1,
      let backup = Backups.newestGood(of: file, assets: assets)
    else { return nil }
    let question = complaintWords(
      .recoveryQuestion(file: .plain(Companions(ofSession: file).freeDamaged))
    )
    complaint.report()
    Complaint([question], complaint.status).report()
    guard let line = readLine(), ["1", "١", "۱"].contains(line.filter { !$0.isWhitespace }) else {
      return false
    }
    try onFile(file) { () throws(StorageError) in try Backups.restore(backup.path, of: file) }
    return true
  }

  /// Where a file cannot be read but a version beside it can: how to bring that back.
  private func backupOffer(for file: String) -> String? {
    guard guest == nil, file != "-", let backup = Backups.newestGood(of: file, assets: assets)
    else {
      return nil
    }
    let time = TimeOfDay(backup.at)
    return complaintWords(
      .backupOffered(
        date: CalendarDate(backup.at),
        file: .plain(backup.path),
        original: .plain(file),
        time: .own(complaintWords.time(hour: time.hour, minute: time.minute)),
      )
    )
  }

  /// A delegation of a session by its code.
  func delegation(
    _ code: String,
    in session: Session,
    file: String,
  ) throws(Complaint) -> Delegation {
    let found = [code, code.uppercased()].lazy.compactMap { DelegationCode($0) }
      .compactMap { session.delegations[$0] }.first
    guard let delegation = found else {
      throw Complaint(Refusal.unknownDelegation(code), file: file, words: complaintWords)
    }
    return delegation
  }

  /// A question of a questionnaire by its number.
  func question(
    _ number: String,
    in questionnaire: Questionnaire,
    file: String,
  ) throws(Complaint) -> Question {
    guard let number = QuestionNumber(number), let question = questionnaire[number] else {
      throw Complaint(Refusal.unknownQuestion(number), file: file, words: complaintWords)
    }
    return question
  }
}

extension Timestamp {
  /// The moment it is.
  static var now: Timestamp {
    Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
  }
}

extension StorageError {
  /// Whether what is in the file is damaged, and not only for another program or questionnaire.
  fileprivate var isDamage: Bool {
    guard case .invalid(let faults) = self else { return false }
    return faults.allSatisfy { fault in
      switch fault.what {
      case .newerVersion, .unknownQuestionnaire, .otherSession, .otherQuestionnaire, .folder: false
      default: true
      }
    }
  }
}
