extension Session {
  /// The same session without the names of people: who wrote what, who sits at the tables, whom to
  /// ask.
  ///
  /// Institutions stay, and so does what people wrote into their texts. It has an identifier of its
  /// own, so that it is never merged into the session, which would lose who wrote what.
  package var withoutNames: Session {
    var session = Session(
      id: "\(id)-unnamed",
      questionnaire: questionnaire,
      workshop: workshop,
      delegations: orderedDelegations.map(\.withoutNames),
      history: history.map(\.withoutNames),
      receipts: receipts.map {
        Receipt(delegation: $0.delegation, at: $0.at, by: "", fingerprint: $0.fingerprint)
      },
      handOver: handOver,
      records: records,
    )
    for index in session.workshop.actions.indices { session.workshop.actions[index].owner = "" }
    return session
  }
}

extension Delegation {
  fileprivate var withoutNames: Delegation {
    var delegation = self
    for index in delegation.delegates.indices { delegation.delegates[index].name = "" }
    delegation.answers = answers.mapValues(\.withoutNames)
    delegation.records = records.mapValues(\.withoutNames)
    return delegation
  }
}

extension Answer {
  fileprivate var withoutNames: Answer {
    var answer = self
    answer.by = nil
    answer.comments = comments.map(\.withoutNames)
    return answer
  }
}

extension Comment {
  fileprivate var withoutNames: Comment {
    var comment = self
    comment.by = ""
    return comment
  }
}

extension Change {
  fileprivate var withoutNames: Change {
    Change(
      stamp: Stamp(
        id: stamp.id,
        at: stamp.at,
        by: "",
        role: stamp.role,
        order: stamp.order,
        act: stamp.act,
      ),
      delegation: delegation,
      question: question,
      what: what.withoutNames,
      was: was.withoutNames,
      undoes: undoes,
      settles: settles,
    )
  }
}

extension Change.What {
  fileprivate var withoutNames: Change.What {
    switch self {
    case .comment(let id, let comment): .comment(id: id, comment?.withoutNames)
    case .record(let key, let record): .record(key, record?.withoutNames)
    case .answered, .applied, .noted, .evidence, .position, .reservation, .status, .sharing: self
    }
  }
}
