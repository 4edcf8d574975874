import Consultation
import Phrases

/// From what a person wants to a change of the session.
extension PageContext {
  /// Changes the answer to the question on the screen, and has the change kept.
  mutating func wish(_ wish: Wish, at moment: Moment) -> [Effect] {
    guard delegationCode != nil, let question = currentQuestion else { return [] }
    let questionnaire = questionnaire
    return change(at: moment) { desk, stamp throws(Refusal) in
      try desk.change(
        fulfilling: wish,
        on: question.number,
        in: questionnaire,
        stamp: stamp,
      )
    }
  }

  /// Makes a change of the session as it is, and has it kept; says why where it cannot be made.
  mutating func change(
    at moment: Moment,
    _ make: (SeatedSession, Change.Stamp) throws(Refusal) -> Change?,
  ) -> [Effect] {
    guard !refusesBecauseReadOnly() else { return [] }
    do throws(Refusal) {
      return try make(desk, stamp(moment)).map { keep($0) } ?? []
    } catch {
      notice = words(error)
      return []
    }
  }

  /// Makes several changes by one act, and has them kept.
  mutating func act(
    at moment: Moment,
    _ make: (SeatedSession, Change.Stamp) throws(Refusal) -> [Change],
  ) -> [Effect] {
    guard !refusesBecauseReadOnly() else { return [] }
    do throws(Refusal) {
      return try make(desk, stamp(moment)).flatMap { keep($0) }
    } catch {
      notice = words(error)
      return []
    }
  }

  /// Has a record set and kept.
  mutating func set(
    _ key: RecordKey,
    to record: Record?,
    of code: DelegationCode?,
    at moment: Moment,
  ) -> [Effect] {
    change(at: moment) { desk, stamp throws(Refusal) in
      try desk.change(setting: key, to: record, of: code, stamp: stamp)
    }
  }

  mutating func undo(at moment: Moment) -> [Effect] {
    turn(SeatedSession.undoing, FilledPhrase.undone, FilledPhrase.undoneAct, at: moment)
  }

  mutating func redo(at moment: Moment) -> [Effect] {
    turn(SeatedSession.redoing, FilledPhrase.redone, FilledPhrase.redoneAct, at: moment)
  }

  /// Says so when nothing can be changed here.
  mutating func refusesBecauseReadOnly() -> Bool {
    if setting.isReadOnly { notice = words(.readOnly) }
    return setting.isReadOnly
  }

  private func stamp(_ moment: Moment) -> Change.Stamp {
    Change.Stamp(
      id: moment.id,
      at: moment.at,
      by: author,
      terminal: setting.terminal,
      role: role,
    )
  }

  private mutating func keep(_ change: Change) -> [Effect] {
    desk.apply(change)
    unkept.insert(change.stamp.id)
    keeping = .beingKept
    notice = nil
    return [.keep(change)]
  }

  /// What is undone is shown: the person sees which answer went back, or how many by one act.
  private mutating func turn(
    _ make: (SeatedSession) -> (Change.Stamp) throws(Refusal) -> [Change],
    _ one: (QuestionNumber) -> FilledPhrase,
    _ several: (Int) -> FilledPhrase,
    at moment: Moment,
  ) -> [Effect] {
    guard !refusesBecauseReadOnly() else { return [] }
    let changes: [Change]
    do throws(Refusal) {
      changes = try make(desk)(stamp(moment))
    } catch {
      notice = words(error)
      return []
    }
    positionDraft = nil
    let effects = changes.flatMap { keep($0) }
    let numbers = Set(changes.compactMap(\.question))
    guard numbers.count < 2 else {
      notice = words(several(numbers.count))
      return effects
    }
    guard let number = changes.first?.question else {
      notice = changes.first.map { change in
        words(change, in: questionnaire, positions: positions(of: change), isIsolated: true)
      }
      return effects
    }
    goToQuestion(number)
    notice = words(one(number))
    return effects
  }
}
