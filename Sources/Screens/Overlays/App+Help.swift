import BidiText
import Consultation
import Display
import Phrases

extension App {
  /// Everything that can be done on this page, with its keys, from the action table.
  func helpFlow(width: Int) -> Flow {
    var flow = Flow(width: width, direction: direction)
    flow.text(words(helpOfPage))
    let keyWidth = min(18, width / 3)
    for scope in page.scopes {
      flow.gap()
      flow.text(words(scope.title), style: .heading)
      var shown: Set<Phrase> = []
      for row in ActionTable.rows where row.scope == scope && shown.insert(row.title).inserted {
        let isDigits = row.action == .choose(1)
        let keys =
          isDigits
          ? "\(words.number(1)) – \(words.number(9))"
          : row.keys.map { words.name(of: $0) }.joined(separator: "  ")
        flow.row([
          Flow.Column(text: keys, width: keyWidth - 1, style: .key, isOneLine: true),
          Flow.Column(text: words(row.title), start: keyWidth),
        ])
      }
    }
    flow.gap()
    flow.text(words(.scopeText), style: .heading)
    flow.text(words(.helpText))
    flow.gap()
    flow.text(words(.helpArabicKeyboard), style: .quiet)
    return flow
  }

  /// What this page is for, in a sentence.
  private var helpOfPage: Phrase {
    switch page {
    case .language: .helpLanguage
    case .delegations: .helpDelegations
    case .delegation: .helpDelegation
    case .introduction: .helpIntroduction
    case .question: .helpQuestion
    case .questions: .helpQuestions
    case .sharing: .helpSharing
    case .instruments: .helpInstruments
    case .evidence, .evidenceEntry: .helpEvidence
    case .room: .helpRoom
    case .sharedDelegation: .helpShared
    case .parkingLot: .helpParkingLot
    case .nextSteps, .nextStep: .helpNextSteps
    case .positions, .position: .helpPositions
    case .differing: .helpDiffering
    case .exchanges, .exchange: .helpExchanges
    case .cards, .card: .cardHelp
    case .experience: .cardHelpShared
    case .sharedCard: .cardHelpOther
    case .prepare, .agendaItem, .delegationFrame, .delegate: .helpPrepare
    case .reports, .report: .helpReports
    case .ours: .helpOurs
    case .records(let kind, _): kind == .priority ? .helpPriorities : .helpRemarks
    case .record(let key, _):
      switch key.kind {
      case .priority: .helpPriorities
      case .remark: .helpRemarks
      case .interest: .helpInterest
      case .verification: .helpVerification
      default: .helpProfile
      }
    case .comments: .helpComments
    case .consulted, .consultation: .helpConsulted
    case .history: .helpHistory
    case .conflicts: .helpConflicts
    case .closing: .helpClosing
    case .end: .helpEnd
    }
  }

  mutating func updateHelp(firstRow: Int, _ action: Action) -> [Effect] {
    let panel = panelArea(rows: height)
    let last = max(0, helpFlow(width: panel.width).height - panel.height)
    let row: Int
    switch action {
    case .up: row = firstRow - 1
    case .down: row = firstRow + 1
    case .pageUp: row = firstRow - panel.height
    case .pageDown: row = firstRow + panel.height
    case .first: row = 0
    case .last: row = last
    default:
      overlay = nil
      return []
    }
    overlay = .help(firstRow: min(max(0, row), last))
    return []
  }
}
