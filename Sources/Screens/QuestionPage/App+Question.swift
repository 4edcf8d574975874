import Consultation
import Display
import Phrases

extension App {
  /// Does what a key means on a question page.
  ///
  /// - Returns: `nil` when the action means nothing there.
  mutating func updateQuestion(
    _ page: QuestionPage,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    guard let question = questionnaire[page.number] else { return [] }
    let choices = AnswerChoice.choices(for: question.kind)
    var page = page
    switch action {
    case .up, .down, .first, .last:
      page.highlighted = Self.moved(page.highlighted, action, count: choices.count)
      page.scrolled = 0
      show(.question(page))
    case .pageUp: scroll(page, by: -(height - 6))
    case .pageDown: scroll(page, by: height - 6)
    case .choose(let number):
      guard choices.indices.contains(number - 1) else { return [] }
      page.highlighted = number - 1
      show(.question(page))
      return choose(choices[number - 1], question: question, at: moment)
    case .toggle:
      guard let index = page.highlighted else { return [] }
      return choose(choices[index], question: question, at: moment)
    case .open:
      let answer = currentAnswer ?? Answer()
      if let index = page.highlighted, !choices[index].isChosen(in: answer) {
        return choose(choices[index], question: question, at: moment)
      }
      return goForward(from: page.number)
    case .nextQuestion: return goForward(from: page.number)
    case .previousQuestion: return goBackward(from: page.number)
    case .nextOpenQuestion: goToNextOpen(after: page.number)
    case .takeProposal: return takeProposal(at: moment)
    case .takeAnswerBack: return wish(.answer(nil), at: moment)
    case .changeApplied: overlay = .chooser(Chooser(.applied, in: self))
    case .changeStatus: overlay = .chooser(Chooser(.status, in: self))
    case .changeSharing: overlay = .chooser(Chooser(.sharing, in: self))
    case .writeContext: openField(.context)
    case .openEvidence: go(to: .evidence(ListState()))
    case .park: park()
    case .openPositions: go(to: .positions(ListState()))
    case .offer:
      if !refusesBecauseReadOnly() { overlay = .chooser(Chooser(.offer, in: self)) }
    case .wishToHear:
      if !refusesBecauseReadOnly() { overlay = .chooser(Chooser(.wishToHear, in: self)) }
    case .openConsulted: go(to: .consulted(domain: page.number.domain, ListState()))
    case .openComments: go(to: .comments(ListState()))
    case .openVerification:
      go(to: .record(.verification(of: page.number), ListState()))
    case .openHistory: go(to: .history(ListState()))
    case .openInstruments:
      if case .instruments = question.kind {
        go(to: .instruments(ListState()))
      } else {
        notice = words(.noInstruments)
      }
    default: return nil
    }
    return []
  }

  private mutating func scroll(_ page: QuestionPage, by rows: Int) {
    var page = page
    let area = bodyArea
    var layouts = LayoutCache()
    let flow = questionBody(of: page, width: area.width, height: area.height, &layouts)
    let height = LaidOutFlow(flow, &layouts).height
    page.scrolled = min(max(0, page.scrolled + rows), max(0, height - area.height))
    page.highlighted = nil
    show(.question(page))
  }

  private static func moved(_ index: Int?, _ action: Action, count: Int) -> Int? {
    switch action {
    case .up: index.map { max(0, $0 - 1) } ?? count - 1
    case .down: index.map { min(count - 1, $0 + 1) } ?? 0
    case .first: 0
    default: count - 1
    }
  }

  private mutating func choose(
    _ choice: AnswerChoice,
    question: Question,
    at moment: Moment,
  ) -> [Effect] {
    guard !refusesBecauseReadOnly() else { return [] }
    guard let value = choice.value(after: currentAnswer ?? Answer(), kind: question.kind) else {
      openField(.written)
      return []
    }
    return wish(.answer(value), at: moment)
  }
}
