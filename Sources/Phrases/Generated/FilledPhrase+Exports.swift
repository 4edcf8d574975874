// Written by .ci/phrases from Assets/phrases/en.json.

package import Consultation

extension FilledPhrase {
  package static func exportCellCount(expected: Int, found: Int) -> FilledPhrase {
    FilledPhrase("exportCellCount", ("expected", .number(expected)), ("found", .number(found)))
  }

  package static func exportEmptyCell(column: InsertedText) -> FilledPhrase {
    FilledPhrase("exportEmptyCell", ("column", .text(column)))
  }

  package static func exportMissingColumn(column: InsertedText) -> FilledPhrase {
    FilledPhrase("exportMissingColumn", ("column", .text(column)))
  }

  package static func exportMissingSheet(sheet: InsertedText) -> FilledPhrase {
    FilledPhrase("exportMissingSheet", ("sheet", .text(sheet)))
  }

  package static func exportNoDate(text: InsertedText) -> FilledPhrase {
    FilledPhrase("exportNoDate", ("text", .text(text)))
  }

  package static func exportNoNumber(text: InsertedText) -> FilledPhrase {
    FilledPhrase("exportNoNumber", ("text", .text(text)))
  }

  package static func exportNotImported(column: InsertedText) -> FilledPhrase {
    FilledPhrase("exportNotImported", ("column", .text(column)))
  }

  package static func exportOtherPackage(file: InsertedText) -> FilledPhrase {
    FilledPhrase("exportOtherPackage", ("file", .text(file)))
  }

  package static func exportRepeatedColumn(column: InsertedText) -> FilledPhrase {
    FilledPhrase("exportRepeatedColumn", ("column", .text(column)))
  }

  package static func exportRepeatedInstrument(text: InsertedText) -> FilledPhrase {
    FilledPhrase("exportRepeatedInstrument", ("text", .text(text)))
  }

  package static func exportRepeatedName(name: InsertedText) -> FilledPhrase {
    FilledPhrase("exportRepeatedName", ("name", .text(name)))
  }

  package static func exportRepeatedRow(line: Int) -> FilledPhrase {
    FilledPhrase("exportRepeatedRow", ("line", .number(line)))
  }

  package static func exportReservedCode(code: InsertedText) -> FilledPhrase {
    FilledPhrase("exportReservedCode", ("code", .text(code)))
  }

  package static func exportToVerify(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("exportToVerify", ("question", .question(question)))
  }

  package static func exportTooManyCells(columns: Int, rows: Int) -> FilledPhrase {
    FilledPhrase("exportTooManyCells", ("columns", .number(columns)), ("rows", .number(rows)))
  }

  package static func exportTooManyChoices(limit: Int) -> FilledPhrase {
    FilledPhrase("exportTooManyChoices", ("limit", .number(limit)))
  }

  package static func exportUnknownCode(allowed: InsertedText, code: InsertedText) -> FilledPhrase {
    FilledPhrase("exportUnknownCode", ("allowed", .text(allowed)), ("code", .text(code)))
  }

  package static func exportUnknownColumn(
    allowed: InsertedText,
    column: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase("exportUnknownColumn", ("allowed", .text(allowed)), ("column", .text(column)))
  }

  package static func exportUnknownDelegation(
    allowed: InsertedText,
    code: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase("exportUnknownDelegation", ("allowed", .text(allowed)), ("code", .text(code)))
  }

  package static func exportUnknownInstrument(text: InsertedText) -> FilledPhrase {
    FilledPhrase("exportUnknownInstrument", ("text", .text(text)))
  }

  package static func exportUnknownList(name: InsertedText) -> FilledPhrase {
    FilledPhrase("exportUnknownList", ("name", .text(name)))
  }

  package static func exportUnknownName(name: InsertedText) -> FilledPhrase {
    FilledPhrase("exportUnknownName", ("name", .text(name)))
  }

  package static func exportUnknownQuestion(text: InsertedText) -> FilledPhrase {
    FilledPhrase("exportUnknownQuestion", ("text", .text(text)))
  }

  package static func exportUnknownRelevance(text: InsertedText) -> FilledPhrase {
    FilledPhrase("exportUnknownRelevance", ("text", .text(text)))
  }

  package static func exportUnknownType(type: InsertedText) -> FilledPhrase {
    FilledPhrase("exportUnknownType", ("type", .text(type)))
  }

  package static func exportWouldAdd(count: Int) -> FilledPhrase {
    FilledPhrase("exportWouldAdd", ("count", .number(count)))
  }

  package static func exportWouldChange(count: Int) -> FilledPhrase {
    FilledPhrase("exportWouldChange", ("count", .number(count)))
  }

  package static func exportWouldTakeComments(count: Int) -> FilledPhrase {
    FilledPhrase("exportWouldTakeComments", ("count", .number(count)))
  }

  package static func outputPackageKept(file: InsertedText) -> FilledPhrase {
    FilledPhrase("outputPackageKept", ("file", .text(file)))
  }

  package static func outputPromises(ending: InsertedText, fitting: InsertedText) -> FilledPhrase {
    FilledPhrase("outputPromises", ("ending", .text(ending)), ("fitting", .text(fitting)))
  }
}
