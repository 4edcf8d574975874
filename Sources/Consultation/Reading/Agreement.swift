extension Session {
  /// By whom and when an answer that is agreed now was agreed.
  ///
  /// Looks through the history from its end where no index of it is kept.
  package func agreement(
    of code: DelegationCode,
    on number: QuestionNumber,
  ) -> (by: String, at: Timestamp)? {
    if let index = log.index {
      return index[code].log(of: number).agreement.map { ($0.by, $0.at) }
    }
    for change in history.reversed()
    where change.delegation == code && change.question == number {
      if case .answered(_, _, .agreed) = change.what { return (change.stamp.by, change.stamp.at) }
    }
    return nil
  }
}
