import Consultation
import Phrases
import Reports
import Storage

/// A questionnaire from an XLSForm of other people's.
struct QuestionnaireImport {
  let source: String
  let bytes: [UInt8]
  /// The questionnaire's file; a folder where it is none of JSON.
  let file: String
  let isForced: Bool

  /// Makes the questionnaire, or says what would be made.
  func run(isDryRun: Bool, _ context: CommandContext) throws {
    // The national questionnaire says what the steps of its scales are called.
    let usual = try context.questionnaire(named: "mgi-national")
    let reading = XLSFormReading(bytes, usual: usual)
    guard let questionnaire = reading.questionnaire else {
      throw Complaint(.invalid(reading.faults), file: source, words: context.complaintWords)
    }
    if isDryRun { return try context.say([context.line(of: questionnaire)]) }
    let path = file == "-" ? nil : try path(context)
    try OutputDoor(path, [.json], isForced: isForced, context)
      .write(QuestionnaireFile.text(questionnaire))
  }

  /// The file that is made: the one that is named, or that of a questionnaire in the folder, which
  /// is made where there is none.
  private func path(_ context: CommandContext) throws(Complaint) -> String {
    try context.onOutput(file) { () throws(StorageError) in
      let inFolder = file + "/questionnaire.json"
      do throws(StorageError) {
        let output = try OutputFile(
          file,
          [.json],
          isForced: true,
          inputs: context.inputs.paths,
        )
        guard output.format == nil, !FileSystem.exists(file) else { return file }
      } catch .output(.isFolder) {
        return inFolder
      }
      try FileSystem.makeFolder(file)
      return inFolder
    }
  }
}

extension CommandContext {
  /// A questionnaire in a line: its id and version, its title, how many questions it has.
  func line(of questionnaire: Questionnaire) -> String {
    words(
      .questionnaireLine(
        id: .plain(questionnaire.identity.id),
        questions: .own(words(.questionCount(count: questionnaire.questions.count))),
        title: .own(words.text(questionnaire.title)),
        version: .plain(questionnaire.identity.version),
      )
    )
  }
}
