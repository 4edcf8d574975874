import Consultation
import Display
import Phrases

/// From a text that was written to what is kept of it.
extension PageContext {
  /// Makes what was written part of the answer; stays in the field where it cannot be.
  mutating func keepText(of field: TextField, at moment: Moment) -> [Effect] {
    var field = field
    let text = field.editor.text
    if let effects = keepRecord(of: field, text: text, at: moment) { return effects }
    switch wish(from: field.purpose, text: text, at: moment) {
    case .success(let wish):
      overlay = nil
      guard let wish else { return [] }
      if case .position(let institution, let position) = wish {
        return give(position, by: institution, at: moment)
      }
      let effects = self.wish(wish, at: moment)
      if case .evidence(let id, _) = wish, case .newEvidence = field.purpose, !effects.isEmpty {
        go(to: .evidenceEntry(EvidenceEntryPage(id: id, list: ListState(selected: 0))))
      }
      return effects
    case .failure(let problem):
      field.problem = words(problem.phrase)
      overlay = .field(field)
      return []
    }
  }

  /// Makes what was written a part of the workshop.
  private mutating func keep(
    text: String,
    in place: PrepareField,
    of field: TextField,
    at moment: Moment,
  ) -> [Effect] {
    let typed: String =
      switch place {
      case .days, .itemStart, .itemMinutes, .placeInOrder: Self.western(text)
      default: text
      }
    if case .placeInOrder(let code) = place, let effects = move(code, toPlace: typed, at: moment) {
      overlay = nil
      return effects
    }
    guard let made = record(writing: typed, in: place, id: moment.id) else {
      var field = field
      field.problem = words(place.problem)
      overlay = .field(field)
      return []
    }
    overlay = nil
    let effects = set(made.key, to: made.record, of: made.delegation, at: moment)
    guard !effects.isEmpty else { return effects }
    if case .newItem = place {
      go(to: .agendaItem(AgendaItemPage(id: moment.id, list: ListState(selected: 1))))
    }
    if case .newDelegation = place, let code = DelegationCode(made.key.id) {
      go(to: .delegationFrame(DelegationFramePage(code: code)))
    }
    if case .newDelegate(let code) = place {
      go(to: .delegate(DelegatePage(code: code, id: moment.id, list: ListState(selected: 1))))
    }
    return effects
  }

  /// Makes what was written a record of the workshop.
  ///
  /// - Returns: `nil` for the texts of an answer.
  private mutating func keepRecord(
    of field: TextField,
    text: String,
    at moment: Moment,
  ) -> [Effect]? {
    let isBlank = text.allSatisfy(\.isWhitespace)
    let key: RecordKey
    let record: Record
    switch field.purpose {
    case .context, .written, .newEvidence, .evidence, .position: return nil
    case .prepare(let place):
      return keep(text: isBlank ? "" : text, in: place, of: field, at: moment)
    case .card(let place): return keep(isBlank ? "" : text, as: place, of: field, at: moment)
    case .newConsulted(let domain):
      overlay = nil
      guard !isBlank else { return [] }
      // On a question where one is on the screen, else on the domain as a whole.
      let consulted = Consulted(
        domain: domain,
        question: currentQuestion?.number,
        institution: text,
      )
      let key = RecordKey(.consulted, moment.id)
      let effects = set(key, to: .consulted(consulted), of: delegationCode, at: moment)
      if !effects.isEmpty {
        go(to: .consultation(ConsultationPage(id: moment.id, list: ListState(selected: 1))))
      }
      return effects
    case .consulted(let id, let part):
      let typed = part == .on ? Self.western(text) : text
      guard let changed = consultation(id)?.setting(part, to: isBlank ? "" : typed) else {
        var field = field
        field.problem = words(part == .on ? .problemDate : .problemTitleNeeded)
        overlay = .field(field)
        return []
      }
      overlay = nil
      let key = RecordKey(.consulted, id)
      return set(key, to: .consulted(changed), of: delegationCode, at: moment)
    case .exchange(let id, let part):
      overlay = nil
      guard var exchange = exchange(id) else { return [] }
      if part == .takenHome { exchange.takenHome = text } else { exchange.said = text }
      return set(RecordKey(.exchange, id), to: .exchange(exchange), at: moment)
    case .newRecord(let kind): return keepNewRecord(kind, named: isBlank ? "" : text, at: moment)
    case .record(let key, let part):
      let typed = part.input == .date ? Self.western(text) : text
      if let effects = keep(isBlank ? "" : typed, in: part, of: key, at: moment) { return effects }
      var field = field
      field.problem = words(part.input == .date ? .problemDate : .problemTitleNeeded)
      overlay = .field(field)
      return []
    case .newPerson:
      sitDown(named: isBlank ? "" : text)
      return []
    case .findInQuestions, .findInReport, .reportFile:
      overlay = nil
      if !isBlank || field.purpose == .findInQuestions {
        ask(.take(isBlank ? "" : text, field.purpose))
      }
      return []
    case .newComment: return keepComment(isBlank ? "" : text, at: moment)
    case .answerToComment(let id):
      return keepComment(isBlank ? "" : text, answering: id, at: moment)
    case .commentTo(let code, let number):
      return keepComment(isBlank ? "" : text, to: code, on: number, at: moment)
    case .newInstitution:
      overlay = nil
      positionDraft = nil
      if !isBlank { go(to: .position(PositionPage(institution: text))) }
      return []
    case .parkedQuestion(let number):
      overlay = nil
      return park(number, words: isBlank ? "" : text, at: moment)
    case .parked:
      key = RecordKey(.parked, moment.id)
      record = .parked(ParkedMatter(id: moment.id, text: text))
    case .newNextStep:
      key = RecordKey(.nextStep, moment.id)
      record = .nextStep(NextStep(id: moment.id, text: text, owner: ""))
    case .nextStep(let id, let part):
      let typed = part == .due ? Self.western(text) : text
      guard let changed = step(id)?.setting(part, to: isBlank ? "" : typed) else {
        var field = field
        field.problem = words(part == .due ? .problemDate : .problemTitleNeeded)
        overlay = .field(field)
        return []
      }
      overlay = nil
      return set(RecordKey(.nextStep, id), to: .nextStep(changed), at: moment)
    }
    overlay = nil
    guard !isBlank else { return [] }
    let effects = set(key, to: record, at: moment)
    if case .newNextStep = field.purpose, !effects.isEmpty {
      go(to: .nextStep(NextStepPage(id: moment.id, list: ListState(selected: 1))))
    }
    return effects
  }

  fileprivate struct WritingProblem: Error {
    let phrase: Phrase
  }

  private func wish(
    from purpose: TextField.Purpose,
    text: String,
    at moment: Moment,
  ) -> Result<Wish?, WritingProblem> {
    let isBlank = text.allSatisfy(\.isWhitespace)
    switch purpose {
    case .context:
      if text == currentAnswer?.note?.original { return .success(nil) }
      return .success(.note(isBlank ? nil : note(text)))
    case .written: return answer(written: text, isBlank: isBlank)
    case .newEvidence:
      if isBlank { return .success(nil) }
      let id = "\(moment.id)-evidence"
      return .success(.evidence(id: id, Evidence(id: id, title: text)))
    case .parked, .parkedQuestion, .newNextStep, .nextStep, .newInstitution, .exchange,
      .newConsulted,
      .consulted, .prepare, .newRecord, .record, .newComment, .answerToComment, .commentTo, .card,
      .findInReport, .newPerson, .findInQuestions,
      .reportFile:
      return .success(nil)
    case .position(let institution, .reservation):
      return .success(.reservation(institution: institution, isBlank ? nil : text))
    case .position(let institution, .evidence):
      var position = position(of: institution) ?? Position(value: .declined)
      position.evidence = isBlank ? nil : text
      return .success(.position(institution: institution, position))
    case .position(let institution, _):
      var position = position(of: institution) ?? Position(value: .declined)
      position.reason = isBlank ? nil : text
      return .success(.position(institution: institution, position))
    case .evidence(let id, let field):
      guard let piece = evidence(id) else { return .success(nil) }
      let typed = field == .year ? Self.western(text) : text
      guard let changed = piece.setting(field, to: isBlank ? "" : typed) else {
        return .failure(
          WritingProblem(phrase: field == .year ? .problemYear : .problemTitleNeeded)
        )
      }
      return .success(.evidence(id: id, changed))
    }
  }

  /// A note in the language that it is written in; translations of the earlier one do not fit any
  /// more.
  private func note(_ text: String) -> TranslatedText {
    let usual = currentAnswer?.note?.language ?? language
    let language = Language(ofText: text, usually: usual, of: delegation?.languages ?? [])
    return TranslatedText(text, language: language)
  }

  private func answer(written text: String, isBlank: Bool) -> Result<Wish?, WritingProblem> {
    guard let kind = currentQuestion?.kind else { return .success(nil) }
    if isBlank { return .success(.answer(nil)) }
    let typed = kind == .text ? text : Self.western(text).filter { !$0.isWhitespace }
    guard let value = AnswerValue(typed, for: kind) else {
      return .failure(WritingProblem(phrase: kind == .date ? .problemDate : .problemNumber))
    }
    return .success(.answer(value))
  }

  /// Arabic digits as Western ones, as numbers and dates are kept.
  static func western(_ text: String) -> String {
    String(
      text.map { character in
        ArabicKeyboard.digit(character).map { Character("\($0)") } ?? character
      }
    )
  }
}
