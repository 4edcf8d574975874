package import Consultation
import BidiText
import Display
import Phrases

/// What a page sees and what it asks for: the session as this seat may see it, the reader's words,
/// the size of the screen, and where the person wants to go.
///
/// It knows neither the other pages nor how they are joined: a page that wants to be left or to
/// leave says so, and ``App`` does it once the page has done its part.
package struct PageContext: Equatable, Sendable {
  /// What a page asks of whoever joins the pages.
  enum Request: Equatable {
    /// Show a page in the place of those that lie as deep or deeper.
    case go(Page)
    /// Show the page that is on the screen in another state.
    case show(Page)
    /// One page back; from the first page, out.
    case back
    /// At a delegation's table, the page at which its work was left.
    case sitDown(DelegationCode)
  }

  package internal(set) var setting: App.Setting { didSet { renewWords() } }
  /// The session as who sits at this terminal may see it.
  package internal(set) var desk: SeatedSession { didSet { renewWords() } }
  package internal(set) var language: Language { didSet { renewWords() } }
  /// The interface's words for this reader.
  private(set) var words: Words
  /// The language that was asked for last and whose words could not be read.
  var unreadableLanguage: Language?
  /// Who has said that they sit at a delegation's terminal.
  var sitters: [DelegationCode: Sitter] = [:]
  var overlay: Overlay?
  var keeping: App.Keeping = .nothingYet
  /// What is being written of a position that nobody else is to see.
  var positionDraft: PositionDraft?
  /// What was cut or copied last, in whichever field.
  var clipboard = ""
  /// The changes that are not on the disk yet.
  var unkept: Set<String> = []
  /// How often the session is brought together by itself, by whoever publishes.
  var rhythms: [Publisher: TogetherRhythm]
  /// Whether somebody asked for that, and waits for what comes of it.
  var isBringingTogether = false
  /// Who else has the session open, and who is gone.
  var company = Company()
  /// One line that says what just happened or why something cannot be done.
  var notice: String?
  var width: Int
  var height: Int
  /// The question that is on the screen, or whose evidence is.
  private(set) var question: QuestionNumber?
  /// The domain that the page on the screen is about.
  private(set) var domain: Int?
  private(set) var requests: [Request] = []

  init(setting: App.Setting, desk: SeatedSession, language: Language, width: Int, height: Int) {
    self.setting = setting
    self.desk = desk
    self.language = language
    self.width = width
    self.height = height
    rhythms = setting.rhythms ?? [:]
    words = Self.words(setting, language, digits: desk.own?.digits)
  }

  private mutating func renewWords() {
    words = Self.words(setting, language, digits: delegation?.digits)
  }

  private static func words(
    _ setting: App.Setting,
    _ language: Language,
    digits: Delegation.Digits?,
  ) -> Words {
    setting.words(in: language, digits: Digits(for: language, as: digits ?? .western))
  }

  // MARK: What is asked for

  /// Shows a page in the place of those that lie as deep or deeper.
  mutating func go(to page: Page) {
    requests.append(.go(page))
    notice = nil
    if page.depth <= Page.depthOfQuestions { question = nil }
    if let number = page.content.question { question = number }
    domain = page.content.domainOnScreen
  }

  /// Shows the page that is on the screen in another state.
  mutating func show(_ page: Page) { requests.append(.show(page)) }

  /// One page back; from the first page, out.
  mutating func goBack() {
    requests.append(.back)
    notice = nil
  }

  mutating func ask(_ request: Request) { requests.append(request) }

  /// What was asked for since the last time, in its order.
  mutating func takeRequests() -> [Request] {
    defer { requests = [] }
    return requests
  }

  /// Says which pages are open now.
  mutating func isOn(_ pages: [Page]) {
    question = pages.last { $0.content.question != nil }?.content.question
    domain = pages.last?.content.domainOnScreen
  }

  // MARK: What there is to see

  /// The page at which this seat begins, once the language is chosen.
  var firstPage: Page {
    switch desk.seat {
    case .delegation, .assisting: .delegation(DelegationPage())
    case .nobodyYet: .delegations(DelegationsPage())
    case .facilitator, .observer: .room(RoomPage())
    }
  }

  /// The delegation whose own pages this terminal shows.
  package var delegationCode: DelegationCode? { desk.ownCode }

  var delegation: Delegation? { desk.own }

  /// As what the person at this terminal acts.
  var role: Change.Role { desk.seat.role }

  package var questionnaire: Questionnaire { setting.questionnaire }

  /// The questions that this delegation is asked as its answers are now.
  var asked: AskedQuestions? {
    delegation.map { AskedQuestions(of: questionnaire, for: $0) }
  }

  var currentQuestion: Question? { question.flatMap { questionnaire[$0] } }

  /// The delegation's answer to that question.
  var currentAnswer: Answer? {
    guard let delegation, let question = currentQuestion else { return nil }
    return delegation.answer(to: question.number)
  }

  /// The names of those who are at the same question of the same delegation.
  var alsoHere: [String] {
    guard let question = currentQuestion else { return [] }
    return present.filter { $0.delegation == delegationCode && $0.question == question.number }
      .map(\.by)
  }
}
