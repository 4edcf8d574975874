import Display
import Consultation

/// Where a person is on a delegation's page: among the domains, or among the questions of one.
package struct DelegationPage: Equatable, Sendable {
  package enum Pane: Equatable, Sendable {
    case domains
    case questions
  }

  package var pane: Pane = .domains
  package var domains = ListState()
  package var questions = ListState()

  package init() {}
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

extension App {
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

  mutating func updateDelegation(_ page: DelegationPage, _ action: Action) -> [Effect]? {
    var page = page
    let domain = domain(selectedOn: page)
    let questions = asked?.inDomain(domain) ?? []
    switch (action, page.pane) {
    case (.nextPane, _), (.previousPane, _):
      if hasTwoPanes { page.pane = page.pane == .domains ? .questions : .domains }
      show(.delegation(page))
    case (.open, .questions):
      if questions.indices.contains(page.questions.selected) {
        goToQuestion(questions[page.questions.selected])
      }
    case (.open, .domains):
      let entries = delegationEntries
      guard entries.indices.contains(page.domains.selected) else { return [] }
      switch entries[page.domains.selected] {
      case .goOn(let number): goToQuestion(number)
      case .conflicts: go(to: .conflicts(ListState()))
      case .differing: go(to: .differing(ListState()))
      case .ours: go(to: .ours(ListState()))
      case .domain(let number): go(to: .introduction(DomainIntroduction(domain: number)))
      }
    case (.choose(let number), _) where questionnaire.domain(numbered: number) != nil:
      go(to: .introduction(DomainIntroduction(domain: number)))
    case (.nextOpenQuestion, _): goToNextOpen(after: nil)
    case (_, .domains):
      let count = delegationEntries.count
      guard page.domains.move(action, count: count, pageSize: bodyArea.height) else { return nil }
      page.questions = ListState()
      show(.delegation(page))
    case (_, .questions):
      guard page.questions.move(action, count: questions.count, pageSize: bodyArea.height)
      else { return nil }
      show(.delegation(page))
    }
    return []
  }
}
