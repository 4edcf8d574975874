import Display
import Consultation
import Phrases

extension App {
  /// Takes in what happened.
  ///
  /// - Returns: what should be done outside, in this order.
  package mutating func update(_ message: Message, at moment: Moment) -> [Effect] {
    desk.now = moment.at
    // What was typed is not for the page on which one finds oneself.
    if leaveTableWithoutConsent(), case .terminal(.key) = message { return [] }
    let effects = take(message, at: moment)
    _ = leaveTableWithoutConsent()
    return effects
  }

  private mutating func take(_ message: Message, at moment: Moment) -> [Effect] {
    switch message {
    case .tick: return []
    case .terminal(let event): return update(event, at: moment)
    case .kept(let ids, let time):
      unkept.subtract(ids)
      keeping = unkept.isEmpty ? .kept(time) : .beingKept
      return []
    case .notKept(let ids, let reason):
      unkept.formUnion(ids)
      keeping = .notKept(reason: reason)
      return []
    case .told(let line):
      notice = line
      return []
    case .others(let changes):
      desk.apply(changes)
      tell(of: changes)
      return []
    case .reloaded(let session):
      desk.become(session, with: unkept)
      return []
    case .present(let others):
      present = others
      return []
    case .fingerprint(let fingerprint): return freeze(fingerprint: fingerprint, at: moment)
    case .report(let report, let lines):
      go(to: .report(ReportPage(report, language: language, lines: lines)))
      return []
    case .reportWritten(let path):
      notice = words(.reportIsWritten, ["file": .foreign(path)])
      return []
    case .reportNotWritten(let name, let reason):
      askAgainForReportFile(name, reason)
      return []
    }
  }

  /// Says so when someone else changed the answer that is on the screen.
  private mutating func tell(of changes: [Change]) {
    let here = changes.last {
      $0.delegation == delegationCode && $0.question == currentQuestion?.number
        && $0.stamp.by != author
    }
    if let here { notice = words(.changedByOther, ["name": .foreign(here.stamp.by)]) }
    offerToFollow(changes)
  }

  /// Offers a delegation to follow where the room has moved on to; it stays at its own pace where
  /// it does not.
  private mutating func offerToFollow(_ changes: [Change]) {
    let hasMoved = changes.contains { change in
      guard case .record(.room, .room(let room)?) = change.what,
        case .record(_, let before) = change.was
      else { return false }
      guard case .room(let old)? = before else { return room.question != nil }
      return room.question != old.question
    }
    guard hasMoved, delegation != nil, let number = desk.room.question,
      number != currentQuestion?.number
    else { return }
    notice = words(.roomIsAt, ["number": .own(words.number(number))])
  }

  private mutating func update(_ event: TerminalEvent, at moment: Moment) -> [Effect] {
    switch event {
    case .resized(let width, let height):
      self.width = width
      self.height = height
      return []
    case .resumed: return [.redraw]
    case .ended: return leave(at: moment)
    case .key(let key): return press(key, at: moment)
    case .paste(let text):
      paste(text)
      return []
    case .mouse(let event): return click(event, at: moment)
    }
  }

  private mutating func press(_ key: Key, at moment: Moment) -> [Effect] {
    let everywhere = ActionTable.action(for: key, in: [.everywhere])
    switch everywhere {
    case .leaveAtOnce, .suspend, .redraw, .nextLanguage:
      return everywhere.map { perform($0, at: moment) } ?? []
    default: break
    }
    guard !isTooSmall else { return [] }
    switch overlay {
    case .field(let field): return updateField(field, key, at: moment)
    case .palette(let finder): return updateFinder(finder, isPalette: true, key, at: moment)
    case .search(let finder): return updateFinder(finder, isPalette: false, key, at: moment)
    case .help, .chooser, nil:
      notice = nil
      guard let action = ActionTable.action(for: key, in: scopes) else {
        notice = words(.unknownKey, ["help": .own(words.name(of: .character("?")))])
        return []
      }
      if action == .back, key.code == .escape, asksBeforeLeaving() { return [] }
      isAskedToLeave = false
      return perform(action, at: moment)
    }
  }

  /// Whether Esc would leave the program, and the person has not been told so yet.
  ///
  /// Esc goes back everywhere else, and is pressed once too often easily; `q` is meant.
  private mutating func asksBeforeLeaving() -> Bool {
    guard overlay == nil, isFirstPage, !isAskedToLeave else { return false }
    isAskedToLeave = true
    notice = words(.leaveOnceMore)
    return true
  }

  /// What keys mean now.
  package var scopes: [ActionScope] {
    switch overlay {
    case .chooser: [.list, .question, .everywhere]
    case .some(let overlay): overlay.scopes
    case nil:
      switch page {
      // The numbers that stand beside what can be chosen are its keys.
      case .language, .delegations, .delegation, .instruments: page.scopes + [.question]
      default: page.scopes
      }
    }
  }

  /// Does what a person wants, by whichever key or menu they asked for it.
  mutating func perform(_ action: Action, at moment: Moment) -> [Effect] {
    switch action {
    case .leaveAtOnce: return leave(at: moment)
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .nextLanguage:
      language = language.next
      return [.remember(language, delegationCode)]
    default: break
    }
    if case .help(let row) = overlay { return updateHelp(firstRow: row, action) }
    if case .chooser(let chooser) = overlay { return updateChooser(chooser, action, at: moment) }
    if let effects = updatePage(action, at: moment) { return effects }
    switch action {
    case .help: overlay = .help(firstRow: 0)
    case .search: openSearch()
    case .palette: overlay = .palette(palette())
    case .undo: return undo(at: moment)
    case .redo: return redo(at: moment)
    case .back: return goBack()
    case .openQuestions: openQuestions()
    case .shareSeveral: shareSeveral()
    case .changePerson: changePerson()
    case .openExchanges: go(to: .exchanges(ListState()))
    case .openCards where delegation != nil: openCards()
    case .openExperience: go(to: .experience(domain: nil, ListState()))
    case .openParkingLot: go(to: .parkingLot(ListState()))
    case .openNextSteps: go(to: .nextSteps(ListState()))
    case .openReports: go(to: .reports(ListState()))
    case .openOurs where delegation != nil: go(to: .ours(ListState()))
    case .openPriorities where delegation != nil: go(to: .records(.priority, ListState()))
    case .raiseHand where delegation != nil: return raiseHand(at: moment)
    case .followRoom: return followRoom()
    case .changeConsent: return changeConsent(at: moment)
    case .openConflicts where delegation != nil: go(to: .conflicts(ListState()))
    case .nextOpenQuestion where delegation != nil: goToNextOpen(after: currentQuestion?.number)
    default: notice = words(.notHere)
    }
    return []
  }

  private mutating func updatePage(_ action: Action, at moment: Moment) -> [Effect]? {
    switch page {
    case .language(let list): updateLanguage(list, action)
    case .delegations(let list): updateDelegations(list, action)
    case .delegation(let page): updateDelegation(page, action)
    case .introduction(let page): updateIntroduction(page, action)
    case .question(let page): updateQuestion(page, action, at: moment)
    case .questions(let page): updateQuestions(page, action)
    case .sharing(let page): updateSharing(page, action, at: moment)
    case .instruments(let list): updateInstruments(list, action, at: moment)
    case .evidence(let list): updateEvidence(list, action, at: moment)
    case .evidenceEntry(let id, let list): updateEvidenceEntry(id, list, action)
    case .room(let list): updateRoom(list, action, at: moment)
    case .sharedDelegation(let code, let list): updateShared(code, list, action)
    case .parkingLot(let list): updateParkingLot(list, action, at: moment)
    case .nextSteps(let list): updateNextSteps(list, action, at: moment)
    case .nextStep(let id, let list): updateNextStep(id, list, action)
    case .positions(let list): updatePositions(list, action, at: moment)
    case .position(let institution, let list): updatePosition(institution, list, action)
    case .differing(let list): updateDiffering(list, action, at: moment)
    case .exchanges(let list): updateExchanges(list, action, at: moment)
    case .exchange(let id, let list): updateExchange(id, list, action, at: moment)
    case .reports(let list): updateReports(list, action)
    case .report(let page): updateReport(page, action)
    case .ours(let list): updateOurs(list, action)
    case .records(let kind, let list): updateRecords(kind, list, action, at: moment)
    case .record(let key, let list): updateRecord(key, list, action)
    case .comments(let list): updateComments(list, action, at: moment)
    case .cards(let list): updateCards(list, action, at: moment)
    case .card(let id, let list): updateCard(id, list, action)
    case .experience(let domain, let list): updateExperience(domain, list, action)
    case .sharedCard(let owner, let id, let list):
      updateSharedCard(owner, id, list, action, at: moment)
    case .consulted(let domain, let list):
      updateConsulted(domain, list, action, at: moment)
    case .consultation(let id, let list): updateConsultation(id, list, action)
    case .prepare(let list): updatePrepare(list, action, at: moment)
    case .agendaItem(let id, let list): updateAgendaItem(id, list, action)
    case .delegationFrame(let code, let list): updateFrame(code, list, action, at: moment)
    case .delegate(let code, let id, let list): updateDelegate(code, id, list, action)
    case .history(let list): updateHistory(list, action, at: moment)
    case .conflicts(let list): updateConflicts(list, action, at: moment)
    case .closing(let page): updateClosing(page, action, at: moment)
    case .end(let page): updateEnd(page, action)
    }
  }

  /// Leaves at once, and loses nothing: a text that is being written is kept first.
  private mutating func leave(at moment: Moment) -> [Effect] {
    guard case .field(let field) = overlay, field.editor.isChanged else { return [.leave] }
    return keepText(of: field, at: moment) + [.leave]
  }

  private mutating func paste(_ text: String) {
    switch overlay {
    case .field(var field):
      field.editor.insert(field.isMultiline ? text : text.oneLine)
      field.problem = nil
      overlay = .field(field)
    case .palette(var finder):
      finder.query.insert(text.oneLine)
      overlay = .palette(finder)
    case .search(var finder):
      finder.query.insert(text.oneLine)
      finder.search()
      overlay = .search(finder)
    case .help, .chooser, nil: break
    }
  }
}

extension String {
  /// The same with line ends as spaces, for fields of one line.
  fileprivate var oneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
