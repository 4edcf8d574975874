// Written by .ci/phrases from Assets/phrases/en.json.

package import Consultation

extension FilledPhrase {
  package static func alsoGone(name: InsertedText, time: InsertedText) -> FilledPhrase {
    FilledPhrase("alsoGone", ("name", .text(name)), ("time", .text(time)))
  }

  package static func alsoHere(names: InsertedText) -> FilledPhrase {
    FilledPhrase("alsoHere", ("names", .text(names)))
  }

  package static func differingBlock(count: Int) -> FilledPhrase {
    FilledPhrase("differingBlock", ("count", .number(count)))
  }

  package static func differingMinutes(count: Int) -> FilledPhrase {
    FilledPhrase("differingMinutes", ("count", .number(count)))
  }

  package static func differingTaken(count: Int) -> FilledPhrase {
    FilledPhrase("differingTaken", ("count", .number(count)))
  }

  package static func differingWaiting(count: Int) -> FilledPhrase {
    FilledPhrase("differingWaiting", ("count", .number(count)))
  }

  package static func exchangeLine(
    count: Int,
    hearers: InsertedText,
    teller: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "exchangeLine",
      ("count", .number(count)),
      ("hearers", .text(hearers)),
      ("teller", .text(teller)),
    )
  }

  package static func exchangeWaiting(names: InsertedText) -> FilledPhrase {
    FilledPhrase("exchangeWaiting", ("names", .text(names)))
  }

  package static func parkTitle(question: QuestionNumber, text: InsertedText) -> FilledPhrase {
    FilledPhrase("parkTitle", ("question", .question(question)), ("text", .text(text)))
  }

  package static func position(
    count: Int,
    index: InsertedText,
    question: QuestionNumber,
  ) -> FilledPhrase {
    FilledPhrase(
      "position",
      ("count", .number(count)),
      ("index", .text(index)),
      ("question", .question(question)),
    )
  }

  package static func positionsAgree(count: Int) -> FilledPhrase {
    FilledPhrase("positionsAgree", ("count", .number(count)))
  }

  package static func positionsDiffer(count: Int) -> FilledPhrase {
    FilledPhrase("positionsDiffer", ("count", .number(count)))
  }

  package static func positionsGivenHidden(count: Int) -> FilledPhrase {
    FilledPhrase("positionsGivenHidden", ("count", .number(count)))
  }

  package static func presenterExchange(
    exchange: InsertedText,
    question: QuestionNumber,
  ) -> FilledPhrase {
    FilledPhrase(
      "presenterExchange",
      ("exchange", .text(exchange)),
      ("question", .question(question)),
    )
  }

  package static func roomAt(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("roomAt", ("question", .question(question)))
  }

  package static func roomCounts(exchanges: Int, parked: Int, steps: Int) -> FilledPhrase {
    FilledPhrase(
      "roomCounts",
      ("exchanges", .number(exchanges)),
      ("parked", .number(parked)),
      ("steps", .number(steps)),
    )
  }

  package static func roomDomain(number: Int, title: InsertedText) -> FilledPhrase {
    FilledPhrase("roomDomain", ("number", .number(number)), ("title", .text(title)))
  }

  package static func roomGone(time: InsertedText) -> FilledPhrase {
    FilledPhrase("roomGone", ("time", .text(time)))
  }

  package static func roomGoneSince(time: InsertedText) -> FilledPhrase {
    FilledPhrase("roomGoneSince", ("time", .text(time)))
  }

  package static func roomIsAt(question: QuestionNumber) -> FilledPhrase {
    FilledPhrase("roomIsAt", ("question", .question(question)))
  }

  package static func roomLeft(count: Int) -> FilledPhrase {
    FilledPhrase("roomLeft", ("count", .number(count)))
  }

  package static func roomNext(time: InsertedText, title: InsertedText) -> FilledPhrase {
    FilledPhrase("roomNext", ("time", .text(time)), ("title", .text(title)))
  }

  package static func roomNotYet(names: InsertedText) -> FilledPhrase {
    FilledPhrase("roomNotYet", ("names", .text(names)))
  }

  package static func roomOver(count: Int) -> FilledPhrase {
    FilledPhrase("roomOver", ("count", .number(count)))
  }

  package static func roomSpeaking(name: InsertedText) -> FilledPhrase {
    FilledPhrase("roomSpeaking", ("name", .text(name)))
  }

  package static func roomTurnOf(name: InsertedText) -> FilledPhrase {
    FilledPhrase("roomTurnOf", ("name", .text(name)))
  }

  package static func roomWaiting(names: InsertedText) -> FilledPhrase {
    FilledPhrase("roomWaiting", ("names", .text(names)))
  }
}
