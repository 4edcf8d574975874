/// The questions that one delegation is asked, in the questionnaire's order.
///
/// Worked out from the answers each time and never stored: an answer whose question is no longer
/// asked stays where it is, and is there again when the question is.
package struct AskedQuestions: Equatable, Sendable {
  package let numbers: [QuestionNumber]
  private let answers: [QuestionNumber: Answer]

  /// Looks at no more than the questions that are not always asked.
  package init(of questionnaire: Questionnaire, for delegation: Delegation) {
    answers = delegation.answers
    numbers = questionnaire.numbersAsked(after: delegation.answers)
  }

  /// The questions of one domain.
  package func inDomain(_ domain: Int) -> [QuestionNumber] {
    numbers.filter { $0.domain == domain }
  }

  package func next(after number: QuestionNumber) -> QuestionNumber? {
    numbers.first { $0 > number }
  }

  package func previous(before number: QuestionNumber) -> QuestionNumber? {
    numbers.last { $0 < number }
  }

  /// The next question without an answer, going on from the first one after the last.
  package func nextOpen(after number: QuestionNumber) -> QuestionNumber? {
    func isOpen(_ number: QuestionNumber) -> Bool { answers[number]?.isOpen ?? true }
    return numbers.first { $0 > number && isOpen($0) }
      ?? numbers.first { $0 < number && isOpen($0) }
  }

  /// The first question without an answer.
  package func firstOpen(inDomain domain: Int) -> QuestionNumber? {
    inDomain(domain).first { answers[$0]?.isOpen ?? true }
  }
}

extension Delegation {
  /// Its answers to what it is asked: the one rule for what was not.
  ///
  /// A question whose condition does not hold, or that this edition does not have, is in no report and
  /// in nothing else that is made for others: it is neither told nor listed, counted or compared, and
  /// nobody says that it was left out. Its answer stays where it is, and is back when the question is
  /// asked again. The unofficial calculation of SDG indicator 10.7.2 alone says *not asked*, since its
  /// method counts every sub-category.
  package func answersToAsked(in questionnaire: Questionnaire) -> [QuestionNumber: Answer] {
    let asked = Set(AskedQuestions(of: questionnaire, for: self).numbers)
    return answers.filter { asked.contains($0.key) }
  }
}
