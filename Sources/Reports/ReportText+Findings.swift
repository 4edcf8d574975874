import BidiText
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
      let statement = question.statements[step].map({ words.text($0) })
    else { return nil }
    let ticked = question.elements?.ticked(answer.elements) ?? []
    guard !ticked.isEmpty || !statement.contains(StatementPlace.elements) else { return nil }
    let titles = words.list(ticked.map { words.text($0.title) })
    return
      statement
      .replacing(StatementPlace.elements, with: titles)
      .replacing(StatementPlace.source, with: source(answer.evidence, by: languages))
  }

  /// ` (Law 34-09 (2011), art. 3)`, or nothing.
  private func source(_ evidence: [Evidence], by languages: [Language]) -> String {
    guard !evidence.isEmpty else { return "" }
    let citations = evidence.map { TextSanitizer.isolated(citation($0, by: languages)) }
    return " (\(words.list(citations)))"
  }
}
