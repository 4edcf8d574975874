package import Consultation

extension Session {
  /// A session that has what was shared with the regional report, and nothing else.
  ///
  /// It has no history, no people and nothing that tells who wrote what. It carries an identifier
  /// of its own, so that it is never taken for a copy of the session and brought together with
  /// it. An anonymous wish is left out: in the place where a wish stands it would tell whose it
  /// is.
  package init(sharedIn view: SharedView, of id: String, hasNames: Bool) {
    self.init(
      id: id + "-report",
      questionnaire: view.questionnaire,
      workshop: view.workshop.withOwners(hasNames),
      delegations: view.delegations.map { Delegation($0, hasNames: hasNames) },
      records: Dictionary(
        view.exchanges.map {
          (RecordKey(.exchange, "\($0.question)-\($0.tells)"), Record.exchange($0))
        },
        uniquingKeysWith: { first, _ in first },
      ),
    )
  }
}

extension Workshop {
  /// The same with or without the names of those who undertook the next steps.
  func withOwners(_ hasNames: Bool) -> Workshop {
    guard !hasNames else { return self }
    var workshop = self
    for index in workshop.actions.indices { workshop.actions[index].owner = "" }
    return workshop
  }
}

extension Delegation {
  fileprivate init(_ shared: SharedDelegation, hasNames: Bool) {
    self.init(
      code: shared.code,
      kind: shared.kind,
      shortName: shared.shortName,
      officialName: shared.officialName,
      mode: shared.mode,
      languages: shared.languages,
      digits: shared.digits,
      answers: shared.answers.mapValues(Answer.init),
      records: shared.records(hasNames: hasNames),
    )
  }
}

extension Answer {
  fileprivate init(_ shared: SharedAnswer) {
    self.init(
      value: shared.value,
      elements: shared.parts.elements,
      instruments: shared.parts.instruments,
      applied: shared.applied,
      note: shared.note,
      evidence: shared.evidence,
      status: shared.status,
      sharing: .report,
    )
  }
}

extension SharedDelegation {
  /// Offers, wishes, cards and priorities that were shared, under keys made from what they are on.
  fileprivate func records(hasNames: Bool) -> [RecordKey: Record] {
    var records: [RecordKey: Record] = [:]
    for offer in offers {
      records[RecordKey(.offer, offer.question.description)] = .offer(offer)
    }
    for wish in wishes where !wish.isAnonymous {
      records[RecordKey(.wish, wish.question.description)] = .wish(wish)
    }
    for shared in cards {
      var card = shared.card
      if !hasNames { card.contact = "" }
      records[RecordKey(.card, shared.id)] = .card(card)
    }
    for (index, shared) in priorities.enumerated() {
      var priority = shared
      if !hasNames { priority.owner = "" }
      records[RecordKey(.priority, "\(index + 1)")] = .priority(priority)
    }
    if let interest { records[.interest] = .interest(interest) }
    return records
  }
}
