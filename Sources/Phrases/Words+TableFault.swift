package import Consultation

extension Words {
  /// What is wrong in a table, and what to do.
  package func callAsFunction(_ fault: TableFault) -> String {
    switch fault {
    case .quoteNotClosed: self(.exportQuoteNotClosed)
    case .textAfterQuote: self(.exportTextAfterQuote)
    case .quoteInCell: self(.exportQuoteInCell)
    case .notAWorkbook: self(.exportNotAWorkbook)
    case .damagedPart: self(.exportDamagedPart)
    case .documentType: self(.exportDocumentType)
    case .damagedRow: self(.exportDamagedRow)
    case .tooManyCells(let rows, let columns):
      self(.exportTooManyCells(columns: columns, rows: rows))
    case .tooManyChoices(let limit):
      self(.exportTooManyChoices(limit: limit))
    case .sealedWorkbook: self(.exportSealedWorkbook)
    case .noRows: self(.exportNoRows)
    case .cellCount(let expected, let found):
      self(.exportCellCount(expected: expected, found: found))
    case .missingColumn(let name): self(.exportMissingColumn(column: .plain(name)))
    case .unknownColumn(let name, let allowed):
      self(.exportUnknownColumn(allowed: codes(allowed), column: .plain(name)))
    case .repeatedColumn(let name): self(.exportRepeatedColumn(column: .plain(name)))
    case .missingSheet(let name): self(.exportMissingSheet(sheet: .plain(name)))
    case .emptyCell(let column): self(.exportEmptyCell(column: .plain(column)))
    case .unknownDelegation(let code, let allowed):
      self(.exportUnknownDelegation(allowed: codes(allowed), code: .plain(code)))
    case .unknownQuestion(let number):
      self(.exportUnknownQuestion(text: .plain(number)))
    case .unknownCode(let code, let allowed):
      self(.exportUnknownCode(allowed: codes(allowed), code: .plain(code)))
    case .noNumber(let text): self(.exportNoNumber(text: .plain(text)))
    case .noDate(let text): self(.exportNoDate(text: .plain(text)))
    case .unknownInstrument(let text): self(.exportUnknownInstrument(text: .plain(text)))
    case .repeatedInstrument(let text):
      self(.exportRepeatedInstrument(text: .plain(text)))
    case .repeatedRow(let line): self(.exportRepeatedRow(line: line))
    case .notImported(let column): self(.exportNotImported(column: .plain(column)))
    case .refused(let refusal): self(refusal)
    case .unknownType(let type): self(.exportUnknownType(type: .plain(type)))
    case .unknownList(let name): self(.exportUnknownList(name: .plain(name)))
    case .unknownRelevance(let text): self(.exportUnknownRelevance(text: .plain(text)))
    case .unknownName(let name): self(.exportUnknownName(name: .plain(name)))
    case .repeatedName(let name): self(.exportRepeatedName(name: .plain(name)))
    case .groupNotClosed: self(.exportGroupNotClosed)
    case .groupNotOpen: self(.exportGroupNotOpen)
    case .tooDeep: self(.exportGroupTooDeep)
    case .reservedCode(let code): self(.exportReservedCode(code: .plain(code)))
    case .noQuestions: self(.exportNoQuestions)
    }
  }

  private func codes(_ codes: [String]) -> InsertedText { .own(codes.joined(separator: ", ")) }
}
