import Consultation
import Display
import Phrases

// The elements of a question: ticked above the levels, which follow from them.

extension QuestionPage {
  /// The element that an entry stands for; elements are counted behind the answers, and stand above
  /// them.
  private func element(at entry: Int) -> Int? { entry < choiceCount ? nil : entry - choiceCount }

  private func entry(ofElement index: Int) -> Int { choiceCount + index }

  /// What a click on an entry does.
  func action(of entry: Int) -> Action {
    element(at: entry).map { .tick($0 + 1) } ?? .choose(entry + 1)
  }

  /// The entry to which an arrow leads, from the top of the screen to its end.
  func moved(_ action: Action, among elements: Elements?) -> Int? {
    let count = elements?.all.count ?? 0
    let order = (0..<count).map(entry(ofElement:)) + Array(0..<choiceCount)
    let place = highlighted.flatMap { order.firstIndex(of: $0) }
    let last = order.count - 1
    let index: Int =
      switch action {
      case .up: place.map { max(0, $0 - 1) } ?? last
      case .down: place.map { min(last, $0 + 1) } ?? 0
      case .first: 0
      default: last
      }
    return order.indices.contains(index) ? order[index] : nil
  }

  /// Ticks the element that is highlighted, or takes its tick away.
  ///
  /// - Returns: `nil` where none is highlighted, or where Enter has nothing to tick any more.
  func tickHighlighted(
    of question: Question,
    in context: inout PageContext,
    isEnter: Bool = false,
    at moment: Moment,
  ) -> [Effect]? {
    guard let index = highlighted.flatMap(element), let all = question.elements?.all,
      all.indices.contains(index)
    else { return nil }
    if isEnter, context.currentAnswer?.elements.contains(all[index].code) ?? false { return nil }
    return context.tick(all[index].code, at: moment)
  }

  /// Ticks the element of this number, and highlights it.
  func tick(
    _ number: Int,
    of question: Question,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect] {
    guard let all = question.elements?.all, all.indices.contains(number - 1) else {
      context.notice = context.words(.noElements)
      return []
    }
    var page = self
    page.highlighted = entry(ofElement: number - 1)
    context.show(.question(page))
    return context.tick(all[number - 1].code, at: moment)
  }

  /// The elements, each with its key and whether it is ticked.
  func addElements(
    of question: Question,
    answer: Answer,
    in context: PageContext,
    to flow: inout Flow,
  ) {
    guard let elements = question.elements else { return }
    for (index, element) in elements.all.enumerated() {
      let isTicked = answer.elements.contains(element.code)
      let style = Style(isTicked ? .done : .text, isTicked ? .bold : [])
      let key = ActionTable.row(of: .tick(index + 1))?.keys.first
      let entry = entry(ofElement: index)
      flow.entry(entry, isSelected: entry == highlighted) { flow in
        flow.row([
          Flow.Column(
            text: key.map { context.words.name(of: $0) } ?? "",
            start: 1,
            width: 2,
            style: .key,
          ),
          Flow.Column(
            text: isTicked ? context.setting.symbols.several : context.setting.symbols.box,
            start: 4,
            width: 2,
            style: style,
          ),
          Flow.Column(text: context.words.text(element.title), start: 6, style: style),
        ])
      }
    }
    // In the place of a gap, so that six elements have room for their levels.
    guard let line = context.elementsLine(of: answer, to: question, elements) else {
      return flow.gap()
    }
    flow.text(line, start: 6, style: .quiet)
  }
}

extension PageContext {
  fileprivate mutating func tick(_ code: String, at moment: Moment) -> [Effect] {
    guard !refusesBecauseReadOnly() else { return [] }
    let codes = (currentAnswer?.elements ?? []).symmetricDifference([code])
    return wish(.elements(codes), at: moment)
  }

  /// How many elements are ticked, and whether the level follows from them; nothing where there is
  /// no level.
  fileprivate func elementsLine(
    of answer: Answer,
    to question: Question,
    _ elements: Elements,
  ) -> String? {
    let (answered, count) = (elements.ticked(answer.elements).count, elements.all.count)
    guard case .step = answer.value else { return nil }
    guard answer.isSetOtherwise(to: question) else {
      return words(.elementsFollow(answered: answered, count: count))
    }
    return words(
      answer.note == nil
        ? .elementsOtherwiseNote(answered: answered, count: count)
        : .elementsOtherwise(answered: answered, count: count)
    )
  }
}
