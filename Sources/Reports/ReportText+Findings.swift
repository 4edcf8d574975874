import Consultation
import Phrases

extension ReportText {
  /// What a profile says of an answer: the statement of its level where the questionnaire has one,
  /// else the value, and what it means.
  func finding(_ answer: Answer, to number: QuestionNumber, by languages: [Language]) -> Passage {
    statement(answer, to: number, by: languages).map(own)
      ?? finding(answer.value, ticking: answer.elements, to: number, by: languages)
  }

  /// The value with what it means for this question.
  func finding(
    _ value: AnswerValue?,
    ticking elements: Set<String> = [],
    to number: QuestionNumber,
    by languages: [Language],
  ) -> Passage {
    let passage = self.value(value, ticking: elements, to: number, by: languages)
    guard case .step(let step)? = value, let meaning = questionnaire[number]?.guidance.steps[step]
    else { return passage }
    return own(.reportAnswerMeaning(meaning: .own(words.text(meaning)), value: .own(passage.text)))
  }

  /// The sentence of a level, with the elements that are in place and the law that it rests on.
  ///
  /// - Returns: `nil` where there is none, or where it would name elements and none is ticked.
  private func statement(
    _ answer: Answer,
    to number: QuestionNumber,
    by languages: [Language],
  ) -> String? {
    guard case .step(let step)? = answer.value, let question = questionnaire[number],
      let statement = question.statements[step]
    else { return nil }
    let ticked = question.elements?.ticked(answer.elements) ?? []
    guard !ticked.isEmpty || !words.text(statement).contains(StatementPlace.elements) else {
      return nil
    }
    let titles = SentenceJoining(language).list(ticked.map { words.text($0.title) }, words: words)
    let source = source(answer.evidence, by: languages)
    return words.filled(statement, elements: titles, source: source)
  }
}
