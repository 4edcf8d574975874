/// What a person wants done to an answer, before it is known whether it can be.
package enum Wish: Equatable, Sendable {
  /// A value, or `nil` to take the answer back.
  case answer(AnswerValue?)
  /// The elements that are in place, all of them; the level follows.
  case elements(Set<String>)
  /// How far one instrument of a ratification question is.
  case instrument(String, Standing?)
  case applied(Applied?)
  case note(TranslatedText?)
  case evidence(id: String, Evidence?)
  case position(institution: String, Position?)
  case reservation(institution: String, String?)
  case status(AnswerStatus)
  case sharing(Sharing)
  case comment(id: String, Comment?)
}

/// Why something cannot be done to a session.
package enum Refusal: Error, Equatable, Sendable {
  case unknownDelegation(String)
  case unknownQuestion(String)
  /// The question cannot have this value.
  case valueDoesNotFit(QuestionNumber)
  /// An answer is agreed only with evidence or a stated reason.
  case agreedNeedsGrounds(QuestionNumber)
  /// A level that is another than the ticks come to is agreed only with a note that says why.
  case levelNeedsNote(QuestionNumber)
  /// The question has no such element.
  case unknownElement(QuestionNumber, String)
  /// An open question cannot be agreed.
  case nothingToAgree(QuestionNumber)
  case nothingToUndo
  case nothingToRedo
  /// What would be taken back was changed by someone else since.
  case changedSince(by: String)
  /// A facilitator comments on an answer and does not alter it.
  case facilitatorAltersNothing
  /// The delegation has not said at its own terminal that the facilitator may write for it now.
  case needsConsent
  /// Who writes for a delegation shares nothing of it: that is said at its own terminal.
  case sharingIsOfDelegation
  /// The delegation has taken its answers out of the session.
  case withdrawn(Timestamp)
  /// The delegation has said something: it is not taken off the list, it withdraws.
  case delegationHasAnswers
}

extension Wish {
  fileprivate var isComment: Bool { if case .comment = self { true } else { false } }
}

extension Session {
  /// The change that fulfils a wish.
  ///
  /// - Returns: `nil` when nothing would be different, so that choosing the same answer twice
  ///   leaves one line in the history.
  /// - Throws: a ``Refusal`` when the session or the questionnaire does not allow it.
  package func change(
    fulfilling wish: Wish,
    of code: DelegationCode,
    on number: QuestionNumber,
    in questionnaire: Questionnaire,
    stamp: Change.Stamp,
  ) throws(Refusal) -> Change? {
    guard let delegation = delegations[code] else {
      throw .unknownDelegation(code.description)
    }
    if let receipt = receipt(of: code) { throw .withdrawn(receipt.at) }
    guard let question = questionnaire[number] else {
      throw .unknownQuestion(number.description)
    }
    if !wish.isComment { try demandConsent(of: code, stamp: stamp) }
    let answer = delegation.answer(to: number)
    let what = try answer.part(fulfilling: wish, question: question)
    let was = answer.current(what)
    guard what != was else { return nil }
    return try Change(
      stamp: following(stamp),
      delegation: code,
      question: number,
      what: what,
      was: was,
    )
    .sharedByWhoMay()
  }

  /// The stamp with its place behind everything that is in the history.
  func following(_ stamp: Change.Stamp) -> Change.Stamp {
    var stamp = stamp
    stamp.order = stamp.order.following(latestOrder)
    return stamp
  }
}

extension Answer {
  fileprivate func part(
    fulfilling wish: Wish,
    question: Question,
  ) throws(Refusal) -> Change.What {
    switch wish {
    case .answer(let value):
      if let value, !value.fits(question.kind) { throw .valueDoesNotFit(question.number) }
      return .answered(
        value,
        parts: parts.kept(beside: value),
        status: value == self.value ? status : statusAfterChange,
      )
    case .elements(let codes): return try ticking(codes, question: question)
    case .instrument(let code, let standing):
      return try ratifying(code, standing, question: question)
    case .applied(let applied): return .applied(applied)
    case .note(let note):
      var noted = self
      noted.note = note
      return .noted(note, status: statusChange(hasGrounds: noted.hasGrounds(for: question)))
    case .evidence(let id, let piece):
      var rested = self
      rested.evidence.replace(elementWith: id, by: piece, identifiedBy: \.id)
      return .evidence(
        id: id,
        piece,
        status: statusChange(hasGrounds: rested.hasGrounds(for: question)),
      )
    case .position(let institution, let position):
      if let position, !position.value.fits(question.kind) {
        throw .valueDoesNotFit(question.number)
      }
      try Self.demand(position?.elements ?? [], of: question)
      return .position(institution: institution, position.map(GivenPosition.init))
    case .reservation(let institution, let text):
      return .reservation(institution: institution, text)
    case .status(let status):
      if status == .agreed {
        if isOpen { throw .nothingToAgree(question.number) }
        if note == nil, isSetOtherwise(to: question) { throw .levelNeedsNote(question.number) }
        if !hasGrounds(for: question) { throw .agreedNeedsGrounds(question.number) }
        return .answered(value, parts: parts, status: .agreed)
      }
      return .status(status)
    case .sharing(let sharing): return .sharing(sharing)
    case .comment(let id, let comment): return .comment(id: id, comment)
    }
  }

  /// An agreed answer whose value changes is a draft again: what was agreed was the old one.
  private var statusAfterChange: AnswerStatus { status == .agreed ? .draft : status }

  /// Without grounds an agreed answer is a draft again; otherwise nothing is said of the status.
  private func statusChange(hasGrounds: Bool) -> AnswerStatus? {
    status == .agreed && !hasGrounds ? .draft : nil
  }

  /// Ticks elements; the level is what they come to, whatever it was set to before.
  private func ticking(
    _ codes: Set<String>,
    question: Question,
  ) throws(Refusal) -> Change.What {
    try Self.demand(codes, of: question)
    guard let elements = question.elements else { throw .valueDoesNotFit(question.number) }
    var ticked = parts
    ticked.elements = codes
    let level = AnswerValue.step(elements.level(of: codes))
    let isSame = level == value && ticked == parts
    return .answered(level, parts: ticked, status: isSame ? status : statusAfterChange)
  }

  private static func demand(_ codes: Set<String>, of question: Question) throws(Refusal) {
    let known = question.elements?.codes ?? []
    if let unknown = codes.subtracting(known).min() {
      throw .unknownElement(question.number, unknown)
    }
  }

  /// States how far one instrument is; where the questionnaire says what each instrument is, the
  /// level is what they come to as soon as all are stated.
  ///
  /// In an edition that only names them, that is proposed (``proposal(for:)``).
  private func ratifying(
    _ code: String,
    _ standing: Standing?,
    question: Question,
  ) throws(Refusal) -> Change.What {
    guard case .instruments(let options) = question.kind,
      options.contains(where: { $0.code == code })
    else { throw .valueDoesNotFit(question.number) }
    var stated = self
    stated.parts.instruments[code] = standing
    let level = stated.value(followingInstrumentsOf: question, after: self)
    let isSame = level == value && stated.parts == parts
    return .answered(level, parts: stated.parts, status: isSame ? status : statusAfterChange)
  }

  /// The value once instruments are stated otherwise than before: what they come to; what it was
  /// where they come to nothing, unless it had followed from them.
  private func value(
    followingInstrumentsOf question: Question,
    after before: Answer,
  ) -> AnswerValue? {
    guard question.levelFollowsInstruments else { return value }
    if let level = levelOfInstruments(of: question) { return .step(level) }
    let followed = before.levelOfInstruments(of: question).map(AnswerValue.step)
    return value == followed ? nil : value
  }
}

extension Answer {
  /// What the instruments together say of a question on ratification, once each of them is stated:
  /// all ratified, none signed, or something between.
  ///
  /// Instruments that are open to the states of some regions alone count once one of the region is
  /// stated: whoever is of another leaves them out.
  package func levelOfInstruments(of question: Question) -> Step? {
    guard case .instruments(let options) = question.kind else { return nil }
    let regions = options.filter { instruments[$0.code] != nil }.flatMap(\.regions)
    let counted = options.filter { option in
      instruments[option.code] != nil || option.regions.isEmpty
        || option.regions.contains(where: regions.contains)
    }
    let steps = counted.compactMap { instruments[$0.code]?.step }
    guard !steps.isEmpty, steps.count == counted.count else { return nil }
    if steps.allSatisfy({ $0 == .established }) { return .established }
    if steps.allSatisfy({ $0 == .absent }) { return .absent }
    return .partial
  }

  /// What the instruments propose as the answer to a question that is open: the delegation takes it
  /// over or not.
  package func proposal(for question: Question) -> AnswerValue? {
    isOpen ? levelOfInstruments(of: question).map(AnswerValue.step) : nil
  }
}
