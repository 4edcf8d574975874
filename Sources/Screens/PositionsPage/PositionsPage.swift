import BidiText
import Consultation
import Display
import Phrases

/// What each institution says of the question on the screen.
struct PositionsPage: EntryList, AnswerPage {
  var list = ListState()

  var asPage: Page { .positions(self) }
  var depth: Int { 6 }
  var help: Phrase { .helpPositions }
  var adding: Phrase { .addInstitution }
  var titleOfNew: Phrase { .newInstitution }

  func hints(in context: PageContext) -> [Action] {
    [.open, .firstRound, .add, .remove, .back, .help]
  }

  func items(in context: PageContext) -> [String] { context.institutions }

  /// In a hidden round what was given is written anew, and not looked at.
  func open(_ institution: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.positionDraft = nil
    context.go(
      to: .position(
        PositionPage(
          institution: institution,
          hasElements: context.currentQuestion?.elements != nil,
        )
      )
    )
    return []
  }

  func openNew(in context: inout PageContext) {
    context.positionDraft = nil
    context.openField(NewEntry(list: self))
  }

  func make(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    open(text, in: &context, at: moment)
  }

  func remove(_ institution: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.wish(.position(institution: institution, nil), at: moment)
  }

  func updateElse(
    _ action: Action,
    on institution: String?,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    guard action == .firstRound else { return nil }
    guard let number = context.currentQuestion?.number else { return [] }
    let round = FirstRound(question: number, isHidden: !context.isFirstRound)
    context.positionDraft = nil
    return context.setOwn(.firstRound(of: number), to: .firstRound(round), at: moment)
  }

  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    context.addAnswerTitle(.positionsTitle, to: &flow)
    if context.isFirstRound { flow.text(context.words(.positionsHidden), style: .attention) }
  }

  func add(_ institution: String, to flow: inout Flow, in context: PageContext) {
    flow.row([
      Flow.Column(text: TextSanitizer.isolated(institution), start: 1, width: 28),
      Flow.Column(text: context.said(by: institution), start: 30, style: .strong),
    ])
    if !context.isFirstRound, let reservation = context.currentAnswer?.reservations[institution] {
      let text = TextSanitizer.isolated(reservation)
      let label = context.words(.positionReservation) + context.words.language.traits.colon
      flow.text(label + text, start: 3, style: .attention)
    }
  }

  func foot(over count: Int, in context: PageContext, to flow: inout Flow) {
    flow.gap()
    flow.text(context.words(.positionsAdvice), style: .quiet)
  }
}

/// The institutions at the table, each with what it says of the question.
extension PageContext {
  /// The institutions of the delegates, and those that have said something, in a fixed order.
  var institutions: [String] {
    let answer = currentAnswer ?? Answer()
    let atTable = (delegation?.delegates ?? []).map(\.institution).filter { !$0.isEmpty }
    return Set(atTable).union(answer.positions.given).union(answer.reservations.keys).sorted()
  }

  /// Whether positions are hidden from each other now.
  var isFirstRound: Bool { currentQuestion.map { isFirstRound(on: $0.number) } ?? false }

  /// The same of the positions on a question.
  func isFirstRound(on number: QuestionNumber) -> Bool {
    delegation?.hidesPositions(on: number) ?? false
  }

  /// What an institution says, or only that it has said something while that is hidden.
  fileprivate func said(by institution: String) -> String {
    guard let positions = currentAnswer?.positions, positions.given.contains(institution) else {
      return words(.positionNothing)
    }
    guard let position = positions.opened?[institution] else { return words(.positionGiven) }
    let title = words.title(
      of: position.value,
      ticking: position.elements,
      to: currentQuestion,
      in: questionnaire,
    )
    return joined([
      title, position.applied.map { words($0.phrase) },
      position.reason.map(TextSanitizer.isolated), position.evidence.map(TextSanitizer.isolated),
    ])
  }
}
