import Consultation
import Display
import Phrases

/// What a question can be picked out by in the list of all questions, and what is marked there.
enum QuestionFilter: CaseIterable, Hashable, Sendable {
  case open
  case toVerify
  case noted
  case evidenced
  /// Answered, and shared with nobody.
  case unshared
  /// The institutions say different things, and may see that of each other.
  case differing
  /// Changed since the domain was signed off; where it never was, today.
  case changed
}

/// The list of all questions that a delegation is asked, or of some of them.
struct QuestionList: Equatable, Sendable {
  /// All of them hold for what is shown.
  var filters: Set<QuestionFilter> = []
  /// One domain, or all.
  var domain: Int?
  /// A text that the question has; empty for all.
  var sought = ""
  var list = ListState()

  var isFiltered: Bool { !filters.isEmpty || domain != nil || !sought.isEmpty }
}

extension QuestionList: ItemList, OwnPage {
  var asPage: Page { .questions(self) }
  var depth: Int { 4 }
  var scopes: [ActionScope] { [.questionList, .list, .everywhere] }
  var help: Phrase { .helpQuestions }
  var domainOnScreen: Int? { domain }

  func area(in context: PageContext) -> Area { context.column(maximumWidth: 118) }

  func hints(in context: PageContext) -> [Action] {
    [.open, .findInQuestions, .nextDomain, .showAllQuestions, .shareSeveral, .back, .help]
  }

  func items(in context: PageContext) -> ListedQuestions { context.questions(in: self) }

  func rows(in context: PageContext) -> Int { area(in: context).height - 4 }
  func width(in context: PageContext) -> Int { area(in: context).width }

  func open(
    _ listed: ListedQuestion,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect] {
    context.goToQuestion(listed.question.number)
    return []
  }

  func updateElse(
    _ action: Action,
    on listed: ListedQuestion?,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    var page = self
    let chosen = listed?.question.number
    switch action {
    case .filter(let filter):
      if page.filters.remove(filter) == nil { page.filters.insert(filter) }
      context.narrow(to: page, at: chosen)
    case .nextDomain, .previousDomain:
      let domains: [Int?] = [nil] + context.questionnaire.domains.map { $0.number }
      let index = domains.firstIndex(of: page.domain) ?? 0
      let step = action == .nextDomain ? 1 : domains.count - 1
      page.domain = domains[(index + step) % domains.count]
      context.narrow(to: page, at: chosen)
    case .showAllQuestions:
      page = QuestionList()
      page.list.selected =
        page.items(in: context).numbers.firstIndex { $0 == chosen } ?? 0
      context.show(.questions(page))
    case .findInQuestions:
      context.openField(SoughtInQuestions(page: self), text: sought)
    default: return nil
    }
    return []
  }
}

/// The text that the list of questions is narrowed to.
private struct SoughtInQuestions: TextPurpose {
  let page: QuestionList

  var isForReading: Bool { true }

  func title(in context: PageContext) -> String { context.words(.searchQuestionsTitle) }

  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    var page = page
    page.sought = text
    page.list = ListState()
    context.show(.questions(page))
    return []
  }
}

extension PageContext {
  /// The questions that the list shows, in the questionnaire's order.
  func questions(in page: QuestionList) -> ListedQuestions { ListedQuestions(in: page, self) }

  /// When this day began on the clock of this place.
  var startOfDay: Timestamp { now.startOfDay(minutesFromUTC: setting.minutesFromUTC) }

  /// Shows a list of questions, with the one on the screen chosen.
  mutating func openQuestions(on page: QuestionList) {
    guard delegation != nil else {
      notice = words(.chooseDelegationFirst)
      return
    }
    var page = page
    let number = currentQuestion?.number
    page.list.selected =
      questions(in: page).numbers.firstIndex { $0 == number } ?? page.list.selected
    go(to: .questions(page))
  }

  /// Shows the list with other filters; the question that was chosen stays so where it is shown.
  fileprivate mutating func narrow(to page: QuestionList, at chosen: QuestionNumber?) {
    var page = page
    page.list.selected =
      questions(in: page).numbers.firstIndex { number in
        chosen.map { number >= $0 } ?? true
      } ?? 0
    show(.questions(page))
  }
}

extension Question {
  /// Whether its number begins with a folded text, or its words in any language have it.
  func has(_ folded: String) -> Bool {
    folded.isEmpty || number.description.hasPrefix(folded)
      || Language.allCases.contains { LetterFolding.fold(text[$0]).contains(folded) }
  }
}
