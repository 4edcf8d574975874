import BidiText
import Consultation
import Phrases

/// What is chosen of the answer on the screen besides the answer itself.
enum ChoiceOfAnswer: ChooserPurpose {
  case status
  case sharing
  case applied

  func title(in context: PageContext) -> String {
    switch self {
    case .status: context.words(.statusTitle)
    case .sharing: context.words(.sharingTitle)
    case .applied: context.words(.appliedTitle)
    }
  }

  func entries(in context: PageContext) -> [String] {
    switch self {
    case .status: AnswerStatus.allCases.map { context.words($0.phrase) }
    case .sharing: Sharing.allCases.map { context.words($0.phrase) }
    case .applied:
      Applied.allCases.map { context.words($0.phrase) } + [context.words(.appliedNothing)]
    }
  }

  func chosen(in context: PageContext) -> Int? {
    let answer = context.currentAnswer ?? Answer()
    return switch self {
    case .status: AnswerStatus.allCases.firstIndex(of: answer.status)
    case .sharing: Sharing.allCases.firstIndex(of: answer.sharing)
    case .applied: answer.applied.flatMap(Applied.allCases.firstIndex)
    }
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    switch self {
    case .status: return context.wish(.status(AnswerStatus.allCases[index]), at: moment)
    case .sharing: return context.wish(.sharing(Sharing.allCases[index]), at: moment)
    case .applied:
      let all = Applied.allCases
      return context.wish(.applied(all.indices.contains(index) ? all[index] : nil), at: moment)
    }
  }
}

/// The national context of the answer on the screen.
struct WrittenNote: TextPurpose {
  var limit: Int { TextLimit.context }
  var isMultiline: Bool { true }

  func title(in context: PageContext) -> String { context.words(.contextTitle) }
  func text(in context: PageContext) -> String { context.currentAnswer?.note?.original ?? "" }

  /// In the language that it is written in; translations of the earlier one do not fit any more.
  func keep(_ text: String, in context: inout PageContext, at moment: Moment) -> [Effect] {
    if text == context.currentAnswer?.note?.original { return [] }
    guard !text.isEmpty else { return context.wish(.note(nil), at: moment) }
    let language = Language(
      ofText: text,
      usually: context.currentAnswer?.note?.language ?? context.language,
      of: context.delegation?.languages ?? [],
    )
    return context.wish(.note(TranslatedText(text, language: language)), at: moment)
  }
}

/// The answer itself, where it is a number, a date or a text.
struct WrittenAnswer: TextPurpose {
  let kind: AnswerKind

  var limit: Int {
    switch kind {
    case .date: TextLimit.date
    case .number: TextLimit.number
    default: TextLimit.line
    }
  }

  var hasDigits: Bool { kind != .text }

  func title(in context: PageContext) -> String {
    switch kind {
    case .number: context.words(.writtenNumber)
    case .date: context.words(.writtenDate)
    default: context.words(.writtenText)
    }
  }

  func text(in context: PageContext) -> String {
    switch context.currentAnswer?.value {
    case .number(let number): Words.plain(number)
    case .date(let date): date.description
    case .text(let text): text
    default: ""
    }
  }

  func keep(
    _ text: String,
    in context: inout PageContext,
    at moment: Moment,
  ) throws(WritingProblem) -> [Effect] {
    guard !text.isEmpty else { return context.wish(.answer(nil), at: moment) }
    let typed = kind == .text ? text : text.filter { !$0.isWhitespace }
    guard let value = AnswerValue(typed, for: kind) else {
      throw WritingProblem(kind == .date ? .problemDate : .problemNumber)
    }
    return context.wish(.answer(value), at: moment)
  }
}
