// Written by .ci/phrases from Assets/phrases/en.json.

package import Consultation

extension FilledPhrase {
  package static func reportAnswerMeaning(
    meaning: InsertedText,
    value: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase("reportAnswerMeaning", ("meaning", .text(meaning)), ("value", .text(value)))
  }

  package static func reportBaselineFrozen(
    date: CalendarDate,
    fingerprint: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "reportBaselineFrozen",
      ("date", .date(date)),
      ("fingerprint", .text(fingerprint)),
    )
  }

  package static func reportCompact(name: InsertedText) -> FilledPhrase {
    FilledPhrase("reportCompact", ("name", .text(name)))
  }

  package static func reportDecimal(tenths: Int, whole: Int) -> FilledPhrase {
    FilledPhrase("reportDecimal", ("tenths", .number(tenths)), ("whole", .number(whole)))
  }

  package static func reportFollowUp(name: InsertedText) -> FilledPhrase {
    FilledPhrase("reportFollowUp", ("name", .text(name)))
  }

  package static func reportIsWritten(file: InsertedText) -> FilledPhrase {
    FilledPhrase("reportIsWritten", ("file", .text(file)))
  }

  package static func reportNotApplicableReason(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("reportNotApplicableReason", ("reason", .text(reason)))
  }

  package static func reportNotComparableText(questions: InsertedText) -> FilledPhrase {
    FilledPhrase("reportNotComparableText", ("questions", .text(questions)))
  }

  package static func reportNumbered(place: InsertedText, title: InsertedText) -> FilledPhrase {
    FilledPhrase("reportNumbered", ("place", .text(place)), ("title", .text(title)))
  }

  package static func reportObjectiveTitle(number: Int, title: InsertedText) -> FilledPhrase {
    FilledPhrase("reportObjectiveTitle", ("number", .number(number)), ("title", .text(title)))
  }

  package static func reportOfferText(name: InsertedText, text: InsertedText) -> FilledPhrase {
    FilledPhrase("reportOfferText", ("name", .text(name)), ("text", .text(text)))
  }

  package static func reportPercent(value: InsertedText) -> FilledPhrase {
    FilledPhrase("reportPercent", ("value", .text(value)))
  }

  package static func reportPosition(count: Int, line: Int) -> FilledPhrase {
    FilledPhrase("reportPosition", ("count", .number(count)), ("line", .number(line)))
  }

  package static func reportProfile(name: InsertedText) -> FilledPhrase {
    FilledPhrase("reportProfile", ("name", .text(name)))
  }

  package static func reportQuestionnaireVersion(
    title: InsertedText,
    version: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "reportQuestionnaireVersion",
      ("title", .text(title)),
      ("version", .text(version)),
    )
  }

  package static func reportRoundTable(number: Int, objectives: InsertedText) -> FilledPhrase {
    FilledPhrase(
      "reportRoundTable",
      ("number", .number(number)),
      ("objectives", .text(objectives)),
    )
  }

  package static func reportSDG(name: InsertedText) -> FilledPhrase {
    FilledPhrase("reportSDG", ("name", .text(name)))
  }

  package static func reportSDGHalvesOf(halves: Int, whole: Int) -> FilledPhrase {
    FilledPhrase("reportSDGHalvesOf", ("halves", .number(halves)), ("whole", .number(whole)))
  }

  package static func reportSDGMostValue(
    category: InsertedText,
    value: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase("reportSDGMostValue", ("category", .text(category)), ("value", .text(value)))
  }

  package static func reportSeeObjectives(count: Int, objectives: InsertedText) -> FilledPhrase {
    FilledPhrase(
      "reportSeeObjectives",
      ("count", .number(count)),
      ("objectives", .text(objectives)),
    )
  }

  package static func reportSynthesisNamed(names: InsertedText) -> FilledPhrase {
    FilledPhrase("reportSynthesisNamed", ("names", .text(names)))
  }

  package static func reportSynthesisOffer(named: InsertedText) -> FilledPhrase {
    FilledPhrase("reportSynthesisOffer", ("named", .text(named)))
  }

  package static func reportSynthesisPriority(named: InsertedText) -> FilledPhrase {
    FilledPhrase("reportSynthesisPriority", ("named", .text(named)))
  }

  package static func reportSynthesisWish(named: InsertedText) -> FilledPhrase {
    FilledPhrase("reportSynthesisWish", ("named", .text(named)))
  }

  package static func reportTermMeaning(
    meaning: InsertedText,
    source: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase("reportTermMeaning", ("meaning", .text(meaning)), ("source", .text(source)))
  }

  package static func reportTimes(end: InsertedText, start: InsertedText) -> FilledPhrase {
    FilledPhrase("reportTimes", ("end", .text(end)), ("start", .text(start)))
  }

  package static func reportUnnamed(count: Int) -> FilledPhrase {
    FilledPhrase("reportUnnamed", ("count", .number(count)))
  }
}
