import BidiText
import Consultation
import Display
import Phrases

extension QuestionList {
  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    flow.text(context.countLine(of: self, count), style: .strong)
    flow.text(context.legend, style: .quiet)
    if isFiltered { flow.text(context.chosenLine(of: self), style: .attention) }
    flow.gap()
    if count == 0 { flow.text(context.words(.questionListNothing)) }
  }

  func add(_ listed: ListedQuestion, to flow: inout Flow, in context: PageContext) {
    context.add(listed, to: &flow)
  }
}

extension PageContext {
  fileprivate func countLine(of page: QuestionList, _ count: Int) -> String {
    guard page.isFiltered else { return words(.questionCount(count: count)) }
    return words(.questionListCount(count: count, total: asked?.numbers.count ?? 0))
  }

  /// The keys of the filters, which are the marks in the list too; each stays beside its words.
  fileprivate var legend: String {
    QuestionFilter.allCases.map { filter in
      "\(filter.mark)\u{A0}" + words(filter.phrase).replacingSpaces(with: "\u{A0}")
    }.joined(separator: "  ")
  }

  /// What is picked out: `Shown: to verify, not shared · Domain 2 · “law”`.
  fileprivate func chosenLine(of page: QuestionList) -> String {
    var parts: [String] = []
    let filters = QuestionFilter.allCases.filter(page.filters.contains)
    if !filters.isEmpty { parts.append(words.list(filters.map { words($0.phrase) })) }
    if let number = page.domain, let domain = questionnaire.domain(numbered: number) {
      parts.append("\(words.number(number)) \(words.text(domain.title))")
    }
    if !page.sought.isEmpty { parts.append(words(.quoted(text: .foreign(page.sought)))) }
    return words(.questionListShown(filters: .own(joined(parts))))
  }

  fileprivate func add(_ listed: ListedQuestion, to flow: inout Flow) {
    let marks = QuestionFilter.allCases.filter { $0 != .open }
      .map { listed.isMarked($0) ? $0.mark : " " }.joined()
    let markWidth = QuestionFilter.allCases.count
    let valueWidth = min(24, flow.width / 3)
    let valueStart = flow.width - markWidth - valueWidth
    let isOpen = listed.answer.isOpen
    let title = words.title(of: listed.answer.value, to: listed.question, in: questionnaire)
    flow.row([
      // The text takes most of the row, and twice as many bytes as there are letters.
      Flow.Column(
        text: words.number(listed.question.number),
        width: 6,
        style: .key,
        isMark: true,
      ),
      Flow.Column(
        text: words.text(listed.question.text),
        start: 7,
        width: valueStart - 8,
        isOneLine: true,
      ),
      Flow.Column(
        text: title,
        start: valueStart,
        width: valueWidth - 1,
        style: isOpen ? .quiet : .done,
        isOneLine: true,
      ),
      Flow.Column(
        text: marks,
        start: flow.width - markWidth + 1,
        width: markWidth - 1,
        style: .key,
        direction: .leftToRight,
      ),
    ])
  }
}

extension String {
  fileprivate func replacingSpaces(with scalar: Unicode.Scalar) -> String {
    var result = UnicodeScalarView()
    for own in unicodeScalars { result.append(own == " " ? scalar : own) }
    return String(result)
  }
}

extension QuestionFilter {
  /// The key that picks such questions out, and the sign that marks them.
  var mark: String {
    switch self {
    case .open: "o"
    case .toVerify: "v"
    case .noted: "c"
    case .evidenced: "e"
    case .unshared: "h"
    case .differing: "p"
    case .changed: "y"
    }
  }

  var phrase: Phrase {
    switch self {
    case .open: .filterOpen
    case .toVerify: .filterToVerify
    case .noted: .filterNoted
    case .evidenced: .filterEvidenced
    case .unshared: .filterUnshared
    case .differing: .filterDiffering
    case .changed: .filterChanged
    }
  }

  /// What the key does, as help and palette say it.
  var action: Phrase {
    switch self {
    case .open: .actionFilterOpen
    case .toVerify: .actionFilterToVerify
    case .noted: .actionFilterNoted
    case .evidenced: .actionFilterEvidenced
    case .unshared: .actionFilterUnshared
    case .differing: .actionFilterDiffering
    case .changed: .actionFilterChanged
    }
  }
}
