import BidiText
import Consultation
import Display
import Phrases

extension QuestionPage {
  /// The question, what to look for, the answers, and what stands beside the answer: each in its
  /// place, however high the screen is.
  ///
  /// Where not everything fits, the guidance is shortened there and follows whole at the end, so
  /// that the answers stay on the screen; where that is not enough beside elements, what each level
  /// would mean has one line there as well. Where there is room to spare, the note has more lines.
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    let area = area(in: context)
    let (width, height) = (area.width, area.height)
    let whole = context.questionFlow(of: self, width: width, &layouts)
    let wholeHeight = LaidOutFlow(whole, &layouts).height
    guard wholeHeight != height else { return whole }
    if wholeHeight < height {
      let spare = min(PageContext.mostRowsOfContext, 1 + height - wholeHeight)
      return context.questionFlow(of: self, width: width, rowsOfContext: spare, &layouts)
    }
    let guidance = context.guidanceRows(of: self, width: width, &layouts)
    let hasElements = context.questionnaire[number]?.elements != nil
    guard hasElements, guidance - (wholeHeight - height) < 1 else {
      let rows = max(1, guidance - (wholeHeight - height))
      return context.questionFlow(of: self, width: width, rowsOfGuidance: rows, &layouts)
    }
    let tight = context.questionFlow(of: self, width: width, isTight: true, &layouts)
    return context.questionFlow(
      of: self,
      width: width,
      rowsOfGuidance: max(1, guidance - (LaidOutFlow(tight, &layouts).height - height)),
      isTight: true,
      &layouts,
    )
  }
}

extension PageContext {
  fileprivate static let mostRowsOfContext = 12

  fileprivate func questionFlow(
    of page: QuestionPage,
    width: Int,
    rowsOfGuidance: Int = .max,
    rowsOfContext: Int = 1,
    isTight: Bool = false,
    _ layouts: inout LayoutCache,
  ) -> Flow {
    var flow = Flow(width: min(76, width), direction: direction)
    guard let question = questionnaire[page.number] else { return flow }
    let answer = currentAnswer ?? Answer()
    flow.text(words.text(question.text), style: .strong)
    flow.gap()
    addGuidance(of: question, rows: rowsOfGuidance, to: &flow)
    flow.gap()
    page.addElements(of: question, answer: answer, in: self, to: &flow)
    addAnswers(
      of: question,
      answer: answer,
      highlighted: page.highlighted,
      isTight: isTight,
      to: &flow,
      &layouts,
    )
    flow.gap()
    addDetails(of: question, answer: answer, rowsOfContext: rowsOfContext, to: &flow)
    if rowsOfGuidance < .max {
      flow.gap()
      addGuidance(of: question, rows: .max, to: &flow)
    }
    if isTight {
      flow.gap()
      addMeanings(of: question, to: &flow)
    }
    return flow
  }

  /// What each level would mean, whole.
  private func addMeanings(of question: Question, to flow: inout Flow) {
    for step in Step.allCases {
      guard let meaning = question.guidance.steps[step] else { continue }
      let title = title(of: step, on: question.kind.scale ?? .presence)
      let line = FilledPhrase.reportAnswerMeaning(
        meaning: .own(words.text(meaning)),
        value: .own(title),
      )
      flow.row([Flow.Column(text: words(line), start: 2, style: .quiet)])
    }
  }

  fileprivate func guidanceRows(
    of page: QuestionPage,
    width: Int,
    _ layouts: inout LayoutCache,
  ) -> Int {
    var flow = Flow(width: min(76, width), direction: direction)
    if let question = questionnaire[page.number] {
      addGuidance(of: question, rows: .max, to: &flow)
    }
    return LaidOutFlow(flow, &layouts).height
  }

  private func addGuidance(of question: Question, rows: Int, to flow: inout Flow) {
    let label = words(.whatToLookFor)
    flow.row([
      Flow.Column(
        text: "\(label)  \(words.text(question.guidance.lookFor))",
        start: 2,
        mostRows: rows,
      )
    ])
  }

  private func addAnswers(
    of question: Question,
    answer: Answer,
    highlighted: Int?,
    isTight: Bool,
    to flow: inout Flow,
    _ layouts: inout LayoutCache,
  ) {
    let choices = AnswerChoice.choices(for: question.kind)
    let titles = choices.map { title(of: $0, question: question, answer: answer) }
    let meanings = choices.map { meaning(of: $0, question: question) }
    let widest = zip(titles, meanings).compactMap { $1 == nil ? nil : layouts.width(of: $0) }.max()
    let titleWidth = min(26, widest ?? 26)
    for (index, choice) in choices.enumerated() {
      let isChosen = choice.isChosen(in: answer)
      let style = Style(isChosen ? .done : .text, isChosen ? .bold : [])
      flow.entry(index, isSelected: index == highlighted) { flow in
        var columns = [
          Flow.Column(
            text: index < 9 ? words.number(index + 1) : "",
            start: 1,
            width: 2,
            style: .key,
          ),
          Flow.Column(
            text: sign(of: choice, isChosen: isChosen),
            start: 4,
            width: 2,
            style: style,
          ),
          Flow.Column(
            text: titles[index],
            start: 6,
            width: meanings[index] == nil ? nil : titleWidth,
            style: style,
          ),
        ]
        if let meaning = meanings[index] {
          columns.append(
            Flow.Column(
              text: meaning,
              start: 6 + titleWidth + 2,
              style: .quiet,
              isOneLine: isTight,
            )
          )
        }
        flow.row(columns)
      }
    }
  }

  /// What a step is called on a scale, in the questionnaire's words.
  private func title(of step: Step, on scale: Scale) -> String {
    questionnaire.scaleTitles[scale]?[step].map { words.text($0) } ?? step.rawValue
  }

  private func sign(of choice: AnswerChoice, isChosen: Bool) -> String {
    guard isChosen else { return setting.symbols.open }
    if case .severalOption = choice { return setting.symbols.several }
    return setting.symbols.chosen
  }

  private func title(of choice: AnswerChoice, question: Question, answer: Answer) -> String {
    switch choice {
    case .step(let step): title(of: step, on: question.kind.scale ?? .presence)
    case .option(let option), .severalOption(let option): words.text(option.title)
    case .written: written(answer.value) ?? WrittenAnswer(kind: question.kind).title(in: self)
    case .notApplicable: words(.notApplicable)
    case .declined: words(.declined)
    }
  }

  /// A number, a date or a text that was written, as the reader writes it.
  func written(_ value: AnswerValue?) -> String? {
    switch value {
    case .number(let number): words.digits.write(Words.plain(number))
    case .date(let date): words.date(date)
    case .text(let text): TextSanitizer.isolated(text)
    default: nil
    }
  }

  private func meaning(of choice: AnswerChoice, question: Question) -> String? {
    switch choice {
    case .step(let step): question.guidance.steps[step].map { words.text($0) }
    case .notApplicable: question.kind.scale == nil ? nil : words(.notApplicableMeaning)
    case .declined: question.kind.scale == nil ? nil : words(.declinedMeaning)
    case .option, .severalOption, .written: nil
    }
  }

  // MARK: What stands beside the answer

  private func addDetails(
    of question: Question,
    answer: Answer,
    rowsOfContext: Int,
    to flow: inout Flow,
  ) {
    if case .instruments(let instruments) = question.kind {
      let count = words(
        .instrumentsAnswered(
          answered: instruments.count { answer.instruments[$0.code] != nil },
          count: instruments.count,
        )
      )
      addDetail(.labelInstruments, count, key: .openInstruments, to: &flow)
      if let proposal {
        let title = words.title(of: proposal, to: question, in: questionnaire)
        addDetail(
          .labelProposal,
          words(.proposalLine(value: .own(title))),
          key: .takeProposal,
          to: &flow,
        )
      }
    }
    addDetail(
      .labelApplied,
      words(answer.applied?.phrase ?? .appliedNothing),
      key: .changeApplied,
      to: &flow,
    )
    addContext(of: answer, rows: rowsOfContext, to: &flow)
    addDetail(.labelEvidence, evidenceLine(of: answer), key: .openEvidence, to: &flow)
    if !answer.positions.isEmpty {
      let count = answer.positions.count
      addDetail(
        .labelPositions,
        words(
          answer.positions.isHidden
            ? .positionsGivenHidden(count: count)
            : answer.positionsDiffer
              ? .positionsDiffer(count: count) : .positionsAgree(count: count)
        ),
        key: .openPositions,
        to: &flow,
      )
    }
    addDetail(.labelStatus, statusLine(of: answer, to: question), key: .changeStatus, to: &flow)
    if answer.status == .toVerify {
      addDetail(
        .labelVerification,
        verificationLine(of: question),
        key: .openVerification,
        to: &flow,
      )
    }
    let open = answer.comments.count { !$0.isResolved }
    if open > 0 {
      addDetail(
        .labelComments,
        words(.commentsOpen(count: open)),
        key: .openComments,
        to: &flow,
      )
    }
    if let baselineLine = baselineLine(of: question, answer) {
      addDetail(.labelBaseline, baselineLine, key: nil, to: &flow)
    }
    if let cardLine = cardLine(on: question.number) {
      addDetail(.cardListTitle, cardLine, key: .openCards, to: &flow)
    }
    if let offerLine { addDetail(.labelOffer, offerLine, key: .offer, to: &flow) }
    if let wishLine { addDetail(.labelWish, wishLine, key: .wishToHear, to: &flow) }
  }

  /// How far the answer is, and where it is agreed who agreed it, and when.
  private func statusLine(of answer: Answer, to question: Question) -> String {
    let status = words(answer.status.phrase)
    guard answer.status == .agreed, let agreed = desk.ownAgreement(on: question.number)
    else { return status }
    return joined([status, TextSanitizer.isolated(agreed.by), time(of: agreed.at)])
  }

  /// Who verifies the answer, and by when.
  private func verificationLine(of question: Question) -> String {
    guard
      case .verification(let verification) =
        delegation?.records[.verification(of: question.number)]
    else { return words(.verificationNothing) }
    let line = joined([isolated(verification.by), verification.due.map { words.date($0) }])
    return line.isEmpty ? words(.verificationNothing) : line
  }

  /// What the delegation answered when it froze its assessment.
  private func baselineLine(of question: Question, _ answer: Answer) -> String? {
    guard let baseline = delegation?.lastBaseline,
      let movement = baseline.movement(of: answer, to: question)
    else { return nil }
    let date = CalendarDate(baseline.at)
    let then: AnswerValue?
    switch movement {
    case .notComparable: return words(.baselineNotComparable(date: date))
    case .stayed(let value), .moved(let value, _): then = value
    case .answeredSince: then = nil
    }
    let title = words.title(of: then, to: question, in: questionnaire)
    return words(.baselineAt(date: date, value: .own(title)))
  }

  private func addDetail(
    _ label: Phrase,
    _ text: String,
    direction: Direction? = nil,
    key: Action?,
    rows: Int = 1,
    to flow: inout Flow,
  ) {
    let keyName = key.flatMap { ActionTable.row(of: $0)?.keys.first }.map { words.name(of: $0) }
    flow.row([
      Flow.Column(text: words(label), start: 1, width: 21, style: .quiet, isOneLine: true),
      Flow.Column(
        text: text,
        start: 23,
        width: flow.width - 27,
        direction: direction,
        isOneLine: rows == 1,
        mostRows: rows,
      ),
      Flow.Column(
        text: keyName ?? "",
        start: flow.width - 3,
        width: 3,
        style: .key,
        isAtEnd: true,
      ),
    ])
  }

  /// The beginning of the note, in the direction of its own language.
  private func addContext(of answer: Answer, rows: Int, to flow: inout Flow) {
    guard let note = answer.note?.reading(in: language) else {
      return addDetail(.labelContext, words(.contextNothing), key: .writeContext, to: &flow)
    }
    // No more than there is room for, twice over for what takes none: notes are long.
    let start = String(note.text.prefix(2 * rows * width))
    addDetail(
      .labelContext,
      TextSanitizer.visible(start).split(whereSeparator: \.isNewline).joined(separator: " "),
      direction: note.language.direction,
      key: .writeContext,
      rows: rows,
      to: &flow,
    )
  }

  private func evidenceLine(of answer: Answer) -> String {
    guard !answer.evidence.isEmpty else { return words(.evidenceNothing) }
    let titles = answer.evidence.map { TextSanitizer.isolated($0.title) }
    return words(.evidenceLine(count: answer.evidence.count, titles: .own(words.list(titles))))
  }
}
