import Consultation
import Display
import Phrases

/// The instruments of a question on ratification, one by one, and what they propose together.
extension App {
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

  mutating func updateInstruments(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    let instruments = currentQuestion?.kind.options ?? []
    var list = list
    switch action {
    case .open:
      guard !refusesBecauseReadOnly() else { return [] }
      guard instruments.indices.contains(list.selected) else { return takeProposal(at: moment) }
      overlay = .chooser(Chooser(.instrument(instruments[list.selected].code), in: self))
    case .choose(let number) where instruments.indices.contains(number - 1):
      guard !refusesBecauseReadOnly() else { return [] }
      show(.instruments(ListState(selected: number - 1)))
      overlay = .chooser(Chooser(.instrument(instruments[number - 1].code), in: self))
    default:
      let count = instruments.count + (proposal == nil ? 0 : 1)
      guard list.move(action, count: count, pageSize: bodyArea.height) else { return nil }
      show(.instruments(list))
    }
    return []
  }

  func instrumentsBody(_ list: ListState) -> Flow {
    var flow = entriesFlow(title: .instrumentsTitle)
    let answer = currentAnswer ?? Answer()
    let instruments = currentQuestion?.kind.options ?? []
    for (index, instrument) in instruments.enumerated() {
      let step = answer.instruments[instrument.code]
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(
            text: step == nil ? setting.symbols.open : setting.symbols.chosen,
            start: 1,
            width: 2,
            style: step == nil ? .quiet : .done,
          ),
          Flow.Column(text: words.text(instrument.title), start: 3, width: flow.width - 28),
          Flow.Column(
            text: step.map { words.title(ofInstrumentAt: $0, in: questionnaire) }
              ?? words(.instrumentNothing),
            start: flow.width - 24,
            style: step == nil ? .quiet : .strong,
          ),
        ])
      }
    }
    flow.gap()
    if let proposal {
      let title = words.title(of: proposal, to: currentQuestion, in: questionnaire)
      flow.entry(instruments.count, isSelected: list.selected >= instruments.count) { flow in
        flow.text(words(.proposalTake, ["value": .own(title)]), start: 1, style: .key)
      }
      flow.gap()
    }
    flow.text(words(.instrumentsAdvice), style: .quiet)
    return flow
  }
}
