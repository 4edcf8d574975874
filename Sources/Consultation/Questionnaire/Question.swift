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
  /// The parts that it names, where it names several.
  package let elements: Elements?
  /// The sentence that a profile has for each step; none in a questionnaire without statements.
  package let statements: [Step: LocalizedText]
  /// Whether it asks after a choice that is its respondent's alone, such as a treaty of a state.
  package let isPolicyChoice: Bool
  package let tags: [QuestionTag]
  /// What it comes from in the earlier edition.
  package let origin: QuestionOrigin?

  package init(
    number: QuestionNumber,
    text: LocalizedText,
    guidance: Guidance,
    kind: AnswerKind,
    condition: Condition? = nil,
    objectives: [CompactObjective] = [],
    subcategories: [SDGSubcategory] = [],
    elements: Elements? = nil,
    statements: [Step: LocalizedText] = [:],
    isPolicyChoice: Bool = false,
    tags: [QuestionTag] = [],
    origin: QuestionOrigin? = nil,
  ) {
    self.number = number
    self.text = text
    self.guidance = guidance
    self.kind = kind
    self.condition = condition
    self.objectives = objectives
    self.subcategories = subcategories
    self.elements = elements
    self.statements = statements
    self.isPolicyChoice = isPolicyChoice
    self.tags = tags
    self.origin = origin
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
