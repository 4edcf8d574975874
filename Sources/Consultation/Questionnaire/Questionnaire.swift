/// The versioned questions that a session answers: domains, their themes, their questions.
///
/// Read from `Assets` or from a file; the program has no question in its code.
package struct Questionnaire: Equatable, Sendable {
  /// Which questionnaire this is, and which version of it: a session names both.
  package struct Identity: Hashable, Sendable {
    package let id: String
    package let version: String

    package init(id: String, version: String) {
      self.id = id
      self.version = version
    }
  }

  /// For whom the questions are: a state, or a local authority.
  package enum Level: String, CaseIterable, Sendable {
    case national
    case local
  }

  package let identity: Identity
  package let level: Level
  package let title: LocalizedText
  /// What has to be said wherever the questionnaire is introduced, and in every report.
  package let notice: LocalizedText
  package let scaleTitles: [Scale: [Step: LocalizedText]]
  package let domains: [Domain]
  /// Earlier versions whose answers can be brought forward, by their version.
  ///
  /// Each says which numbers became which, and `nil` for a question that there is no more. A
  /// number that is not named stayed.
  package let earlierNumbers: [String: [QuestionNumber: QuestionNumber?]]
  /// The edition from which its questions say that they come, where there was one.
  ///
  /// A session that answers that one goes on doing so until somebody moves it to this one.
  package let earlierEdition: Identity?
  /// The instruments that questions on ratification name by their codes.
  package let instruments: [Option]
  private let places: [QuestionNumber: Place]
  /// The number of every question, in the questionnaire's order.
  package let numbers: [QuestionNumber]
  private let conditions: [Conditional]
  /// Whether any of its questions names elements.
  package let hasElements: Bool

  /// A question that is not always asked, by its place among all numbers.
  private struct Conditional: Equatable {
    let index: Int
    let condition: Condition
  }

  private struct Place: Equatable {
    let domain: Int
    let theme: Int
    let question: Int
  }

  /// Puts the parts together.
  ///
  /// That they fit is the matter of ``faults()``: of two questions of one number the first is
  /// found.
  package init(
    identity: Identity,
    level: Level,
    title: LocalizedText,
    notice: LocalizedText,
    scaleTitles: [Scale: [Step: LocalizedText]],
    domains: [Domain],
    earlierNumbers: [String: [QuestionNumber: QuestionNumber?]] = [:],
    earlierEdition: Identity? = nil,
    instruments: [Option] = [],
  ) {
    self.identity = identity
    self.level = level
    self.title = title
    self.notice = notice
    self.scaleTitles = scaleTitles
    self.domains = domains
    self.earlierNumbers = earlierNumbers
    self.earlierEdition = earlierEdition
    self.instruments = instruments
    var places: [QuestionNumber: Place] = [:]
    for (domainIndex, domain) in domains.enumerated() {
      for (themeIndex, theme) in domain.themes.enumerated() {
        for (questionIndex, question) in theme.questions.enumerated()
        where places[question.number] == nil {
          places[question.number] =
            Place(domain: domainIndex, theme: themeIndex, question: questionIndex)
        }
      }
    }
    self.places = places
    let questions = domains.flatMap(\.questions)
    hasElements = questions.contains { $0.elements != nil }
    numbers = questions.map(\.number)
    conditions = questions.enumerated().compactMap { index, question in
      question.condition.map { Conditional(index: index, condition: $0) }
    }
  }

  /// The questions that are asked where these answers were given, in the questionnaire's order.
  package func numbersAsked(after answers: [QuestionNumber: Answer]) -> [QuestionNumber] {
    let ruledOut = conditions.filter { !$0.condition.holds(for: answers) }
    guard !ruledOut.isEmpty else { return numbers }
    var asked = numbers
    for conditional in ruledOut.reversed() { asked.remove(at: conditional.index) }
    return asked
  }

  /// How many of these questions are not always asked.
  package func countAskedByCondition(among numbers: [QuestionNumber]) -> Int {
    conditions.count { numbers.contains(self.numbers[$0.index]) }
  }

  /// The number under which this questionnaire has what an earlier version asked.
  ///
  /// The number itself where there is no such question any more: what was answered stays there.
  package func number(_ number: QuestionNumber, fromVersion version: String) -> QuestionNumber {
    guard let numbers = earlierNumbers[version], let new = numbers[number] else { return number }
    return new ?? number
  }

  /// The question of this number.
  package subscript(number: QuestionNumber) -> Question? {
    guard let place = places[number] else { return nil }
    return domains[place.domain].themes[place.theme].questions[place.question]
  }

  /// The domain in which this question stands.
  package func domain(of number: QuestionNumber) -> Domain? {
    places[number].map { domains[$0.domain] }
  }

  /// The theme in which this question stands.
  package func theme(of number: QuestionNumber) -> Theme? {
    places[number].map { domains[$0.domain].themes[$0.theme] }
  }

  /// The domain of this number, 1 to 6 for the Migration Governance Indicators.
  package func domain(numbered number: Int) -> Domain? {
    domains.first { $0.number == number }
  }

  /// Of whom it asks: what it and the program call a delegation that answers it.
  package var respondent: Delegation.Kind {
    switch level {
    case .national: .state
    case .local: .localAuthority
    }
  }

  /// Every question, in the questionnaire's order.
  package var questions: [Question] { domains.flatMap(\.questions) }
}

/// One of the areas that the questionnaire looks at.
package struct Domain: Equatable, Sendable {
  package let number: Int
  package let title: LocalizedText
  /// The principle or objective of the Migration Governance Framework that it stands on.
  package let framework: LocalizedText
  package let introduction: LocalizedText
  package let themes: [Theme]

  package init(
    number: Int,
    title: LocalizedText,
    framework: LocalizedText,
    introduction: LocalizedText,
    themes: [Theme],
  ) {
    self.number = number
    self.title = title
    self.framework = framework
    self.introduction = introduction
    self.themes = themes
  }

  package var questions: [Question] { themes.flatMap(\.questions) }
}

/// A group of questions of a domain that belong together.
package struct Theme: Equatable, Sendable {
  package let number: Int
  package let title: LocalizedText
  package let questions: [Question]

  package init(number: Int, title: LocalizedText, questions: [Question]) {
    self.number = number
    self.title = title
    self.questions = questions
  }
}
