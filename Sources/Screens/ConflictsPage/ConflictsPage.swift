import BidiText
import Consultation
import Display
import Phrases

/// What the delegation has to decide between.
struct ConflictsPage: ItemList, OwnPage {
  typealias Item = (conflict: Conflict, change: Change)

  var list = ListState()

  var asPage: Page { .conflicts(self) }
  var depth: Int { 5 }
  var help: Phrase { .helpConflicts }
  var hintOfOpening: Phrase { .hintDecide }

  func items(in context: PageContext) -> [Item] {
    context.desk.ownConflicts.flatMap { conflict in
      conflict.changes.reversed().map { (conflict, $0) }
    }
  }

  func open(_ item: Item, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let effects = context.change(at: moment) { desk, stamp throws(Refusal) in
      try desk.settling(item.conflict, for: item.change, stamp: stamp)
    }
    if !effects.isEmpty {
      context.show(.conflicts(ConflictsPage()))
      let place = InsertedText.own(context.number(of: item.conflict))
      context.notice = context.words(.conflictSettled(place: place))
    }
    return effects
  }

  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    flow.text(context.words(.conflictsTitle), style: .strong)
    flow.text(context.words(count == 0 ? .conflictsNone : .conflictsIntroduction), style: .quiet)
  }

  func separate(_ item: Item?, from last: Item?, in context: PageContext, to flow: inout Flow) {
    guard let conflict = item?.conflict, conflict != last?.conflict else { return }
    flow.gap()
    let question = conflict.part.question.flatMap { context.questionnaire[$0] }
    flow.row([
      Flow.Column(text: context.number(of: conflict), width: 7, style: .key),
      Flow.Column(text: question.map { context.words.text($0.text) } ?? "", start: 8),
    ])
  }

  func add(_ item: Item, to flow: inout Flow, in context: PageContext) {
    let text = context.words.state(
      of: item.change,
      in: context.questionnaire,
      positions: context.positions(of: item.change),
      isIsolated: true,
    )
    let stands = item.change == item.conflict.standing
    context.add(item.change, said: text, stands: stands, to: &flow)
  }
}

extension PageContext {
  fileprivate func number(of conflict: Conflict) -> String {
    conflict.part.question.map { words.number($0) } ?? ""
  }
}
