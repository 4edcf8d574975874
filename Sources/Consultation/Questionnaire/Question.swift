/// One question of a questionnaire.
package struct Question: Equatable, Sendable {
  package let number: QuestionNumber
  package let text: LocalizedText
  package let guidance: Guidance
  package let kind: AnswerKind
  /// Under which earlier answers it is asked; always, if there is none.
  package let condition: Condition?
  package let objectives: [CompactObjective]
  package let subcategories: [SDGSubcategory]

  package init(
    number: QuestionNumber,
    text: LocalizedText,
    guidance: Guidance,
    kind: AnswerKind,
    condition: Condition? = nil,
    objectives: [CompactObjective] = [],
    subcategories: [SDGSubcategory] = [],
  ) {
    self.number = number
    self.text = text
    self.guidance = guidance
    self.kind = kind
    self.condition = condition
    self.objectives = objectives
    self.subcategories = subcategories
  }
}

/// What helps an official to answer: where to look, and what each step would mean here.
package struct Guidance: Equatable, Sendable {
  package let lookFor: LocalizedText
  /// What would make this question be answered with each step; empty for questions without a
  /// scale.
  package let steps: [Step: LocalizedText]

  package init(lookFor: LocalizedText, steps: [Step: LocalizedText] = [:]) {
    self.lookFor = lookFor
    self.steps = steps
  }
}
