/// What becomes of the answers of a session when it is moved to its questionnaire's next edition.
///
/// Nothing is dropped: an answer whose question there is no more stays where it is, and so do the
/// positions, reservations and comments on a question that was divided. What has to be looked at
/// again is marked as to verify. What is copied to a new question is shared with nobody there, since
/// nobody has said that it may be.
///
/// All of it is one act, which ``Session/movedBack(to:stamp:)`` takes back.
package struct EditionUpgrade: Equatable, Sendable {
  /// What became of one answer.
  package enum Outcome: Equatable, Sendable {
    case same
    /// To look at again: the question has other words.
    case reworded
    /// To look at again, and copied to these: the question was divided.
    case divided([QuestionNumber])
    /// Told in the notes of these, where several questions became one.
    case joined([QuestionNumber])
    /// The new edition asks nothing of the kind.
    case gone
  }

  package struct Line: Equatable, Sendable {
    package let delegation: DelegationCode
    package let question: QuestionNumber
    package let outcome: Outcome
  }

  /// A line for each answer, in the order of the delegations and of the numbers.
  package let lines: [Line]
  package let changes: [Change]

  /// The act to which the changes of a move to an edition belong.
  static func act(to edition: Questionnaire.Identity) -> String { "edition-\(edition.version)-" }

  package init(
    of session: Session,
    to later: Questionnaire,
    stamp: Change.Stamp,
  ) {
    var heirs: [QuestionNumber: [Question]] = [:]
    for question in later.questions {
      for number in question.origin?.numbers ?? [] { heirs[number, default: []].append(question) }
    }
    var moving = Moving(
      session: session,
      act: Self.act(to: later.identity) + stamp.id,
      stamp: stamp,
    )
    var lines: [Line] = []
    for delegation in session.orderedDelegations
    where session.receipt(of: delegation.code) == nil {
      for (number, answer) in delegation.answers.sorted(by: { $0.key < $1.key })
      where !answer.saysNothing {
        moving.delegation = delegation.code
        let outcome = moving.move(answer, of: number, to: heirs[number] ?? [])
        lines.append(Line(delegation: delegation.code, question: number, outcome: outcome))
      }
    }
    self.lines = lines
    changes = moving.changes
  }
}

/// The changes that move answers, one after another.
private struct Moving {
  let session: Session
  let act: String
  let stamp: Change.Stamp
  var delegation: DelegationCode?
  private(set) var changes: [Change] = []
  /// What answers have become by now, by their delegation and number.
  private var answers: [DelegationCode: [QuestionNumber: Answer]] = [:]

  init(session: Session, act: String, stamp: Change.Stamp) {
    self.session = session
    self.act = act
    self.stamp = stamp
  }

  mutating func move(
    _ answer: Answer,
    of number: QuestionNumber,
    to heirs: [Question],
  ) -> EditionUpgrade.Outcome {
    guard let first = heirs.first else { return .gone }
    if first.origin?.change == .merged {
      for heir in heirs { note(answer, of: number, on: heir) }
      return .joined(heirs.map(\.number))
    }
    var copies: [QuestionNumber] = []
    for heir in heirs {
      if heir.number == number {
        if heir.origin?.change != .same, !answer.isOpen { set(.status(.toVerify), on: number) }
      } else {
        copy(answer, to: heir)
        copies.append(heir.number)
      }
    }
    if !copies.isEmpty { return .divided(copies) }
    return first.origin?.change == .same ? .same : .reworded
  }

  private mutating func copy(_ answer: Answer, to heir: Question) {
    guard let delegation, now(delegation, heir.number).isOpen else { return }
    let value = answer.value.flatMap { $0.fits(heir.kind) ? $0 : nil }
    let status: AnswerStatus = value == nil ? .draft : .toVerify
    set(.answered(value, parts: .nothing, status: status), on: heir.number)
    set(.noted(answer.note, status: nil), on: heir.number)
    for piece in answer.evidence {
      set(.evidence(id: piece.id, piece, status: nil), on: heir.number)
    }
  }

  /// What was answered to one of several questions that became one, in its note.
  private mutating func note(_ answer: Answer, of number: QuestionNumber, on heir: Question) {
    guard let delegation else { return }
    let present = now(delegation, heir.number).note
    let said = "\(number): \(answer.value?.plainText ?? "–")"
    let lines = [present?.original, said, answer.note?.original].compactMap(\.self)
    let language = answer.note?.language ?? present?.language ?? .english
    let note = TranslatedText(lines.joined(separator: "\n"), language: language)
    set(.noted(note, status: nil), on: heir.number)
    set(.status(.toVerify), on: heir.number)
  }

  private func now(_ code: DelegationCode, _ number: QuestionNumber) -> Answer {
    answers[code]?[number] ?? session.answer(of: code, to: number)
  }

  private mutating func set(_ what: Change.What, on number: QuestionNumber) {
    guard let delegation else { return }
    var answer = now(delegation, number)
    let was = answer.current(what)
    guard was != what else { return }
    answer.set(what)
    answers[delegation, default: [:]][number] = answer
    let order = changes.last?.stamp.order ?? stamp.order.following(session.latestOrder)
    let place = Change.Stamp(
      id: "\(act)-\(changes.count)",
      at: stamp.at,
      by: stamp.by,
      terminal: stamp.terminal,
      role: stamp.role,
      order: changes.isEmpty ? order : order.next,
      act: act,
    )
    changes.append(
      Change(stamp: place, delegation: delegation, question: number, what: what, was: was)
    )
  }
}

extension Session {
  /// The same session answering another edition of its questionnaire.
  func answering(_ edition: Questionnaire.Identity) -> Session {
    var moved = Session(
      id: id,
      questionnaire: edition,
      workshop: workshop,
      delegations: orderedDelegations,
      receipts: receipts,
      handOver: handOver,
      records: records,
    )
    moved.history = history
    return moved
  }

  /// The session moved to the next edition of its questionnaire.
  package func moved(by upgrade: EditionUpgrade, to later: Questionnaire) -> Session {
    var moved = answering(later.identity)
    moved.apply(upgrade.changes)
    return moved
  }

  /// The session as it answered the edition before, with what the move changed taken back in one
  /// act as far as nobody has changed it since.
  package func movedBack(to earlier: Questionnaire.Identity, stamp: Change.Stamp) -> Session {
    var back = answering(earlier)
    let undone = Set(history.compactMap(\.undoes))
    let act = EditionUpgrade.act(to: questionnaire)
    for change in history.reversed()
    where change.stamp.act?.hasPrefix(act) == true && !undone.contains(change.stamp.id)
      && change.undoes == nil && back.current(change) == change.what
    {
      var undoing = back.following(stamp.inAct(back.history.count))
      undoing.act = stamp.id
      back.apply(
        Change(
          stamp: undoing,
          delegation: change.delegation,
          question: change.question,
          what: change.was,
          was: change.what,
          undoes: change.stamp.id,
        )
      )
    }
    return back
  }
}
