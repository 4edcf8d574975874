import BidiText
import Consultation
import Display
import Phrases

/// One line of the page of a position.
enum PositionField: CaseIterable, Sendable {
  case value
  case applied
  case reason
  case evidence
  case reservation

  var label: Phrase {
    switch self {
    case .value: .positionValue
    case .applied: .positionApplied
    case .reason: .positionReason
    case .evidence: .labelEvidence
    case .reservation: .positionReservation
    }
  }
}

/// What is being written of a position in a hidden round, until its page is left.
struct PositionDraft: Equatable, Sendable {
  let question: QuestionNumber
  let institution: String
  let position: Position?
}

/// What one institution says, by its name.
struct PositionPage: ListPage {
  let institution: String
  var list = ListState()

  var asPage: Page { .position(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpPositions }
  var hintOfOpening: Phrase { .hintChange }

  func heading(in context: PageContext) -> PageHeading { context.answerHeading }

  func update(
    _ action: Action,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    let fields = PositionField.allCases
    guard action == .open else {
      return move(action, among: fields.count, rows: fields.count, in: &context)
    }
    guard !context.refusesBecauseReadOnly() else { return [] }
    switch fields[list.selected] {
    case .value: context.choose(.positionValue(institution))
    case .applied: context.choose(.positionApplied(institution))
    case .reason: context.openField(.position(institution, .reason))
    case .evidence: context.openField(.position(institution, .evidence))
    case .reservation: context.openField(.position(institution, .reservation))
    }
    return []
  }
}

extension PositionPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = context.entriesFlow(title: .positionsTitle)
    flow.text(HarmlessText.isolated(institution), style: .strong)
    flow.gap()
    let position = context.position(of: institution)
    if context.isFirstRound {
      let isGiven = context.currentAnswer?.positions.given.contains(institution) ?? false
      let isShut = isGiven && position == nil
      flow.text(context.words(isShut ? .positionShut : .positionsHidden), style: .attention)
      flow.gap()
    }
    for (index, field) in PositionField.allCases.enumerated() {
      let text: String? =
        switch field {
        case .value:
          position.map {
            context.words.title(
              of: $0.value,
              to: context.currentQuestion,
              in: context.questionnaire,
            )
          }
        case .applied: position?.applied.map { context.words($0.phrase) }
        case .reason: position?.reason.map(HarmlessText.isolated)
        case .evidence: position?.evidence.map(HarmlessText.isolated)
        case .reservation:
          context.isFirstRound
            ? nil : context.currentAnswer?.reservations[institution].map(HarmlessText.isolated)
        }
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: context.words(field.label), start: 1, width: 24, style: .quiet),
          Flow.Column(
            text: text ?? context.words(.fieldEmpty),
            start: 26,
            style: text == nil ? .quiet : .text,
          ),
        ])
      }
    }
    flow.gap()
    flow.text(context.words(.entryAdvice), style: .quiet)
    return flow
  }
}

extension PageContext {
  /// What an institution says; in a hidden round only what is being written of it now.
  func position(of institution: String) -> Position? {
    if let opened = currentAnswer?.positions.opened { return opened[institution] }
    guard let positionDraft, positionDraft.question == currentQuestion?.number,
      positionDraft.institution == institution
    else { return nil }
    return positionDraft.position
  }

  /// Keeps what an institution says; in a hidden round it stays on the screen until its page is
  /// left.
  mutating func give(_ position: Position?, by institution: String, at moment: Moment) -> [Effect] {
    let effects = wish(.position(institution: institution, position), at: moment)
    positionDraft = currentQuestion.map {
      PositionDraft(question: $0.number, institution: institution, position: position)
    }
    return effects
  }

  /// The values that a position can be chosen from.
  var positionValues: [AnswerValue] {
    AnswerChoice.choices(for: currentQuestion?.kind ?? .text).compactMap { choice in
      switch choice {
      case .step(let step): .step(step)
      case .option(let option): .option(option.code)
      case .severalOption(let option): .options([option.code])
      case .notApplicable: .notApplicable(reason: nil)
      case .declined: .declined
      case .written: nil
      }
    }
  }
}
