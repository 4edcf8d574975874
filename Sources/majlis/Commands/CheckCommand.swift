import ArgumentParser
import Consultation
import Phrases
import Storage

/// `majlis check`: every fault of sessions and questionnaires, one a line.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check sessions or questionnaires: every fault on one line.",
  )

  @Argument(help: "Sessions or questionnaires.")
  var files: [String]

  @OptionGroup var passphrase: PassphraseOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let context = try CommandContext(options)
    var faults: [String] = []
    var complaints: [Complaint] = []
    for file in files {
      do throws(Complaint) {
        faults += try self.faults(of: file, context)
      } catch {
        complaints.append(error)
      }
    }
    try context.say(faults)
    if let first = complaints.first { throw Complaint(complaints.flatMap(\.lines), first.status) }
    if !faults.isEmpty { throw Complaint([], .faultsFound) }
  }

  /// The faults of one file, a line each.
  ///
  /// - Throws: where it cannot be looked at.
  private func faults(
    of file: String,
    _ context: CommandContext,
  ) throws(Complaint) -> [String] {
    let isElsewhere = file == "-" || FileSystem.isSealed(file)
    let bytes = isElsewhere ? try context.unsealed(file, passphrase) : []
    do throws(StorageError) {
      if !isElsewhere, try isQuestionnaire(file) {
        try context.assets.check(file)
        return []
      }
      let stored =
        isElsewhere
        ? try SessionFile.read(bytes: bytes, assets: context.assets)
        : try SessionFile.read(file, assets: context.assets)
      return lines(
        stored.session.faults(in: stored.questionnaire) + stored.journalFaults,
        file,
        context,
      )
    } catch {
      guard case .invalid(let faults) = error else {
        throw Complaint(error, file: file, words: context.complaintWords)
      }
      return lines(faults, file, context)
    }
  }

  private func lines(
    _ faults: [Fault],
    _ file: String,
    _ context: CommandContext,
  ) -> [String] {
    let words = context.words
    return faults.map { words.line($0, file: file == "-" ? words(.standardInput) : file) }
  }

  /// A folder with a questionnaire in it is one; a file is when it says so.
  private func isQuestionnaire(_ file: String) throws(StorageError) -> Bool {
    if FileSystem.isFolder(file) { return FileSystem.exists(file + "/questionnaire.json") }
    return try QuestionnaireFile.isQuestionnaire(file)
  }
}
