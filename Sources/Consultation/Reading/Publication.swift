/// What of a delegation's answers is for the public, and what that leaves out.
package struct Publication {
  /// How many answers say what is in place and are left out all the same, by the first reason.
  ///
  /// For the delegation alone.
  package struct LeftOut: Equatable, Sendable {
    /// Not shared to the report.
    package fileprivate(set) var notReleased = 0
    package fileprivate(set) var toVerify = 0
    /// An institution holds otherwise.
    package fileprivate(set) var reserved = 0
  }

  let inPlace: [StatementInPlace]
  /// The experience cards that the delegation released, in the questionnaire's order.
  let cards: [(id: String, practice: GoodPractice)]
  let developments: Developments?
  package let leftOut: LeftOut

  package init(of delegation: Delegation, answering questionnaire: Questionnaire) {
    var inPlace: [StatementInPlace] = []
    var leftOut = LeftOut()
    for number in AskedQuestions(of: questionnaire, for: delegation).numbers {
      guard let question = questionnaire[number] else { continue }
      let answer = delegation.answer(to: number)
      guard !question.statements.isEmpty,
        let extent = StatementInPlace.Extent(of: answer, to: question)
      else { continue }
      switch Reason(leavingOut: answer) {
      case .notReleased: leftOut.notReleased += 1
      case .toVerify: leftOut.toVerify += 1
      case .reserved: leftOut.reserved += 1
      case nil: inPlace.append(StatementInPlace(answer, to: number, extent))
      }
    }
    self.inPlace = inPlace
    self.leftOut = leftOut
    cards = Self.cards(of: delegation)
    developments = delegation.lastBaseline.flatMap {
      Developments(since: $0, of: delegation, inPlace, in: questionnaire)
    }
  }

  /// What everybody may read goes no further than what the regional report may say.
  fileprivate static let audience = SharedView.Audience.report

  /// Why an answer that says what is in place stays out, the first reason first.
  fileprivate enum Reason {
    case notReleased, toVerify, reserved

    init?(leavingOut answer: Answer) {
      if !audience.maySee(answer.sharing) {
        self = .notReleased
      } else if answer.status == .toVerify {
        self = .toVerify
      } else if !answer.reservations.isEmpty {
        self = .reserved
      } else {
        return nil
      }
    }
  }

  private static func cards(of delegation: Delegation) -> [(id: String, practice: GoodPractice)] {
    let cards = delegation.records.compactMap { key, record in
      if case .card(let card) = record, audience.maySee(card.sharing) {
        (id: key.id, practice: GoodPractice(card))
      } else {
        nil
      }
    }
    return cards.sorted { ($0.practice.question, $0.id) < ($1.practice.question, $1.id) }
  }
}

extension StatementInPlace {
  fileprivate init(_ answer: Answer, to number: QuestionNumber, _ extent: Extent) {
    self.init(
      question: number,
      extent: extent,
      sources: answer.evidence.map(\.withoutIdentifier),
    )
  }

  /// What an answer says to the public; `nil` where it says nothing that is in place, or stays out.
  init?(released answer: Answer, to question: Question) {
    guard !question.statements.isEmpty, let extent = Extent(of: answer, to: question),
      Publication.Reason(leavingOut: answer) == nil
    else { return nil }
    self.init(answer, to: question.number, extent)
  }
}

extension StatementInPlace.Extent {
  /// What an answer says is in place and can be told in a sentence.
  ///
  /// - Returns: `nil` where nothing is, or where only a part is and nobody said which: the sentence
  ///   for that leaves open what holds.
  init?(of answer: Answer, to question: Question) {
    guard case .step(let step) = answer.value else { return nil }
    if case .instruments(let instruments) = question.kind {
      let ratified = instruments.map(\.code).filter { answer.instruments[$0]?.step == .established }
      switch (step, ratified.isEmpty) {
      case (.established, true): self = .whole
      case (.established, false), (.partial, false): self = .instruments(ratified)
      case (.partial, true), (.absent, _): return nil
      }
      return
    }
    let ticked = question.elements?.ticked(answer.elements).map(\.code) ?? []
    switch (step, ticked.isEmpty) {
    case (.established, _): self = .whole
    case (.partial, false): self = .elements(ticked)
    case (.partial, true), (.absent, _): return nil
    }
  }
}

extension Developments {
  /// - Returns: `nil` where nothing was put in place that a new source tells of.
  fileprivate init?(
    since baseline: Baseline,
    of delegation: Delegation,
    _ inPlace: [StatementInPlace],
    in questionnaire: Questionnaire,
  ) {
    since = CalendarDate(baseline.at)
    self.inPlace = inPlace.compactMap { statement in
      guard let question = questionnaire[statement.question],
        let then = baseline.answers[statement.question.description],
        case .moved(from: .step(let step), _)? = baseline.movement(
          of: delegation.answer(to: statement.question),
          to: question,
        )
      else { return nil }
      return statement.since(step, then)
    }
    if self.inPlace.isEmpty { return nil }
  }
}

extension StatementInPlace {
  /// What of it is new since an answer, as far as a source that is new tells of it.
  fileprivate func since(_ step: Step, _ then: Baseline.Answer) -> StatementInPlace? {
    let known = Set(then.evidence)
    let sources = sources.filter { !known.contains($0.title) }
    guard !sources.isEmpty else { return nil }
    let extent: Extent
    switch self.extent {
    case .whole where step == .established: return nil
    case .whole: extent = .whole
    case .elements(let codes):
      let new = codes.filter { !then.elements.contains($0) }
      // Where nothing was ticked and something was in place, nobody knows which of it is new.
      let isKnown = step == .absent || !then.elements.isEmpty
      guard step != .established, isKnown, !new.isEmpty else { return nil }
      extent = .elements(new)
    // A baseline keeps no instruments, so that nobody knows which are new.
    case .instruments: return nil
    }
    return StatementInPlace(question: question, extent: extent, sources: sources)
  }
}

extension Evidence {
  /// The same law named in two answers is one source.
  package var withoutIdentifier: Evidence {
    var evidence = Evidence(
      id: "",
      kind: kind,
      title: title,
      year: year,
      article: article,
      link: link,
    )
    evidence.issuer = issuer
    return evidence
  }
}
