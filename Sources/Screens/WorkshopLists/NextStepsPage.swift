import BidiText
import Consultation
import Display
import Phrases

/// What comes after the workshop.
struct NextStepsPage: EntryList {
  typealias Item = NextStep

  var list = ListState()

  var asPage: Page { .nextSteps(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpNextSteps }
  var title: Phrase? { .nextStepsTitle }
  var nothing: Phrase? { .nextStepsNothing }
  var adding: Phrase { .addNextStep }
  var titleOfNew: Phrase { .nextStepText }

  func hints(in context: some RoomContext) -> [Action] { [.add, .remove, .back, .help, .undo] }

  func items(in context: some RoomContext) -> [NextStep] { context.desk.workshop.actions }

  func page(of step: NextStep) -> Page? { .nextStep(NextStepPage(id: step.id)) }

  func make(_ text: String, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    let step = NextStep(id: moment.id, text: text, owner: "")
    return context.set(
      RecordKey(.nextStep, moment.id),
      to: .nextStep(step),
      at: moment,
      thenOn: .nextStep(NextStepPage(id: moment.id, list: ListState(selected: 1))),
    )
  }

  func remove(_ step: NextStep, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    context.set(RecordKey(.nextStep, step.id), to: nil, at: moment)
  }

  func add(_ step: NextStep, to flow: inout Flow, in context: some RoomContext) {
    let rest = [context.isolated(step.owner), step.due.map { context.words.date($0) }]
    let detail = context.joined(rest)
    flow.line(TextSanitizer.isolated(step.text), under: detail.isEmpty ? nil : detail)
  }
}

/// One next step, by its identifier.
struct NextStepPage: FormPage {
  let id: String
  var list = ListState()

  var asPage: Page { .nextStep(self) }
  var depth: Int { 8 }
  var help: Phrase { .helpNextSteps }
  var title: Phrase? { .nextStepsTitle }
  var fields: [Field<NextStep>] { NextStep.fields }

  func subject(in context: some RoomContext) -> NextStep? {
    context.desk.workshop.actions.first { $0.id == id }
  }

  func keep(_ step: NextStep, in context: inout some RoomContext, at moment: Moment) -> [Effect] {
    context.set(RecordKey(.nextStep, id), to: .nextStep(step), at: moment)
  }
}
