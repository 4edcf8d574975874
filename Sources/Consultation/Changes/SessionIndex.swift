/// What the pages ask of the history at every key: kept change by change, so that a key costs the
/// same however much was done.
///
/// At any time equal to what one pass over the whole history gives, and each of its answers to that
/// of the session without it.
struct SessionIndex: Equatable, Sendable {
  /// By whom and when something was agreed.
  struct Agreement: Equatable, Sendable {
    let by: String
    let at: Timestamp
  }

  private struct Place: Hashable {
    let delegation: DelegationCode
    let question: QuestionNumber
  }

  private struct DomainPlace: Hashable {
    let delegation: DelegationCode
    let domain: Int
  }

  private var ends: [AnswerPart: LooseEnds] = [:]
  /// The parts that were set to different things, by their delegation.
  private var differing: [DelegationCode?: Set<AnswerPart>] = [:]
  private var lastQuestions: [DelegationCode: QuestionNumber] = [:]
  private var lastChanges: [DomainPlace: String] = [:]
  private var agreements: [Place: Agreement] = [:]

  /// Takes one pass over the history.
  init(of history: [Change]) {
    for change in history { take(change) }
  }

  /// Takes in the latest change of all.
  mutating func take(_ change: Change) {
    if change.canConflict { takeEnds(of: change) }
    guard let code = change.delegation else { return }
    lastQuestions[code] = change.question
    guard let question = change.question else { return }
    lastChanges[DomainPlace(delegation: code, domain: question.domain)] = change.stamp.id
    if case .answered(_, _, .agreed) = change.what {
      agreements[Place(delegation: code, question: question)] =
        Agreement(by: change.stamp.by, at: change.stamp.at)
    }
  }

  private mutating func takeEnds(of change: Change) {
    let part = change.part
    ends[part, default: LooseEnds()].take(change)
    if ends[part]?.differ ?? false {
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

  /// The question of the last change to a delegation; none where that was of no question.
  func lastQuestion(of code: DelegationCode) -> QuestionNumber? { lastQuestions[code] }

  /// The last change to the answers of a domain, by its identifier.
  func lastChange(of code: DelegationCode, inDomain domain: Int) -> String? {
    lastChanges[DomainPlace(delegation: code, domain: domain)]
  }

  /// By whom and when an answer was agreed last.
  func agreement(of code: DelegationCode, on number: QuestionNumber) -> Agreement? {
    agreements[Place(delegation: code, question: number)]
  }
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
    if let index = log.index { return index.lastQuestion(of: code) }
    return history.last { $0.delegation == code }?.question
  }
}
