import BidiText
import Consultation
import Display
import Phrases

/// Everything that was done to the answer on the screen.
struct HistoryPage: ItemList, AnswerPage {
  var list = ListState()

  var asPage: Page { .history(self) }
  var depth: Int { 6 }
  var help: Phrase { .helpHistory }
  var title: Phrase? { .historyTitle }
  var hintOfOpening: Phrase { .hintRestore }
  var nothing: Phrase? { .historyNothing }

  func items(in context: PageContext) -> AnswerLog {
    context.desk.ownLog(of: context.currentQuestion?.number)
  }

  func open(_ item: AnswerLog.Entry, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let effects = context.change(at: moment) { desk, stamp throws(Refusal) in
      try desk.restoring(item.change, stamp: stamp)
    }
    if !effects.isEmpty {
      context.show(.history(HistoryPage()))
      context.notice = context.words(.historyRestored)
    } else if context.notice == nil {
      context.notice = context.words(.historyIsNow)
    }
    return effects
  }

  func add(_ item: AnswerLog.Entry, to flow: inout Flow, in context: PageContext) {
    let text = context.words(
      item.change,
      in: context.questionnaire,
      positions: context.positions(of: item.change),
      isIsolated: true,
    )
    context.add(item.change, said: text, stands: item.stands, to: &flow)
  }

  func foot(over count: Int, in context: PageContext, to flow: inout Flow) {
    flow.gap()
    if count > 0 {
      flow.text(context.words(.historyAdvice), style: .quiet)
    }
  }
}

extension PageContext {
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
    let line = joined([
      TextSanitizer.isolated(change.stamp.by), time(of: change.stamp.at),
      change.stamp.terminal.map(TextSanitizer.isolated), stands ? words(.historyStands) : nil,
    ])
    flow.text(line, start: 3, style: .quiet)
  }

  /// Day and time of a moment on the clock of this place.
  func time(of moment: Timestamp) -> String {
    words.moment(moment, minutesFromUTC: setting.minutesFromUTC)
  }
}
