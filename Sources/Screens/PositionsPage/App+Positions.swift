import BidiText
import Consultation
import Display
import Phrases

/// One line of the page of a position.
package enum PositionField: CaseIterable, Sendable {
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

/// The institutions at the table, each with what it says of the question.
extension App {
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

  mutating func updatePositions(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    var list = list
    let institutions = institutions
    switch action {
    case .firstRound:
      guard let number = currentQuestion?.number else { return [] }
      let round = FirstRound(question: number, isHidden: !isFirstRound)
      positionDraft = nil
      return set(.firstRound(of: number), to: .firstRound(round), of: delegationCode, at: moment)
    case .add: openField(.newInstitution)
    case .remove:
      guard institutions.indices.contains(list.selected) else { return [] }
      return wish(.position(institution: institutions[list.selected], nil), at: moment)
    case .open:
      // In a hidden round what was given is written anew, and not looked at.
      positionDraft = nil
      if institutions.indices.contains(list.selected) {
        go(to: .position(institutions[list.selected], ListState()))
      } else {
        openField(.newInstitution)
      }
    default:
      guard list.move(action, count: institutions.count + 1, pageSize: bodyArea.height) else {
        return nil
      }
      show(.positions(list))
    }
    return []
  }

  func positionsBody(_ list: ListState) -> Flow {
    var flow = entriesFlow(title: .positionsTitle)
    if isFirstRound { flow.text(words(.positionsHidden), style: .attention) }
    for (index, institution) in institutions.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: HarmlessText.isolated(institution), start: 1, width: 28),
          Flow.Column(text: said(by: institution), start: 30, style: .strong),
        ])
        if !isFirstRound, let reservation = currentAnswer?.reservations[institution] {
          let text = HarmlessText.isolated(reservation)
          flow.text("\(words(.positionReservation)): \(text)", start: 3, style: .attention)
        }
      }
    }
    flow.entry(institutions.count, isSelected: list.selected >= institutions.count) { flow in
      flow.text(words(.addInstitution), start: 1, style: .key)
    }
    flow.gap()
    flow.text(words(.positionsAdvice), style: .quiet)
    return flow
  }

  /// What an institution says, or only that it has said something while that is hidden.
  private func said(by institution: String) -> String {
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

  // MARK: One position

  mutating func updatePosition(
    _ institution: String,
    _ list: ListState,
    _ action: Action,
  ) -> [Effect]? {
    var list = list
    let fields = PositionField.allCases
    guard action == .open else {
      guard list.move(action, count: fields.count, pageSize: fields.count) else { return nil }
      show(.position(institution, list))
      return []
    }
    guard !refusesBecauseReadOnly() else { return [] }
    switch fields[list.selected] {
    case .value: overlay = .chooser(Chooser(.positionValue(institution), in: self))
    case .applied: overlay = .chooser(Chooser(.positionApplied(institution), in: self))
    case .reason: openField(.position(institution, .reason))
    case .evidence: openField(.position(institution, .evidence))
    case .reservation: openField(.position(institution, .reservation))
    }
    return []
  }

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

  func positionBody(_ institution: String, _ list: ListState) -> Flow {
    var flow = entriesFlow(title: .positionsTitle)
    flow.text(HarmlessText.isolated(institution), style: .strong)
    flow.gap()
    let position = position(of: institution)
    if isFirstRound {
      let isGiven = currentAnswer?.positions.given.contains(institution) ?? false
      let isShut = isGiven && position == nil
      flow.text(words(isShut ? .positionShut : .positionsHidden), style: .attention)
      flow.gap()
    }
    for (index, field) in PositionField.allCases.enumerated() {
      let text: String? =
        switch field {
        case .value:
          position.map { words.title(of: $0.value, to: currentQuestion, in: questionnaire) }
        case .applied: position?.applied.map { words($0.phrase) }
        case .reason: position?.reason.map(HarmlessText.isolated)
        case .evidence: position?.evidence.map(HarmlessText.isolated)
        case .reservation:
          isFirstRound
            ? nil : currentAnswer?.reservations[institution].map(HarmlessText.isolated)
        }
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: words(field.label), start: 1, width: 24, style: .quiet),
          Flow.Column(
            text: text ?? words(.fieldEmpty),
            start: 26,
            style: text == nil ? .quiet : .text,
          ),
        ])
      }
    }
    flow.gap()
    flow.text(words(.entryAdvice), style: .quiet)
    return flow
  }

  // MARK: What there is to talk about

  var tableTalk: TableTalk? {
    guard let delegation, let asked else { return nil }
    return TableTalk(of: delegation, asked: asked)
  }

  mutating func updateDiffering(
    _ list: ListState,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    guard let talk = tableTalk else { return nil }
    var list = list
    let count = talk.differences.count + (talk.sameAnswers.isEmpty ? 0 : 1)
    guard action == .open else {
      guard list.move(action, count: count, pageSize: bodyArea.height) else { return nil }
      show(.differing(list))
      return []
    }
    if talk.differences.indices.contains(list.selected) {
      goToQuestion(talk.differences[list.selected].question)
      go(to: .positions(ListState()))
      return []
    }
    return takeOver(talk.sameAnswers, at: moment)
  }

  /// Makes answers of what all institutions say the same of, and agrees them where they have
  /// grounds.
  private mutating func takeOver(
    _ answers: [(question: QuestionNumber, value: AnswerValue)],
    at moment: Moment,
  ) -> [Effect] {
    guard let delegation else { return [] }
    let questionnaire = questionnaire
    let wishes = answers.flatMap { answer -> [(QuestionNumber, Wish)] in
      let hasGrounds = delegation.answer(to: answer.question).hasGrounds
      let agreeing: [Wish] = hasGrounds ? [.status(.agreed)] : []
      return ([.answer(answer.value)] + agreeing).map { (answer.question, $0) }
    }
    let effects = act(at: moment) { desk, stamp throws(Refusal) in
      try desk.changes(fulfilling: wishes, in: questionnaire, stamp: stamp)
    }
    if !effects.isEmpty { notice = words(.differingTaken, ["count": .number(answers.count)]) }
    return effects
  }

  func differingBody(_ list: ListState) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    flow.text(words(.differingTitle), style: .strong)
    flow.gap()
    guard let talk = tableTalk else { return flow }
    for (index, difference) in talk.differences.enumerated() {
      let text = questionnaire[difference.question].map { words.text($0.text) } ?? ""
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.row([
          Flow.Column(text: words.number(difference.question), width: 7, style: .key),
          Flow.Column(text: text, start: 8, width: flow.width - 8),
        ])
        flow.text(
          words(.differingMinutes, ["count": .number(difference.minutes)]),
          start: 8,
          style: .quiet,
        )
      }
    }
    if talk.differences.isEmpty { flow.text(words(.differingNothing), style: .quiet) }
    if !talk.sameAnswers.isEmpty {
      flow.gap()
      let index = talk.differences.count
      flow.entry(index, isSelected: list.selected >= index) { flow in
        flow.text(
          words(.differingBlock, ["count": .number(talk.sameAnswers.count)]),
          style: .key,
        )
      }
      for answer in talk.sameAnswers {
        let title = words.title(
          of: answer.value,
          to: questionnaire[answer.question],
          in: questionnaire,
        )
        flow.row([
          Flow.Column(text: words.number(answer.question), width: 7, style: .key),
          Flow.Column(text: title, start: 8, style: .quiet),
        ])
      }
    }
    return flow
  }
}
