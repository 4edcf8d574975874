/// What is wrong in a table that came from elsewhere: answers, delegates or the questions of a
/// form.
package enum TableFault: Equatable, Sendable {
  // The table as such
  case quoteNotClosed
  case textAfterQuote
  case quoteInCell
  case notAWorkbook
  case damagedPart
  case documentType
  case damagedRow
  case tooManyCells(rows: Int, columns: Int)
  case tooManyChoices(limit: Int)
  case sealedWorkbook
  case noRows
  case cellCount(expected: Int, found: Int)
  case missingColumn(String)
  case unknownColumn(String, allowed: [String])
  case repeatedColumn(String)
  case missingSheet(String)
  // Rows of answers and of delegates
  case emptyCell(column: String)
  case unknownDelegation(String, allowed: [String])
  case unknownQuestion(String)
  case unknownCode(String, allowed: [String])
  case noNumber(String)
  case noDate(String)
  case unknownInstrument(String)
  /// An instrument that the cell has named before.
  case repeatedInstrument(String)
  /// A row says again what a row of this line says.
  case repeatedRow(line: Int)
  /// The cell is not as the session has it, in a column that no import changes.
  case notImported(column: String)
  case refused(Refusal)
  // A form
  case unknownType(String)
  case unknownList(String)
  case unknownRelevance(String)
  case unknownName(String)
  case repeatedName(String)
  case groupNotClosed
  case groupNotOpen
  case tooDeep
  case reservedCode(String)
  case noQuestions
}
