import Consultation

/// What fills the screen.
package enum Page: Equatable, Sendable {
  case language(ListState)
  case delegations(ListState)
  case delegation(DelegationPage)
  case introduction(DomainIntroduction)
  case question(QuestionPage)
  case instruments(ListState)
  case evidence(ListState)
  /// One piece of evidence, by its identifier.
  case evidenceEntry(String, ListState)
  /// Everything that was done to the answer on the screen.
  case history(ListState)
  /// What the delegation has to decide between.
  case conflicts(ListState)
  case closing(DomainClosing)
  case end(EndPage)

  /// How deep it lies: going to a page leaves those that lie as deep or deeper.
  var depth: Int {
    switch self {
    case .language: 0
    case .delegations: 1
    case .delegation: 2
    case .introduction, .question, .closing, .end, .conflicts: 3
    case .instruments, .evidence, .history: 4
    case .evidenceEntry: 5
    }
  }

  /// The kinds of place that it is, the most particular first.
  package var scopes: [ActionScope] {
    switch self {
    case .question: [.question, .list, .everywhere]
    case .evidence: [.entries, .list, .everywhere]
    case .introduction, .closing: [.list, .question, .everywhere]
    case .language, .delegations, .delegation, .instruments, .evidenceEntry, .end, .history,
      .conflicts:
      [.list, .everywhere]
    }
  }
}

/// What is laid over the page.
package enum Overlay: Equatable, Sendable {
  case help(firstRow: Int)
  case palette(Finder)
  case search(Finder)
  case chooser(Chooser)
  case field(TextField)

  /// What keys mean while it is there; typing goes to the overlay itself.
  package var scopes: [ActionScope] {
    switch self {
    case .help, .chooser: [.list, .everywhere]
    case .palette, .search: []
    case .field: [.text]
    }
  }
}
