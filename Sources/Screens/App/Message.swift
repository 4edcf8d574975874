package import Consultation
package import Display
package import Phrases

/// What happened, as the event loop tells the front end.
package enum Message: Equatable, Sendable {
  case terminal(TerminalEvent)
  /// The changes with these identifiers are on the disk since this time of the day.
  case kept(ids: [String], at: TimeOfDay)
  /// They are not, and why, in the reader's language; they are tried again.
  case notKept(ids: [String], reason: String)
  /// Something about the file that the person should know, in the reader's language.
  case told(String)
  /// The words of a language that was asked for.
  case words(Catalogue)
  /// They cannot be read, and why, in the reader's language.
  case wordsNotRead(of: Language, reason: String)
  /// The glossary that was asked for.
  case glossary(Glossary)
  /// It cannot be read, and why, in the reader's language.
  case glossaryNotRead(reason: String)
  /// Others who have the session open changed this.
  case others([Change])
  /// The session became what it is on the disk.
  case reloaded(Session)
  /// The SHA-256 that was asked for, in hexadecimal.
  case fingerprint(String)
  /// A report that was asked for, in lines as they are read.
  case report(ReportChoice, [String])
  /// A report is in a file of this name.
  case reportWritten(String)
  /// It is not in one of the name that was typed, and why, in the reader's language.
  case reportNotWritten(String, reason: String)
  /// What would become of the answers in the questionnaire's next edition.
  case nextEdition(EditionPreview)
  /// There is a remote of this name to bring the session together with.
  case remoteFound(String)
  /// The session was brought together with those of others, or could not be: what there is to say of
  /// it, in the reader's language, and how much waits for a decision since.
  case broughtTogether(String, waiting: Int, wasAsked: Bool)
  /// Who sits at the seats at other computers.
  case seats(HostedSeats)
  /// Time has passed.
  case tick
  /// Who else has the session open, and where they are.
  case present([Presence])
}

/// A time of the day where the program runs.
package struct TimeOfDay: Equatable, Sendable {
  package let hour: Int
  package let minute: Int
  package let second: Int

  package init(hour: Int, minute: Int, second: Int) {
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The time of the day of a moment, so many minutes before UTC.
  package init(_ moment: Timestamp, minutesFromUTC: Int) {
    let day = 86_400
    let seconds =
      Int(moment.milliseconds.dividedDown(by: 1000).quotient) + minutesFromUTC * 60
    let ofDay = (seconds % day + day) % day
    self.init(hour: ofDay / 3600, minute: ofDay / 60 % 60, second: ofDay % 60)
  }
}

/// When something happened, and an identifier that nothing else has.
///
/// The front end has no clock and no chance of its own: both are handed in with each message.
package struct Moment: Equatable, Sendable {
  package let at: Timestamp
  package let id: String

  package init(at: Timestamp, id: String) {
    self.at = at
    self.id = id
  }
}
