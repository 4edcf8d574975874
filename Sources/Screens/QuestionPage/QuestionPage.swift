import Consultation

/// Where a person is on a question: which answer is highlighted, and how far the page is scrolled.
struct QuestionPage: Equatable, Sendable {
  let number: QuestionNumber
  /// How many answers it offers; the elements of the question are counted behind them.
  let choiceCount: Int
  /// The highlighted answer or element; none before an arrow key was pressed on an open question.
  var highlighted: Int?
  /// How many rows the person has scrolled down.
  var scrolled = 0

  init(_ number: QuestionNumber, answers: [AnswerChoice], answer: Answer) {
    self.number = number
    choiceCount = answers.count
    highlighted = answers.firstIndex { $0.isChosen(in: answer) }
  }
}

/// One of the answers that a question page offers.
enum AnswerChoice: Equatable, Sendable {
  case step(Step)
  case option(Option)
  /// One of several that can hold together.
  case severalOption(Option)
  /// A number, a date or a text, which is written.
  case written
  case notApplicable
  case declined

  /// What a question of this kind offers, in the order of the keys.
  static func choices(for kind: AnswerKind) -> [AnswerChoice] {
    let own: [AnswerChoice] =
      switch kind {
      case .scale, .instruments: Step.allCases.map(AnswerChoice.step)
      case .oneOf(let options): options.map(AnswerChoice.option)
      case .severalOf(let options): options.map(AnswerChoice.severalOption)
      case .number, .date, .text: [.written]
      }
    return own + [.notApplicable, .declined]
  }

  /// Whether it is what the delegation answered.
  func isChosen(in answer: Answer) -> Bool {
    switch (self, answer.value) {
    case (.step(let step), .step(let chosen)?): step == chosen
    case (.option(let option), .option(let code)?): option.code == code
    case (.severalOption(let option), .options(let codes)?): codes.contains(option.code)
    case (.written, .number?), (.written, .date?), (.written, .text?): true
    case (.notApplicable, .notApplicable?), (.declined, .declined?): true
    default: false
    }
  }

  /// The value of the answer when this is chosen; `nil` where it has to be written first.
  func value(after answer: Answer, kind: AnswerKind) -> AnswerValue? {
    switch self {
    case .step(let step): return .step(step)
    case .option(let option): return .option(option.code)
    case .severalOption(let option):
      var codes: [String] = []
      if case .options(let chosen) = answer.value { codes = chosen }
      if codes.contains(option.code) {
        codes.removeAll { $0 == option.code }
      } else {
        codes.append(option.code)
      }
      return .options(kind.options.map(\.code).filter(codes.contains))
    case .notApplicable: return .notApplicable(reason: nil)
    case .declined: return .declined
    case .written: return nil
    }
  }
}
