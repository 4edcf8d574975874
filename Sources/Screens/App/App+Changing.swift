import Consultation
import Phrases

/// From what a person wants to a change of the session.
extension App {
  /// Changes the answer to the question on the screen, and has the change kept.
  mutating func wish(_ wish: Wish, at moment: Moment) -> [Effect] {
    guard let code = delegationCode, let question = currentQuestion else { return [] }
    let questionnaire = questionnaire
    return change(at: moment) { session, stamp throws(Refusal) in
      try session.change(
        fulfilling: wish,
        of: code,
        on: question.number,
        in: questionnaire,
        stamp: stamp,
      )
    }
  }

  /// Makes a change of the session as it is, and has it kept; says why where it cannot be made.
  mutating func change(
    at moment: Moment,
    _ make: (Session, Change.Stamp) throws(Refusal) -> Change?,
  ) -> [Effect] {
    guard !refusesBecauseReadOnly() else { return [] }
    do throws(Refusal) {
      return try make(session, stamp(moment)).map { keep($0) } ?? []
    } catch {
      notice = words(error)
      return []
    }
  }

  mutating func undo(at moment: Moment) -> [Effect] {
    guard !refusesBecauseReadOnly() else { return [] }
    let code = delegationCode
    do {
      return keepAndShow(try session.undoing(stamp: stamp(moment), for: code), .undone)
    } catch {
      notice = words(error)
      return []
    }
  }

  mutating func redo(at moment: Moment) -> [Effect] {
    guard !refusesBecauseReadOnly() else { return [] }
    let code = delegationCode
    do {
      return keepAndShow(try session.redoing(stamp: stamp(moment), for: code), .redone)
    } catch {
      notice = words(error)
      return []
    }
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
      by: setting.author,
      terminal: setting.terminal,
      role: role,
    )
  }

  private mutating func keep(_ change: Change) -> [Effect] {
    session.apply(change)
    unkept.insert(change.stamp.id)
    keeping = .beingKept
    notice = nil
    return [.keep(change)]
  }

  /// What is undone is shown: the person sees which answer went back.
  private mutating func keepAndShow(_ change: Change, _ phrase: Phrase) -> [Effect] {
    let effects = keep(change)
    guard let number = change.question else {
      notice = words(change, in: questionnaire, isIsolated: true)
      return effects
    }
    delegationCode = change.delegation
    goToQuestion(number)
    notice = words(phrase, ["number": .own(words.number(number))])
    return effects
  }
}
