import BidiText
import Consultation
import Display
import Phrases

/// What the delegation has to decide between.
struct ConflictsPage: ListPage {
  var list = ListState()

  var asPage: Page { .conflicts(self) }
  var depth: Int { 5 }
  var help: Phrase { .helpConflicts }
  var hintOfOpening: Phrase { .hintDecide }

  func heading(in context: PageContext) -> PageHeading { context.delegationHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let versions = context.conflictsHere.flatMap { conflict in
      conflict.changes.reversed().map { (conflict, $0) }
    }
    guard action == .open else {
      return move(action, among: versions.count, rows: context.bodyArea.height, in: &context)
    }
    guard versions.indices.contains(list.selected) else { return [] }
    let (conflict, chosen) = versions[list.selected]
    let effects = context.change(at: moment) { desk, stamp throws(Refusal) in
      try desk.settling(conflict, for: chosen, stamp: stamp)
    }
    if !effects.isEmpty {
      context.show(.conflicts(ConflictsPage()))
      context.notice = context.words(.conflictSettled(place: .own(context.number(of: conflict))))
    }
    return effects
  }
}

extension ConflictsPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    flow.text(context.words(.conflictsTitle), style: .strong)
    let conflicts = context.conflictsHere
    flow.text(
      context.words(conflicts.isEmpty ? .conflictsNone : .conflictsIntroduction),
      style: .quiet,
    )
    var index = 0
    for conflict in conflicts {
      flow.gap()
      let question = conflict.part.question.flatMap { context.questionnaire[$0] }
      let text = question.map { context.words.text($0.text) } ?? ""
      flow.row([
        Flow.Column(text: context.number(of: conflict), width: 7, style: .key),
        Flow.Column(text: text, start: 8),
      ])
      for change in conflict.changes.reversed() {
        flow.entry(index, isSelected: list.selected == index) { flow in
          let text = context.words.state(
            of: change,
            in: context.questionnaire,
            positions: context.positions(of: change),
            isIsolated: true,
          )
          context.add(change, said: text, stands: change == conflict.standing, to: &flow)
        }
        index += 1
      }
    }
    return flow
  }
}

extension PageContext {
  fileprivate var conflictsHere: [Conflict] { desk.ownConflicts }

  fileprivate func number(of conflict: Conflict) -> String {
    conflict.part.question.map { words.number($0) } ?? ""
  }
}
