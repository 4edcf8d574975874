/// One part of an answer that was set to different things by people who did not know of each
/// other: both are kept, the later one stands, and it waits for someone to decide.
package struct Conflict: Equatable, Sendable {
  package let part: AnswerPart
  /// What it was set to, each by the change that did it last; the one that stands is the last.
  package let changes: [Change]

  /// Where it stands among others.
  fileprivate var place: (String, QuestionNumber, String) {
    (
      part.delegation?.description ?? "",
      part.question ?? QuestionNumber(domain: 0, theme: 0, question: 0),
      changes.first?.stamp.id ?? "",
    )
  }

  /// The change that stands as long as nobody has decided.
  package var standing: Change? { changes.last }
}

extension Session {
  /// What waits for a decision, in the order of the questionnaire within each delegation.
  ///
  /// Read off the history alone: a change says what was there before it, so one that does not
  /// continue what stands was made apart from it. Takes one pass over the history.
  package func conflicts(of code: DelegationCode? = nil) -> [Conflict] {
    var ends: [AnswerPart: [Change]] = [:]
    for change in history where code == nil || change.delegation == code {
      // What runs the room changes by the minute: there the later one stands.
      if case .record(let key, _) = change.what, !key.kind.isOfDelegation { continue }
      let settled = Set(change.settles)
      ends[change.part, default: []].removeAll { earlier in
        earlier.what.content == change.was.content || settled.contains(earlier.stamp.id)
      }
      ends[change.part, default: []].append(change)
    }
    let conflicts = ends.filter { _, changes in
      changes.contains { $0.what.content != changes[0].what.content }
    }
    return conflicts.map { Conflict(part: $0, changes: Self.distinct($1)) }
      .sorted { first, second in
        first.place < second.place
      }
  }

  /// Of changes that set the same, the last one.
  private static func distinct(_ changes: [Change]) -> [Change] {
    var distinct: [Change] = []
    for change in changes {
      distinct.removeAll { $0.what.content == change.what.content }
      distinct.append(change)
    }
    return distinct
  }

  /// The change that decides a conflict for one of its sides.
  ///
  /// - Throws: ``Refusal/facilitatorAltersNothing`` or ``Refusal/needsConsent``: the delegation
  ///   decides.
  package func settling(
    _ conflict: Conflict,
    for chosen: Change,
    stamp: Change.Stamp,
  ) throws(Refusal) -> Change {
    try demandConsent(of: conflict.part.delegation, stamp: stamp)
    let current = current(chosen)
    return Change(
      stamp: following(stamp),
      delegation: conflict.part.delegation,
      question: conflict.part.question,
      what: chosen.what,
      was: current,
      settles: conflict.changes.map(\.stamp.id),
    )
  }
}
