/// What another delegation said of a card, as the delegation whose card it is hears it.
package struct CardMark: Equatable, Sendable {
  package let card: String
  /// Who said it; nobody's name where it wished to stay unnamed.
  package let from: DelegationCode?
  package let isUseful: Bool
  package let asks: String
  package let asksForContact: Bool
}

extension Session {
  /// What others said of this delegation's cards, for this delegation alone, in an order that does
  /// not tell who the unnamed are.
  package func marks(onCardsOf owner: DelegationCode) -> [CardMark] {
    let marks = orderedDelegations.flatMap { delegation in
      delegation.records.sorted { $0.key < $1.key }.compactMap { _, record -> CardMark? in
        guard case .useful(let mark) = record, mark.owner == owner, !mark.saysNothing else {
          return nil
        }
        return CardMark(
          card: mark.card,
          from: mark.isAnonymous ? nil : delegation.code,
          isUseful: mark.isUseful,
          asks: mark.asks,
          asksForContact: mark.asksForContact,
        )
      }
    }
    let named = marks.filter { $0.from != nil }
    let unnamed = marks.filter { $0.from == nil }
      .sorted { ($0.card, $0.asks) < ($1.card, $1.asks) }
    return named + unnamed
  }
}
