/// What fills the screen: one of the pages, in its state.
enum Page: Equatable, Sendable {
  case language(LanguagePage)
  case delegations(DelegationsPage)
  case instruments(InstrumentsPage)
  case evidence(EvidencePage)
  case evidenceEntry(EvidenceEntryPage)
  case history(HistoryPage)
  case conflicts(ConflictsPage)
  case positions(PositionsPage)
  case position(PositionPage)
  case differing(DifferingPage)
  case room(RoomPage)
  case sharedDelegation(SharedDelegationPage)
  case hostedSeats(HostedSeatsPage)
  case ours(OursPage)
  case records(RecordsPage)
  case record(RecordPage)
  case profileText(ProfileTextPage)
  case passages(PassagesPage)
  case passage(PassagePage)
  case reports(ReportsPage)
  case comments(CommentsPage)
  case consulted(ConsultedPage)
  case consultation(ConsultationPage)
  case exchanges(ExchangesPage)
  case exchange(ExchangePage)
  case cards(CardsPage)
  case card(CardPage)
  case experience(ExperiencePage)
  case sharedCard(SharedCardPage)
  case prepare(PreparePage)
  case agendaItem(AgendaItemPage)
  case delegationFrame(DelegationFramePage)
  case delegate(DelegatePage)
  case parkingLot(ParkingLotPage)
  case nextSteps(NextStepsPage)
  case nextStep(NextStepPage)
  case delegation(DelegationPage)
  case introduction(DomainIntroduction)
  case question(QuestionPage)
  case questions(QuestionList)
  case sharing(SharingPage)
  case report(ReportPage)
  case glossary(GlossaryPage)
  case glossaryTerm(GlossaryTermPage)
  case closing(DomainClosing)
  case end(EndPage)

  /// The page itself: the one place that knows which pages there are.
  var content: any PageContent {
    switch self {
    case .language(let page): page
    case .delegations(let page): page
    case .instruments(let page): page
    case .evidence(let page): page
    case .evidenceEntry(let page): page
    case .history(let page): page
    case .conflicts(let page): page
    case .positions(let page): page
    case .position(let page): page
    case .differing(let page): page
    case .room(let page): page
    case .sharedDelegation(let page): page
    case .hostedSeats(let page): page
    case .ours(let page): page
    case .records(let page): page
    case .record(let page): page
    case .profileText(let page): page
    case .passages(let page): page
    case .passage(let page): page
    case .reports(let page): page
    case .comments(let page): page
    case .consulted(let page): page
    case .consultation(let page): page
    case .exchanges(let page): page
    case .exchange(let page): page
    case .cards(let page): page
    case .card(let page): page
    case .experience(let page): page
    case .sharedCard(let page): page
    case .prepare(let page): page
    case .agendaItem(let page): page
    case .delegationFrame(let page): page
    case .delegate(let page): page
    case .parkingLot(let page): page
    case .nextSteps(let page): page
    case .nextStep(let page): page
    case .delegation(let page): page
    case .introduction(let page): page
    case .question(let page): page
    case .questions(let page): page
    case .sharing(let page): page
    case .report(let page): page
    case .glossary(let page): page
    case .glossaryTerm(let page): page
    case .closing(let page): page
    case .end(let page): page
    }
  }

  /// How deep questions lie, and what stands in their place.
  static let depthOfQuestions = 5

  /// How deep it lies: going to a page leaves those that lie as deep or deeper.
  var depth: Int { content.depth }

  /// The kinds of place that it is, the most particular first.
  var scopes: [ActionScope] { content.scopes }
}
