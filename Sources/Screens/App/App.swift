import BidiText
package import Consultation
import Display
package import Phrases

/// All the state of the front end: the pages that are open, and the context in which they act.
///
/// A value. ``update(_:at:)`` turns it by what happened, ``view(keeping:)`` draws it; neither
/// knows a terminal, a file or a clock.
package struct App: Equatable, Sendable {
  /// How far what was done is on its way to the disk.
  package enum Keeping: Equatable, Sendable {
    case nothingYet
    case beingKept
    case kept(TimeOfDay)
    case notKept(reason: String)
  }

  /// What the pages see, and what is laid over them.
  package internal(set) var context: PageContext
  /// The pages from the first one to the one that is shown.
  var pages: [Page]
  /// What was being written for a delegation when its consent ended.
  var interrupted: InterruptedWriting?
  /// Whether Esc was pressed on the first page, and the person knows what it does there.
  var isAskedToLeave = false

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
    let only = session.order.count == 1 ? session.order.first : nil
    let isOfRoom = setting.isObserver || setting.isFacilitator
    let code = delegation ?? (isOfRoom ? nil : only)
    let ofRoom: Seat = setting.isFacilitator ? .facilitator : .observer
    let seat: Seat = isOfRoom && code == nil ? ofRoom : .nobodyYet
    context = PageContext(
      setting: setting,
      desk: SeatedSession(session, seat: code.map { .delegation($0) } ?? seat),
      // Where one is still to be chosen, in the first of those that can be read.
      language: language
        ?? Language.allCases.first { setting.catalogues[$0] != nil } ?? .arabic,
      width: width,
      height: height,
    )
    pages = [language == nil ? .language(LanguagePage()) : context.firstPage]
    if language != nil, code != nil {
      if let question { context.goToQuestion(question) }
      context.sitAgain()
      context.askForPersonOnce()
    }
    _ = fulfil()
  }

  /// Says that changes were found which the last run could not bring into the file.
  package mutating func sayRecovered(_ count: Int) {
    notice = words(.recovered(count: count))
  }

  /// Says why the words of a language could not be read; the next key for a language passes it over.
  package mutating func sayUnreadable(_ language: Language, reason: String) {
    context.unreadableLanguage = language
    notice = reason
  }

  /// Says that Arabic cannot be read here, in words that can.
  package mutating func sayConsoleHasNoArabic(in english: Catalogue) {
    notice = Words(english, about: .state, digits: .western)(.consoleWithoutArabic)
  }

  /// The same on a screen of another size.
  package func resized(width: Int, height: Int) -> App {
    var app = self
    app.context.width = width
    app.context.height = height
    return app
  }

  /// Whether the screen shows a clock.
  package var hasClock: Bool {
    // Consent ends by the clock, and both sides see how long it lasts.
    page.content.hasClock || context.dayPlan.running != nil || context.consentBanner != nil
      || context.company.isWaiting(at: context.now)
  }

  /// Whether a language has been chosen.
  package var hasLanguage: Bool { if case .language = page { false } else { true } }

  var page: Page { pages.last ?? .language(LanguagePage()) }

  /// Who sits at this delegation's terminal: empty for who gave no name, `nil` where nobody has said.
  package var sitter: String? { context.person?.name ?? (context.isUnnamed ? "" : nil) }

  /// Where this person is, as others see it.
  package func presence(at moment: Timestamp) -> Presence {
    Presence(
      by: context.author,
      role: context.role,
      terminal: context.setting.terminal,
      delegation: context.delegationCode,
      question: context.question,
      at: moment,
    )
  }
}

/// What the root reads of its context most.
extension App {
  package var setting: Setting { context.setting }
  package var language: Language { context.language }
  package var words: Words { context.words }
  package var desk: SeatedSession { context.desk }
  var width: Int { context.width }
  var height: Int { context.height }
  var direction: Direction { context.direction }
  var foot: Foot { Foot(context: context, page: page.content) }

  var notice: String? {
    get { context.notice }
    set { context.notice = newValue }
  }

  var overlay: Overlay? {
    get { context.overlay }
    set { context.overlay = newValue }
  }
}
