import BidiText
import Consultation
import Display
import Phrases

/// One line of the page of a next step.
package enum NextStepField: CaseIterable, Sendable {
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

/// What the whole workshop keeps in lists: what was put aside, and what comes next.
extension App {
  // MARK: The parking lot

  /// Shows what would be published of the question on the screen: with which words, to be
  /// written anew, and for whom.
  mutating func park() {
    guard let question = currentQuestion, delegation != nil else { return }
    openField(.parkedQuestion(question.number))
    guard case .field(var field) = overlay else { return }
    field.problem = words(.parkAdvice)
    overlay = .field(field)
  }

  /// Puts a question on the parking lot with the words that were read and kept.
  ///
  /// It is the delegation's change, so that it takes it back as it takes back any other.
  mutating func park(_ number: QuestionNumber, words text: String, at moment: Moment) -> [Effect] {
    let matter = ParkedMatter(id: moment.id, text: text, question: number)
    let effects = set(
      RecordKey(.parked, moment.id),
      to: .parked(matter),
      of: delegationCode,
      at: moment,
    )
    if !effects.isEmpty { notice = words(.parked) }
    return effects
  }

  /// A matter in two lines: a question in the reader's language, and words as they were written.
  private func lines(of matter: ParkedMatter) -> (text: String, detail: String?) {
    guard let number = matter.question else { return (HarmlessText.isolated(matter.text), nil) }
    let question = questionnaire[number].map { words.text($0.text) } ?? ""
    return (
      "\(words.number(number))  \(question)",
      matter.text.isEmpty ? nil : HarmlessText.isolated(matter.text),
    )
  }

  mutating func updateParkingLot(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    let matters = desk.workshop.parkingLot
    var list = list
    switch action {
    case .add: openField(.parked)
    case .open: if !matters.indices.contains(list.selected) { openField(.parked) }
    case .remove:
      guard matters.indices.contains(list.selected) else { return [] }
      return set(RecordKey(.parked, matters[list.selected].id), to: nil, at: moment)
    default:
      guard list.move(action, count: matters.count + 1, pageSize: bodyArea.height) else {
        return nil
      }
      show(.parkingLot(list))
    }
    return []
  }

  func parkingLotBody(_ list: ListState) -> Flow {
    listBody(
      .parkingLotTitle,
      desk.workshop.parkingLot.map { lines(of: $0) },
      nothing: .parkingLotNothing,
      add: .addParked,
      selected: list.selected,
    )
  }

  // MARK: Next steps

  mutating func updateNextSteps(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    let steps = desk.workshop.actions
    var list = list
    switch action {
    case .add: openField(.newNextStep)
    case .open:
      if steps.indices.contains(list.selected) {
        go(to: .nextStep(steps[list.selected].id, ListState()))
      } else {
        openField(.newNextStep)
      }
    case .remove:
      guard steps.indices.contains(list.selected) else { return [] }
      return set(RecordKey(.nextStep, steps[list.selected].id), to: nil, at: moment)
    default:
      guard list.move(action, count: steps.count + 1, pageSize: bodyArea.height) else {
        return nil
      }
      show(.nextSteps(list))
    }
    return []
  }

  func nextStepsBody(_ list: ListState) -> Flow {
    listBody(
      .nextStepsTitle,
      desk.workshop.actions.map { step in
        let owner = step.owner.isEmpty ? nil : HarmlessText.isolated(step.owner)
        let due = step.due.map { words.date($0) }
        let rest = [owner, due].compactMap(\.self)
        return (
          HarmlessText.isolated(step.text),
          rest.isEmpty ? nil : rest.joined(separator: " \(setting.symbols.separator) "),
        )
      },
      nothing: .nextStepsNothing,
      add: .addNextStep,
      selected: list.selected,
    )
  }

  func step(_ id: String) -> NextStep? { desk.workshop.actions.first { $0.id == id } }

  mutating func updateNextStep(_ id: String, _ list: ListState, _ action: Action) -> [Effect]? {
    var list = list
    let fields = NextStepField.allCases
    guard action == .open else {
      guard list.move(action, count: fields.count, pageSize: fields.count) else { return nil }
      show(.nextStep(id, list))
      return []
    }
    if step(id) != nil { openField(.nextStep(id, fields[list.selected])) }
    return []
  }

  func nextStepBody(_ id: String, _ list: ListState) -> Flow {
    fieldsBody(
      .nextStepsTitle,
      NextStepField.allCases.map { field in
        (field.label, isolatedUnlessEmpty(step(id)?.text(of: field) ?? ""))
      },
      selected: list.selected,
    )
  }

  /// What somebody wrote, for a line of a screen; nothing where they wrote nothing.
  func isolatedUnlessEmpty(_ text: String) -> String {
    text.isEmpty ? "" : HarmlessText.isolated(text)
  }

  /// Fields one under another, each of which can be changed.
  func fieldsBody(
    _ title: Phrase,
    _ fields: [(label: Phrase, text: String)],
    selected: Int,
  )
    -> Flow
  {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    flow.text(words(title), style: .strong)
    flow.gap()
    for (index, field) in fields.enumerated() {
      flow.entry(index, isSelected: selected == index) { flow in
        flow.row([
          Flow.Column(text: words(field.label), start: 1, width: 26, style: .quiet),
          Flow.Column(
            text: field.text.isEmpty ? words(.fieldEmpty) : field.text,
            start: 28,
            style: field.text.isEmpty ? .quiet : .text,
          ),
        ])
      }
    }
    flow.gap()
    flow.text(words(.entryAdvice), style: .quiet)
    return flow
  }

  /// A list to which lines are added.
  func listBody(
    _ title: Phrase,
    _ lines: [(text: String, detail: String?)],
    nothing: Phrase,
    add: Phrase,
    selected: Int,
  ) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    flow.text(words(title), style: .strong)
    flow.gap()
    if lines.isEmpty { flow.text(words(nothing), style: .quiet) }
    for (index, line) in lines.enumerated() {
      flow.entry(index, isSelected: selected == index) { flow in
        flow.text(line.text, start: 1)
        if let detail = line.detail { flow.text(detail, start: 3, style: .quiet) }
      }
    }
    flow.entry(lines.count, isSelected: selected >= lines.count) { flow in
      flow.text(words(add), start: 1, style: .key)
    }
    return flow
  }
}
