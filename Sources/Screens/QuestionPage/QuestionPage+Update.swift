import Consultation
import Display
import Phrases

extension QuestionPage: PageContent {
  var asPage: Page { .question(self) }
  var depth: Int { 5 }
  var scopes: [ActionScope] { [.question, .list, .everywhere] }
  var isList: Bool { false }
  var help: Phrase { .helpQuestion }
  var question: QuestionNumber? { number }
  var domainOnScreen: Int? { number.domain }

  func heading(in context: PageContext) -> PageHeading { context.questionHeading(number) }

  func standing(in context: PageContext) -> String? {
    context.currentAnswer.map { context.words($0.sharing.sharedPhrase) }
  }

  func clicked(_ entry: Int) -> (page: Page, action: Action)? { (asPage, action(of: entry)) }
  func hints(in context: PageContext) -> [Action] {
    let ticking: [Action] = context.currentQuestion?.elements == nil ? [] : [.tick(1)]
    return [.choose(1)] + ticking + [
      .nextQuestion, .previousQuestion, .writeContext, .openEvidence, .openPositions,
      .help, .palette, .undo, .nextOpenQuestion, .changeStatus, .changeSharing, .offer,
      .wishToHear, .openCards, .park, .openHistory, .search, .nextLanguage, .back,
    ]
  }

  /// Does what a key means on a question page.
  ///
  /// - Returns: `nil` when the action means nothing there.
  func update(_ action: Action, in context: inout PageContext, at moment: Moment) -> [Effect]? {
    guard let question = context.questionnaire[number] else { return [] }
    let choices = AnswerChoice.choices(for: question.kind)
    var page = self
    switch action {
    case .up, .down, .first, .last:
      page.highlighted = moved(action, among: question.elements)
      page.scrolled = 0
      context.show(.question(page))
    case .pageUp: context.scroll(page, by: -(context.height - 6))
    case .pageDown: context.scroll(page, by: context.height - 6)
    case .choose(let number):
      guard choices.indices.contains(number - 1) else { return [] }
      page.highlighted = number - 1
      context.show(.question(page))
      return context.choose(choices[number - 1], question: question, at: moment)
    case .tick(let number): return tick(number, of: question, in: &context, at: moment)
    case .toggle:
      if let effects = tickHighlighted(of: question, in: &context, at: moment) { return effects }
      guard let index = page.highlighted, choices.indices.contains(index) else { return [] }
      return context.choose(choices[index], question: question, at: moment)
    case .open:
      let ticked = tickHighlighted(of: question, in: &context, isEnter: true, at: moment)
      if let ticked { return ticked }
      let answer = context.currentAnswer ?? Answer()
      if let index = page.highlighted, choices.indices.contains(index),
        !choices[index].isChosen(in: answer)
      {
        return context.choose(choices[index], question: question, at: moment)
      }
      return context.goForward(from: page.number)
    case .nextQuestion: return context.goForward(from: page.number)
    case .previousQuestion: return context.goBackward(from: page.number)
    case .nextOpenQuestion: context.goToNextOpen(after: page.number)
    case .takeProposal: return context.takeProposal(at: moment)
    case .takeAnswerBack: return context.wish(.answer(nil), at: moment)
    case .changeApplied: context.choose(ChoiceOfAnswer.applied)
    case .changeStatus: context.choose(ChoiceOfAnswer.status)
    case .changeSharing: context.choose(ChoiceOfAnswer.sharing)
    case .writeContext: context.openField(WrittenNote())
    case .openEvidence: context.go(to: .evidence(EvidencePage()))
    case .park: context.park()
    case .openPositions: context.go(to: .positions(PositionsPage()))
    case .offer:
      if !context.refusesBecauseReadOnly() { context.choose(ChoiceOfOffer()) }
    case .wishToHear:
      if !context.refusesBecauseReadOnly() { context.choose(ChoiceOfWish()) }
    case .openConsulted:
      context.go(to: .consulted(ConsultedPage(domain: page.number.domain)))
    case .openComments: context.go(to: .comments(CommentsPage()))
    case .openVerification:
      context.go(to: .record(RecordPage(key: .verification(of: page.number))))
    case .openHistory: context.go(to: .history(HistoryPage()))
    case .openInstruments:
      if case .instruments = question.kind {
        context.go(to: .instruments(InstrumentsPage()))
      } else {
        context.notice = context.words(.noInstruments)
      }
    default: return nil
    }
    return []
  }
}

extension PageContext {
  fileprivate mutating func scroll(_ page: QuestionPage, by rows: Int) {
    var page = page
    let area = bodyArea
    var layouts = LayoutCache()
    let flow = page.body(in: self, &layouts)
    let height = LaidOutFlow(flow, &layouts).height
    page.scrolled = min(max(0, page.scrolled + rows), max(0, height - area.height))
    page.highlighted = nil
    show(.question(page))
  }

  fileprivate mutating func choose(
    _ choice: AnswerChoice,
    question: Question,
    at moment: Moment,
  ) -> [Effect] {
    guard !refusesBecauseReadOnly() else { return [] }
    guard let value = choice.value(after: currentAnswer ?? Answer(), kind: question.kind) else {
      openField(WrittenAnswer(kind: question.kind))
      return []
    }
    return wish(.answer(value), at: moment)
  }
}
