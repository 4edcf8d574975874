import Phrases

/// Everything that a person can do, whichever key or menu they do it by.
///
/// Keys, hints, help and the palette all come from ``ActionTable``, which has a row for each.
enum Action: Hashable, Sendable {
  // Everywhere
  case help, nextLanguage, search, openGlossary, palette, undo, redo, nextPane, previousPane
  case back, leaveAtOnce, suspend, redraw, moveToNextEdition, bringTogether
  // Lists and introductions
  case up, down, first, last, pageUp, pageDown, open
  // A question
  case choose(Int)
  /// An element of a question, by its number.
  case tick(Int)
  case toggle, nextQuestion, previousQuestion, nextOpenQuestion
  case changeApplied, writeContext, openEvidence, openInstruments, takeProposal
  case changeStatus, changeSharing, takeAnswerBack, openHistory, openConflicts
  case signOff, openConsulted, openPositions, firstRound, offer, wishToHear, openExchanges
  case openComments, openVerification, park, raiseHand, followRoom, changeConsent
  // The room
  case agenda, pauseClock, extend, shorten, moveRoom, turns, floor, attendance, sitDown, prepare
  case openSeats, openParkingLot, openNextSteps, openPriorities, openOurs
  case openPassages
  // All questions, sharing several answers, who sits here
  case openQuestions, filter(QuestionFilter), nextDomain, previousDomain, findInQuestions
  case showAllQuestions, shareSeveral, changePerson
  // Entries of a list that a person keeps, such as evidence
  case add, remove
  // Experience cards, and what the room shares
  case openCards, openExperience, filterByDomain, markUseful, askOfCard, askForContact, nameOrNot
  // The passages of a profile
  case leaveOut, moveEarlier, moveLater
  // A report
  case openReports, findInReport, findNext, writeReport
  // The glossary
  case findTerm
  // Text
  case keepText, leaveText
}

/// The kinds of place in which keys mean the same.
enum ActionScope: CaseIterable, Sendable {
  case everywhere
  case list
  case question
  /// The list of all questions.
  case questionList
  case entries
  /// The passages of a profile.
  case passages
  case room
  /// What the room shares of experience.
  case experience
  /// A card of another delegation.
  case card
  case report
  case glossary
  case text

  /// What the help calls it.
  var title: Phrase {
    switch self {
    case .everywhere: .scopeEverywhere
    case .list: .scopeList
    case .question: .scopeQuestion
    case .questionList: .scopeQuestionList
    case .entries: .scopeEntries
    case .passages: .scopePassages
    case .room: .scopeRoom
    case .experience: .cardScopeShared
    case .card: .cardScopeOther
    case .report: .scopeReport
    case .glossary: .scopeGlossary
    case .text: .scopeText
    }
  }
}
