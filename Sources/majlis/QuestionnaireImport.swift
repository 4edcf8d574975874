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

  /// Makes the questionnaire, or says what would be made; one that is there is not replaced.
  func run(isDryRun: Bool, _ surroundings: Surroundings) throws {
    // The national questionnaire says what the steps of its scales are called.
    let usual = try surroundings.questionnaire(named: "mgi-national")
    let reading = XLSFormReading(bytes, usual: usual)
    guard let questionnaire = reading.questionnaire else {
      throw Complaint(.invalid(reading.faults), file: source, words: surroundings.words)
    }
    if isDryRun { return print(surroundings.line(of: questionnaire)) }
    let path = file.hasSuffix(".json") ? file : file + "/questionnaire.json"
    try surroundings.onFile(file) { () throws(StorageError) in
      if !file.hasSuffix(".json") { try FileSystem.makeFolder(file) }
      try SessionFile.create(QuestionnaireFile.text(questionnaire), at: path)
    }
  }
}

extension Surroundings {
  /// A questionnaire in a line: its id and version, its title, how many questions it has.
  func line(of questionnaire: Questionnaire) -> String {
    words(
      .questionnaireLine,
      [
        "id": .plain(questionnaire.identity.id),
        "version": .plain(questionnaire.identity.version),
        "title": .own(words.text(questionnaire.title)),
        "count": .own(words(.questionCount, ["count": .number(questionnaire.questions.count)])),
      ],
    )
  }
}
