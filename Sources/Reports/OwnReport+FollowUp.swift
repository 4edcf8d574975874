import Consultation
import Phrases

extension OwnReport {
  /// A delegation's answers beside its own baseline, question by question, with what explains each
  /// change.
  var followUp: Document {
    let title = text.own(.reportFollowUp(name: .own(text.words.text(delegation.officialName))))
    guard let baseline = delegation.lastBaseline else {
      return text.document(
        title,
        text.notices([.reportNoticeVoluntary]) + [text.paragraph(.reportNoBaseline)],
      )
    }
    let frozen = text.own(
      .reportBaselineFrozen(
        date: CalendarDate(baseline.at),
        fingerprint: .plain(baseline.fingerprint),
      )
    )
    return text.document(
      title,
      [
        .definitions([
          text.definition(.reportBaseline, frozen),
          text.questionnaireLine(text.questionnaire.identity),
          text.definition(.reportMadeOn, text.date(date)),
        ])
      ] + text.notices([.reportNoticeVoluntary]) + [
        text.heading(1, "developments", .reportDevelopments),
        text.paragraph(.reportFollowUpText),
      ] + developments(since: baseline, isShort: false),
    )
  }

  /// What became of each answer since, in counts and one row each; in short without what stayed.
  func developments(since baseline: Baseline, isShort: Bool) -> [Block] {
    let developments = Development.all(since: baseline, of: delegation, in: text.questionnaire)
    func count(_ kinds: Development.Kind...) -> Int {
      developments.count { kinds.contains($0.kind) }
    }
    let counts = text.paragraph(
      .reportMovementCounts(
        moved: count(.moved, .reassessed),
        opened: count(.opened),
        other: count(.notComparable, .gone),
        since: count(.since),
        stayed: count(.stayed),
      )
    )
    let shown = developments.filter { !isShort || $0.kind != .stayed }
    let columns: [Phrase] = [
      .reportQuestion, .reportThen, .reportNow, .reportMovement, .reportReason,
    ]
    guard !isShort else {
      return [counts, text.table(.reportDevelopments, columns, shown.map(row))]
    }
    let domains = Dictionary(grouping: shown, by: \.number.domain).sorted { $0.key < $1.key }
    return [counts]
      + domains.flatMap { number, developments -> [Block] in
        [
          text.heading(
            2,
            "domain-\(number)",
            text.domain(numbered: number),
            domain: number,
          ),
          text.table(.reportDevelopments, columns, developments.map(row)),
        ]
      }
  }

  private func row(_ development: Development) -> [Passage] {
    let number = development.number
    let title =
      development.kind == .gone
      ? text.own(.reportQuestionGone(question: number))
      : text.own(text.question(number))
    return [
      title, then(development),
      development.kind == .gone ? text.nothing : value(number),
      text.own(development.kind.phrase), reason(development),
    ]
  }

  private func then(_ development: Development) -> Passage {
    switch development.then {
    case .value(let value, let elements):
      text.value(
        value,
        ticking: elements,
        to: development.number,
        by: delegation.languages,
      )
    case .open: text.own(.showOpen)
    case .code(let code): text.former(code, of: development.number, by: delegation.languages)
    }
  }

  /// The evidence that is new since, or else the context that is.
  private func reason(_ development: Development) -> Passage {
    switch development.kind {
    case .stayed, .notComparable, .gone: return text.nothing
    case .moved, .reassessed, .since, .opened: break
    }
    guard development.newEvidence.isEmpty else {
      return text.citations(development.newEvidence, by: delegation.languages)
    }
    return development.newNote.map(text.text) ?? text.nothing
  }
}

extension ReportText {
  /// What a question was answered with that is not the same any more: a step as the commonest
  /// scale calls it, since the scale that it was on is gone.
  func former(_ code: String, of number: QuestionNumber, by languages: [Language]) -> Passage {
    if let kind = questionnaire[number]?.kind, let value = AnswerValue(code, for: kind) {
      return self.value(value, to: number, by: languages)
    }
    guard let value = AnswerValue(code, for: .scale(.presence)) else {
      return written(code, by: languages)
    }
    return self.value(value, to: number, by: languages)
  }
}

/// What became of the answer to one question since the baseline, and what is new beside it.
struct Development: Equatable {
  enum Kind: Equatable {
    case moved
    /// Changed, and no new evidence says why.
    case reassessed
    case stayed
    /// It was open then.
    case since
    /// It is open now.
    case opened
    case notComparable
    /// The questionnaire has no such question any more.
    case gone

    var phrase: Phrase {
      switch self {
      case .moved: .reportMoved
      case .reassessed: .reportReassessed
      case .stayed: .reportStayed
      case .since: .reportAnsweredSince
      case .opened: .reportOpenNow
      case .notComparable, .gone: .reportNotComparable
      }
    }
  }

  enum Then: Equatable {
    case open
    /// What it was, and which elements were in place.
    case value(AnswerValue, Set<String>)
    /// A value of a question that is not the same any more, as the file has it.
    case code(String)
  }

  let number: QuestionNumber
  let kind: Kind
  let then: Then
  let newEvidence: [Evidence]
  let newNote: TranslatedText?

  /// Those of every question that was answered then or is now, in the order of their numbers.
  static func all(
    since baseline: Baseline,
    of delegation: Delegation,
    in questionnaire: Questionnaire,
  ) -> [Development] {
    let here = questionnaire.questions.compactMap { question in
      Development(question, since: baseline, delegation.answer(to: question.number))
    }
    let gone = baseline.answers.compactMap { key, then -> Development? in
      guard let number = QuestionNumber(key), questionnaire[number] == nil else { return nil }
      return Development(number, .gone, .code(then.value), newEvidence: [], newNote: nil)
    }
    return (here + gone).sorted { $0.number < $1.number }
  }

  private init(
    _ number: QuestionNumber,
    _ kind: Kind,
    _ then: Then,
    newEvidence: [Evidence],
    newNote: TranslatedText?,
  ) {
    self.number = number
    self.kind = kind
    self.then = then
    self.newEvidence = newEvidence
    self.newNote = newNote
  }

  private init?(_ question: Question, since baseline: Baseline, _ answer: Answer) {
    guard let movement = baseline.movement(of: answer, to: question) else { return nil }
    let then = baseline.answers[question.number.description]
    let known = Set(then?.evidence ?? [])
    let new = answer.evidence.filter { !known.contains($0.title) }
    let note = answer.note.flatMap { $0.original == then?.note ? nil : $0 }
    let ticked = Set(then?.elements ?? [])
    let (kind, value): (Kind, Then) =
      switch movement {
      case .stayed(let value): (.stayed, .value(value, ticked))
      case .moved(let from, nil): (.opened, .value(from, ticked))
      case .moved(let from, _?): (new.isEmpty ? .reassessed : .moved, .value(from, ticked))
      case .answeredSince: (.since, .open)
      case .notComparable: (.notComparable, .code(then?.value ?? ""))
      }
    self.init(question.number, kind, value, newEvidence: new, newNote: note)
  }
}
