// Written by .ci/phrases from Assets/phrases/en.json.

extension FilledPhrase {
  package static func hostAddress(address: InsertedText, port: InsertedText) -> FilledPhrase {
    FilledPhrase("hostAddress", ("address", .text(address)), ("port", .text(port)))
  }

  package static func hostAddresses(addresses: InsertedText) -> FilledPhrase {
    FilledPhrase("hostAddresses", ("addresses", .text(addresses)))
  }

  package static func hostCame(
    address: InsertedText,
    seat: InsertedText,
    time: InsertedText,
  ) -> FilledPhrase {
    FilledPhrase(
      "hostCame",
      ("address", .text(address)),
      ("seat", .text(seat)),
      ("time", .text(time)),
    )
  }

  package static func hostCloseAgain(seat: InsertedText) -> FilledPhrase {
    FilledPhrase("hostCloseAgain", ("seat", .text(seat)))
  }

  package static func hostCloseTitle(seat: InsertedText) -> FilledPhrase {
    FilledPhrase("hostCloseTitle", ("seat", .text(seat)))
  }

  package static func hostClosed(seat: InsertedText) -> FilledPhrase {
    FilledPhrase("hostClosed", ("seat", .text(seat)))
  }

  package static func hostFolderRuns(file: InsertedText) -> FilledPhrase {
    FilledPhrase("hostFolderRuns", ("file", .text(file)))
  }

  package static func hostGone(seat: InsertedText, time: InsertedText) -> FilledPhrase {
    FilledPhrase("hostGone", ("seat", .text(seat)), ("time", .text(time)))
  }

  package static func hostHere(address: InsertedText, time: InsertedText) -> FilledPhrase {
    FilledPhrase("hostHere", ("address", .text(address)), ("time", .text(time)))
  }

  package static func hostInvited(count: Int) -> FilledPhrase {
    FilledPhrase("hostInvited", ("count", .number(count)))
  }

  package static func hostIsRunning(port: InsertedText) -> FilledPhrase {
    FilledPhrase("hostIsRunning", ("port", .text(port)))
  }

  package static func hostRuns(file: InsertedText) -> FilledPhrase {
    FilledPhrase("hostRuns", ("file", .text(file)))
  }

  package static func hostSeat(seat: InsertedText, standing: InsertedText) -> FilledPhrase {
    FilledPhrase("hostSeat", ("seat", .text(seat)), ("standing", .text(standing)))
  }

  package static func hostServerEnded(reason: InsertedText) -> FilledPhrase {
    FilledPhrase("hostServerEnded", ("reason", .text(reason)))
  }

  package static func hostTakenAway(file: InsertedText) -> FilledPhrase {
    FilledPhrase("hostTakenAway", ("file", .text(file)))
  }

  package static func hostUnknownSeat(name: InsertedText) -> FilledPhrase {
    FilledPhrase("hostUnknownSeat", ("name", .text(name)))
  }

  package static func hostWasHere(time: InsertedText) -> FilledPhrase {
    FilledPhrase("hostWasHere", ("time", .text(time)))
  }

  package static func inviteOtherAddress(address: InsertedText) -> FilledPhrase {
    FilledPhrase("inviteOtherAddress", ("address", .text(address)))
  }

  package static func inviteTitle(name: InsertedText) -> FilledPhrase {
    FilledPhrase("inviteTitle", ("name", .text(name)))
  }
}
