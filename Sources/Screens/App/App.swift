package import Consultation
package import Display
package import Phrases

/// All the state of the front end: the session as this person sees it, the page they are on, and
/// what is laid over it.
///
/// A value. ``update(_:at:)`` turns it by what happened, ``view(width:height:)`` draws it; neither
/// knows a terminal, a file or a clock.
package struct App: Equatable, Sendable {
  /// What does not change while the program runs.
  package struct Setting: Equatable, Sendable {
    package let questionnaire: Questionnaire
    package let catalogues: [Language: Catalogue]
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
    /// The name of the file, for the last page.
    package let fileName: String
    /// The file into which the session goes where it cannot be kept in its own.
    package let copyName: String

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
      fileName: String,
      copyName: String? = nil,
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
      self.fileName = fileName
      self.copyName = copyName ?? "\(fileName).rescued-1.json"
    }
  }

  /// How far what was done is on its way to the disk.
  package enum Keeping: Equatable, Sendable {
    case nothingYet
    case beingKept
    case kept(TimeOfDay)
    case notKept(reason: String)
  }

  package let setting: Setting
  /// The session as who sits at this terminal may see it.
  package internal(set) var desk: SeatedSession
  package internal(set) var language: Language
  /// Who has said that they sit at a delegation's terminal.
  var sitters: [DelegationCode: Sitter] = [:]
  /// The pages from the first one to the one that is shown.
  package internal(set) var pages: [Page]
  package internal(set) var overlay: Overlay?
  package internal(set) var keeping: Keeping = .nothingYet
  /// What was being written for a delegation when its consent ended.
  package internal(set) var interrupted: InterruptedWriting?
  /// What is being written of a position that nobody else is to see.
  var positionDraft: PositionDraft?
  /// What was cut or copied last, in whichever field.
  package internal(set) var clipboard = ""
  /// The changes that are not on the disk yet.
  package internal(set) var unkept: Set<String> = []
  /// Who else has the session open.
  package internal(set) var present: [Presence] = []
  /// One line that says what just happened or why something cannot be done.
  package internal(set) var notice: String?
  /// Whether Esc was pressed on the first page, and the person knows what it does there.
  var isAskedToLeave = false
  package internal(set) var width: Int
  package internal(set) var height: Int

  /// Starts at the first of language, delegation and the delegation's page that is not given.
  ///
  /// Where all are, at a question if one is asked for.
  package init(
    setting: Setting,
    session: Session,
    language: Language?,
    delegation: DelegationCode?,
    question: QuestionNumber? = nil,
    width: Int,
    height: Int,
  ) {
    self.setting = setting
    self.language = language ?? .arabic
    self.width = width
    self.height = height
    pages = []
    let only = session.order.count == 1 ? session.order.first : nil
    let code = delegation ?? (setting.isObserver ? nil : only)
    let seat: Seat = setting.isObserver && code == nil ? .observer : .nobodyYet
    desk = SeatedSession(session, seat: code.map { .delegation($0) } ?? seat)
    pages = [language == nil ? .language(ListState()) : firstPage]
    if language != nil, code != nil {
      if let question { goToQuestion(question) }
      askForPersonOnce()
    }
  }

  /// Says that changes were found which the last run could not bring into the file.
  package mutating func sayRecovered(_ count: Int) {
    notice = words(.recovered, ["count": .number(count)])
  }

  /// Says that Arabic cannot be read here, in words that can.
  package mutating func sayConsoleHasNoArabic() {
    guard let catalogue = setting.catalogues[.english] else { return }
    notice = Words(catalogue, digits: .western)(.consoleWithoutArabic)
  }

  /// The same on a screen of another size.
  package func resized(width: Int, height: Int) -> App {
    var app = self
    app.width = width
    app.height = height
    return app
  }

  /// Whether the screen shows a clock.
  package var hasClock: Bool {
    if case .room = page { return true }
    // Consent ends by the clock, and both sides see how long it lasts.
    return dayPlan.running != nil || consentBanner != nil
  }

  package var page: Page { pages.last ?? .language(ListState()) }

  /// The page at which this seat begins, once the language is chosen.
  var firstPage: Page {
    switch desk.seat {
    case .delegation, .assisting: .delegation(DelegationPage())
    case .nobodyYet: .delegations(ListState())
    case .facilitator, .observer: .room(ListState())
    }
  }

  /// The delegation whose own pages this terminal shows.
  package var delegationCode: DelegationCode? { desk.ownCode }

  package var delegation: Delegation? { desk.own }

  /// As what the person at this terminal acts.
  package var role: Change.Role { desk.seat.role }

  /// The time, as far as the screen knows it.
  package var now: Timestamp { desk.now }

  package var questionnaire: Questionnaire { setting.questionnaire }

  /// The interface's words for this reader.
  package var words: Words {
    let digits = setting.digits ?? Digits(for: language, as: delegation?.digits ?? .western)
    let catalogue =
      setting.catalogues[language] ?? Catalogue(language: language, entries: [:])
    return Words(catalogue, digits: digits)
  }

  /// The questions that this delegation is asked as its answers are now.
  package var asked: AskedQuestions? {
    delegation.map { AskedQuestions(of: questionnaire, for: $0) }
  }

  /// The question that is on the screen, or whose evidence is.
  package var currentQuestion: Question? {
    for page in pages.reversed() {
      if case .question(let page) = page { return questionnaire[page.number] }
    }
    return nil
  }

  /// Where this person is, as others see it.
  package func presence(at moment: Timestamp) -> Presence {
    Presence(
      by: author,
      role: role,
      delegation: delegationCode,
      question: currentQuestion?.number,
      at: moment,
    )
  }

  /// The names of those who are at the same question of the same delegation.
  var alsoHere: [String] {
    guard let question = currentQuestion else { return [] }
    return present.filter { $0.delegation == delegationCode && $0.question == question.number }
      .map(\.by)
  }

  /// The delegation's answer to that question.
  package var currentAnswer: Answer? {
    guard let delegation, let question = currentQuestion else { return nil }
    return delegation.answer(to: question.number)
  }
}
