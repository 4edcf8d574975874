// Written by .ci/phrases from Assets/phrases/en.json.

package import Consultation

extension FilledPhrase {
  package static func failureCannotCreate(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("failureCannotCreate", ("reason", .text(reason)))
  }

  package static func failureDumbTerminal(name: InsertedText) -> FilledPhrase {
    FilledPhrase("failureDumbTerminal", ("name", .text(name)))
  }

  package static func failureGit(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("failureGit", ("reason", .text(reason)))
  }

  package static func failureNoProgram(
    command: InsertedText,
    program: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase("failureNoProgram", ("command", .text(command)), ("program", .text(program)))
  }

  package static func failureNotOwn(file: InsertedText) -> FilledPhrase {
    FilledPhrase("failureNotOwn", ("file", .text(file)))
  }

  package static func failureOwnBranch(branch: InsertedText) -> FilledPhrase {
    FilledPhrase("failureOwnBranch", ("branch", .text(branch)))
  }

  package static func failureOwnFile(delegation: InsertedText) -> FilledPhrase {
    FilledPhrase("failureOwnFile", ("delegation", .text(delegation)))
  }

  package static func failurePrinting(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("failurePrinting", ("reason", .text(reason)))
  }

  package static func failureProgram(program: InsertedText, reason: InsertedText) -> FilledPhrase {
    FilledPhrase("failureProgram", ("program", .text(program)), ("reason", .text(reason)))
  }

  package static func failureProgramSlow(limit: Int, program: InsertedText) -> FilledPhrase {
    FilledPhrase("failureProgramSlow", ("limit", .number(limit)), ("program", .text(program)))
  }

  package static func failureRemote(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("failureRemote", ("reason", .text(reason)))
  }

  package static func failureSeveralRemotes(names: InsertedText) -> FilledPhrase {
    FilledPhrase("failureSeveralRemotes", ("names", .text(names)))
  }

  package static func failureSeveralSealedCopies(names: InsertedText) -> FilledPhrase {
    FilledPhrase("failureSeveralSealedCopies", ("names", .text(names)))
  }

  package static func failureTooLarge(limit: Int) -> FilledPhrase {
    FilledPhrase("failureTooLarge", ("limit", .number(limit)))
  }

  package static func failureTracked(names: InsertedText) -> FilledPhrase {
    FilledPhrase("failureTracked", ("names", .text(names)))
  }

  package static func failureUnknownRemote(name: InsertedText) -> FilledPhrase {
    FilledPhrase("failureUnknownRemote", ("name", .text(name)))
  }

  package static func failureUnknownTerminal(name: InsertedText) -> FilledPhrase {
    FilledPhrase("failureUnknownTerminal", ("name", .text(name)))
  }

  package static func failureWrite(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("failureWrite", ("reason", .text(reason)))
  }

  package static func faultConditionOnLater(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("faultConditionOnLater", ("question", .question(question)))
  }

  package static func faultDoesNotFit(highest: Int, lowest: Int) -> FilledPhrase {
    FilledPhrase("faultDoesNotFit", ("highest", .number(highest)), ("lowest", .number(lowest)))
  }

  package static func faultDuplicateCode(code: InsertedText) -> FilledPhrase {
    FilledPhrase("faultDuplicateCode", ("code", .text(code)))
  }

  package static func faultDuplicateIdentifier(id: InsertedText) -> FilledPhrase {
    FilledPhrase("faultDuplicateIdentifier", ("id", .text(id)))
  }

  package static func faultDuplicateKey(key: InsertedText) -> FilledPhrase {
    FilledPhrase("faultDuplicateKey", ("key", .text(key)))
  }

  package static func faultElementCount(highest: Int, lowest: Int) -> FilledPhrase {
    FilledPhrase(
      "faultElementCount",
      ("highest", .number(highest)),
      ("lowest", .number(lowest)),
    )
  }

  package static func faultElementsForEstablished(highest: Int) -> FilledPhrase {
    FilledPhrase("faultElementsForEstablished", ("highest", .number(highest)))
  }

  package static func faultLongerThanAScreen(language: InsertedText, rows: Int) -> FilledPhrase {
    FilledPhrase(
      "faultLongerThanAScreen",
      ("language", .text(language)),
      ("rows", .number(rows)),
    )
  }

  package static func faultMissingKey(key: InsertedText) -> FilledPhrase {
    FilledPhrase("faultMissingKey", ("key", .text(key)))
  }

  package static func faultNewerVersion(number: Int) -> FilledPhrase {
    FilledPhrase("faultNewerVersion", ("number", .number(number)))
  }

  package static func faultNoLook(allowed: InsertedText) -> FilledPhrase {
    FilledPhrase("faultNoLook", ("allowed", .text(allowed)))
  }

  package static func faultNotReadable(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("faultNotReadable", ("reason", .text(reason)))
  }

  package static func faultNumberOutOfOrder(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("faultNumberOutOfOrder", ("question", .question(question)))
  }

  package static func faultNumberOutsideTheme(domain: Int, theme: Int) -> FilledPhrase {
    FilledPhrase(
      "faultNumberOutsideTheme",
      ("domain", .number(domain)),
      ("theme", .number(theme)),
    )
  }

  package static func faultOrderDoesNotFit(highest: Int, lowest: Int) -> FilledPhrase {
    FilledPhrase(
      "faultOrderDoesNotFit",
      ("highest", .number(highest)),
      ("lowest", .number(lowest)),
    )
  }

  package static func faultOtherQuestionnaire(
    id: InsertedText,
    version: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase("faultOtherQuestionnaire", ("id", .text(id)), ("version", .text(version)))
  }

  package static func faultStatementElements(
    language: InsertedText,
    place: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "faultStatementElements",
      ("language", .text(language)),
      ("place", .text(place)),
    )
  }

  package static func faultStatementFullStop(language: InsertedText) -> FilledPhrase {
    FilledPhrase("faultStatementFullStop", ("language", .text(language)))
  }

  package static func faultStatementIsQuestion(language: InsertedText) -> FilledPhrase {
    FilledPhrase("faultStatementIsQuestion", ("language", .text(language)))
  }

  package static func faultStatementSource(
    language: InsertedText,
    place: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase("faultStatementSource", ("language", .text(language)), ("place", .text(place)))
  }

  package static func faultTemplateWithout(name: InsertedText) -> FilledPhrase {
    FilledPhrase("faultTemplateWithout", ("name", .text(name)))
  }

  package static func faultTextMissing(language: InsertedText) -> FilledPhrase {
    FilledPhrase("faultTextMissing", ("language", .text(language)))
  }

  package static func faultTooDeep(limit: Int) -> FilledPhrase {
    FilledPhrase("faultTooDeep", ("limit", .number(limit)))
  }

  package static func faultTooLarge(limit: Int) -> FilledPhrase {
    FilledPhrase("faultTooLarge", ("limit", .number(limit)))
  }

  package static func faultUnknownCode(allowed: InsertedText, code: InsertedText) -> FilledPhrase {
    FilledPhrase("faultUnknownCode", ("allowed", .text(allowed)), ("code", .text(code)))
  }

  package static func faultUnknownConditionCode(
    code: InsertedText,
    question: QuestionNumber,
  ) -> FilledPhrase {
    FilledPhrase(
      "faultUnknownConditionCode",
      ("code", .text(code)),
      ("question", .question(question)),
    )
  }

  package static func faultUnknownConditionQuestion(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("faultUnknownConditionQuestion", ("question", .question(question)))
  }

  package static func faultUnknownDelegation(code: InsertedText) -> FilledPhrase {
    FilledPhrase("faultUnknownDelegation", ("code", .text(code)))
  }

  package static func faultUnknownEarlierQuestion(
    question: QuestionNumber,
    version: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "faultUnknownEarlierQuestion",
      ("question", .question(question)),
      ("version", .text(version)),
    )
  }

  package static func faultUnknownInstrument(code: InsertedText) -> FilledPhrase {
    FilledPhrase("faultUnknownInstrument", ("code", .text(code)))
  }

  package static func faultUnknownObjective(objective: InsertedText) -> FilledPhrase {
    FilledPhrase("faultUnknownObjective", ("objective", .text(objective)))
  }

  package static func faultUnknownQuestion(text: InsertedText) -> FilledPhrase {
    FilledPhrase("faultUnknownQuestion", ("text", .text(text)))
  }

  package static func faultUnknownQuestionnaire(
    id: InsertedText,
    version: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase("faultUnknownQuestionnaire", ("id", .text(id)), ("version", .text(version)))
  }

  package static func faultUnknownSubcategory(code: InsertedText) -> FilledPhrase {
    FilledPhrase("faultUnknownSubcategory", ("code", .text(code)))
  }

  package static func faultValueDoesNotFit(value: InsertedText) -> FilledPhrase {
    FilledPhrase("faultValueDoesNotFit", ("value", .text(value)))
  }

  package static func faultWrongForm(text: InsertedText) -> FilledPhrase {
    FilledPhrase("faultWrongForm", ("text", .text(text)))
  }

  package static func faultWrongType(type: InsertedText) -> FilledPhrase {
    FilledPhrase("faultWrongType", ("type", .text(type)))
  }

  package static func placeDelegation(code: InsertedText) -> FilledPhrase {
    FilledPhrase("placeDelegation", ("code", .text(code)))
  }

  package static func placeDomain(number: Int) -> FilledPhrase {
    FilledPhrase("placeDomain", ("number", .number(number)))
  }

  package static func placeJournalLine(line: Int) -> FilledPhrase {
    FilledPhrase("placeJournalLine", ("line", .number(line)))
  }

  package static func placeQuestion(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("placeQuestion", ("question", .question(question)))
  }

  package static func placeTheme(number: Int) -> FilledPhrase {
    FilledPhrase("placeTheme", ("number", .number(number)))
  }

  package static func refusalChangedSince(name: InsertedText) -> FilledPhrase {
    FilledPhrase("refusalChangedSince", ("name", .text(name)))
  }

  package static func refusalElement(code: InsertedText, question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("refusalElement", ("code", .text(code)), ("question", .question(question)))
  }

  package static func refusalUnknownDelegation(code: InsertedText) -> FilledPhrase {
    FilledPhrase("refusalUnknownDelegation", ("code", .text(code)))
  }

  package static func refusalUnknownQuestion(text: InsertedText) -> FilledPhrase {
    FilledPhrase("refusalUnknownQuestion", ("text", .text(text)))
  }

  package static func refusalValue(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("refusalValue", ("question", .question(question)))
  }

  package static func refusalWithdrawn(date: CalendarDate) -> FilledPhrase {
    FilledPhrase("refusalWithdrawn", ("date", .date(date)))
  }

  package static func setAsideDamaged(file: InsertedText) -> FilledPhrase {
    FilledPhrase("setAsideDamaged", ("file", .text(file)))
  }

  package static func setAsideNewer(file: InsertedText) -> FilledPhrase {
    FilledPhrase("setAsideNewer", ("file", .text(file)))
  }

  package static func setAsideNotOwn(file: InsertedText) -> FilledPhrase {
    FilledPhrase("setAsideNotOwn", ("file", .text(file)))
  }

  package static func setAsideOfAnother(file: InsertedText) -> FilledPhrase {
    FilledPhrase("setAsideOfAnother", ("file", .text(file)))
  }

  package static func usageInstrument(text: InsertedText) -> FilledPhrase {
    FilledPhrase("usageInstrument", ("text", .text(text)))
  }

  package static func usageMeantCommand(meant: InsertedText, name: InsertedText) -> FilledPhrase {
    FilledPhrase("usageMeantCommand", ("meant", .text(meant)), ("name", .text(name)))
  }

  package static func usageMeantOption(meant: InsertedText, name: InsertedText) -> FilledPhrase {
    FilledPhrase("usageMeantOption", ("meant", .text(meant)), ("name", .text(name)))
  }

  package static func usageMissing(name: InsertedText) -> FilledPhrase {
    FilledPhrase("usageMissing", ("name", .text(name)))
  }

  package static func usageMissingValue(name: InsertedText) -> FilledPhrase {
    FilledPhrase("usageMissingValue", ("name", .text(name)))
  }

  package static func usageMore(count: Int) -> FilledPhrase {
    FilledPhrase("usageMore", ("count", .number(count)))
  }

  package static func usageSession(codes: InsertedText) -> FilledPhrase {
    FilledPhrase("usageSession", ("codes", .text(codes)))
  }

  package static func usageTakesNoValue(name: InsertedText, value: InsertedText) -> FilledPhrase {
    FilledPhrase("usageTakesNoValue", ("name", .text(name)), ("value", .text(value)))
  }

  package static func usageUnexpected(name: InsertedText) -> FilledPhrase {
    FilledPhrase("usageUnexpected", ("name", .text(name)))
  }

  package static func usageUnknownCommand(name: InsertedText) -> FilledPhrase {
    FilledPhrase("usageUnknownCommand", ("name", .text(name)))
  }

  package static func usageUnknownOption(name: InsertedText) -> FilledPhrase {
    FilledPhrase("usageUnknownOption", ("name", .text(name)))
  }

  package static func usageValueCodes(codes: InsertedText) -> FilledPhrase {
    FilledPhrase("usageValueCodes", ("codes", .text(codes)))
  }

  package static func usageValues(
    question: QuestionNumber,
    value: InsertedText,
    values: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "usageValues",
      ("question", .question(question)),
      ("value", .text(value)),
      ("values", .text(values)),
    )
  }

  package static func usageWrongValue(name: InsertedText, value: InsertedText) -> FilledPhrase {
    FilledPhrase("usageWrongValue", ("name", .text(name)), ("value", .text(value)))
  }

  package static func usageWrongValueOf(
    name: InsertedText,
    value: InsertedText,
    values: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "usageWrongValueOf",
      ("name", .text(name)),
      ("value", .text(value)),
      ("values", .text(values)),
    )
  }
}
