import BidiText
import Consultation
import Display
import Phrases

/// What a delegation shares, for the facilitator.
struct SharedDelegationPage: ListPage {
  let code: DelegationCode
  var list = ListState()

  var asPage: Page { .sharedDelegation(self) }
  var depth: Int { 3 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpShared }

  func hints(in context: some RoomContext) -> [Action] { [.add, .back, .help] }
  func heading(in context: some RoomContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    var list = list
    let count = context.sharedView[code]?.answers.count ?? 0
    if action == .add {
      let numbers = (context.sharedView[code]?.answers.keys).map { $0.sorted() } ?? []
      guard numbers.indices.contains(list.selected) else { return [] }
      context.openField(.commentTo(code, numbers[list.selected]))
      return []
    }
    guard list.move(action, count: count, pageSize: 4) else { return action == .open ? [] : nil }
    context.show(at(list))
    return []
  }
}

extension SharedDelegationPage {
  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: context.bodyArea.width, direction: context.direction)
    guard let shared = context.sharedView[code] else { return flow }
    flow.text(
      context.words(.sharedTitle(name: .own(context.words.text(shared.shortName)))),
      style: .strong,
    )
    flow.gap()
    let answers = shared.answers.sorted { $0.key < $1.key }
    if answers.isEmpty { flow.text(context.words(.sharedNothing), style: .quiet) }
    for (index, (number, answer)) in answers.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        context.add(answer, to: number, &flow)
      }
      flow.gap()
    }
    return flow
  }
}

extension RoomContext {
  fileprivate func add(_ answer: SharedAnswer, to number: QuestionNumber, _ flow: inout Flow) {
    let question = questionnaire[number]
    flow.row([
      Flow.Column(text: words.number(number), width: 7, style: .key),
      Flow.Column(text: question.map { words.text($0.text) } ?? "", start: 8),
    ])
    flow.text(
      words.title(of: answer.value, to: question, in: questionnaire),
      start: 8,
      style: .strong,
    )
    if let note = answer.note?.reading(in: language) {
      flow.text(
        HarmlessText.visible(note.text),
        start: 8,
        style: .quiet,
        direction: note.language.direction,
      )
    }
    for piece in answer.evidence {
      flow.text(HarmlessText.isolated(piece.title), start: 8, style: .quiet)
    }
  }
}
