import BidiText
import Consultation
import Display
import Phrases

/// What a delegation shares, for the facilitator.
struct SharedDelegationPage: ItemList {
  typealias Item = (key: QuestionNumber, value: SharedAnswer)

  let code: DelegationCode
  var list = ListState()

  var asPage: Page { .sharedDelegation(self) }
  var depth: Int { 3 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpShared }

  func hints(in context: some RoomContext) -> [Action] { [.add, .back, .help] }

  func items(in context: some RoomContext) -> [Item] {
    context.sharedView[code]?.answers.sorted { $0.key < $1.key } ?? []
  }

  func rows(in context: some RoomContext) -> Int { 4 }
  func width(in context: some RoomContext) -> Int { context.bodyArea.width }

  func open(_ item: Item, in context: inout some RoomContext, at moment: Moment) -> [Effect] { [] }

  func updateElse(
    _ action: Action,
    on item: Item?,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    guard action == .add else { return nil }
    if let item { context.openField(CommentTo(code: code, question: item.key)) }
    return []
  }

  func head(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    guard let shared = context.sharedView[code] else { return }
    let name = InsertedText.own(context.words.text(shared.shortName))
    flow.title(context.words(.sharedTitle(name: name)))
    if count == 0 { flow.text(context.words(.sharedNothing), style: .quiet) }
  }

  func separate(
    _ item: Item?,
    from last: Item?,
    in context: some RoomContext,
    to flow: inout Flow,
  ) {
    if last != nil { flow.gap() }
  }

  func add(_ item: Item, to flow: inout Flow, in context: some RoomContext) {
    context.add(item.value, to: item.key, &flow)
  }

  func foot(over count: Int, in context: some RoomContext, to flow: inout Flow) {
    if count > 0 { flow.gap() }
  }
}

/// A facilitator's comment on an answer that a delegation shares, for that delegation.
struct CommentTo: TextPurpose {
  let code: DelegationCode
  let question: QuestionNumber

  func title(in context: PageContext) -> String { context.words(.addComment) }

  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard !text.isEmpty, context.sharedView[code]?.answers[question] != nil else { return [] }
    let comment = Comment(
      id: "\(moment.id)-comment",
      text: text,
      by: context.author,
      at: moment.at,
    )
    let questionnaire = context.questionnaire
    let effects = context.change(at: moment) { desk, stamp throws(Refusal) in
      try desk.change(
        commenting: comment,
        on: question,
        of: code,
        in: questionnaire,
        stamp: stamp,
      )
    }
    if !effects.isEmpty { context.notice = context.words(.commentSent) }
    return effects
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
      words.title(
        of: answer.value,
        ticking: answer.parts.elements,
        to: question,
        in: questionnaire,
      ),
      start: 8,
      style: .strong,
    )
    if let note = answer.note?.reading(in: language) {
      flow.text(
        TextSanitizer.visible(note.text),
        start: 8,
        style: .quiet,
        direction: note.language.direction,
      )
    }
    for piece in answer.evidence {
      flow.text(TextSanitizer.isolated(piece.title), start: 8, style: .quiet)
    }
  }
}
