import BidiText
import Consultation
import Display
import Phrases

extension App {
  /// What was done to the answer on the screen, the latest first.
  private var changesHere: [Change] {
    desk.ownHistory(on: currentQuestion?.number).reversed()
  }

  mutating func updateHistory(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    var list = list
    let changes = changesHere
    guard action == .open else {
      guard list.move(action, count: changes.count, pageSize: bodyArea.height) else { return nil }
      show(.history(list))
      return []
    }
    guard changes.indices.contains(list.selected) else { return [] }
    let chosen = changes[list.selected]
    let effects = change(at: moment) { desk, stamp throws(Refusal) in
      try desk.restoring(chosen, stamp: stamp)
    }
    if !effects.isEmpty {
      show(.history(ListState()))
      notice = words(.historyRestored)
    } else if notice == nil {
      notice = words(.historyIsNow)
    }
    return effects
  }

  func historyBody(_ list: ListState) -> Flow {
    var flow = entriesFlow(title: .historyTitle)
    let changes = changesHere
    var parts: Set<AnswerPart> = []
    for (index, change) in changes.enumerated() {
      let stands = parts.insert(change.part).inserted
      flow.entry(index, isSelected: list.selected == index) { flow in
        let text = words(
          change,
          in: questionnaire,
          positions: positions(of: change),
          isIsolated: true,
        )
        add(change, said: text, stands: stands, to: &flow)
      }
    }
    if changes.isEmpty { flow.text(words(.historyNothing), style: .quiet) }
    flow.gap()
    if !changes.isEmpty { flow.text(words(.historyAdvice), style: .quiet) }
    return flow
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
