/// What differs between two editions of a questionnaire, or between any two.
package struct QuestionnaireDifference: Equatable, Sendable {
  /// What of a question, or of the questionnaire around its questions, differs.
  package enum Part: String, CaseIterable, Sendable {
    // Of a question
    case text, lookFor, kind, options, levels, elements, statements, condition
    case objectives, subcategories, tags, policyChoice
    // Of the whole
    case title, notice, scales, instruments, domains
  }

  /// What became of one question.
  package enum What: Equatable, Sendable {
    /// It comes from none of the earlier ones.
    case new
    /// None of the later ones comes from it.
    case gone
    /// It comes from these and is not the same; of a question of several, beside the first of them.
    case changed(from: [QuestionNumber], [Part])
  }

  package struct Line: Equatable, Sendable {
    package let question: QuestionNumber
    package let what: What
  }

  /// In the order of the numbers.
  package let lines: [Line]
  /// What differs around the questions.
  package let whole: [Part]
  /// How many questions are the same in both.
  package let same: Int

  package var isNone: Bool { lines.isEmpty && whole.isEmpty }

  /// By where the later one's questions say that they come from, where it names the earlier as its
  /// edition; else by their numbers.
  package init(from earlier: Questionnaire, to later: Questionnaire) {
    let isEdition = later.earlierEdition == earlier.identity
    var lines: [Line] = []
    var same = 0
    var continued: Set<QuestionNumber> = []
    for question in later.questions {
      let numbers =
        isEdition ? question.origin?.numbers ?? [] : [question.number]
      let sources = numbers.compactMap { earlier[$0] }
      continued.formUnion(sources.map(\.number))
      guard let source = sources.first(where: { $0.number == question.number }) ?? sources.first
      else {
        lines.append(Line(question: question.number, what: .new))
        continue
      }
      let parts = Self.parts(question, source)
      if parts.isEmpty, sources.map(\.number) == [question.number] {
        same += 1
      } else {
        lines.append(
          Line(question: question.number, what: .changed(from: sources.map(\.number), parts))
        )
      }
    }
    for number in earlier.numbers where !continued.contains(number) {
      lines.append(Line(question: number, what: .gone))
    }
    self.lines = lines.sorted { $0.question < $1.question }
    self.same = same
    whole = Self.parts(later, earlier)
  }

  private static func parts(_ one: Question, _ other: Question) -> [Part] {
    let differing: [(Part, Bool)] = [
      (.text, one.text != other.text), (.lookFor, one.guidance.lookFor != other.guidance.lookFor),
      (.kind, one.kind.name != other.kind.name),
      (.options, one.kind.options != other.kind.options),
      (.levels, one.guidance.steps != other.guidance.steps),
      (.elements, one.elements != other.elements),
      (.statements, one.statements != other.statements),
      (.condition, one.condition != other.condition),
      (.objectives, one.objectives != other.objectives),
      (.subcategories, one.subcategories != other.subcategories), (.tags, one.tags != other.tags),
      (.policyChoice, one.isPolicyChoice != other.isPolicyChoice),
    ]
    return differing.compactMap { $1 ? $0 : nil }
  }

  private static func parts(_ one: Questionnaire, _ other: Questionnaire) -> [Part] {
    let differing: [(Part, Bool)] = [
      (.title, one.title != other.title), (.notice, one.notice != other.notice),
      (.scales, one.scaleTitles != other.scaleTitles),
      (.instruments, one.instruments != other.instruments),
      (.domains, one.domains.map(\.heading) != other.domains.map(\.heading)),
    ]
    return differing.compactMap { $1 ? $0 : nil }
  }
}

extension AnswerKind {
  /// The kind without its options.
  fileprivate var name: String {
    switch self {
    case .scale(let scale): scale.rawValue
    case .instruments: "instruments"
    case .oneOf: "oneOf"
    case .severalOf: "severalOf"
    case .number: "number"
    case .date: "date"
    case .text: "text"
    }
  }
}

extension Domain {
  /// Everything of it but its questions.
  fileprivate var heading: [LocalizedText] {
    [title, framework, introduction] + themes.map(\.title)
  }
}
