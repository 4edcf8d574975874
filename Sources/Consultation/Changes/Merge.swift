/// Why two files cannot be brought together.
package enum MergeRefusal: Error, Equatable, Sendable {
  case otherSession
  case otherQuestionnaire(Questionnaire.Identity)
}

extension Session {
  /// This session with everything that another copy of it has.
  ///
  /// The history becomes the union of both, in the order in which the changes follow each other
  /// on whichever machine they were made, and the answers are what that history makes of them. So
  /// it does not matter who is merged with whom, in which order, and how often (the laws of a
  /// join semilattice; Shapiro and others 2011). An answer that a file has without a change that
  /// made it, since it was written by another hand, becomes a change first.
  ///
  /// Takes time in proportion to both histories. `identify` gives an identifier for such a change,
  /// the same for the same text.
  package func merged(
    with other: Session,
    identify: (String) -> String,
  ) throws(MergeRefusal) -> Session {
    guard id == other.id else { throw .otherSession }
    guard questionnaire == other.questionnaire else {
      throw .otherQuestionnaire(other.questionnaire)
    }
    let receipts = Self.union(receipts, other.receipts)
    let withdrawn = Set(receipts.map(\.delegation))
    let changes = Self.union(
      recordingUnrecorded(identify: identify).history,
      other.recordingUnrecorded(identify: identify).history,
    )
    var merged = Session(
      id: id,
      questionnaire: questionnaire,
      workshop: workshop.merged(with: other.workshop),
      delegations: delegations(with: other).map { delegation in
        withdrawn.contains(delegation.code) ? delegation.withdrawn : delegation.unanswered
      },
      receipts: receipts,
      handOver: handOver == other.handOver ? handOver : nil,
    )
    merged.records = records.merging(other.records) { first, second in
      "\(first)" < "\(second)" ? second : first
    }.filter { !merged.isOfWithdrawn($0.value) }
    for change in changes { merged.apply(change) }
    return merged
  }

  private static func union(_ first: [Change], _ second: [Change]) -> [Change] {
    var byID: [String: Change] = [:]
    for change in first + second {
      guard let same = byID[change.stamp.id], same != change else {
        byID[change.stamp.id] = change
        continue
      }
      // Two changes of one identifier were tampered with; any rule does that sees no order.
      byID[change.stamp.id] = max(same, change) { "\($0)" < "\($1)" }
    }
    return byID.values.sorted {
      ($0.stamp.order, $0.stamp.id) < ($1.stamp.order, $1.stamp.id)
    }
  }

  private static func max<Value>(_ a: Value, _ b: Value, by less: (Value, Value) -> Bool) -> Value {
    less(a, b) ? b : a
  }

  private static func union(_ first: [Receipt], _ second: [Receipt]) -> [Receipt] {
    (first + second.filter { !first.contains($0) })
      .sorted { ($0.at, $0.delegation, $0.fingerprint) < ($1.at, $1.delegation, $1.fingerprint) }
  }

  /// The delegations of both, at their ranks.
  private func delegations(with other: Session) -> [Delegation] {
    let codes = Set(order).union(other.order)
    let both: [Delegation] = codes.compactMap { code in
      switch (delegations[code], other.delegations[code]) {
      case (let mine?, let theirs?): mine.merged(with: theirs)
      case (let mine?, nil): mine
      case (nil, let theirs): theirs
      }
    }
    return both.sorted { ($0.rank ?? 0, $0.code) < ($1.rank ?? 0, $1.code) }
  }

  /// The same with a change for every part of an answer that its history does not account for.
  package func recordingUnrecorded(identify: (String) -> String) -> Session {
    var recorded = self
    for code in order { recorded.delegations[code] = delegations[code]?.unanswered }
    recorded.history = []
    for change in history { recorded.apply(change) }
    var last: [AnswerPart: Change] = [:]
    for change in history { last[change.part] = change }
    var found: [Change] = []
    for delegation in orderedDelegations {
      let empty = recorded.delegations[delegation.code]
      for (number, answer) in delegation.answers.sorted(by: { $0.key < $1.key }) {
        let replayed = empty?.answer(to: number) ?? Answer()
        for what in answer.differences(from: replayed) {
          let part = AnswerPart(delegation.code, number, what.kind)
          found.append(
            Self.found(
              what,
              was: replayed.current(what),
              at: part,
              in: answer,
              last[part],
              identify,
            )
          )
        }
      }
    }
    guard !found.isEmpty else { return self }
    var result = self
    result.history = Self.union(history, found)
    return result
  }

  private static func found(
    _ what: Change.What,
    was: Change.What,
    at part: AnswerPart,
    in answer: Answer,
    _ last: Change?,
    _ identify: (String) -> String,
  ) -> Change {
    let at = answer.at ?? last?.stamp.at ?? Timestamp(milliseconds: 0)
    let place = "\(part.delegation?.description ?? "") \(part.question?.description ?? "")"
    let content = "\(place) \(last?.stamp.id ?? "") \(what.stableText)"
    return Change(
      stamp: Change.Stamp(
        id: identify(content),
        at: at,
        by: answer.by ?? last?.stamp.by ?? "",
        order: last.map { $0.stamp.order + 1 } ?? at.milliseconds,
      ),
      delegation: part.delegation,
      question: part.question,
      what: what,
      was: was,
    )
  }
}

extension Answer {
  /// What this answer says otherwise than another one, part by part.
  fileprivate func differences(from other: Answer) -> [Change.What] {
    let changed = parts.filter { other.current($0) != $0 }
    let kinds = Set(parts.map(\.kind))
    let empty = Answer()
    // A part that is empty here and not there was taken away by hand.
    let removed = other.parts.filter { !kinds.contains($0.kind) && current($0) != $0 }
      .map { empty.current($0) }
    return changed + removed
  }
}

extension Change.What {
  /// The same text for the same content, in whichever process.
  fileprivate var stableText: String {
    switch self {
    case .answered(let value, let instruments, let status):
      "\(kind) \(String(describing: value)) \(status) "
        + instruments.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined()
    case .noted(let note, _):
      "\(kind) \(note?.original ?? "") \(note.map { "\($0.language)" } ?? "") "
        + (note?.translations ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.key)=\($0.value)" }.joined()
    case .applied, .evidence, .position, .reservation, .status, .sharing, .comment, .record:
      "\(self)"
    }
  }
}

extension Delegation {
  /// The same before it said anything.
  var unanswered: Delegation {
    var delegation = self
    delegation.answers = [:]
    return delegation
  }

  /// What stays in a session of a delegation that has withdrawn: its name and its place.
  var withdrawn: Delegation {
    Delegation(
      code: code,
      rank: rank,
      kind: kind,
      shortName: shortName,
      officialName: officialName,
      mode: mode,
      languages: languages,
      digits: digits,
    )
  }

  /// The description of both; where they differ, the one that comes later in a fixed order.
  fileprivate func merged(with other: Delegation) -> Delegation {
    let mine = unanswered
    let theirs = other.unanswered
    var merged = mine.stableText < theirs.stableText ? theirs : mine
    merged.delegates = union(delegates, other.delegates, identifiedBy: \.id)
    merged.records = records.merging(other.records) { first, second in
      "\(first)" < "\(second)" ? second : first
    }
    merged.rank = Swift.max(rank ?? 0, other.rank ?? 0)
    return merged
  }

  private var stableText: String {
    "\(kind) \(shortName) \(officialName) \(mode) \(languages) \(digits)"
  }
}

extension Workshop {
  /// The workshop of both; what both have and differ on, by a fixed order.
  fileprivate func merged(with other: Workshop) -> Workshop {
    var merged =
      "\(title.original) \(days)" < "\(other.title.original) \(other.days)" ? other : self
    merged.agenda = union(agenda, other.agenda, identifiedBy: \.id)
      .sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    merged.parkingLot = union(parkingLot, other.parkingLot, identifiedBy: \.id)
    merged.actions = union(actions, other.actions, identifiedBy: \.id)
    return merged
  }
}

/// The elements of both by their identifiers; of two with one identifier, the one whose
/// description comes later.
private func union<Element: Equatable>(
  _ first: [Element],
  _ second: [Element],
  identifiedBy identifier: (Element) -> String,
) -> [Element] {
  guard first != second else { return first }
  var byID: [String: Element] = [:]
  for element in first + second {
    let id = identifier(element)
    if let same = byID[id], "\(same)" > "\(element)" { continue }
    byID[id] = element
  }
  return byID.sorted { $0.key < $1.key }.map(\.value)
}
