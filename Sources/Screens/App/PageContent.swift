import Consultation
import Display
import Phrases

/// One page: its state, what keys do on it, how it is drawn, and what is said of it.
///
/// A value that sees the session through a ``PageContext`` and asks for changes, other pages and
/// notices by it: no page can touch another one's state. To add a page is to write one of these
/// and its case of ``Page``.
protocol PageContent: Equatable, Sendable {
  /// The page with this state.
  var asPage: Page { get }
  /// How deep it lies: going to a page leaves those that lie as deep or deeper.
  var depth: Int { get }
  /// The kinds of place that it is, the most particular first.
  var scopes: [ActionScope] { get }
  /// Whether the numbers that stand beside its entries are keys.
  var hasNumbers: Bool { get }
  /// Whether the entries are numbered where the pages are read line by line.
  var isList: Bool { get }
  /// What it is for, in a sentence of the help.
  var help: Phrase { get }
  /// What Enter does here.
  var hintOfOpening: Phrase { get }
  /// What a person most likely wants next, first.
  func hints(in context: PageContext) -> [Action]
  /// What the top line says: where the person is, and how far.
  func heading(in context: PageContext) -> PageHeading
  /// The question that it shows.
  var question: QuestionNumber? { get }
  /// The number of the domain that it is about.
  var domainOnScreen: Int? { get }
  /// What the status line says of what the page is about.
  func standing(in context: PageContext) -> String?
  /// Whether it shows a clock.
  var hasClock: Bool { get }
  /// The first line that is wanted on the screen.
  var scrolled: Int { get }

  /// Does what an action means on this page.
  ///
  /// - Returns: `nil` when the action means nothing here.
  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]?

  /// What it wants to know anew at a moment, as long as it is on the screen.
  func follow(in context: inout PageContext, at moment: Moment) -> [Effect]

  /// What stands in the middle of the screen.
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow

  /// Where the body stands on the screen.
  func area(in context: PageContext) -> Area
  /// Draws what stands beside the body where there is room for it.
  func drawAside(in context: PageContext, on canvas: inout Canvas)
  /// What a click beside the body asks for, and the page in its state before.
  func clickedAside(
    row: Int,
    start: Int,
    in context: PageContext,
  ) -> (page: Page, action: Action)?
  /// What a click on an entry asks for, and the page in its state before.
  func clicked(_ entry: Int) -> (page: Page, action: Action)?
}

/// What most pages have. Over `some RoomContext`, so that a page of the room can say otherwise: of a
/// member over ``PageContext`` and one that is generic, the compiler takes the first.
extension PageContent {
  var scopes: [ActionScope] { [.list, .everywhere] }
  var hasNumbers: Bool { false }
  var isList: Bool { true }
  var hintOfOpening: Phrase { .hintOpen }
  func hints(in context: some RoomContext) -> [Action] { [.open, .back, .help, .undo] }

  func heading(in context: some RoomContext) -> PageHeading {
    PageHeading(start: context.workshopTitle)
  }
  var question: QuestionNumber? { nil }
  var domainOnScreen: Int? { nil }
  func standing(in context: some RoomContext) -> String? { nil }
  var hasClock: Bool { false }
  var scrolled: Int { 0 }

  func follow(in context: inout some RoomContext, at moment: Moment) -> [Effect] { [] }
  func area(in context: some RoomContext) -> Area { context.bodyArea }
  func drawAside(in context: some RoomContext, on canvas: inout Canvas) {}
  func clickedAside(
    row: Int,
    start: Int,
    in context: some RoomContext,
  ) -> (page: Page, action: Action)? { nil }
  func clicked(_ entry: Int) -> (page: Page, action: Action)? { nil }
}

/// A page that is one list, of entries or of the fields of one thing.
protocol ListPage: PageContent {
  var list: ListState { get set }
  /// What it is called above its entries.
  var title: Phrase? { get }
}

/// A page of what a delegation has for itself.
protocol OwnPage: PageContent {}

extension OwnPage {
  func heading(in context: PageContext) -> PageHeading { context.delegationHeading }
}

/// A page of what belongs to the answer on the screen, which names its question.
protocol AnswerPage: ListPage {}

extension AnswerPage {
  func heading(in context: PageContext) -> PageHeading { context.answerHeading }
}

extension AnswerPage where Self: ItemList {
  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    context.addAnswerTitle(title, to: &flow)
  }
}

extension AnswerPage where Self: FormPage {
  func head(in context: PageContext, to flow: inout Flow) {
    context.addAnswerTitle(title, to: &flow)
  }
}

extension ListPage {
  var title: Phrase? { nil }

  /// The page with another entry selected.
  func at(_ list: ListState) -> Page {
    var moved = self
    moved.list = list
    return moved.asPage
  }

  /// Moves among so many entries, of which so many rows are a page.
  ///
  /// - Returns: `nil` for an action that does not move.
  func move(
    _ action: Action,
    among count: Int,
    rows: Int,
    in context: inout some RoomContext,
  ) -> [Effect]? {
    var list = list
    guard list.move(action, count: count, pageSize: rows) else { return nil }
    context.show(at(list))
    return []
  }

  func clicked(_ entry: Int) -> (page: Page, action: Action)? {
    (at(ListState(selected: entry)), .open)
  }
}

/// What the top line says: where the person is, and how far.
struct PageHeading: Equatable {
  let start: String
  var end = ""
}

extension PageContext {
  /// The question whose answer a page is about.
  var answerHeading: PageHeading {
    question.map { questionHeading($0) }
      ?? PageHeading(start: delegationName ?? workshopTitle)
  }

  func domainHeading(_ number: Int) -> PageHeading { PageHeading(start: domainPlace(number)) }

  func questionHeading(_ number: QuestionNumber) -> PageHeading {
    let theme = questionnaire.theme(of: number).map { words.text($0.title) }
    return PageHeading(
      start: joined([domainPlace(number.domain), theme]),
      end: position(of: number),
    )
  }

  private func domainPlace(_ number: Int) -> String {
    let title = questionnaire.domain(numbered: number).map { words.text($0.title) } ?? ""
    return joined([delegationName, "\(words.number(number)) \(title)"])
  }

  /// The number of a question, and which of its domain it is: `1.1.2   2/18`.
  private func position(of number: QuestionNumber) -> String {
    let numbers = asked?.inDomain(number.domain) ?? []
    let index = numbers.firstIndex(of: number).map { $0 + 1 }
    return words(
      .position(
        count: numbers.count,
        index: .own(index.map { words.number($0) } ?? "–"),
        question: number,
      )
    )
  }
}
