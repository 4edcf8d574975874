/// What is wrong with the elements and statements of a questionnaire's questions, and with where
/// they come from.
package enum EditionFault: Equatable, Sendable {
  case elementCount(ClosedRange<Int>)
  case elementsWithoutScale
  /// More elements, or fewer than one, would have to be ticked of so many.
  case elementsForEstablished(count: Int)
  case unknownInstrument(String)
  case statementsMissing
  case statementIsQuestion(Language)
  case statementWithoutFullStop(Language)
  /// No place for the law that it rests on.
  case statementWithoutSource(Language)
  /// No place, or more than one, for the elements that are ticked.
  case statementWithoutElements(Language)
  case unknownEarlierQuestion(QuestionNumber, version: String)
  case earlierNumbersMissing
}
