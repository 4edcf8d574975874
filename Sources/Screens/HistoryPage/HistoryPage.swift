import BidiText
import Consultation
import Display
import Phrases

/// Everything that was done to the answer on the screen.
struct HistoryPage: ListPage {
  var list = ListState()

  var asPage: Page { .history(self) }
  var depth: Int { 6 }
  var help: Phrase { .helpHistory }
  var hintOfOpening: Phrase { .hintRestore }

  func heading(in context: PageContext) -> PageHeading { context.answerHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let changes = context.changesHere
    guard action == .open else {
      return move(action, among: changes.count, rows: context.bodyArea.height, in: &context)
    }
    guard changes.indices.contains(list.selected) else { return [] }
    let chosen = changes[list.selected]
    let effects = context.change(at: moment) { desk, stamp throws(Refusal) in
      try desk.restoring(chosen, stamp: stamp)
    }
    if !effects.isEmpty {
      context.show(.history(HistoryPage()))
      context.notice = context.words(.historyRestored)
    } else if context.notice == nil {
      context.notice = context.words(.historyIsNow)
    }
    return effects
  }
}

extension HistoryPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = context.entriesFlow(title: .historyTitle)
    let changes = context.changesHere
    var parts: Set<AnswerPart> = []
    for (index, change) in changes.enumerated() {
      let stands = parts.insert(change.part).inserted
      flow.entry(index, isSelected: list.selected == index) { flow in
        let text = context.words(
          change,
          in: context.questionnaire,
          positions: context.positions(of: change),
          isIsolated: true,
        )
        context.add(change, said: text, stands: stands, to: &flow)
      }
    }
    if changes.isEmpty { flow.text(context.words(.historyNothing), style: .quiet) }
    flow.gap()
    if !changes.isEmpty { flow.text(context.words(.historyAdvice), style: .quiet) }
    return flow
  }
}

extension PageContext {
  /// What was done to the answer on the screen, the latest first.
  fileprivate var changesHere: [Change] {
    desk.ownHistory(on: currentQuestion?.number).reversed()
  }

  /// The positions beside which a change of the own delegation is read.
  func positions(of change: Change) -> Positions {
    change.question.flatMap { delegation?.answer(to: $0).positions } ?? Positions(isHidden: true)
  }

  /// A change in two lines: what, and by whom and when.
  func add(_ change: Change, said text: String, stands: Bool, to flow: inout Flow) {
    flow.row([
      Flow.Column(
        text: stands ? setting.symbols.chosen : setting.symbols.open,
        start: 1,
        width: 2,
        style: stands ? .done : .quiet,
      ),
      Flow.Column(
        text: text,
        start: 3,
        style: stands ? .strong : .text,
      ),
    ])
    let separator = " \(setting.symbols.separator) "
    var parts = [HarmlessText.isolated(change.stamp.by), time(of: change.stamp.at)]
    if let terminal = change.stamp.terminal { parts.append(HarmlessText.isolated(terminal)) }
    if stands { parts.append(words(.historyStands)) }
    flow.text(parts.joined(separator: separator), start: 3, style: .quiet)
  }

  /// Day and time of a moment on the clock of this place.
  func time(of moment: Timestamp) -> String {
    let minutes = setting.minutesFromUTC
    let time = TimeOfDay(moment, minutesFromUTC: minutes)
    let local = Timestamp(milliseconds: moment.milliseconds + Int64(minutes) * 60_000)
    return "\(words.date(CalendarDate(local))) \(words.time(hour: time.hour, minute: time.minute))"
  }
}
