package import Consultation

/// What should be done outside the front end.
package enum Effect: Equatable, Sendable {
  /// Keep this change: the session that has it is the app's.
  case keep(Change)
  /// Remember what was chosen for the next start.
  case remember(Language, DelegationCode?)
  /// Read the words of a language, so that the screen can go on in it.
  case readWords(of: Language)
  /// Read the glossary, so that it can be shown.
  case readGlossary
  /// Tell the SHA-256 of a delegation as canonical JSON.
  case fingerprint(Delegation)
  /// Do what takes a while, and tell what came of it.
  case errand(Errand)
  /// Draw every cell anew.
  case redraw
  case suspend
  /// Leave; what cannot be kept goes into a copy.
  case leave
  /// Leave, and let go what cannot be kept.
  case leaveWithoutUnkept
  /// Try at once what could not be kept.
  case tryAgain
  /// Bring it together with what others share, and tell them what is shared here.
  case bringTogether(Publisher)
  /// Remember on this machine how often that is done by itself; never where nothing is said.
  case rememberRhythm(Publisher, TogetherRhythm?)
  /// Leave, and go on in the questionnaire's next edition.
  case moveToNextEdition
}

/// What takes a while, so that the person goes on meanwhile: a message tells what came of it.
package enum Errand: Equatable, Sendable {
  /// Make a report, in lines of at most so many cells.
  case report(ReportChoice, width: Int)
  /// Write a report to a file, whose ending says in which form.
  case writeReport(ReportChoice, file: String)
  /// Tell who sits at the seats at other computers.
  case lookAtSeats
  /// Take the key of such a seat back, and send away who sits there.
  case closeSeat(RemoteSeat)
  /// Tell what would become of the answers in the questionnaire's next edition.
  case previewNextEdition
  /// Look whether there is anything to bring the session together with.
  case lookForRemote
}
