import Display
import Consultation
import Phrases

extension App {
  /// Takes in what happened.
  ///
  /// - Returns: what should be done outside, in this order.
  package mutating func update(_ message: Message, at moment: Moment) -> [Effect] {
    context.desk.now = moment.at
    // What was typed is not for the page on which one finds oneself.
    if leaveTableWithoutConsent(), case .terminal(.key) = message { return [] }
    let effects =
      take(message, at: moment) + fulfil()
      + page.content.follow(in: &context, at: moment) + fulfil()
    _ = leaveTableWithoutConsent()
    return effects
  }

  private mutating func take(_ message: Message, at moment: Moment) -> [Effect] {
    switch message {
    case .tick: return []
    case .terminal(let event): return update(event, at: moment)
    case .kept(let ids, let time):
      context.unkept.subtract(ids)
      context.keeping = context.unkept.isEmpty ? .kept(time) : .beingKept
      return []
    case .notKept(let ids, let reason):
      context.unkept.formUnion(ids)
      context.keeping = .notKept(reason: reason)
      return []
    case .told(let line):
      notice = line
      return []
    case .words(let catalogue):
      context.setting.catalogues[catalogue.language] = catalogue
      return context.goOn(in: catalogue.language)
    case .wordsNotRead(let language, let reason):
      sayUnreadable(language, reason: reason)
      return []
    case .glossary(let glossary): return open(glossary)
    case .glossaryNotRead(let reason):
      notice = reason
      return []
    case .others(let changes):
      context.desk.apply(changes)
      tell(of: changes)
      return []
    case .reloaded(let session):
      context.desk.become(session, with: context.unkept)
      return []
    case .nextEdition(let preview):
      // Whoever has gone on to something else meanwhile is not disturbed.
      if overlay == nil { context.choose(MoveToNextEdition(preview: preview)) }
      return []
    case .remoteFound(let name):
      offerTogether(with: name)
      return []
    case .broughtTogether(let line, let waiting, let wasAsked):
      if wasAsked { context.isBringingTogether = false }
      sayBroughtTogether(line, waiting: waiting)
      return []
    case .present(let others):
      context.company.become(others, at: moment.at)
      return []
    case .fingerprint(let fingerprint): return context.freeze(fingerprint: fingerprint, at: moment)
    case .report(let report, let lines):
      if case .reports(let page) = page { page.open(report, lines, in: &context) }
      return []
    case .seats(let seats):
      // Also where another page lies over it: it waits for them.
      for (index, page) in pages.enumerated() {
        if case .hostedSeats(let page) = page { pages[index] = page.with(seats, at: moment.at) }
      }
      return []
    case .reportWritten(let path):
      notice = words(.reportIsWritten(file: .foreign(path)))
      return []
    case .reportNotWritten(let name, let reason):
      guard case .report(let page) = page else {
        notice = reason
        return []
      }
      page.askAgain(forFile: name, reason, in: &context)
      return []
    }
  }

  /// Says so when someone else changed the answer that is on the screen.
  private mutating func tell(of changes: [Change]) {
    let here = context.question.flatMap { question in
      changes.last {
        $0.delegation == context.delegationCode && $0.question == question
          && $0.stamp.by != context.author
      }
    }
    if let here { notice = words(.changedByOther(name: .foreign(here.stamp.by))) }
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
    guard hasMoved, context.delegation != nil, let number = desk.room.question,
      number != context.question
    else { return }
    notice = words(.roomIsAt(question: number))
  }

  private mutating func update(_ event: TerminalEvent, at moment: Moment) -> [Effect] {
    switch event {
    case .resized(let width, let height):
      context.width = width
      context.height = height
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
    case .field(let field): return context.updateField(field, key, at: moment)
    case .palette(let finder): return updateFinder(finder, isPalette: true, key, at: moment)
    case .search(let finder): return updateFinder(finder, isPalette: false, key, at: moment)
    case .help, .chooser, nil:
      notice = nil
      guard let action = ActionTable.action(for: key, in: scopes) else {
        notice = words(.unknownKey(help: .own(words.name(of: .character("?")))))
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
  var scopes: [ActionScope] {
    switch overlay {
    case .chooser: [.list, .question, .everywhere]
    case .some(let overlay): overlay.scopes
    case nil: page.scopes + (page.content.hasNumbers ? [.question] : [])
    }
  }

  /// Does what a person wants, by whichever key or menu they asked for it.
  mutating func perform(_ action: Action, at moment: Moment) -> [Effect] {
    switch action {
    case .leaveAtOnce: return leave(at: moment)
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .nextLanguage: return context.goOn(in: context.languageToGoOnIn)
    default: break
    }
    if case .help(let row) = overlay { return updateHelp(firstRow: row, action) }
    if case .chooser(let chooser) = overlay {
      return context.updateChooser(chooser, action, at: moment) + fulfil()
    }
    let effects =
      page.content.update(action, in: &context, at: moment)
      ?? performEverywhere(action, at: moment)
    return effects + fulfil()
  }

  /// Does what an action means on every page, where that takes more than a page sees.
  private mutating func performEverywhere(_ action: Action, at moment: Moment) -> [Effect] {
    switch action {
    case .palette: overlay = .palette(palette())
    case .openQuestions: openQuestions()
    case .openGlossary: return openGlossary()
    case .changeConsent: return changeConsent(at: moment)
    default: return context.performEverywhere(action, at: moment)
    }
    return []
  }

  /// Shows the list of all questions, as the person left it where they come from it.
  private mutating func openQuestions() {
    var page = QuestionList()
    for case .questions(let earlier) in pages { page = earlier }
    context.openQuestions(on: page)
  }

  /// Leaves at once, and loses nothing: a text that is being written is kept first.
  private mutating func leave(at moment: Moment) -> [Effect] {
    guard case .field(let field) = overlay, field.editor.isChanged else { return [.leave] }
    return context.keepText(of: field, at: moment) + fulfil() + [.leave]
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
