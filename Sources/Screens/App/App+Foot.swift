import BidiText
import Consultation
import Display
import Phrases

/// The two lines at the foot: what stands, and what can be done.
extension App {
  func drawStatus(on canvas: inout Canvas) {
    let area = Area(row: height - 2, start: 1, width: width - 2, height: 1)
    if let notice, Canvas.width(of: notice) > area.width - 15 {
      canvas.write(notice, in: area, style: .attention)
      return
    }
    let languages = Language.allCases.map { $0 == language ? "[\(sign(of: $0))]" : sign(of: $0) }
      .joined(separator: "  ")
    let clock = clock.map { "\($0)   \(languages)" }
    let taken = canvas.writeAtEnd(clock ?? languages, in: area, style: .quiet)
    let rest = area.inset(end: taken + 2)
    if let notice {
      canvas.write(notice, in: rest, style: .attention)
    } else {
      let isTrouble: Bool
      if case .notKept = keeping { isTrouble = true } else { isTrouble = false }
      canvas.write(standing, in: rest, style: isTrouble ? .attention : .quiet)
    }
  }

  /// The time on the clock of this place, and what remains of what runs in the room.
  ///
  /// On a narrow screen what remains alone; nothing while nothing runs.
  private var clock: String? {
    guard let running = dayPlan.running else { return nil }
    let left = RoomWords(words, desk: desk).left(running)
    guard width >= 76 else { return left }
    let time = TimeOfDay(now, minutesFromUTC: setting.minutesFromUTC)
    let text = words.time(hour: time.hour, minute: time.minute)
    return "\(text) \(setting.symbols.separator) \(left)"
  }

  private func sign(of language: Language) -> String {
    switch language {
    case .arabic: setting.symbols == .ascii ? "AR" : "ع"
    case .english: "EN"
    case .french: "FR"
    }
  }

  /// What the status line says while nothing else has to be said.
  var standing: String {
    var parts: [String] = []
    if setting.isReadOnly {
      parts.append(words(.readOnlySign))
    } else {
      switch keeping {
      case .nothingYet: break
      case .beingKept: parts.append(words(.beingKept))
      case .kept(let time):
        let text = words.time(hour: time.hour, minute: time.minute, second: time.second)
        parts.append(words(.kept, ["time": .own(text)]))
      case .notKept(let reason): parts.append(words(.notKept, ["reason": .own(reason)]))
      }
    }
    if case .question = page, let answer = currentAnswer {
      parts.append(words(answer.sharing.sharedPhrase))
    }
    if let sitterLine { parts.append(sitterLine) }
    if !alsoHere.isEmpty {
      let names = words.list(alsoHere.map(HarmlessText.isolated))
      parts.append(words(.alsoHere, ["names": .own(names)]))
    }
    return parts.joined(separator: " \(setting.symbols.separator) ")
  }

  /// The keys that matter here, as many as fit, from the action table.
  func drawHints(on canvas: inout Canvas) {
    var area = Area(row: height - 1, start: 1, width: width - 2, height: 1)
    for hint in hints {
      let needed = Canvas.width(of: hint.key) + 1 + Canvas.width(of: hint.words)
      guard needed <= area.width else { break }
      let key = canvas.write(hint.key, in: area, style: .key)
      canvas.write(hint.words, in: area.inset(start: key + 1), style: .quiet)
      area = area.inset(start: needed + 2)
    }
  }

  var hints: [(key: String, words: String)] {
    actionsToHint.compactMap { action in
      guard let row = ActionTable.row(of: action), let hint = row.hint, let key = row.keys.first
      else { return nil }
      if case .choose = action {
        let last = AnswerChoice.choices(for: currentQuestion?.kind ?? .text).count
        return ("\(words.number(1))-\(words.number(min(9, last)))", words(hint))
      }
      return (words.name(of: key), words(action == .open ? hintOfOpening : hint))
    }
  }

  /// What Enter does here.
  private var hintOfOpening: Phrase {
    switch (overlay, page) {
    case (.chooser, _), (nil, .language), (nil, .delegations), (nil, .sharing): .hintChooseEntry
    case (nil, .history): .hintRestore
    case (nil, .nextStep), (nil, .position), (nil, .exchange), (nil, .consultation),
      (nil, .prepare),
      (nil, .agendaItem), (nil, .record), (nil, .delegationFrame), (nil, .delegate), (nil, .card),
      (nil, .sharedCard):
      .hintChange
    case (nil, .conflicts): .hintDecide
    case (nil, .instruments), (nil, .evidence), (nil, .evidenceEntry): .hintChange
    default: .hintOpen
    }
  }

  /// What a person most likely wants next, first.
  private var actionsToHint: [Action] {
    switch overlay {
    case .field: return [.keepText, .leaveText]
    case .chooser: return [.open, .back]
    case .help, .palette, .search: return [.back]
    case nil: break
    }
    switch page {
    case .language: return [.open]
    case .delegations: return [.open, .nextLanguage, .help, .back]
    case .delegation:
      return [
        .open, .openQuestions, .shareSeveral, .search, .help, .palette, .undo, .nextLanguage, .back,
        .changeConsent,
      ]
    case .introduction:
      return [.open, .back, .openQuestions, .shareSeveral, .nextLanguage, .help, .palette]
    case .question:
      return [
        .choose(1), .nextQuestion, .previousQuestion, .writeContext, .openEvidence,
        .openPositions, .help,
        .palette, .undo, .nextOpenQuestion, .changeStatus, .changeSharing, .offer, .wishToHear,
        .openCards, .park, .openHistory, .search,
        .nextLanguage, .back,
      ]
    case .questions:
      return [.open, .findInQuestions, .nextDomain, .showAllQuestions, .shareSeveral, .back, .help]
    case .sharing: return [.open, .back, .help, .undo]
    case .evidence: return [.open, .add, .remove, .back, .help]
    case .room:
      return [
        .open, .agenda, .pauseClock, .moveRoom, .floor, .attendance, .sitDown, .prepare, .help,
        .back,
      ]
    case .positions: return [.open, .firstRound, .add, .remove, .back, .help]
    case .prepare, .delegationFrame: return [.open, .add, .remove, .back, .help, .undo]
    case .agendaItem, .delegate: return [.open, .back, .help, .undo]
    case .exchanges: return [.open, .openExperience, .back, .help]
    case .cards: return [.open, .add, .remove, .openExperience, .back, .help, .undo]
    case .card: return [.open, .back, .help, .undo]
    case .experience: return [.open, .filterByDomain, .back, .help]
    case .sharedCard(let owner, _, _):
      return sayings(of: owner).isEmpty
        ? [.back, .help]
        : [.markUseful, .askOfCard, .askForContact, .nameOrNot, .back, .help, .undo]
    case .exchange: return [.open, .back, .help, .undo]
    case .position: return [.open, .back, .help, .undo]
    case .differing: return [.open, .back, .help]
    case .sharedDelegation: return [.add, .back, .help]
    case .parkingLot, .nextSteps: return [.add, .remove, .back, .help, .undo]
    case .nextStep: return [.open, .back, .help, .undo]
    case .history, .conflicts: return [.open, .back, .help, .undo]
    case .instruments, .evidenceEntry: return [.open, .back, .help, .undo]
    case .closing:
      return [
        .open, .nextQuestion, .previousQuestion, .signOff, .openConsulted, .shareSeveral, .back,
        .help,
      ]
    case .ours, .reports: return [.open, .back, .help]
    case .report: return [.findInReport, .findNext, .writeReport, .back, .help]
    case .records, .comments: return [.add, .remove, .open, .back, .help, .undo]
    case .record: return [.open, .back, .help, .undo]
    case .consulted: return [.add, .remove, .open, .back, .help, .undo]
    case .consultation: return [.open, .back, .help, .undo]
    case .end: return [.open, .back, .help]
    }
  }
}
