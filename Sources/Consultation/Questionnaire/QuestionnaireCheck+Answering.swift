extension Questionnaire {
  /// What fits together, and yet would not serve those who answer: questions that no answer leads
  /// to, texts longer than a screen, a question without a link to the Global Compact where others
  /// have one.
  ///
  /// Beside ``faults()``, which says what a session could not be answered with at all.
  package func shortcomings() -> [Fault] {
    let links = questions.contains { !$0.objectives.isEmpty }
    var asked: Set<QuestionNumber> = []
    return domains.flatMap { domain -> [Fault] in
      var faults = Self.tooLong([domain.title, domain.framework, domain.introduction])
        .map { Fault([.domain(domain.number)], $0) }
      for question in domain.questions {
        let place: [Fault.Place] = [.domain(domain.number), .question(question.number)]
        if canBeAsked(question, where: asked) {
          asked.insert(question.number)
        } else {
          faults.append(Fault(place, .neverAsked))
        }
        if links, question.objectives.isEmpty { faults.append(Fault(place, .servesNoObjective)) }
        faults += Self.tooLong(question.texts).map { Fault(place, $0) }
      }
      return faults
    }
  }

  // MARK: Texts

  /// What there is of a screen of 80 cells and 24 rows for one text: less its margins, the head,
  /// the foot, and a row for what it is a text of.
  private static let screen = (width: 76, rows: 18)

  private static func tooLong(_ texts: [LocalizedText]) -> [Fault.What] {
    Language.allCases.compactMap { language in
      let rows = texts.map { ($0[language].count + screen.width - 1) / screen.width }.max() ?? 0
      return rows > screen.rows ? .longerThanAScreen(language, rows: screen.rows) : nil
    }
  }

  // MARK: Conditions

  /// Above this many ways to answer the questions that decide, one of them is taken to lead there.
  private static let mostWays = 20_000

  /// Whether there are answers under which a question is asked, to those of the earlier ones that
  /// can be asked themselves.
  private func canBeAsked(_ question: Question, where asked: Set<QuestionNumber>) -> Bool {
    guard let condition = question.condition else { return true }
    let deciding = Set(condition.questions).sorted()
    let values = deciding.map { number -> [AnswerValue?] in
      guard asked.contains(number), let kind = self[number]?.kind else { return [nil] }
      return [nil, .declined, .notApplicable(reason: nil)] + kind.values
    }
    let ways = values.reduce(1) { $0.multipliedReportingOverflow(by: $1.count).partialValue }
    guard (1...Self.mostWays).contains(ways) else { return true }
    return (0..<ways).contains { way in
      var rest = way
      var answers: [QuestionNumber: Answer] = [:]
      for (number, choices) in zip(deciding, values) {
        answers[number] = Answer(value: choices[rest % choices.count])
        rest /= choices.count
      }
      return condition.holds(for: answers)
    }
  }
}

extension AnswerKind {
  /// The answers of this kind that a condition can tell apart.
  fileprivate var values: [AnswerValue] {
    if scale != nil { return Step.allCases.map { .step($0) } }
    switch self {
    case .oneOf(let options): return options.map { .option($0.code) }
    case .severalOf(let options) where options.count <= 6:
      return (0..<(1 << options.count)).map { chosen in
        .options(options.indices.filter { chosen & 1 << $0 != 0 }.map { options[$0].code })
      }
    case .severalOf(let options):
      return [.options(options.map(\.code))] + options.map { .options([$0.code]) }
    case .scale, .instruments, .number, .date, .text: return []
    }
  }
}

extension Question {
  /// Everything in it that stands on a screen or in a report as one text.
  fileprivate var texts: [LocalizedText] {
    [text, guidance.lookFor] + Step.allCases.compactMap { guidance.steps[$0] }
      + Step.allCases.compactMap { statements[$0] } + kind.options.map(\.title)
      + (elements?.all ?? []).flatMap { [$0.title, $0.statement] }
  }
}
