extension SeatedSession {
  /// The questions of which the own delegation changed something since their domain was signed
  /// off; where it never was, since a moment.
  ///
  /// Takes one pass over the history.
  package func ownQuestionsChanged(since moment: Timestamp) -> Set<QuestionNumber> {
    guard let own else { return [] }
    let signedOff = Set(own.records.keys.filter { $0.kind == .signOff }.map(\.id))
    var changed: Set<QuestionNumber> = []
    // The domains whose last sign-off comes later than the change that is looked at.
    var passed: Set<String> = []
    for change in session.history.reversed() where change.delegation == own.code {
      if case .record(let key, _?) = change.what, key.kind == .signOff { passed.insert(key.id) }
      guard let number = change.question else { continue }
      let domain = String(number.domain)
      guard !passed.contains(domain) else { continue }
      if signedOff.contains(domain) || change.stamp.at >= moment { changed.insert(number) }
    }
    return changed
  }
}
