// Written by .ci/phrases from Assets/phrases/en.json.

package import Consultation

extension FilledPhrase {
  package static func agendaOverlaps(time: InsertedText) -> FilledPhrase {
    FilledPhrase("agendaOverlaps", ("time", .text(time)))
  }

  package static func answeredAndOpen(answered: Int, open: Int) -> FilledPhrase {
    FilledPhrase("answeredAndOpen", ("answered", .number(answered)), ("open", .number(open)))
  }

  package static func answeredOf(answered: Int, asked: Int) -> FilledPhrase {
    FilledPhrase("answeredOf", ("answered", .number(answered)), ("asked", .number(asked)))
  }

  package static func answeredOfLong(answered: Int, asked: Int) -> FilledPhrase {
    FilledPhrase("answeredOfLong", ("answered", .number(answered)), ("asked", .number(asked)))
  }

  package static func answeredOfShort(answered: Int, asked: Int) -> FilledPhrase {
    FilledPhrase("answeredOfShort", ("answered", .number(answered)), ("asked", .number(asked)))
  }

  package static func baselineAt(date: CalendarDate, value: InsertedText) -> FilledPhrase {
    FilledPhrase("baselineAt", ("date", .date(date)), ("value", .text(value)))
  }

  package static func baselineLast(date: CalendarDate) -> FilledPhrase {
    FilledPhrase("baselineLast", ("date", .date(date)))
  }

  package static func baselineNotComparable(date: CalendarDate) -> FilledPhrase {
    FilledPhrase("baselineNotComparable", ("date", .date(date)))
  }

  package static func closingNoted(count: Int) -> FilledPhrase {
    FilledPhrase("closingNoted", ("count", .number(count)))
  }

  package static func closingOpen(count: Int) -> FilledPhrase {
    FilledPhrase("closingOpen", ("count", .number(count)))
  }

  package static func closingTitle(title: InsertedText) -> FilledPhrase {
    FilledPhrase("closingTitle", ("title", .text(title)))
  }

  package static func closingToVerify(count: Int) -> FilledPhrase {
    FilledPhrase("closingToVerify", ("count", .number(count)))
  }

  package static func commentsOpen(count: Int) -> FilledPhrase {
    FilledPhrase("commentsOpen", ("count", .number(count)))
  }

  package static func consentAssisting(name: InsertedText, time: InsertedText) -> FilledPhrase {
    FilledPhrase("consentAssisting", ("name", .text(name)), ("time", .text(time)))
  }

  package static func consentEnded(name: InsertedText) -> FilledPhrase {
    FilledPhrase("consentEnded", ("name", .text(name)))
  }

  package static func consentEndedWriting(name: InsertedText) -> FilledPhrase {
    FilledPhrase("consentEndedWriting", ("name", .text(name)))
  }

  package static func consentGiven(time: InsertedText) -> FilledPhrase {
    FilledPhrase("consentGiven", ("time", .text(time)))
  }

  package static func consentOfThese(names: InsertedText) -> FilledPhrase {
    FilledPhrase("consentOfThese", ("names", .text(names)))
  }

  package static func elementsFollow(answered: Int, count: Int) -> FilledPhrase {
    FilledPhrase("elementsFollow", ("answered", .number(answered)), ("count", .number(count)))
  }

  package static func elementsOtherwise(answered: Int, count: Int) -> FilledPhrase {
    FilledPhrase(
      "elementsOtherwise",
      ("answered", .number(answered)),
      ("count", .number(count)),
    )
  }

  package static func elementsOtherwiseNote(answered: Int, count: Int) -> FilledPhrase {
    FilledPhrase(
      "elementsOtherwiseNote",
      ("answered", .number(answered)),
      ("count", .number(count)),
    )
  }

  package static func evidenceLine(count: Int, titles: InsertedText) -> FilledPhrase {
    FilledPhrase("evidenceLine", ("count", .number(count)), ("titles", .text(titles)))
  }

  package static func instrumentsAnswered(answered: Int, count: Int) -> FilledPhrase {
    FilledPhrase(
      "instrumentsAnswered",
      ("answered", .number(answered)),
      ("count", .number(count)),
    )
  }

  package static func personSits(name: InsertedText) -> FilledPhrase {
    FilledPhrase("personSits", ("name", .text(name)))
  }

  package static func personUnnamed(code: InsertedText) -> FilledPhrase {
    FilledPhrase("personUnnamed", ("code", .text(code)))
  }

  package static func questionCount(count: Int) -> FilledPhrase {
    FilledPhrase("questionCount", ("count", .number(count)))
  }

  package static func questionListCount(count: Int, total: Int) -> FilledPhrase {
    FilledPhrase("questionListCount", ("count", .number(count)), ("total", .number(total)))
  }

  package static func questionListShown(filters: InsertedText) -> FilledPhrase {
    FilledPhrase("questionListShown", ("filters", .text(filters)))
  }

  package static func questionNotAsked(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("questionNotAsked", ("question", .question(question)))
  }

  package static func questionnaireLine(
    id: InsertedText,
    questions: InsertedText,
    title: InsertedText,
    version: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "questionnaireLine",
      ("id", .text(id)),
      ("questions", .text(questions)),
      ("title", .text(title)),
      ("version", .text(version)),
    )
  }

  package static func questionsByCondition(count: Int, rest: Int) -> FilledPhrase {
    FilledPhrase("questionsByCondition", ("count", .number(count)), ("rest", .number(rest)))
  }

  package static func signOffMeaning(name: InsertedText) -> FilledPhrase {
    FilledPhrase("signOffMeaning", ("name", .text(name)))
  }

  package static func signOffOpen(count: Int, total: Int) -> FilledPhrase {
    FilledPhrase("signOffOpen", ("count", .number(count)), ("total", .number(total)))
  }

  package static func signOffStands(name: InsertedText) -> FilledPhrase {
    FilledPhrase("signOffStands", ("name", .text(name)))
  }

  package static func signOffTitle(number: Int, title: InsertedText) -> FilledPhrase {
    FilledPhrase("signOffTitle", ("number", .number(number)), ("title", .text(title)))
  }

  package static func signOffVoid(name: InsertedText, time: InsertedText) -> FilledPhrase {
    FilledPhrase("signOffVoid", ("name", .text(name)), ("time", .text(time)))
  }
}
