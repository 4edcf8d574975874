import BidiText
import Consultation
import Display
import Phrases

/// One line of the page of a next step.
enum NextStepField: CaseIterable, Sendable {
  case text
  case owner
  case due

  var label: Phrase {
    switch self {
    case .text: .nextStepText
    case .owner: .nextStepOwner
    case .due: .nextStepDue
    }
  }
}

extension NextStep {
  func text(of field: NextStepField) -> String {
    switch field {
    case .text: text
    case .owner: owner
    case .due: due?.description ?? ""
    }
  }

  /// The same with another text in a field; `nil` where the field cannot hold it.
  func setting(_ field: NextStepField, to text: String) -> NextStep? {
    var changed = self
    switch field {
    case .text:
      guard !text.isEmpty else { return nil }
      changed.text = text
    case .owner: changed.owner = text
    case .due:
      changed.due = CalendarDate(text)
      if changed.due == nil, !text.isEmpty { return nil }
    }
    return changed
  }
}

/// What comes after the workshop.
struct NextStepsPage: ListPage {
  var list = ListState()

  var asPage: Page { .nextSteps(self) }
  var depth: Int { 7 }
  var scopes: [ActionScope] { [.entries, .list, .everywhere] }
  var help: Phrase { .helpNextSteps }

  func hints(in context: some RoomContext) -> [Action] { [.add, .remove, .back, .help, .undo] }
  func heading(in context: some RoomContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    let steps = context.desk.workshop.actions
    switch action {
    case .add: context.openField(.newNextStep)
    case .open:
      if steps.indices.contains(list.selected) {
        context.go(to: .nextStep(NextStepPage(id: steps[list.selected].id)))
      } else {
        context.openField(.newNextStep)
      }
    case .remove:
      guard steps.indices.contains(list.selected) else { return [] }
      return context.set(RecordKey(.nextStep, steps[list.selected].id), to: nil, at: moment)
    default:
      return move(action, among: steps.count + 1, rows: context.bodyArea.height, in: &context)
    }
    return []
  }
}

extension NextStepsPage {
  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    context.listBody(
      .nextStepsTitle,
      context.desk.workshop.actions.map { step in
        let owner = step.owner.isEmpty ? nil : HarmlessText.isolated(step.owner)
        let due = step.due.map { context.words.date($0) }
        let rest = [owner, due].compactMap(\.self)
        return (
          HarmlessText.isolated(step.text),
          rest.isEmpty ? nil : rest.joined(separator: " \(context.setting.symbols.separator) "),
        )
      },
      nothing: .nextStepsNothing,
      add: .addNextStep,
      selected: list.selected,
    )
  }
}

/// One next step, by its identifier.
struct NextStepPage: ListPage {
  let id: String
  var list = ListState()

  var asPage: Page { .nextStep(self) }
  var depth: Int { 8 }
  var help: Phrase { .helpNextSteps }
  var hintOfOpening: Phrase { .hintChange }

  func heading(in context: some RoomContext) -> PageHeading { context.workshopHeading }

  func update(
    _ action: Action,
    in context: inout some RoomContext,
    at moment: Moment,
  ) -> [Effect]? {
    let fields = NextStepField.allCases
    guard action == .open else {
      return move(action, among: fields.count, rows: fields.count, in: &context)
    }
    if context.step(id) != nil { context.openField(.nextStep(id, fields[list.selected])) }
    return []
  }
}

extension NextStepPage {
  func body(in context: some RoomContext, _ layouts: inout LayoutCache) -> Flow {
    context.fieldsBody(
      .nextStepsTitle,
      NextStepField.allCases.map { field in
        (field.label, context.isolatedUnlessEmpty(context.step(id)?.text(of: field) ?? ""))
      },
      selected: list.selected,
    )
  }
}

extension RoomContext {
  func step(_ id: String) -> NextStep? { desk.workshop.actions.first { $0.id == id } }
}
