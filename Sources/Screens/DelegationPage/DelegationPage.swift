import Display
import Consultation
import Phrases

/// Where a person is on a delegation's page: among the domains, or among the questions of one.
struct DelegationPage: Equatable, Sendable {
  enum Pane: Equatable, Sendable {
    case domains
    case questions
  }

  var pane: Pane = .domains
  var domains = ListState()
  var questions = ListState()
}

/// One line of a delegation's page.
enum DelegationEntry: Equatable {
  /// Where to go on.
  case goOn(QuestionNumber)
  /// How many answers wait for a decision.
  case conflicts(Int)
  /// On how many questions the institutions differ, and how many can be taken over as a block.
  case differing(Int, same: Int)
  case domain(Int)
  /// What the delegation has besides its answers.
  case ours
}

extension DelegationPage: PageContent, OwnPage {
  var asPage: Page { .delegation(self) }
  var depth: Int { 3 }
  var hasNumbers: Bool { true }
  var help: Phrase { .helpDelegation }

  func area(in context: PageContext) -> Area {
    guard context.hasTwoPanes else { return context.bodyArea }
    return context.wholeArea.inset(start: 2).split(startWidth: 62).start
  }

  func drawAside(in context: PageContext, on canvas: inout Canvas) {
    if context.hasTwoPanes { context.drawQuestions(of: self, on: &canvas) }
  }

  func clicked(_ entry: Int) -> (page: Page, action: Action)? {
    var page = self
    page.pane = .domains
    page.domains.selected = entry
    return (page.asPage, .open)
  }

  /// A question in the second pane.
  func clickedAside(
    row: Int,
    start: Int,
    in context: PageContext,
  ) -> (page: Page, action: Action)? {
    guard context.hasTwoPanes else { return nil }
    var layouts = LayoutCache()
    let (flow, area, firstRow) = context.questionsPane(of: self, &layouts)
    guard (area.row..<area.endRow).contains(row),
      let entry = flow.entry(atRow: row - area.row + firstRow)
    else { return nil }
    var page = self
    page.pane = .questions
    page.questions.selected = entry
    return (page.asPage, .open)
  }

  func hints(in context: PageContext) -> [Action] {
    [
      .open, .openQuestions, .shareSeveral, .search, .help, .palette, .undo, .nextLanguage, .back,
      .changeConsent,
    ]
  }

  func update(_ action: Action, in context: inout PageContext, at moment: Moment) -> [Effect]? {
    var page = self
    let domain = context.domain(selectedOn: page)
    let questions = context.asked?.inDomain(domain) ?? []
    switch (action, page.pane) {
    case (.nextPane, _), (.previousPane, _):
      if context.hasTwoPanes { page.pane = page.pane == .domains ? .questions : .domains }
      context.show(.delegation(page))
    case (.open, .questions):
      if questions.indices.contains(page.questions.selected) {
        context.goToQuestion(questions[page.questions.selected])
      }
    case (.open, .domains):
      let entries = context.delegationEntries
      guard entries.indices.contains(page.domains.selected) else { return [] }
      switch entries[page.domains.selected] {
      case .goOn(let number): context.goToQuestion(number)
      case .conflicts: context.go(to: .conflicts(ConflictsPage()))
      case .differing: context.go(to: .differing(DifferingPage()))
      case .ours: context.go(to: .ours(OursPage()))
      case .domain(let number): context.go(to: .introduction(DomainIntroduction(domain: number)))
      }
    case (.choose(let number), _) where context.questionnaire.domain(numbered: number) != nil:
      context.go(to: .introduction(DomainIntroduction(domain: number)))
    case (.nextOpenQuestion, _): context.goToNextOpen(after: nil)
    case (_, .domains):
      let count = context.delegationEntries.count
      guard page.domains.move(action, count: count, pageSize: area(in: context).height) else {
        return nil
      }
      page.questions = ListState()
      context.show(.delegation(page))
    case (_, .questions):
      guard page.questions.move(action, count: questions.count, pageSize: area(in: context).height)
      else { return nil }
      context.show(.delegation(page))
    }
    return []
  }
}

extension PageContext {
  /// The lines of the delegation's page, in their order.
  var delegationEntries: [DelegationEntry] {
    let waiting = desk.ownConflicts.count
    return (questionToGoOnAt.map { [.goOn($0)] } ?? [])
      + (waiting > 0 ? [.conflicts(waiting)] : []) + differingEntry
      + questionnaire.domains.map { .domain($0.number) } + [.ours]
  }

  private var differingEntry: [DelegationEntry] {
    guard let talk = tableTalk, !talk.differences.isEmpty || !talk.sameAnswers.isEmpty else {
      return []
    }
    return [.differing(talk.differences.count, same: talk.sameAnswers.count)]
  }

  /// The domain whose questions stand in the second pane.
  func domain(selectedOn page: DelegationPage) -> Int {
    let entries = delegationEntries
    guard entries.indices.contains(page.domains.selected) else { return 1 }
    switch entries[page.domains.selected] {
    case .goOn(let number): return number.domain
    case .conflicts, .differing, .ours: return 1
    case .domain(let number): return number
    }
  }

  /// Whether there is room for two panes.
  var hasTwoPanes: Bool { width >= 110 }
}
