import Consultation
import Phrases

/// A question in the list of all questions, and what is to be said of it.
struct ListedQuestion {
  let question: Question
  let answer: Answer
  fileprivate let isDiffering: Bool
  fileprivate let isChanged: Bool

  /// Whether a filter picks it out.
  func isMarked(_ filter: QuestionFilter) -> Bool {
    switch filter {
    case .open: answer.isOpen
    case .toVerify: answer.status == .toVerify
    case .noted: answer.note != nil
    case .evidenced: !answer.evidence.isEmpty
    case .unshared: !answer.isOpen && answer.sharing == .private
    case .differing: isDiffering
    case .changed: isChanged
    }
  }
}

/// The questions that the list shows, each made when it is asked for: half of them are not on the
/// screen.
struct ListedQuestions: RandomAccessCollection {
  /// In the questionnaire's order.
  private(set) var numbers: [QuestionNumber]
  private let context: PageContext
  private let changed: Set<QuestionNumber>

  init(in page: QuestionList, _ context: PageContext) {
    self.context = context
    changed = context.desk.ownQuestionsChanged(since: context.startOfDay)
    let asked = context.asked?.numbers ?? []
    numbers = page.domain.map { domain in asked.filter { $0.domain == domain } } ?? asked
    guard !page.filters.isEmpty || !page.sought.isEmpty else { return }
    let sought = LetterFolding.fold(page.sought)
    numbers = indices.filter { index in
      let listed = self[index]
      return page.filters.allSatisfy(listed.isMarked) && listed.question.has(sought)
    }.map { numbers[$0] }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { numbers.count }

  subscript(index: Int) -> ListedQuestion {
    let number = numbers[index]
    // The numbers are some of the questionnaire's own (`Questionnaire.numbersAsked`).
    guard let question = context.questionnaire[number] else { preconditionFailure() }
    let answer = context.delegation?.answer(to: number) ?? Answer()
    return ListedQuestion(
      question: question,
      answer: answer,
      isDiffering: answer.positionsDiffer && !context.isFirstRound(on: number),
      isChanged: changed.contains(number),
    )
  }
}
