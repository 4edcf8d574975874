// Written by .ci/phrases from Assets/phrases/en.json.

package import Consultation

extension FilledPhrase {
  package static func conflictSettled(place: InsertedText) -> FilledPhrase {
    FilledPhrase("conflictSettled", ("place", .text(place)))
  }

  package static func conflictsWaiting(count: Int) -> FilledPhrase {
    FilledPhrase("conflictsWaiting", ("count", .number(count)))
  }

  package static func logAnswered(from: InsertedText, to: InsertedText) -> FilledPhrase {
    FilledPhrase("logAnswered", ("from", .text(from)), ("to", .text(to)))
  }

  package static func logApplied(from: InsertedText, to: InsertedText) -> FilledPhrase {
    FilledPhrase("logApplied", ("from", .text(from)), ("to", .text(to)))
  }

  package static func logComment(to: InsertedText) -> FilledPhrase {
    FilledPhrase("logComment", ("to", .text(to)))
  }

  package static func logEvidence(to: InsertedText) -> FilledPhrase {
    FilledPhrase("logEvidence", ("to", .text(to)))
  }

  package static func logLeftOut(code: InsertedText, count: Int) -> FilledPhrase {
    FilledPhrase("logLeftOut", ("code", .text(code)), ("count", .number(count)))
  }

  package static func logNoted(to: InsertedText) -> FilledPhrase {
    FilledPhrase("logNoted", ("to", .text(to)))
  }

  package static func logPosition(institution: InsertedText, to: InsertedText) -> FilledPhrase {
    FilledPhrase("logPosition", ("institution", .text(institution)), ("to", .text(to)))
  }

  package static func logReservation(institution: InsertedText, to: InsertedText) -> FilledPhrase {
    FilledPhrase("logReservation", ("institution", .text(institution)), ("to", .text(to)))
  }

  package static func logSharing(from: InsertedText, to: InsertedText) -> FilledPhrase {
    FilledPhrase("logSharing", ("from", .text(from)), ("to", .text(to)))
  }

  package static func logStatus(from: InsertedText, to: InsertedText) -> FilledPhrase {
    FilledPhrase("logStatus", ("from", .text(from)), ("to", .text(to)))
  }

  package static func mergeConflict(
    delegation: InsertedText,
    place: InsertedText,
    versions: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "mergeConflict",
      ("delegation", .text(delegation)),
      ("place", .text(place)),
      ("versions", .text(versions)),
    )
  }

  package static func mergeOutside(numbers: InsertedText) -> FilledPhrase {
    FilledPhrase("mergeOutside", ("numbers", .text(numbers)))
  }

  package static func mergeVersion(name: InsertedText, what: InsertedText) -> FilledPhrase {
    FilledPhrase("mergeVersion", ("name", .text(name)), ("what", .text(what)))
  }

  package static func mergeWithdrawn(date: CalendarDate, delegation: InsertedText) -> FilledPhrase {
    FilledPhrase("mergeWithdrawn", ("date", .date(date)), ("delegation", .text(delegation)))
  }

  package static func recordRemoved(kind: InsertedText) -> FilledPhrase {
    FilledPhrase("recordRemoved", ("kind", .text(kind)))
  }

  package static func recordRemovedNamed(kind: InsertedText, name: InsertedText) -> FilledPhrase {
    FilledPhrase("recordRemovedNamed", ("kind", .text(kind)), ("name", .text(name)))
  }

  package static func recordSet(kind: InsertedText) -> FilledPhrase {
    FilledPhrase("recordSet", ("kind", .text(kind)))
  }

  package static func recordSetNamed(kind: InsertedText, name: InsertedText) -> FilledPhrase {
    FilledPhrase("recordSetNamed", ("kind", .text(kind)), ("name", .text(name)))
  }
}
