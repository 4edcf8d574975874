package import Consultation

extension Session {
  /// The same with something done to each delegation.
  package func replacing(_ change: (inout Delegation) -> Void) -> Session {
    Session(
      id: id,
      questionnaire: questionnaire,
      workshop: workshop,
      delegations: orderedDelegations.map { delegation in
        var delegation = delegation
        change(&delegation)
        return delegation
      },
      history: history,
      receipts: receipts,
      records: records,
    )
  }
}
