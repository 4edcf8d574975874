import BidiText
import Consultation
import Display
import Phrases

/// What the delegation has to talk about.
struct DifferingPage: ListPage {
  var list = ListState()

  var asPage: Page { .differing(self) }
  var depth: Int { 5 }
  var help: Phrase { .helpDiffering }

  func heading(in context: PageContext) -> PageHeading { context.delegationHeading }

  func hints(in context: PageContext) -> [Action] { [.open, .back, .help] }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    guard let talk = context.tableTalk else { return nil }
    let count = talk.differences.count + (talk.sameAnswers.isEmpty ? 0 : 1)
    guard action == .open else {
      return move(action, among: count, rows: context.bodyArea.height, in: &context)
    }
    if talk.differences.indices.contains(list.selected) {
      context.goToQuestion(talk.differences[list.selected].question)
      context.go(to: .positions(PositionsPage()))
      return []
    }
    return context.takeOver(talk.sameAnswers, at: moment)
  }
}

extension DifferingPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    flow.text(context.words(.differingTitle), style: .strong)
    flow.gap()
    guard let talk = context.tableTalk else { return flow }
    for (index, difference) in talk.differences.enumerated() {
      let text =
        context.questionnaire[difference.question].map { context.words.text($0.text) } ?? ""
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: context.words.number(difference.question), width: 7, style: .key),
          Flow.Column(text: text, start: 8, width: flow.width - 8),
        ])
        flow.text(
          context.words(.differingMinutes(count: difference.minutes)),
          start: 8,
          style: .quiet,
        )
      }
    }
    if talk.differences.isEmpty { flow.text(context.words(.differingNothing), style: .quiet) }
    if !talk.sameAnswers.isEmpty {
      flow.gap()
      let index = talk.differences.count
      flow.entry(index, isSelected: list.selected >= index) { flow in
        flow.text(
          context.words(.differingBlock(count: talk.sameAnswers.count)),
          style: .key,
        )
      }
      for answer in talk.sameAnswers {
        let title = context.words.title(
          of: answer.value,
          to: context.questionnaire[answer.question],
          in: context.questionnaire,
        )
        flow.row([
          Flow.Column(text: context.words.number(answer.question), width: 7, style: .key),
          Flow.Column(text: title, start: 8, style: .quiet),
        ])
      }
    }
    return flow
  }
}

extension PageContext {
  var tableTalk: TableTalk? {
    guard let delegation, let asked else { return nil }
    return TableTalk(of: delegation, asked: asked)
  }

  /// Makes answers of what all institutions say the same of, and agrees them where they have
  /// grounds.
  fileprivate mutating func takeOver(
    _ answers: [(question: QuestionNumber, value: AnswerValue)],
    at moment: Moment,
  ) -> [Effect] {
    guard let delegation else { return [] }
    let questionnaire = questionnaire
    let wishes = answers.flatMap { answer -> [(QuestionNumber, Wish)] in
      let hasGrounds = delegation.answer(to: answer.question).hasGrounds
      let agreeing: [Wish] = hasGrounds ? [.status(.agreed)] : []
      return ([.answer(answer.value)] + agreeing).map { (answer.question, $0) }
    }
    let effects = act(at: moment) { desk, stamp throws(Refusal) in
      try desk.changes(fulfilling: wishes, in: questionnaire, stamp: stamp)
    }
    if !effects.isEmpty { notice = words(.differingTaken(count: answers.count)) }
    return effects
  }
}
