// Written by .ci/phrases from Assets/phrases/en.json.

package import Consultation

extension FilledPhrase {
  package static func sharedTitle(name: InsertedText) -> FilledPhrase {
    FilledPhrase("sharedTitle", ("name", .text(name)))
  }

  package static func sharingComingPrivate(count: Int) -> FilledPhrase {
    FilledPhrase("sharingComingPrivate", ("count", .number(count)))
  }

  package static func sharingComingReport(count: Int) -> FilledPhrase {
    FilledPhrase("sharingComingReport", ("count", .number(count)))
  }

  package static func sharingComingRoom(count: Int) -> FilledPhrase {
    FilledPhrase("sharingComingRoom", ("count", .number(count)))
  }

  package static func sharingDoPrivate(count: Int) -> FilledPhrase {
    FilledPhrase("sharingDoPrivate", ("count", .number(count)))
  }

  package static func sharingDoReport(count: Int) -> FilledPhrase {
    FilledPhrase("sharingDoReport", ("count", .number(count)))
  }

  package static func sharingDoRoom(count: Int) -> FilledPhrase {
    FilledPhrase("sharingDoRoom", ("count", .number(count)))
  }

  package static func sharingDonePrivate(count: Int) -> FilledPhrase {
    FilledPhrase("sharingDonePrivate", ("count", .number(count)))
  }

  package static func sharingDoneReport(count: Int) -> FilledPhrase {
    FilledPhrase("sharingDoneReport", ("count", .number(count)))
  }

  package static func sharingDoneRoom(count: Int) -> FilledPhrase {
    FilledPhrase("sharingDoneRoom", ("count", .number(count)))
  }

  package static func sharingLeftOut(count: Int) -> FilledPhrase {
    FilledPhrase("sharingLeftOut", ("count", .number(count)))
  }

  package static func sharingOpen(count: Int) -> FilledPhrase {
    FilledPhrase("sharingOpen", ("count", .number(count)))
  }

  package static func sharingReachDomain(number: Int, title: InsertedText) -> FilledPhrase {
    FilledPhrase("sharingReachDomain", ("number", .number(number)), ("title", .text(title)))
  }

  package static func sharingReachQuestion(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("sharingReachQuestion", ("question", .question(question)))
  }

  package static func sharingShowsApplied(value: InsertedText) -> FilledPhrase {
    FilledPhrase("sharingShowsApplied", ("value", .text(value)))
  }

  package static func sharingShowsElements(count: Int) -> FilledPhrase {
    FilledPhrase("sharingShowsElements", ("count", .number(count)))
  }

  package static func sharingShowsEvidence(count: Int) -> FilledPhrase {
    FilledPhrase("sharingShowsEvidence", ("count", .number(count)))
  }

  package static func sharingShowsInstruments(count: Int) -> FilledPhrase {
    FilledPhrase("sharingShowsInstruments", ("count", .number(count)))
  }

  package static func sharingStanding(count: Int) -> FilledPhrase {
    FilledPhrase("sharingStanding", ("count", .number(count)))
  }

  package static func sharingStandingPrivate(count: Int) -> FilledPhrase {
    FilledPhrase("sharingStandingPrivate", ("count", .number(count)))
  }

  package static func showApplied(text: InsertedText) -> FilledPhrase {
    FilledPhrase("showApplied", ("text", .text(text)))
  }

  package static func showBaseline(date: CalendarDate, fingerprint: InsertedText) -> FilledPhrase {
    FilledPhrase("showBaseline", ("date", .date(date)), ("fingerprint", .text(fingerprint)))
  }

  package static func showContext(text: InsertedText) -> FilledPhrase {
    FilledPhrase("showContext", ("text", .text(text)))
  }

  package static func showDelegation(
    answered: Int,
    code: InsertedText,
    name: InsertedText,
    open: Int,
  ) -> FilledPhrase {
    FilledPhrase(
      "showDelegation",
      ("answered", .number(answered)),
      ("code", .text(code)),
      ("name", .text(name)),
      ("open", .number(open)),
    )
  }

  package static func showEvidence(text: InsertedText) -> FilledPhrase {
    FilledPhrase("showEvidence", ("text", .text(text)))
  }

  package static func showHandOver(date: CalendarDate, fingerprint: InsertedText) -> FilledPhrase {
    FilledPhrase("showHandOver", ("date", .date(date)), ("fingerprint", .text(fingerprint)))
  }

  package static func showStatus(text: InsertedText) -> FilledPhrase {
    FilledPhrase("showStatus", ("text", .text(text)))
  }

  package static func showWithdrawn(date: CalendarDate, fingerprint: InsertedText) -> FilledPhrase {
    FilledPhrase("showWithdrawn", ("date", .date(date)), ("fingerprint", .text(fingerprint)))
  }
}
