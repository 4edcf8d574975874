/// What delegations share of their experience: who offers to tell, what was written on cards, who
/// would like to hear.
///
/// In the order of the questionnaire; of one question the states stand in their neutral order, so
/// that nothing depends on what anybody answered or on how much anybody shares. Made from the
/// gate, and so of nothing that was not shared.
package struct SharedExperience: Equatable, Sendable {
  package enum Item: Equatable, Sendable {
    case offer(DelegationCode, text: String)
    case card(DelegationCode, SharedCard)
    /// Nobody's code where the wish is anonymous.
    case wish(DelegationCode?)
  }

  package struct Entry: Equatable, Sendable {
    package let question: QuestionNumber
    package let item: Item
  }

  package let entries: [Entry]

  /// Of one domain, or of all where none is given.
  package init(of view: SharedView, in questionnaire: Questionnaire, domain: Int? = nil) {
    let offers = view.delegations.flatMap { delegation in
      delegation.offers.map {
        Entry(question: $0.question, item: .offer(delegation.code, text: $0.text))
      }
    }
    let cards = view.delegations.flatMap { delegation in
      delegation.cards.map {
        Entry(question: $0.card.question, item: .card(delegation.code, $0))
      }
    }
    let wishes = view.delegations.flatMap { delegation in
      delegation.wishes.map {
        Entry(question: $0.question, item: .wish($0.isAnonymous ? nil : delegation.code))
      }
    }
    // The unnamed come last: their place among the states would tell who they are.
    let named = wishes.filter { $0.item != .wish(nil) }
    let unnamed = wishes.filter { $0.item == .wish(nil) }
    let all = Dictionary(grouping: offers + cards + named + unnamed, by: \.question)
    entries = questionnaire.questions.map(\.number)
      .filter { domain == nil || $0.domain == domain }
      .flatMap { all[$0] ?? [] }
  }
}
