import Consultation
import Phrases

extension ReportText {
  /// A statement as prose, with the law behind it in parentheses.
  ///
  /// - Returns: nothing where the questionnaire has no sentence for it.
  func sentences(_ statement: StatementInPlace, by languages: [Language]) -> [String] {
    prose(by: languages).sentences(statement)
  }

  /// The sources of an answer as they stand in a sentence, or nothing.
  func source(_ sources: [Evidence], by languages: [Language]) -> String {
    prose(by: languages).source(sources)
  }

  private func prose(by languages: [Language]) -> ProfileProse {
    ProfileProse(words, in: questionnaire, by: languages)
  }
}
