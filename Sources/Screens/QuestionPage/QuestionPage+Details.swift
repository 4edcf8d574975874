import BidiText
import Consultation
import Display
import Phrases

/// What stands beside the answer on the question's page.
extension PageContext {
  func addDetails(
    of question: Question,
    answer: Answer,
    rowsOfContext: Int,
    to flow: inout Flow,
  ) {
    if case .instruments = question.kind { addInstruments(of: answer, to: question, to: &flow) }
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

  /// How many of the instruments are stated, and what they propose.
  private func addInstruments(of answer: Answer, to question: Question, to flow: inout Flow) {
    let count = words(
      .instrumentsAnswered(
        answered: instruments.count { answer.instruments[$0.code] != nil },
        count: instruments.count,
      )
    )
    addDetail(.labelInstruments, count, key: .openInstruments, to: &flow)
    guard let proposal else { return }
    let title = words.title(of: proposal, to: question, in: questionnaire)
    addDetail(
      .labelProposal,
      words(.proposalLine(value: .own(title))),
      key: .takeProposal,
      to: &flow,
    )
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
