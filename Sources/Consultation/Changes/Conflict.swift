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
  /// continue what stands was made apart from it. Takes one pass over the history where no index
  /// of it is kept, and memory in proportion to what waits.
  package func conflicts(of code: DelegationCode? = nil) -> [Conflict] {
    (log.index?.conflicts(of: code) ?? readConflicts(of: code))
      .sorted { first, second in first.place < second.place }
  }

  private func readConflicts(of code: DelegationCode?) -> [Conflict] {
    var ends: [AnswerPart: LooseEnds] = [:]
    for change in history where code == nil || change.delegation == code {
      guard change.canConflict else { continue }
      ends[change.part, default: LooseEnds()].take(change)
      if let status = change.statusContinued {
        ends[status.part]?.goOn(with: change, from: status.was)
      }
    }
    return ends.compactMap { part, ends in
      ends.differ ? Conflict(part: part, changes: ends.changes) : nil
    }
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
    return try Change(
      stamp: following(stamp),
      delegation: conflict.part.delegation,
      question: conflict.part.question,
      what: chosen.what,
      was: current,
      settles: conflict.changes.map(\.stamp.id),
    )
    .sharedByWhoMay()
  }
}

/// The changes of one part that nothing continues: for each thing that it was set to, the last
/// change that set it to that.
struct LooseEnds: Equatable, Sendable {
  /// A change with its place in the history, so that the last one is known.
  private struct End: Equatable {
    let place: Int
    let change: Change
    /// What it goes by beside its own identifier: that under which it was told to others.
    var toldAs: String?

    var isTold: Bool { toldAs != nil || change.isTold || change.isBeside }

    /// Both in one, where one of two changes is the other as it was told: as it was made, since
    /// that says by whom.
    func joined(with other: End) -> End? {
      guard change.stamp.order == other.change.stamp.order, !(isTold && other.isTold) else {
        return nil
      }
      if other.change.isTold || other.change.isBeside {
        return End(place: other.place, change: change, toldAs: other.change.stamp.id)
      }
      if change.isTold || change.isBeside {
        return End(place: other.place, change: other.change, toldAs: change.stamp.id)
      }
      return nil
    }
  }

  private var ends: [Change.What: End] = [:]
  private var contents: [String: Change.What] = [:]
  private var count = 0

  var differ: Bool { ends.count > 1 }

  /// In the order of the history.
  var changes: [Change] { ends.values.sorted { $0.place < $1.place }.map(\.change) }

  /// Takes in the next change: what it continues or decides is no loose end any more.
  ///
  /// What a delegation shared from another machine comes without what was there before, since that
  /// is its own. It is taken to have known all that its delegation had said before and not shared.
  ///
  /// - Returns: whether they differ now.
  @discardableResult
  mutating func take(_ change: Change) -> Bool {
    remove(change.was.content)
    if change.isTold { removeWhatWasNotTold(besides: change) }
    for id in change.settles {
      if let content = contents[id] { remove(content) }
    }
    let content = change.what.content
    var end = End(place: count, change: change)
    if let same = remove(content), let joined = same.joined(with: end) { end = joined }
    ends[content] = end
    contents[end.change.stamp.id] = content
    if let told = end.toldAs { contents[told] = content }
    count += 1
    return differ
  }

  /// Takes in that a change of another part set this one along with it.
  ///
  /// What that continues or decides is no loose end any more. It is none itself, since it waits in
  /// its own part.
  ///
  /// - Returns: whether they differ now.
  @discardableResult
  mutating func goOn(with change: Change, from was: Change.What?) -> Bool {
    if let was { remove(was) }
    for id in change.settles {
      if let content = contents[id] { remove(content) }
    }
    return differ
  }

  private mutating func removeWhatWasNotTold(besides told: Change) {
    for (content, end) in ends where !end.isTold && content != told.what.content {
      remove(content)
    }
  }

  @discardableResult
  private mutating func remove(_ content: Change.What) -> End? {
    guard let end = ends.removeValue(forKey: content) else { return nil }
    contents[end.change.stamp.id] = nil
    if let told = end.toldAs { contents[told] = nil }
    return end
  }
}

extension Change {
  /// The part of the answer's status, where this sets another one along with its own part; and what
  /// that was, unless it was told elsewhere and so says nothing of what was there.
  var statusContinued: (part: AnswerPart, was: What?)? {
    guard let status = what.statusAlong else { return nil }
    let part = AnswerPart(delegation, question, .status)
    if isTold || isBeside { return settles.isEmpty ? nil : (part, nil) }
    guard let before = was.statusAlong, before != status else { return nil }
    return (part, .status(before))
  }
}

extension Change.What {
  /// The status that it sets along with another part.
  fileprivate var statusAlong: AnswerStatus? {
    switch self {
    case .answered(_, _, let status): status
    case .noted(_, let status), .evidence(_, _, let status): status
    case .applied, .position, .reservation, .status, .sharing, .comment, .record: nil
    }
  }
}
