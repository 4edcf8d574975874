import BidiText
import Consultation
import Display
import Phrases

/// What each institution says of the question on the screen.
struct PositionsPage: ListPage {
  var list = ListState()

  var asPage: Page { .positions(self) }
  var depth: Int { 6 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpPositions }

  func hints(in context: PageContext) -> [Action] {
    [.open, .firstRound, .add, .remove, .back, .help]
  }
  func heading(in context: PageContext) -> PageHeading { context.answerHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let institutions = context.institutions
    switch action {
    case .firstRound:
      guard let number = context.currentQuestion?.number else { return [] }
      let round = FirstRound(question: number, isHidden: !context.isFirstRound)
      context.positionDraft = nil
      return context.set(
        .firstRound(of: number),
        to: .firstRound(round),
        of: context.delegationCode,
        at: moment,
      )
    case .add: context.openField(.newInstitution)
    case .remove:
      guard institutions.indices.contains(list.selected) else { return [] }
      return context.wish(.position(institution: institutions[list.selected], nil), at: moment)
    case .open:
      // In a hidden round what was given is written anew, and not looked at.
      context.positionDraft = nil
      if institutions.indices.contains(list.selected) {
        context.go(to: .position(PositionPage(institution: institutions[list.selected])))
      } else {
        context.openField(.newInstitution)
      }
    default:
      return move(
        action,
        among: institutions.count + 1,
        rows: context.bodyArea.height,
        in: &context,
      )
    }
    return []
  }
}

extension PositionsPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = context.entriesFlow(title: .positionsTitle)
    if context.isFirstRound { flow.text(context.words(.positionsHidden), style: .attention) }
    for (index, institution) in context.institutions.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: HarmlessText.isolated(institution), start: 1, width: 28),
          Flow.Column(text: context.said(by: institution), start: 30, style: .strong),
        ])
        if !context.isFirstRound, let reservation = context.currentAnswer?.reservations[institution]
        {
          let text = HarmlessText.isolated(reservation)
          flow.text("\(context.words(.positionReservation)): \(text)", start: 3, style: .attention)
        }
      }
    }
    flow.entry(context.institutions.count, isSelected: list.selected >= context.institutions.count)
    { flow in
      flow.text(context.words(.addInstitution), start: 1, style: .key)
    }
    flow.gap()
    flow.text(context.words(.positionsAdvice), style: .quiet)
    return flow
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
    let title = words.title(of: position.value, to: currentQuestion, in: questionnaire)
    let parts = [title, position.applied.map { words($0.phrase) }].compactMap(\.self)
    let reason = position.reason.map(HarmlessText.isolated)
    let evidence = position.evidence.map(HarmlessText.isolated)
    return (parts + [reason, evidence].compactMap(\.self)).joined(
      separator: " \(setting.symbols.separator) "
    )
  }
}
