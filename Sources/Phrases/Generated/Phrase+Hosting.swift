// Written by .ci/phrases from Assets/phrases/en.json.

extension Phrase {
  package static let hostAsRoot = Phrase("hostAsRoot")
  package static let hostEnds = Phrase("hostEnds")
  package static let hostIsNot = Phrase("hostIsNot")
  package static let hostNeedsFile = Phrase("hostNeedsFile")
  package static let hostNoTerminals = Phrase("hostNoTerminals")
  package static let hostNobodyInvited = Phrase("hostNobodyInvited")
  package static let hostNotInstalled = Phrase("hostNotInstalled")
  package static let inviteFiles = Phrase("inviteFiles")
  package static let inviteLeave = Phrase("inviteLeave")
  package static let inviteLine = Phrase("inviteLine")
  package static let inviteMeaning = Phrase("inviteMeaning")
  package static let inviteNoAddress = Phrase("inviteNoAddress")
  package static let invitePrivate = Phrase("invitePrivate")
  package static let inviteStart = Phrase("inviteStart")
  package static let seatClosed = Phrase("seatClosed")
  package static let seatFacilitator = Phrase("seatFacilitator")
  package static let seatHostGone = Phrase("seatHostGone")
  package static let seatIsBusy = Phrase("seatIsBusy")
  package static let seatNeedsTerminal = Phrase("seatNeedsTerminal")
  package static let seatRefused = Phrase("seatRefused")
}
