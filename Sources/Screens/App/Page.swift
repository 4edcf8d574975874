package import Consultation

/// What fills the screen.
package enum Page: Equatable, Sendable {
  case language(ListState)
  case delegations(ListState)
  case delegation(DelegationPage)
  case introduction(DomainIntroduction)
  case question(QuestionPage)
  /// All questions, or some of them.
  case questions(QuestionList)
  /// What would be shared by one act.
  case sharing(SharingPage)
  case instruments(ListState)
  case evidence(ListState)
  /// One piece of evidence, by its identifier.
  case evidenceEntry(String, ListState)
  /// Everything that was done to the answer on the screen.
  case history(ListState)
  /// What the delegation has to decide between.
  case conflicts(ListState)
  /// What each institution says of the question on the screen.
  case positions(ListState)
  /// What one institution says, by its name.
  case position(String, ListState)
  /// What the delegation has to talk about.
  case differing(ListState)
  /// The agenda, the clock and the delegations, for the facilitator.
  case room(ListState)
  /// What a delegation shares, for the facilitator.
  case sharedDelegation(DelegationCode, ListState)
  /// What a delegation has besides its answers.
  case ours(ListState)
  /// Its records of a kind.
  case records(Record.Kind, ListState)
  /// One of its records.
  case record(RecordKey, ListState)
  /// The reports that can be read here.
  case reports(ListState)
  case report(ReportPage)
  /// What was remarked on the answer on the screen.
  case comments(ListState)
  /// Who was consulted on a domain.
  case consulted(domain: Int, ListState)
  /// One consultation, by its identifier.
  case consultation(String, ListState)
  case exchanges(ListState)
  /// One exchange, by its identifier.
  case exchange(String, ListState)
  /// The delegation's own experience cards.
  case cards(ListState)
  /// One of them, by its identifier.
  case card(String, ListState)
  /// What the room shares of experience, in one domain or in all.
  case experience(domain: Int?, ListState)
  /// A card that another delegation shares, by its owner and its identifier.
  case sharedCard(DelegationCode, String, ListState)
  /// Everything that the workshop has, to be prepared.
  case prepare(ListState)
  case agendaItem(String, ListState)
  case delegationFrame(DelegationCode, ListState)
  case delegate(DelegationCode, String, ListState)
  case parkingLot(ListState)
  case nextSteps(ListState)
  /// One next step, by its identifier.
  case nextStep(String, ListState)
  case closing(DomainClosing)
  case end(EndPage)

  /// How deep it lies: going to a page leaves those that lie as deep or deeper.
  var depth: Int {
    switch self {
    case .language: 0
    case .delegations: 1
    case .room: 2
    case .delegation, .sharedDelegation, .prepare: 3
    case .questions: 4
    case .introduction, .question, .closing, .end, .conflicts, .differing, .agendaItem,
      .delegationFrame, .ours, .reports:
      5
    case .instruments, .evidence, .history, .positions, .consulted, .delegate, .comments,
      .records, .cards, .report, .sharing:
      6
    case .evidenceEntry, .position, .consultation, .record, .exchanges, .parkingLot, .nextSteps,
      .card:
      7
    case .nextStep, .exchange, .experience: 8
    case .sharedCard: 9
    }
  }

  /// The kinds of place that it is, the most particular first.
  package var scopes: [ActionScope] {
    switch self {
    case .question: [.question, .list, .everywhere]
    case .evidence, .parkingLot, .nextSteps, .positions, .consulted, .prepare,
      .delegationFrame, .records, .comments, .sharedDelegation, .cards:
      [.entries, .list, .everywhere]
    case .room: [.room, .list, .everywhere]
    case .questions: [.questionList, .list, .everywhere]
    case .report: [.report, .list, .everywhere]
    case .experience: [.experience, .list, .everywhere]
    case .sharedCard: [.card, .list, .everywhere]
    case .introduction, .closing: [.list, .question, .everywhere]
    case .language, .delegations, .delegation, .instruments, .evidenceEntry, .end, .history,
      .conflicts, .nextStep, .ours, .reports, .record, .position, .differing, .exchanges, .exchange,
      .consultation, .agendaItem, .delegate, .card, .sharing:
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
