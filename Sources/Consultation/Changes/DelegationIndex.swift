/// What follows from the history for one delegation, or for the workshop.
struct DelegationIndex: Equatable, Sendable {
  /// What was done to one answer; or to the records, which are of no question.
  struct AnswerLog: Equatable, Sendable {
    /// The places of the changes in the history.
    fileprivate(set) var places: [Int] = []
    /// The place of the change that set each part last.
    fileprivate(set) var last: [AnswerPart.Kind: Int] = [:]
    fileprivate(set) var agreement: SessionIndex.Agreement?
  }

  /// What was done to the answers of one domain.
  fileprivate struct DomainLog: Equatable {
    /// The last change, by its identifier.
    var lastChange: String?
    /// The questions that were changed since the last sign-off, and when at the latest.
    var changed: [QuestionNumber: Timestamp] = [:]
  }

  /// The question of the last change; none where that was of no question.
  private(set) var lastQuestion: QuestionNumber?
  /// When somebody other than a facilitator did something last.
  private(set) var lastActivity: Timestamp?
  private var answers: [QuestionNumber?: AnswerLog] = [:]
  private var domains: [Int: DomainLog] = [:]

  mutating func take(_ change: Change, at place: Int) {
    lastQuestion = change.question
    if change.stamp.role != .facilitator { lastActivity = change.stamp.at }
    answers[change.question, default: AnswerLog()].take(change, at: place)
    if let question = change.question {
      domains[question.domain, default: DomainLog()].take(change, to: question)
    }
    if let domain = change.signedOff { domains[domain]?.changed = [:] }
  }

  /// The last change to the answers of a domain, by its identifier.
  func lastChange(inDomain domain: Int) -> String? { domains[domain]?.lastChange }

  /// What was done to an answer, or to the records.
  func log(of number: QuestionNumber?) -> AnswerLog { answers[number] ?? AnswerLog() }

  /// The questions of which something was changed since their domain was signed off; in the
  /// domains of which that does not hold any more, since a moment.
  func questionsChanged(
    since moment: Timestamp,
    orSignOffOf domains: Set<Int>,
  ) -> Set<QuestionNumber> {
    var changed: Set<QuestionNumber> = []
    for (domain, log) in self.domains {
      let isSignedOff = domains.contains(domain)
      for (number, latest) in log.changed where isSignedOff || latest >= moment {
        changed.insert(number)
      }
    }
    return changed
  }
}

extension DelegationIndex.AnswerLog {
  fileprivate mutating func take(_ change: Change, at place: Int) {
    places.append(place)
    last[change.what.kind] = place
    if case .answered(_, _, .agreed) = change.what {
      agreement = SessionIndex.Agreement(by: change.stamp.by, at: change.stamp.at)
    }
  }
}

extension DelegationIndex.DomainLog {
  fileprivate mutating func take(_ change: Change, to question: QuestionNumber) {
    lastChange = change.stamp.id
    changed[question] = changed[question].map { max($0, change.stamp.at) } ?? change.stamp.at
  }
}

extension RecordKey {
  /// The domain whose sign-off stands here.
  var domainSignedOff: Int? {
    guard kind == .signOff, let domain = Int(id), String(domain) == id else { return nil }
    return domain
  }
}

extension Change {
  /// The domain that it signs off.
  fileprivate var signedOff: Int? {
    if case .record(let key, _?) = what { key.domainSignedOff } else { nil }
  }
}
