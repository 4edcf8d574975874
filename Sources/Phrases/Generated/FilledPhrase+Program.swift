// Written by .ci/phrases from Assets/phrases/en.json.

package import Consultation

extension FilledPhrase {
  package static func askNewPassphrase(file: InsertedText) -> FilledPhrase {
    FilledPhrase("askNewPassphrase", ("file", .text(file)))
  }

  package static func askPassphrase(file: InsertedText) -> FilledPhrase {
    FilledPhrase("askPassphrase", ("file", .text(file)))
  }

  package static func backupOffered(
    date: CalendarDate,
    file: InsertedText,
    original: InsertedText,
    time: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "backupOffered",
      ("date", .date(date)),
      ("file", .text(file)),
      ("original", .text(original)),
      ("time", .text(time)),
    )
  }

  package static func changedByOther(name: InsertedText) -> FilledPhrase {
    FilledPhrase("changedByOther", ("name", .text(name)))
  }

  package static func chooseThisLanguage(number: Int) -> FilledPhrase {
    FilledPhrase("chooseThisLanguage", ("number", .number(number)))
  }

  package static func countDiffering(count: Int) -> FilledPhrase {
    FilledPhrase("countDiffering", ("count", .number(count)))
  }

  package static func countShared(count: Int) -> FilledPhrase {
    FilledPhrase("countShared", ("count", .number(count)))
  }

  package static func countToVerify(count: Int) -> FilledPhrase {
    FilledPhrase("countToVerify", ("count", .number(count)))
  }

  package static func date(day: Int, month: InsertedText, year: Int) -> FilledPhrase {
    FilledPhrase(
      "date",
      ("day", .number(day)),
      ("month", .text(month)),
      ("year", .number(year)),
    )
  }

  package static func dateFirst(day: Int, month: InsertedText, year: Int) -> FilledPhrase {
    FilledPhrase(
      "dateFirst",
      ("day", .number(day)),
      ("month", .text(month)),
      ("year", .number(year)),
    )
  }

  package static func differenceChanged(
    parts: InsertedText,
    question: QuestionNumber,
  ) -> FilledPhrase {
    FilledPhrase(
      "differenceChanged",
      ("parts", .text(parts)),
      ("question", .question(question)),
    )
  }

  package static func differenceFrom(
    numbers: InsertedText,
    parts: InsertedText,
    question: QuestionNumber,
  ) -> FilledPhrase {
    FilledPhrase(
      "differenceFrom",
      ("numbers", .text(numbers)),
      ("parts", .text(parts)),
      ("question", .question(question)),
    )
  }

  package static func differenceGone(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("differenceGone", ("question", .question(question)))
  }

  package static func differenceNew(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("differenceNew", ("question", .question(question)))
  }

  package static func differenceSame(count: Int) -> FilledPhrase {
    FilledPhrase("differenceSame", ("count", .number(count)))
  }

  package static func differenceWhole(parts: InsertedText) -> FilledPhrase {
    FilledPhrase("differenceWhole", ("parts", .text(parts)))
  }

  package static func editionCarriedOver(count: Int) -> FilledPhrase {
    FilledPhrase("editionCarriedOver", ("count", .number(count)))
  }

  package static func editionGone(count: Int) -> FilledPhrase {
    FilledPhrase("editionGone", ("count", .number(count)))
  }

  package static func editionJoined(count: Int) -> FilledPhrase {
    FilledPhrase("editionJoined", ("count", .number(count)))
  }

  package static func editionMoved(version: InsertedText) -> FilledPhrase {
    FilledPhrase("editionMoved", ("version", .text(version)))
  }

  package static func editionNotMoved(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("editionNotMoved", ("reason", .text(reason)))
  }

  package static func editionNothingLost(version: InsertedText) -> FilledPhrase {
    FilledPhrase("editionNothingLost", ("version", .text(version)))
  }

  package static func editionOffered(key: InsertedText, version: InsertedText) -> FilledPhrase {
    FilledPhrase("editionOffered", ("key", .text(key)), ("version", .text(version)))
  }

  package static func editionTitle(version: InsertedText) -> FilledPhrase {
    FilledPhrase("editionTitle", ("version", .text(version)))
  }

  package static func editionToLookAtAgain(count: Int) -> FilledPhrase {
    FilledPhrase("editionToLookAtAgain", ("count", .number(count)))
  }

  package static func endFile(file: InsertedText) -> FilledPhrase {
    FilledPhrase("endFile", ("file", .text(file)))
  }

  package static func foreignText(text: InsertedText) -> FilledPhrase {
    FilledPhrase("foreignText", ("text", .text(text)))
  }

  package static func goOnAt(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("goOnAt", ("question", .question(question)))
  }

  package static func goOnToDomain(number: Int, title: InsertedText) -> FilledPhrase {
    FilledPhrase("goOnToDomain", ("number", .number(number)), ("title", .text(title)))
  }

  package static func kept(time: InsertedText) -> FilledPhrase {
    FilledPhrase("kept", ("time", .text(time)))
  }

  package static func listLast(first: InsertedText, last: InsertedText) -> FilledPhrase {
    FilledPhrase("listLast", ("first", .text(first)), ("last", .text(last)))
  }

  package static func mostCharacters(count: Int) -> FilledPhrase {
    FilledPhrase("mostCharacters", ("count", .number(count)))
  }

  package static func nearlyFull(limit: Int) -> FilledPhrase {
    FilledPhrase("nearlyFull", ("limit", .number(limit)))
  }

  package static func notFitted(count: Int) -> FilledPhrase {
    FilledPhrase("notFitted", ("count", .number(count)))
  }

  package static func notKept(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("notKept", ("reason", .text(reason)))
  }

  package static func oursCount(count: Int) -> FilledPhrase {
    FilledPhrase("oursCount", ("count", .number(count)))
  }

  package static func proposalLine(value: InsertedText) -> FilledPhrase {
    FilledPhrase("proposalLine", ("value", .text(value)))
  }

  package static func proposalTake(value: InsertedText) -> FilledPhrase {
    FilledPhrase("proposalTake", ("value", .text(value)))
  }

  package static func quoted(text: InsertedText) -> FilledPhrase {
    FilledPhrase("quoted", ("text", .text(text)))
  }

  package static func recovered(count: Int) -> FilledPhrase {
    FilledPhrase("recovered", ("count", .number(count)))
  }

  package static func recoveryQuestion(file: InsertedText) -> FilledPhrase {
    FilledPhrase("recoveryQuestion", ("file", .text(file)))
  }

  package static func redone(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("redone", ("question", .question(question)))
  }

  package static func redoneAct(count: Int) -> FilledPhrase {
    FilledPhrase("redoneAct", ("count", .number(count)))
  }

  package static func remaining(count: Int) -> FilledPhrase {
    FilledPhrase("remaining", ("count", .number(count)))
  }

  package static func rescueFailed(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("rescueFailed", ("reason", .text(reason)))
  }

  package static func rescued(file: InsertedText, original: InsertedText) -> FilledPhrase {
    FilledPhrase("rescued", ("file", .text(file)), ("original", .text(original)))
  }

  package static func signedOff(name: InsertedText, time: InsertedText) -> FilledPhrase {
    FilledPhrase("signedOff", ("name", .text(name)), ("time", .text(time)))
  }

  package static func syncForeign(branch: InsertedText, count: Int) -> FilledPhrase {
    FilledPhrase("syncForeign", ("branch", .text(branch)), ("count", .number(count)))
  }

  package static func syncNotReached(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("syncNotReached", ("reason", .text(reason)))
  }

  package static func syncRestored(delegation: InsertedText, file: InsertedText) -> FilledPhrase {
    FilledPhrase("syncRestored", ("delegation", .text(delegation)), ("file", .text(file)))
  }

  package static func syncTakenIn(names: InsertedText) -> FilledPhrase {
    FilledPhrase("syncTakenIn", ("names", .text(names)))
  }

  package static func syncTold(number: Int) -> FilledPhrase {
    FilledPhrase("syncTold", ("number", .number(number)))
  }

  package static func textsOlder(languages: InsertedText) -> FilledPhrase {
    FilledPhrase("textsOlder", ("languages", .text(languages)))
  }

  package static func togetherByItself(count: Int) -> FilledPhrase {
    FilledPhrase("togetherByItself", ("count", .number(count)))
  }

  package static func togetherIsByItself(count: Int) -> FilledPhrase {
    FilledPhrase("togetherIsByItself", ("count", .number(count)))
  }

  package static func togetherMeaning(remote: InsertedText) -> FilledPhrase {
    FilledPhrase("togetherMeaning", ("remote", .text(remote)))
  }

  package static func togetherWaiting(key: InsertedText, waiting: InsertedText) -> FilledPhrase {
    FilledPhrase("togetherWaiting", ("key", .text(key)), ("waiting", .text(waiting)))
  }

  package static func tooSmall(height: Int, width: Int) -> FilledPhrase {
    FilledPhrase("tooSmall", ("height", .number(height)), ("width", .number(width)))
  }

  package static func undone(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("undone", ("question", .question(question)))
  }

  package static func undoneAct(count: Int) -> FilledPhrase {
    FilledPhrase("undoneAct", ("count", .number(count)))
  }

  package static func unkeptCopy(file: InsertedText) -> FilledPhrase {
    FilledPhrase("unkeptCopy", ("file", .text(file)))
  }

  package static func unkeptTitle(count: Int) -> FilledPhrase {
    FilledPhrase("unkeptTitle", ("count", .number(count)))
  }

  package static func unknownKey(help: InsertedText) -> FilledPhrase {
    FilledPhrase("unknownKey", ("help", .text(help)))
  }

  package static func unsealedInto(file: InsertedText) -> FilledPhrase {
    FilledPhrase("unsealedInto", ("file", .text(file)))
  }

  package static func upgradeDivided(numbers: InsertedText) -> FilledPhrase {
    FilledPhrase("upgradeDivided", ("numbers", .text(numbers)))
  }

  package static func upgradeJoined(numbers: InsertedText) -> FilledPhrase {
    FilledPhrase("upgradeJoined", ("numbers", .text(numbers)))
  }
}
