/// One thing that is wrong in a file: where, and what.
///
/// A value without words: the catalogue says it in the reader's language, as
/// `FILE:WHERE: what is wrong; what to do`.
package struct Fault: Error, Equatable, Sendable {
  /// One step on the way to what is wrong, from the outside in.
  package enum Place: Equatable, Sendable {
    /// Line and column, both from 1.
    case position(line: Int, column: Int)
    /// A file beside the one that was named: one domain of a questionnaire.
    case file(String)
    case domain(Int)
    case theme(Int)
    case question(QuestionNumber)
    case delegation(String)
    /// A key, or an index, of the JSON.
    case key(String)
    /// The journal beside a session, or one of its lines, counted from 1.
    case journal(line: Int?)
    /// A row of a sheet of a workbook, counted from 1.
    case sheet(String, row: Int)
    /// A file within the file that was named: a part of a workbook.
    case part(String)
  }

  package enum What: Equatable, Sendable {
    // The text of the file
    case noSuchFile
    case folder
    case notReadable(reason: String)
    case notUTF8
    case notJSON
    case endsTooEarly
    case tooDeep(limit: Int)
    case tooLarge(limitInMegabytes: Int)
    case duplicateKey(String)
    // Its shape
    case missingKey(String)
    case wrongType(expected: ExpectedType)
    case unknownCode(String, allowed: [String])
    case wrongForm(String)
    /// As in `wrongForm`, of what may be private: the place tells where it stands.
    case wrongValue
    /// A whole number outside the range that there is for it.
    case doesNotFit(ClosedRange<Int>)
    /// The same of the place of a change among all changes.
    case orderDoesNotFit(ClosedRange<Int>)
    /// No number that can be reckoned with.
    case numberTooGreat
    case notASession
    case notAQuestionnaire
    case newerVersion(Int)
    case unknownQuestionnaire(Questionnaire.Identity)
    // A questionnaire
    case textMissing(Language)
    case duplicateNumber
    case duplicateCode(String)
    case numberOutsideTheme(domain: Int, theme: Int)
    case numberOutOfOrder(after: QuestionNumber)
    case unknownConditionQuestion(QuestionNumber)
    case conditionOnLaterQuestion(QuestionNumber)
    case unknownConditionCode(QuestionNumber, String)
    case unknownObjective(String)
    case unknownSubcategory(String)
    case optionsMissing
    /// No answer to the earlier questions leads to it.
    case neverAsked
    case servesNoObjective
    case longerThanAScreen(Language, rows: Int)
    /// Elements, statements, and what comes from the edition before.
    case edition(EditionFault)
    // A session
    case unknownDelegation(String)
    case unknownQuestion(String)
    case valueDoesNotFit(String)
    case agreedWithoutGrounds
    case duplicateIdentifier(String)
    // What lies beside a session
    case journalLineDamaged
    case journalLineNotUnderstood
    case journalLineOfAnother
    case journalOfAnother
    case journalNewer
    case journalNotOwn
    // Two copies of a session
    case otherSession
    case otherQuestionnaire(Questionnaire.Identity)
    // A table that is taken in
    case table(TableFault)
    // How reports look
    case look(LookFault)
  }

  /// The type that a value of a file should have had.
  package enum ExpectedType: String, CaseIterable, Sendable {
    case object, array, string, wholeNumber, number, boolean
  }

  package let place: [Place]
  package let what: What

  package init(_ place: [Place], _ what: What) {
    self.place = place
    self.what = what
  }
}
