extension Delegation {
  /// What is in place by its own answers, whoever may see them, in the questionnaire's order.
  ///
  /// For what a delegation writes itself: what is still to verify, and what one of its institutions
  /// holds otherwise, is not told as a fact there either.
  package func statementsInPlace(in questionnaire: Questionnaire) -> [StatementInPlace] {
    answersToAsked(in: questionnaire).sorted { $0.key < $1.key }.compactMap { number, answer in
      guard answer.status != .toVerify, answer.reservations.isEmpty,
        let question = questionnaire[number],
        let extent = StatementInPlace.Extent(of: answer, to: question)
      else { return nil }
      let sources = answer.evidence.map(\.withoutIdentifier)
      return StatementInPlace(question: number, extent: extent, sources: sources)
    }
  }
}
