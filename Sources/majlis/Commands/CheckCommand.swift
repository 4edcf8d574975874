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
    let surroundings = try Surroundings(options)
    var faults: [String] = []
    var complaints: [Complaint] = []
    for file in files {
      do throws(Complaint) {
        faults += try self.faults(of: file, surroundings)
      } catch {
        complaints.append(error)
      }
    }
    try surroundings.say(faults)
    if let first = complaints.first { throw Complaint(complaints.flatMap(\.lines), first.status) }
    if !faults.isEmpty { throw Complaint([], .faultsFound) }
  }

  /// The faults of one file, a line each.
  ///
  /// - Throws: where it cannot be looked at.
  private func faults(
    of file: String,
    _ surroundings: Surroundings,
  ) throws(Complaint) -> [String] {
    let isElsewhere = file == "-" || FileSystem.isSealed(file)
    let bytes = isElsewhere ? try surroundings.unsealed(file, passphrase) : []
    do throws(StorageError) {
      if !isElsewhere, try isQuestionnaire(file) {
        _ = try QuestionnaireFile.read(file)
        return []
      }
      let stored =
        isElsewhere
        ? try SessionFile.read(bytes: bytes, assets: surroundings.assets)
        : try SessionFile.read(file, assets: surroundings.assets)
      return lines(
        stored.session.faults(in: stored.questionnaire) + stored.journalFaults,
        file,
        surroundings,
      )
    } catch {
      guard case .invalid(let faults) = error else {
        throw Complaint(error, file: file, words: surroundings.complaintWords)
      }
      return lines(faults, file, surroundings)
    }
  }

  private func lines(
    _ faults: [Fault],
    _ file: String,
    _ surroundings: Surroundings,
  ) -> [String] {
    let words = surroundings.words
    return faults.map { words.line($0, file: file == "-" ? words(.standardInput) : file) }
  }

  /// A folder with a questionnaire in it is one; a file is when it says so.
  private func isQuestionnaire(_ file: String) throws(StorageError) -> Bool {
    if FileSystem.isFolder(file) { return FileSystem.exists(file + "/questionnaire.json") }
    return try QuestionnaireFile.isQuestionnaire(file)
  }
}
