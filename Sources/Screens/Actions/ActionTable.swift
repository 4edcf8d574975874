import Display
import Phrases

/// The one table of what can be done: action, keys, words, and where.
///
/// Key presses, the hints at the foot of the screen, the help, the palette and the manual are
/// all read off it.
enum ActionTable {
  struct Row: Sendable {
    let action: Action
    let scope: ActionScope
    /// The keys, the one that hints show first.
    let keys: [Key]
    /// What it does, as the help and the palette say it.
    let title: Phrase
    /// The same in a word or two, for the hints; none where hints never show it.
    let hint: Phrase?

    init(
      _ action: Action,
      _ scope: ActionScope,
      _ keys: [Key],
      _ title: Phrase,
      hint: Phrase? = nil,
    ) {
      self.action = action
      self.scope = scope
      self.keys = keys
      self.title = title
      self.hint = hint
    }
  }

  static let rows: [Row] =
    everywhere + lists + questions + questionList + entries + passages + room + experience + report
    + glossary
    + text

  /// The action that a key means in these scopes, the first one that knows it.
  ///
  /// Letters of an Arabic keyboard act as the Latin key on the same place; text is not looked
  /// up here.
  static func action(for key: Key, in scopes: [ActionScope]) -> Action? {
    let command = ArabicKeyboard.command(key)
    for scope in scopes {
      for row in rows where row.scope == scope {
        if row.keys.contains(key) || row.keys.contains(command) { return row.action }
      }
    }
    return nil
  }

  /// The row of an action.
  static func row(of action: Action) -> Row? { rowOfAction[action] }

  /// The first row of each action: the hints ask for theirs at every key.
  private static let rowOfAction = Dictionary(rows.map { ($0.action, $0) }) { first, _ in first }

  private static let everywhere: [Row] = [
    Row(.help, .everywhere, [.character("?"), Key(.function(1))], .actionHelp, hint: .hintHelp),
    Row(.nextLanguage, .everywhere, [Key(.function(2))], .actionLanguage, hint: .hintLanguage),
    Row(.search, .everywhere, [.character("/")], .actionSearch, hint: .hintSearch),
    Row(.openGlossary, .everywhere, [.character("l")], .actionGlossary, hint: .hintGlossary),
    Row(
      .palette,
      .everywhere,
      [.character(":"), .control("p")],
      .actionPalette,
      hint: .hintPalette,
    ),
    Row(.undo, .everywhere, [.character("u")], .actionUndo, hint: .hintUndo),
    Row(.redo, .everywhere, [.control("r")], .actionRedo),
    Row(
      .openQuestions,
      .everywhere,
      [.character("Q")],
      .actionQuestions,
      hint: .hintQuestions,
    ),
    Row(
      .shareSeveral,
      .everywhere,
      [.character("H")],
      .actionShareSeveral,
      hint: .hintShareSeveral,
    ),
    Row(.changePerson, .everywhere, [.character("W")], .actionPerson),
    Row(.openConflicts, .everywhere, [.character("d")], .actionConflicts),
    Row(.openExchanges, .everywhere, [.character("E")], .actionExchanges),
    // The Arabic keyboard has the brace, and no letter, on the place of C.
    Row(
      .openCards,
      .everywhere,
      [.character("C"), .character("}")],
      .cardActionOpen,
      hint: .cardHintOpen,
    ),
    Row(
      .openExperience,
      .everywhere,
      [.character("S")],
      .cardActionShared,
      hint: .cardHintShared,
    ),
    Row(.openParkingLot, .everywhere, [.character("T")], .actionParkingLot),
    Row(.openNextSteps, .everywhere, [.character("A")], .actionNextSteps),
    Row(.openReports, .everywhere, [.character("R")], .actionReports),
    Row(.openPriorities, .everywhere, [.character("P")], .actionPriorities),
    Row(.openOurs, .everywhere, [.character("O")], .actionOurs),
    Row(.raiseHand, .everywhere, [.character("k")], .actionHand),
    Row(.followRoom, .everywhere, [.character("f")], .actionFollow, hint: .hintFollow),
    // As with C, the Arabic keyboard has a bracket on the place of F.
    Row(
      .changeConsent,
      .everywhere,
      [.character("F"), .character("]")],
      .actionConsent,
      hint: .hintConsent,
    ),
    // Found by its words, and in the list of reports.
    Row(.openPassages, .everywhere, [], .actionPassages),
    // Once in the life of a session: found by its words.
    Row(.moveToNextEdition, .everywhere, [], .actionNextEdition),
    Row(.bringTogether, .everywhere, [.character("Z"), .character("~")], .actionTogether),
    Row(.nextPane, .everywhere, [Key(.tab)], .actionNextPane),
    Row(.previousPane, .everywhere, [Key(.backTab)], .actionPreviousPane),
    Row(.back, .everywhere, [Key(.escape), .character("q")], .actionBack, hint: .hintBack),
    Row(.leaveAtOnce, .everywhere, [.control("c")], .actionLeave),
    Row(.suspend, .everywhere, [.control("z")], .actionSuspend),
    Row(.redraw, .everywhere, [.control("l")], .actionRedraw),
  ]

  private static let lists: [Row] = [
    Row(.up, .list, [Key(.up)], .actionUp),
    Row(.down, .list, [Key(.down)], .actionDown),
    Row(.first, .list, [Key(.home)], .actionFirst),
    Row(.last, .list, [Key(.end)], .actionLast),
    Row(.pageUp, .list, [Key(.pageUp)], .actionPageUp),
    Row(.pageDown, .list, [Key(.pageDown)], .actionPageDown),
    Row(.open, .list, [Key(.enter)], .actionOpen, hint: .hintOpen),
  ]

  private static let questions: [Row] =
    (1...9).map { number in
      Row(
        .choose(number),
        .question,
        [.character(Character("\(number)"))],
        .actionChoose,
        hint: number == 1 ? .hintChoose : nil,
      )
    } + ticks + [
      Row(.toggle, .question, [.character(" ")], .actionToggle),
      Row(
        .nextQuestion,
        .question,
        [.character("n")],
        .actionNextQuestion,
        hint: .hintNextQuestion,
      ),
      Row(
        .previousQuestion,
        .question,
        [.character("b")],
        .actionPreviousQuestion,
        hint: .hintPreviousQuestion,
      ),
      Row(
        .nextOpenQuestion,
        .question,
        [.character("N")],
        .actionNextOpenQuestion,
        hint: .hintNextOpenQuestion,
      ),
      Row(.writeContext, .question, [.character("c")], .actionContext, hint: .hintContext),
      Row(.openEvidence, .question, [.character("e")], .actionEvidence, hint: .hintEvidence),
      Row(.changeStatus, .question, [.character("s")], .actionStatus, hint: .hintStatus),
      Row(.changeSharing, .question, [.character("h")], .actionSharing, hint: .hintSharing),
      Row(.changeApplied, .question, [.character("a")], .actionApplied),
      Row(.openInstruments, .question, [.character("i")], .actionInstruments),
      Row(.takeProposal, .question, [.character("=")], .actionTakeProposal),
      Row(.takeAnswerBack, .question, [.character("x")], .actionTakeBack),
      Row(.openPositions, .question, [.character("p")], .actionPositions, hint: .hintPositions),
      Row(.signOff, .question, [.character("g")], .actionSignOff, hint: .hintSignOff),
      Row(.openConsulted, .question, [.character("z")], .actionConsulted, hint: .hintConsulted),
      Row(.offer, .question, [.character("o")], .actionOffer, hint: .hintOffer),
      Row(.wishToHear, .question, [.character("w")], .actionWish, hint: .hintWish),
      Row(.openComments, .question, [.character("m")], .actionComments),
      Row(.openVerification, .question, [.character("v")], .actionVerification),
      Row(.park, .question, [.character("t")], .actionPark, hint: .hintPark),
      Row(.openHistory, .question, [.character("y")], .actionHistory, hint: .hintHistory),
    ]

  /// Letters that mean nothing else and that the Arabic keyboard has in one character: the elements
  /// of a question, in their order.
  static let tickKeys: [Character] = ["I", "J", "K", "M", "U", "Y"]

  private static let ticks: [Row] = tickKeys.enumerated().map { index, letter in
    Row(
      .tick(index + 1),
      .question,
      [.character(letter)],
      .actionTick,
      hint: index == 0 ? .hintTick : nil,
    )
  }

  private static let questionList: [Row] =
    QuestionFilter.allCases.map { filter in
      Row(
        .filter(filter),
        .questionList,
        [.character(Character(filter.mark))],
        filter.action,
        hint: filter.phrase,
      )
    } + [
      Row(
        .nextDomain,
        .questionList,
        [Key(.tab)],
        .actionNextDomain,
        hint: .cardHintFilter,
      ),
      Row(.previousDomain, .questionList, [Key(.backTab)], .actionPreviousDomain),
      Row(
        .findInQuestions,
        .questionList,
        [.character("/")],
        .actionFindInQuestions,
        hint: .hintSearch,
      ),
      Row(
        .showAllQuestions,
        .questionList,
        [.character("x")],
        .actionShowAllQuestions,
        hint: .hintShowAll,
      ),
    ]

  private static let entries: [Row] = [
    Row(.add, .entries, [.character("+"), Key(.insert)], .actionAdd, hint: .hintAdd),
    Row(.remove, .entries, [Key(.delete), .character("-")], .actionRemove, hint: .hintRemove),
    Row(.firstRound, .entries, [.character("r")], .actionFirstRound, hint: .hintFirstRound),
  ]

  private static let passages: [Row] = [
    Row(.leaveOut, .passages, [.character(" ")], .actionLeaveOut, hint: .hintLeaveOut),
    Row(.moveEarlier, .passages, [.character("b")], .actionEarlier, hint: .hintEarlier),
    Row(.moveLater, .passages, [.character("n")], .actionLater, hint: .hintLater),
  ]

  private static let room: [Row] = [
    Row(.agenda, .room, [.character("g")], .actionAgenda, hint: .hintAgenda),
    Row(.pauseClock, .room, [.character(" ")], .actionPauseClock, hint: .hintPauseClock),
    Row(.extend, .room, [.character("+")], .actionExtend),
    Row(.shorten, .room, [.character("-")], .actionShorten),
    Row(.moveRoom, .room, [.character("m")], .actionMoveRoom, hint: .hintMoveRoom),
    Row(.nextQuestion, .room, [.character("n")], .actionNextRoomQuestion),
    Row(.previousQuestion, .room, [.character("b")], .actionPreviousRoomQuestion),
    Row(.turns, .room, [.character("r")], .actionTurns),
    Row(.floor, .room, [.character("s")], .actionFloor, hint: .hintFloor),
    Row(.attendance, .room, [.character("p")], .actionAttendance, hint: .hintAttendance),
    Row(.prepare, .room, [.character("e")], .actionPrepare, hint: .hintPrepare),
    Row(.sitDown, .room, [.character("w")], .actionSitDown, hint: .hintSitDown),
    Row(.openSeats, .room, [.character("c")], .actionHostedSeats),
  ]

  private static let experience: [Row] = [
    Row(
      .filterByDomain,
      .experience,
      [.character("/")],
      .cardActionFilter,
      hint: .cardHintFilter,
    ),
    Row(.markUseful, .card, [.character("m")], .cardActionUseful, hint: .cardHintUseful),
    Row(.askOfCard, .card, [.character("a")], .cardActionAsk, hint: .cardHintAsk),
    Row(.askForContact, .card, [.character("c")], .cardActionContact, hint: .cardHintContact),
    Row(.nameOrNot, .card, [.character("n")], .cardActionName, hint: .cardHintName),
  ]

  private static let report: [Row] = [
    Row(.findInReport, .report, [.character("/")], .actionFindInReport, hint: .hintSearch),
    Row(.findNext, .report, [.character("n")], .actionFindNext, hint: .hintFindNext),
    Row(.writeReport, .report, [.character("w")], .actionWriteReport, hint: .hintWriteReport),
  ]

  private static let glossary: [Row] = [
    Row(.findTerm, .glossary, [.character("/")], .actionFindTerm, hint: .hintSearch)
  ]

  private static let text: [Row] = [
    Row(.keepText, .text, [.control("s"), Key(.function(10))], .actionKeep, hint: .hintKeep),
    Row(.leaveText, .text, [Key(.escape)], .actionLeaveText, hint: .hintLeaveText),
  ]
}
