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

  @OptionGroup var options: CommonOptions

  func run() throws {
    let surroundings = try Surroundings(options)
    var lines: [String] = []
    for file in files { lines += try faults(of: file, surroundings) }
    try surroundings.say(lines)
    if !lines.isEmpty { throw Complaint([], .faultsFound) }
  }

  private func faults(of file: String, _ surroundings: Surroundings) throws -> [String] {
    let words = surroundings.words
    do throws(StorageError) {
      if try isQuestionnaire(file) {
        _ = try QuestionnaireFile.read(file)
        return []
      }
      let stored = try SessionFile.read(file, assets: surroundings.assets)
      return stored.session.faults(in: stored.questionnaire).map { words.line($0, file: file) }
    } catch {
      if case .invalid(let faults) = error { return faults.map { words.line($0, file: file) } }
      throw Complaint(error, file: file, words: words)
    }
  }

  /// A folder is a questionnaire; a file is one when it says so.
  private func isQuestionnaire(_ file: String) throws(StorageError) -> Bool {
    if FileSystem.isFolder(file) { return true }
    return try QuestionnaireFile.isQuestionnaire(file)
  }
}
