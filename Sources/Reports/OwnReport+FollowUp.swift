import Consultation
import Phrases

extension OwnReport {
  /// What has changed since a delegation's own baseline, each with the law, measure or context that
  /// explains it; nothing of what has not.
  var followUp: Document {
    let title = text.own(.reportFollowUp(name: .own(text.words.text(delegation.officialName))))
    guard let baseline = delegation.lastBaseline else {
      return text.document(
        title,
        text.notices([.reportNoticeRests]) + [text.paragraph(.reportNoBaseline)],
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
          text.definition(.reportBaseline, text.date(CalendarDate(baseline.at))),
          text.questionnaireLine(text.questionnaire.identity),
          text.definition(.reportMadeOn, text.date(date)),
        ])
      ] + text.notices([.reportNoticeRests]) + developments(since: baseline) + [
        // By what one knows that the baseline is that one: for who checks it, at the end.
        text.heading(1, "baseline", .reportBaseline), .paragraph(frozen),
      ],
    )
  }

  /// What became of each answer that is another now and stands: not of one that is declined, still to
  /// verify, or held otherwise by an institution.
  func developments(since baseline: Baseline) -> [Block] {
    let changes = Development.all(since: baseline, of: delegation, in: text.questionnaire)
      .filter { delegation.answer(to: $0.number).stands }
    func those(_ kind: Development.Kind) -> [Development] { changes.filter { $0.kind == kind } }
    let blocks =
      byDomain(those(.moved), "developments", level: 2) + reassessed(those(.reassessed))
      + answered(those(.since).map(\.number)) + openAgain(those(.opened))
      + notComparable(those(.notComparable))
    return [
      text.heading(1, "developments", .reportDevelopments), text.paragraph(.reportFollowUpText),
    ] + (blocks.isEmpty ? [text.paragraph(.reportFollowUpNothing)] : blocks)
  }

  private func reassessed(_ developments: [Development]) -> [Block] {
    guard !developments.isEmpty else { return [] }
    return [
      text.heading(2, "reassessed", .reportReassessedAnswers),
      text.paragraph(.reportReassessedText),
    ] + byDomain(developments, "reassessed", level: 3)
  }

  /// What was open then and is not now, as far as it says that something is in place: as a paragraph,
  /// or by its question where there is no sentence for it.
  private func answered(_ numbers: [QuestionNumber]) -> [Block] {
    let inPlace = delegation.statementsInPlace(in: text.questionnaire)
    let domains = text.questionnaire.domains.flatMap { domain -> [Block] in
      let numbers = numbers.filter { $0.domain == domain.number }
      let told = inPlace.filter { numbers.contains($0.question) }.map { statement in
        (statement.question, text.sentences(statement, by: delegation.languages))
      }
      let sentences = told.flatMap(\.1)
      let others = numbers.filter { delegation.answer(to: $0).hasValueOfItsOwn }
      let rest = (told.filter(\.1.isEmpty).map(\.0) + others).sorted().map {
        Definition(label: text.own(text.question($0)), text: finding($0))
      }
      guard !sentences.isEmpty || !rest.isEmpty else { return [] }
      let paragraph = text.own(SentenceJoining(text.language).paragraph(sentences))
      let title = text.own(text.domain(domain))
      return [text.heading(3, "answered-\(domain.number)", title, domain: domain.number)]
        + (sentences.isEmpty ? [] : [.paragraph(paragraph)])
        + (rest.isEmpty ? [] : [.definitions(rest)])
    }
    return domains.isEmpty
      ? [] : [text.heading(2, "answered", .reportAnsweredSinceTitle)] + domains
  }

  private func byDomain(_ developments: [Development], _ anchor: String, level: Int) -> [Block] {
    let domains = Dictionary(grouping: developments, by: \.number.domain).sorted {
      $0.key < $1.key
    }
    return domains.flatMap { number, developments -> [Block] in
      [text.heading(level, "\(anchor)-\(number)", text.domain(numbered: number), domain: number)]
        + developments.map { .definitions(told($0)) }
    }
  }

  /// What holds now, what held then, and what explains that it is not the same.
  private func told(_ development: Development) -> [Definition] {
    let number = development.number
    let finding = finding(number)
    var definitions = [Definition(label: text.own(text.question(number)), text: finding)]
    if let then = then(development) { definitions.append(text.definition(.reportThen, then)) }
    if !development.newEvidence.isEmpty {
      let sources = text.citations(development.newEvidence, by: delegation.languages)
      definitions.append(text.definition(.reportReason, sources))
    }
    if let note = development.newNote {
      definitions.append(text.definition(.labelContext, text.text(note)))
    }
    return definitions
  }

  private func then(_ development: Development) -> Passage? {
    guard case .value(let value, let elements) = development.then else { return nil }
    return text.value(
      value,
      ticking: elements,
      to: development.number,
      by: delegation.languages,
    )
  }

  private func openAgain(_ developments: [Development]) -> [Block] {
    guard !developments.isEmpty else { return [] }
    return [
      text.heading(2, "open-again", .reportOpenAgain),
      .list(developments.map { text.own(text.question($0.number)) }),
    ]
  }

  private func notComparable(_ developments: [Development]) -> [Block] {
    guard !developments.isEmpty else { return [] }
    let numbers = text.numbers(developments.map(\.number)).text
    return [
      text.heading(2, "not-comparable", .reportNotComparable),
      text.paragraph(.reportNotComparableText(questions: .own(numbers))),
    ]
  }
}

/// What became of the answer to one question since the baseline, and what is new beside it.
struct Development: Equatable {
  enum Kind: Equatable {
    /// Changed, and new evidence or a new context says why.
    case moved
    /// Changed, and nothing new says why.
    case reassessed
    case stayed
    /// It was open then.
    case since
    /// It is open now.
    case opened
    /// The question's text or scale has changed.
    case notComparable
  }

  enum Then: Equatable {
    case open
    /// What it was, and which elements were in place.
    case value(AnswerValue, Set<String>)
    /// It cannot be said in the words of today.
    case unknown
  }

  let number: QuestionNumber
  let kind: Kind
  let then: Then
  let newEvidence: [Evidence]
  let newNote: TranslatedText?

  /// Those of every question that is asked and was answered then or is now, in the order of their
  /// numbers.
  static func all(
    since baseline: Baseline,
    of delegation: Delegation,
    in questionnaire: Questionnaire,
  ) -> [Development] {
    AskedQuestions(of: questionnaire, for: delegation).numbers.compactMap { number in
      questionnaire[number].flatMap {
        Development($0, since: baseline, delegation.answer(to: number))
      }
    }
  }

  private init?(_ question: Question, since baseline: Baseline, _ answer: Answer) {
    guard let movement = baseline.movement(of: answer, to: question) else { return nil }
    let then = baseline.answers[question.number.description]
    let known = Set(then?.evidence ?? [])
    number = question.number
    newEvidence = answer.evidence.filter { !known.contains($0.title) }
    newNote = answer.note.flatMap { $0.original == then?.note ? nil : $0 }
    let isExplained = !newEvidence.isEmpty || newNote != nil
    let ticked = Set(then?.elements ?? [])
    switch movement {
    case .stayed(let value): (kind, self.then) = (.stayed, .value(value, ticked))
    case .moved(let from, nil): (kind, self.then) = (.opened, .value(from, ticked))
    case .moved(let from, _?):
      (kind, self.then) = (isExplained ? .moved : .reassessed, .value(from, ticked))
    case .answeredSince: (kind, self.then) = (.since, .open)
    case .notComparable: (kind, self.then) = (.notComparable, .unknown)
    }
  }
}

extension Answer {
  fileprivate var stands: Bool {
    value != .declined && status != .toVerify && reservations.isEmpty
  }

  /// Whether it is something else than a level: a choice, a number, a day, a text.
  fileprivate var hasValueOfItsOwn: Bool {
    switch value {
    case .option, .options, .number, .date, .text: true
    case nil, .step, .notApplicable, .declined: false
    }
  }
}
