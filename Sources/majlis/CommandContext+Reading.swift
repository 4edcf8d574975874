import Consultation
import Phrases
import Storage

/// What commands read and keep, with complaints about it in the reader's words.
extension CommandContext {
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
