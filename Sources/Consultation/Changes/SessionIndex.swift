/// What the pages ask of the history at every key: kept change by change, so that a key costs the
/// same however much was done.
///
/// At any time equal to what one pass over the whole history gives, and each of its answers to that
/// of the session without it. It names changes by their places in the history.
struct SessionIndex: Equatable, Sendable {
  /// By whom and when something was agreed.
  struct Agreement: Equatable, Sendable {
    let by: String
    let at: Timestamp
  }

  private var ends: [AnswerPart: LooseEnds] = [:]
  /// The parts that were set to different things, by their delegation.
  private var differing: [DelegationCode?: Set<AnswerPart>] = [:]
  /// What follows for each delegation, and for the workshop.
  private var delegations: [DelegationCode?: DelegationIndex] = [:]
  /// The items of the agenda that have run.
  private(set) var held = HeldItems()
  /// What can be taken back, and done again.
  private(set) var undoing: UndoIndex

  /// Takes one pass over the history.
  init(of history: [Change]) {
    undoing = UndoIndex(capacity: history.count)
    for place in history.indices { take(place, of: history) }
  }

  /// Takes in the latest change of all, which stands at this place.
  mutating func take(_ place: Int, of history: [Change]) {
    let change = history[place]
    if change.canConflict { takeEnds(of: change) }
    held.take(change)
    undoing.take(place, of: history)
    delegations[change.delegation, default: DelegationIndex()].take(change, at: place)
  }

  private mutating func takeEnds(of change: Change) {
    note(change.part, differs: ends[change.part, default: LooseEnds()].take(change))
    if let status = change.statusContinued,
      let differs = ends[status.part]?.goOn(with: change, from: status.was)
    {
      note(status.part, differs: differs)
    }
  }

  private mutating func note(_ part: AnswerPart, differs: Bool) {
    if differs {
      differing[part.delegation, default: []].insert(part)
    } else {
      differing[part.delegation]?.remove(part)
      if differing[part.delegation]?.isEmpty ?? false { differing[part.delegation] = nil }
    }
  }

  /// What waits for a decision of a delegation, or of anybody; in no order.
  func conflicts(of code: DelegationCode?) -> [Conflict] {
    let parts = code.map { Array(differing[$0] ?? []) } ?? differing.values.flatMap(\.self)
    return parts.compactMap { part in
      ends[part].map { Conflict(part: part, changes: $0.changes) }
    }
  }

  /// What follows for one delegation, or for the workshop.
  subscript(code: DelegationCode?) -> DelegationIndex { delegations[code] ?? DelegationIndex() }
}

extension Change {
  /// Whether somebody has to decide where it was made apart from another one.
  ///
  /// What runs the room changes by the minute: there the later one stands.
  var canConflict: Bool {
    if case .record(let key, _) = what { return key.kind.isOfDelegation }
    return true
  }
}

extension Session {
  /// The question of the last change to a delegation; none where that was of no question.
  func lastQuestion(of code: DelegationCode) -> QuestionNumber? {
    if let index = log.index { return index[code].lastQuestion }
    return history.last { $0.delegation == code }?.question
  }
}
