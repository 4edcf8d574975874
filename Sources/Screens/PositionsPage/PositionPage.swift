import BidiText
import Consultation
import Display
import Phrases

/// What is being written of a position in a hidden round, until its page is left.
struct PositionDraft: Equatable, Sendable {
  let question: QuestionNumber
  let institution: String
  let position: Position?
}

/// What an institution says of a question, as far as it is seen, and what was written of it last.
struct Statement {
  fileprivate let institution: String
  fileprivate let position: Position?
  private let reservation: String?
  /// What the last field that was changed makes of it.
  fileprivate private(set) var wish: Wish?

  fileprivate init(of institution: String, in context: PageContext) {
    self.institution = institution
    position = context.position(of: institution)
    reservation =
      context.isFirstRound ? nil : context.currentAnswer?.reservations[institution]
  }

  /// One that says nothing yet is declined, until a value is chosen.
  private var given: Position {
    get { position ?? Position(value: .declined) }
    set { wish = .position(institution: institution, newValue) }
  }

  private var reserved: String? {
    get { reservation }
    set { wish = .reservation(institution: institution, newValue) }
  }

  fileprivate static let fields: [Field<Statement>] = [
    .choice(
      .positionValue,
      { setting in
        AnswerChoice.positions(on: setting.question).map {
          setting.words.title(of: $0, to: setting.question, in: setting.questionnaire)
        } + [setting.words(.positionTakenBack)]
      },
      chosen: { statement, setting in
        statement.position.flatMap {
          AnswerChoice.positions(on: setting.question).firstIndex(of: $0.value)
        }
      },
      choose: { statement, index, setting in
        let values = AnswerChoice.positions(on: setting.question)
        if values.indices.contains(index) {
          var given = statement.given
          given.value = values[index]
          given.elements =
            AnsweredParts(elements: given.elements).kept(beside: given.value).elements
          statement.given = given
        } else {
          statement.wish = .position(institution: statement.institution, nil)
        }
      },
    ),
    .choice(
      .exportElements,
      { setting in
        (setting.question?.elements?.all ?? []).map { setting.words.text($0.title) }
      },
      chosen: { _, _ in nil },
      choose: { statement, index, setting in
        guard let elements = setting.question?.elements, elements.all.indices.contains(index)
        else { return }
        var given = statement.given
        given.elements.formSymmetricDifference([elements.all[index].code])
        given.value = .step(elements.level(of: given.elements))
        statement.given = given
      },
    ),
    .choice(
      .positionApplied,
      { setting in
        Applied.allCases.map { setting.words($0.phrase) } + [setting.words(.appliedNothing)]
      },
      chosen: { statement, _ in
        statement.position?.applied.flatMap(Applied.allCases.firstIndex)
      },
      choose: { statement, index, _ in
        let all = Applied.allCases
        statement.given.applied = all.indices.contains(index) ? all[index] : nil
      },
    ),
    .text(.positionReason, \.given.reason),
    .text(.labelEvidence, \.given.evidence),
    .text(.positionReservation, \.reserved),
  ]
}

/// What one institution says, by its name.
struct PositionPage: FormPage, AnswerPage {
  let institution: String
  /// Whether its question names elements.
  let hasElements: Bool
  var list = ListState()

  var asPage: Page { .position(self) }
  var depth: Int { 7 }
  var help: Phrase { .helpPositions }
  var fields: [Field<Statement>] {
    Statement.fields.filter { $0.label != .exportElements || hasElements }
  }
  var labelWidth: Int { 24 }

  func subject(in context: PageContext) -> Statement? { Statement(of: institution, in: context) }

  func keep(_ statement: Statement, in context: inout PageContext, at moment: Moment) -> [Effect] {
    switch statement.wish {
    case .position(_, let position)?: context.give(position, by: institution, at: moment)
    case let wish?: context.wish(wish, at: moment)
    case nil: []
    }
  }

  /// The value as it was given, though it may be none of those that can be chosen now.
  func shown(_ field: Field<Statement>, in context: PageContext) -> String {
    let statement = Statement(of: institution, in: context)
    if field.label == .exportElements, let elements = context.currentQuestion?.elements {
      let ticked = elements.ticked(statement.position?.elements ?? [])
      return context.words.list(ticked.map { context.words.text($0.title) })
    }
    guard field.label == .positionValue else {
      return field.shown(in: statement, context.fieldSetting)
    }
    return statement.position.map {
      context.words.title(of: $0.value, to: context.currentQuestion, in: context.questionnaire)
    } ?? ""
  }

  func head(in context: PageContext, to flow: inout Flow) {
    context.addAnswerTitle(.positionsTitle, to: &flow)
    flow.title(TextSanitizer.isolated(institution))
    guard context.isFirstRound else { return }
    let isGiven = context.currentAnswer?.positions.given.contains(institution) ?? false
    let isShut = isGiven && context.position(of: institution) == nil
    flow.text(context.words(isShut ? .positionShut : .positionsHidden), style: .attention)
    flow.gap()
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
}

extension AnswerChoice {
  /// The values that a position on a question can be chosen from.
  fileprivate static func positions(on question: Question?) -> [AnswerValue] {
    choices(for: question?.kind ?? .text).compactMap { choice in
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
