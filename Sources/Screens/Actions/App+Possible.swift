import Consultation
import Phrases

/// What can be done now, and what belongs elsewhere.
extension App {
  /// Whether an action does anything but say why it cannot be done.
  ///
  /// Tried on a copy: what the help and the palette offer cannot be another thing than what is
  /// then done.
  func isPossible(_ action: Action) -> Bool { tried(action).isPossible }

  private func tried(_ action: Action) -> (isPossible: Bool, notice: String?) {
    var before = self
    before.overlay = nil
    before.notice = nil
    var after = before
    let effects = after.perform(action, at: Moment(at: context.now, id: ""))
    let notice = after.notice
    after.notice = nil
    return (!effects.isEmpty || after != before, notice)
  }

  /// Whether an action has its place on this page, though perhaps nothing to do at this moment, as
  /// "up" at the top of a list.
  func belongsHere(_ row: ActionTable.Row) -> Bool {
    switch row.action {
    case .up, .down, .first, .last, .pageUp, .pageDown, .undo, .redo, .help, .palette, .back,
      .nextPane, .previousPane, .openGlossary:
      true
    case .choose: canChoose
    case .tick: context.currentQuestion?.elements != nil && isPossible(row.action)
    default: isPossible(row.action)
    }
  }

  private var canChoose: Bool { (1...9).contains { isPossible(.choose($0)) } }

  /// Whether there is anything that it could ever be done to at this terminal.
  ///
  /// Where no question names elements, nobody is told how to tick them; where no other program may be
  /// started, not how to work apart; nor of the seats at other computers where this is not the machine
  /// that hosts.
  func isOffered(_ action: Action) -> Bool {
    switch action {
    case .tick: context.questionnaire.hasElements
    case .bringTogether: setting.rhythms != nil
    case .openSeats: setting.hostsMachine != nil && desk.seat == .facilitator
    default: true
    }
  }

  /// Why an action cannot be done here, or where it can be.
  func whyNotHere(_ row: ActionTable.Row) -> String {
    let reason = tried(row.action).notice
    return reason.flatMap { $0 == words(.notHere) ? nil : $0 } ?? words(place(of: row))
  }

  private func place(of row: ActionTable.Row) -> Phrase {
    switch (row.action, row.scope) {
    case (.signOff, _), (.openConsulted, _): .whereClosing
    case (.firstRound, _): .wherePositions
    case (.openInstruments, _): .whereInstruments
    case (.tick, _): .whereElements
    case (.openVerification, _): .whereToVerify
    case (_, .question): .whereQuestion
    case (_, .everywhere): .whereDelegation
    case (_, .list), (_, .entries), (_, .passages), (_, .room), (_, .experience), (_, .card),
      (_, .report),
      (_, .questionList), (_, .glossary),
      (_, .text):
      .whereEntry
    }
  }
}
