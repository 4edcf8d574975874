extension SeatedSession {
  /// The questions of which the own delegation changed something since their domain was signed
  /// off; where it never was, since a moment.
  package func ownQuestionsChanged(since moment: Timestamp) -> Set<QuestionNumber> {
    ownCode.map { session.questionsChanged(of: $0, since: moment) } ?? []
  }

  /// What was done to one of its answers.
  package func ownLog(of number: QuestionNumber?) -> AnswerLog {
    ownCode.map { session.log(of: $0, on: number) } ?? AnswerLog(of: [], places: [], last: [:])
  }
}

extension Session {
  /// The questions of which a delegation changed something since their domain was signed off; where
  /// it never was, since a moment.
  ///
  /// Takes one pass over the history where no index of it is kept.
  func questionsChanged(
    of code: DelegationCode,
    since moment: Timestamp,
  ) -> Set<QuestionNumber> {
    guard let delegation = delegations[code] else { return [] }
    let signedOff = Set(delegation.records.keys.compactMap(\.domainSignedOff))
    if let index = log.index {
      return index[code].questionsChanged(since: moment, orSignOffOf: signedOff)
    }
    var changed: Set<QuestionNumber> = []
    // The domains whose last sign-off comes later than the change that is looked at.
    var passed: Set<Int> = []
    for change in history.reversed() where change.delegation == code {
      if case .record(let key, _?) = change.what, let domain = key.domainSignedOff {
        passed.insert(domain)
      }
      guard let number = change.question, !passed.contains(number.domain) else { continue }
      if signedOff.contains(number.domain) || change.stamp.at >= moment { changed.insert(number) }
    }
    return changed
  }
}
