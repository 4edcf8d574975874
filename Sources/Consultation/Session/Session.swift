/// One workshop or one self-assessment: the questionnaire it answers, the workshop, the
/// delegations with their answers, and everything that was done.
///
/// A value. It changes through ``apply(_:)`` and through nothing else, so that screens, commands
/// and the history can never disagree.
package struct Session: Equatable, Sendable {
  package let id: String
  package let questionnaire: Questionnaire.Identity
  package var workshop: Workshop
  /// The delegations in their one neutral order, which never depends on an answer.
  package private(set) var order: [DelegationCode]
  package internal(set) var delegations: [DelegationCode: Delegation]
  package internal(set) var history: [Change]

  /// Puts a session together as a file or a template holds it.
  ///
  /// The delegations come in their neutral order; of two with one code the first counts.
  package init(
    id: String,
    questionnaire: Questionnaire.Identity,
    workshop: Workshop,
    delegations: [Delegation],
    history: [Change] = [],
  ) {
    self.id = id
    self.questionnaire = questionnaire
    self.workshop = workshop
    self.history = history
    order = []
    self.delegations = [:]
    for delegation in delegations where self.delegations[delegation.code] == nil {
      order.append(delegation.code)
      self.delegations[delegation.code] = delegation
    }
  }

  /// The delegations in their neutral order.
  package var orderedDelegations: [Delegation] { order.compactMap { delegations[$0] } }

  /// What a delegation says of a question; an empty answer where it has said nothing.
  package func answer(of code: DelegationCode, to number: QuestionNumber) -> Answer {
    delegations[code]?.answer(to: number) ?? Answer()
  }

  /// A session of the same workshop with these delegations only, and under another identifier.
  ///
  /// How a template becomes a session, and a workshop's session one delegation's.
  package func with(id: String, delegations codes: [DelegationCode]? = nil) -> Session {
    Session(
      id: id,
      questionnaire: questionnaire,
      workshop: workshop,
      delegations: orderedDelegations.filter { codes?.contains($0.code) ?? true },
      history: history.filter { change in
        codes?.contains(change.delegation) ?? true
      },
    )
  }
}
