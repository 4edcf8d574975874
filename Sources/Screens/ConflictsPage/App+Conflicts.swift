import BidiText
import Consultation
import Display
import Phrases

extension App {
  private var conflictsHere: [Conflict] { desk.ownConflicts }

  mutating func updateConflicts(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    var list = list
    let versions = conflictsHere.flatMap { conflict in
      conflict.changes.reversed().map { (conflict, $0) }
    }
    guard action == .open else {
      guard list.move(action, count: versions.count, pageSize: bodyArea.height) else {
        return nil
      }
      show(.conflicts(list))
      return []
    }
    guard versions.indices.contains(list.selected) else { return [] }
    let (conflict, chosen) = versions[list.selected]
    let effects = change(at: moment) { desk, stamp throws(Refusal) in
      try desk.settling(conflict, for: chosen, stamp: stamp)
    }
    if !effects.isEmpty {
      show(.conflicts(ListState()))
      notice = words(.conflictSettled, ["number": .own(number(of: conflict))])
    }
    return effects
  }

  private func number(of conflict: Conflict) -> String {
    conflict.part.question.map { words.number($0) } ?? ""
  }

  func conflictsBody(_ list: ListState) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    flow.text(words(.conflictsTitle), style: .strong)
    let conflicts = conflictsHere
    flow.text(words(conflicts.isEmpty ? .conflictsNone : .conflictsIntroduction), style: .quiet)
    var index = 0
    for conflict in conflicts {
      flow.gap()
      let question = conflict.part.question.flatMap { questionnaire[$0] }
      let text = question.map { words.text($0.text) } ?? ""
      flow.row([
        Flow.Column(text: number(of: conflict), width: 7, style: .key),
        Flow.Column(text: text, start: 8),
      ])
      for change in conflict.changes.reversed() {
        flow.entry(index, isSelected: list.selected == index) { flow in
          let text = words.state(
            of: change,
            in: questionnaire,
            positions: positions(of: change),
            isIsolated: true,
          )
          add(change, said: text, stands: change == conflict.standing, to: &flow)
        }
        index += 1
      }
    }
    return flow
  }
}
