import BidiText
import Consultation
import Display
import Phrases

/// What the delegation has to talk about: where its institutions differ, and in one entry what all
/// of them say the same of.
struct DifferingPage: ItemList, OwnPage {
  enum Item {
    case difference(TableTalk.Difference)
    case sameAnswers(count: Int)
  }

  var list = ListState()

  var asPage: Page { .differing(self) }
  var depth: Int { 5 }
  var help: Phrase { .helpDiffering }

  func hints(in context: PageContext) -> [Action] { [.open, .back, .help] }

  func items(in context: PageContext) -> [Item] {
    guard let talk = context.tableTalk else { return [] }
    let same = talk.sameAnswers.count
    return talk.differences.map { .difference($0) } + (same == 0 ? [] : [.sameAnswers(count: same)])
  }

  func open(_ item: Item, in context: inout PageContext, at moment: Moment) -> [Effect] {
    switch item {
    case .difference(let difference):
      context.goToQuestion(difference.question)
      context.go(to: .positions(PositionsPage()))
      return []
    case .sameAnswers:
      return context.takeOver(context.tableTalk?.sameAnswers ?? [], at: moment)
    }
  }

  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    flow.title(context.words(.differingTitle))
    if context.tableTalk?.differences.isEmpty == true {
      flow.text(context.words(.differingNothing), style: .quiet)
    }
  }

  func separate(_ item: Item?, from last: Item?, in context: PageContext, to flow: inout Flow) {
    if case .sameAnswers? = item { flow.gap() }
  }

  func add(_ item: Item, to flow: inout Flow, in context: PageContext) {
    switch item {
    case .difference(let difference):
      let question = context.questionnaire[difference.question]
      flow.row([
        Flow.Column(text: context.words.number(difference.question), width: 7, style: .key),
        Flow.Column(
          text: question.map { context.words.text($0.text) } ?? "",
          start: 8,
          width: flow.width - 8,
        ),
      ])
      let minutes = context.words(.differingMinutes(count: difference.minutes))
      flow.text(minutes, start: 8, style: .quiet)
    case .sameAnswers(let count):
      flow.text(context.words(.differingBlock(count: count)), style: .key)
    }
  }

  /// What all of them say the same of.
  func foot(over count: Int, in context: PageContext, to flow: inout Flow) {
    for answer in context.tableTalk?.sameAnswers ?? [] {
      let title = context.words.title(
        of: answer.said.value,
        ticking: answer.said.elements,
        to: context.questionnaire[answer.question],
        in: context.questionnaire,
      )
      flow.row([
        Flow.Column(text: context.words.number(answer.question), width: 7, style: .key),
        Flow.Column(text: title, start: 8, style: .quiet),
      ])
    }
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
    _ answers: [(question: QuestionNumber, said: Position.Said)],
    at moment: Moment,
  ) -> [Effect] {
    guard let delegation else { return [] }
    let questionnaire = questionnaire
    let wishes = answers.flatMap { answer -> [(QuestionNumber, Wish)] in
      var taken = delegation.answer(to: answer.question)
      (taken.value, taken.elements) = (answer.said.value, answer.said.elements)
      let isGrounded = questionnaire[answer.question].map(taken.hasGrounds) ?? false
      let ticking: [Wish] = taken.elements.isEmpty ? [] : [.elements(taken.elements)]
      let agreeing: [Wish] = isGrounded ? [.status(.agreed)] : []
      return (ticking + [.answer(answer.said.value)] + agreeing).map { (answer.question, $0) }
    }
    let effects = act(at: moment) { desk, stamp throws(Refusal) in
      try desk.changes(fulfilling: wishes, in: questionnaire, stamp: stamp)
    }
    if !effects.isEmpty { notice = words(.differingTaken(count: answers.count)) }
    return effects
  }
}
