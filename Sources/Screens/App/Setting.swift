package import Consultation
package import Display
package import Phrases

extension App {
  /// What does not change while the program runs, but for the words that are read in its course.
  package struct Setting: Equatable, Sendable {
    package let questionnaire: Questionnaire
    /// The words of the languages that were asked for so far.
    package internal(set) var catalogues: [Language: Catalogue]
    /// The glossary, once somebody has asked for it.
    package internal(set) var glossary: Glossary?
    /// The digits that were asked for; by delegation where none were.
    package let digits: Digits?
    package let symbols: Symbols
    /// By how many minutes the clock of this place is before UTC.
    package let minutesFromUTC: Int
    /// Who is at this terminal, as the system or the command says.
    package let author: String
    /// Whether the command says it, so that nobody is asked.
    package let isAuthorGiven: Bool
    /// The terminal, as the system calls it; none where there is none.
    package let terminal: String?
    package let isReadOnly: Bool
    /// Whether this terminal is one delegation's, from which no way leads to another's answers.
    package let isSeatFixed: Bool
    /// Whether this terminal looks on where it is no delegation's: sees the room and no more.
    package let isObserver: Bool
    /// Whether this terminal is the facilitator's, from which nobody sits down elsewhere.
    package let isFacilitator: Bool
    /// Who sat here before, at a seat that is one person's: empty for who gave no name.
    package let sitter: String?
    /// Where this is the machine that hosts the session, or could; nothing at any other place.
    package let hostsMachine: HostsMachine?
    /// The name of the file, for the last page.
    package let fileName: String
    /// The file into which the session goes where it cannot be kept in its own.
    package let copyName: String
    /// The version of the questionnaire's next edition, where this copy has one.
    package let nextEdition: String?
    /// How often the session is brought together with those of others by itself, as whoever
    /// publishes from this machine chose it; none where no other program may be started.
    package let rhythms: [Publisher: TogetherRhythm]?

    package init(
      questionnaire: Questionnaire,
      catalogues: [Language: Catalogue],
      digits: Digits?,
      symbols: Symbols,
      minutesFromUTC: Int = 0,
      author: String,
      isAuthorGiven: Bool = false,
      terminal: String? = nil,
      isReadOnly: Bool,
      isSeatFixed: Bool = false,
      isObserver: Bool = false,
      isFacilitator: Bool = false,
      sitter: String? = nil,
      hostsMachine: HostsMachine? = nil,
      fileName: String,
      copyName: String? = nil,
      nextEdition: String? = nil,
      rhythms: [Publisher: TogetherRhythm]? = nil,
    ) {
      self.questionnaire = questionnaire
      self.catalogues = catalogues
      self.digits = digits
      self.symbols = symbols
      self.minutesFromUTC = minutesFromUTC
      self.author = author
      self.isAuthorGiven = isAuthorGiven
      self.terminal = terminal
      self.isReadOnly = isReadOnly
      self.isSeatFixed = isSeatFixed
      self.isObserver = isObserver
      self.isFacilitator = isFacilitator
      self.sitter = sitter
      self.hostsMachine = hostsMachine
      self.fileName = fileName
      self.copyName = copyName ?? "\(fileName).rescued-1.json"
      self.nextEdition = nextEdition
      self.rhythms = rhythms
    }

    /// The words of a language, about those whom the questionnaire asks; in the digits that were
    /// asked for, or else in these.
    func words(in language: Language, digits: Digits) -> Words {
      Words(
        catalogues[language] ?? Catalogue(language: language, entries: [:]),
        about: questionnaire.respondent,
        digits: self.digits ?? digits,
      )
    }
  }
}
