import Consultation
import Glibc
import Phrases
import Screens
import Storage

/// What is said and asked where a session cannot be read and a version beside it can.
extension CommandContext {
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
  func backupOffer(for file: String) -> String? {
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
}

extension StorageError {
  /// Whether what is in the file is damaged, and not only for another program or questionnaire.
  var isDamage: Bool {
    guard case .invalid(let faults) = self else { return false }
    return faults.allSatisfy { fault in
      switch fault.what {
      case .newerVersion, .unknownQuestionnaire, .otherSession, .otherQuestionnaire, .folder: false
      default: true
      }
    }
  }
}
