// Written by .ci/phrases from Assets/phrases/en.json.

package import Consultation

extension FilledPhrase {
  package static func passageCount(count: Int) -> FilledPhrase {
    FilledPhrase("passageCount", ("count", .number(count)))
  }

  package static func passageMost(count: Int) -> FilledPhrase {
    FilledPhrase("passageMost", ("count", .number(count)))
  }

  package static func publicApprovalOn(date: CalendarDate, standing: InsertedText) -> FilledPhrase {
    FilledPhrase("publicApprovalOn", ("date", .date(date)), ("standing", .text(standing)))
  }

  package static func publicDevelopments(date: CalendarDate) -> FilledPhrase {
    FilledPhrase("publicDevelopments", ("date", .date(date)))
  }

  package static func publicLeftOutPrivate(count: Int) -> FilledPhrase {
    FilledPhrase("publicLeftOutPrivate", ("count", .number(count)))
  }

  package static func publicLeftOutReserved(count: Int) -> FilledPhrase {
    FilledPhrase("publicLeftOutReserved", ("count", .number(count)))
  }

  package static func publicLeftOutToVerify(count: Int) -> FilledPhrase {
    FilledPhrase("publicLeftOutToVerify", ("count", .number(count)))
  }

  package static func publicNeedsStatements(version: InsertedText) -> FilledPhrase {
    FilledPhrase("publicNeedsStatements", ("version", .text(version)))
  }

  package static func publicNotSignedOff(number: Int, title: InsertedText) -> FilledPhrase {
    FilledPhrase("publicNotSignedOff", ("number", .number(number)), ("title", .text(title)))
  }

  package static func publicNoticeQuestions(
    notice: InsertedText,
    title: InsertedText,
    version: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "publicNoticeQuestions",
      ("notice", .text(notice)),
      ("title", .text(title)),
      ("version", .text(version)),
    )
  }

  package static func publicOfYear(title: InsertedText, year: Int) -> FilledPhrase {
    FilledPhrase("publicOfYear", ("title", .text(title)), ("year", .number(year)))
  }

  package static func publicPartyTo(
    instruments: InsertedText,
    source: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "publicPartyTo",
      ("instruments", .text(instruments)),
      ("source", .text(source)),
    )
  }

  package static func publicSignOffVoid(number: Int, title: InsertedText) -> FilledPhrase {
    FilledPhrase("publicSignOffVoid", ("number", .number(number)), ("title", .text(title)))
  }

  package static func publicTextChanged(number: Int, title: InsertedText) -> FilledPhrase {
    FilledPhrase("publicTextChanged", ("number", .number(number)), ("title", .text(title)))
  }
}
