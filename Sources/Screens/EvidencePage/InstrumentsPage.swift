import Consultation
import Display
import Phrases

/// The instruments of a question on ratification, one by one.
struct InstrumentsPage: ListPage, AnswerPage {
  var list = ListState()

  var asPage: Page { .instruments(self) }
  var depth: Int { 6 }
  var hasNumbers: Bool { true }
  var help: Phrase { .helpInstruments }
  var hintOfOpening: Phrase { .hintChange }

  func update(_ action: Action, in context: inout PageContext, at moment: Moment) -> [Effect]? {
    let instruments = context.instruments
    switch action {
    case .open:
      guard !context.refusesBecauseReadOnly() else { return [] }
      guard instruments.indices.contains(list.selected) else {
        return context.takeProposal(at: moment)
      }
      context.choose(StepOfInstrument(code: instruments[list.selected].code))
    case .choose(let number) where instruments.indices.contains(number - 1):
      guard !context.refusesBecauseReadOnly() else { return [] }
      context.show(at(ListState(selected: number - 1)))
      context.choose(StepOfInstrument(code: instruments[number - 1].code))
    default:
      let count = instruments.count + (context.proposal == nil ? 0 : 1)
      return move(action, among: count, rows: context.bodyArea.height, in: &context)
    }
    return []
  }
}

extension InstrumentsPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = context.newFlow
    context.addAnswerTitle(.instrumentsTitle, to: &flow)
    let answer = context.currentAnswer ?? Answer()
    let instruments = context.instruments
    for (index, instrument) in instruments.enumerated() {
      let standing = answer.instruments[instrument.code]
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(
            text: standing == nil ? context.setting.symbols.open : context.setting.symbols.chosen,
            start: 1,
            width: 2,
            style: standing == nil ? .quiet : .done,
          ),
          Flow.Column(
            text: context.words.text(instrument.title),
            start: 3,
            width: flow.width - 28,
          ),
          Flow.Column(
            text: standing.map { context.words.title(of: $0, in: context.questionnaire) }
              ?? context.words(.instrumentNothing),
            start: flow.width - 24,
            style: standing == nil ? .quiet : .strong,
          ),
        ])
      }
    }
    flow.gap()
    if let proposal = context.proposal {
      let title = context.words.title(
        of: proposal,
        to: context.currentQuestion,
        in: context.questionnaire,
      )
      flow.entry(instruments.count, isSelected: list.selected >= instruments.count) { flow in
        flow.text(context.words(.proposalTake(value: .own(title))), start: 1, style: .key)
      }
      flow.gap()
    }
    flow.text(context.words(.instrumentsAdvice), style: .quiet)
    return flow
  }
}

/// The instruments of a question on ratification, one by one, and what they propose together.
extension PageContext {
  /// The instruments of the question on the screen that are open to the delegation, and what has
  /// been stated of others.
  var instruments: [Option] {
    guard let code = delegationCode else { return [] }
    return (currentQuestion?.kind.options ?? []).filter { option in
      option.isOpen(to: code) || currentAnswer?.instruments[option.code] != nil
    }
  }

  /// What the instruments propose as the answer to the question on the screen, which nobody has
  /// answered yet.
  var proposal: AnswerValue? {
    currentQuestion.flatMap { currentAnswer?.proposal(for: $0) }
  }

  /// Answers the question with what its instruments propose.
  mutating func takeProposal(at moment: Moment) -> [Effect] {
    guard let proposal else {
      notice = words(.proposalNothing)
      return []
    }
    return wish(.answer(proposal), at: moment)
  }
}
