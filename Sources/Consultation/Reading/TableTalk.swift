/// What a delegation has to talk about: first what its institutions differ on, with a proposed
/// time for each; the rest can be taken over as a block after reading.
package struct TableTalk: Sendable {
  package struct Difference: Equatable, Sendable {
    package let question: QuestionNumber
    /// How many different answers there are.
    package let answers: Int
    package let minutes: Int
  }

  /// In the order of the questionnaire.
  package let differences: [Difference]
  /// Questions still open of which every institution that gave a position says the same, and what.
  package let sameAnswers: [(question: QuestionNumber, said: Position.Said)]

  /// Shares out the minutes that there are for all that differs.
  package init(of delegation: Delegation, asked: AskedQuestions, minutes: Int = 60) {
    // Of most questions nobody has said anything yet.
    let answers = asked.numbers.filter { delegation.answers[$0]?.positions.isEmpty == false }
      .compactMap { number in delegation.answers[number].map { (number, $0) } }
    let differing = answers.filter { $0.1.positionsDiffer && $0.1.status != .agreed }
    // Three minutes at least and ten at most: a question is heard, and none takes the day.
    let each = differing.isEmpty ? 0 : min(10, max(3, minutes / differing.count))
    differences = differing.map { number, answer in
      Difference(
        question: number,
        answers: Set((answer.positions.opened ?? [:]).values.map(\.said)).count,
        minutes: each,
      )
    }
    sameAnswers = answers.compactMap { number, answer in
      guard answer.isOpen, !answer.positionsDiffer,
        let said = answer.positions.opened?.values.first?.said
      else { return nil }
      return (number, said)
    }
  }
}
