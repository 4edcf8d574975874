import BidiText
import Consultation
import Display
import Phrases

extension DelegationPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: area(in: context).width, direction: context.direction)
    guard let delegation = context.delegation else { return flow }
    flow.text(context.words.text(delegation.officialName), style: .strong)
    flow.text(context.words(.yourAnswersAreYours), style: .quiet)
    if context.hasHeardOfCards { flow.text(context.words(.cardHeardOnCards), style: .quiet) }
    flow.gap()
    let entries = context.delegationEntries
    for (index, entry) in entries.enumerated() {
      let isSelected = pane == .domains && domains.selected == index
      flow.entry(index, isSelected: isSelected) { flow in
        switch entry {
        case .goOn(let number): context.add(goOnAt: number, to: &flow)
        case .differing(let count, let same):
          flow.text(
            count > 0
              ? context.words(.differingWaiting(count: count))
              : context.words(.differingBlock(count: same)),
            start: 2,
            style: .attention,
          )
        case .conflicts(let count):
          flow.text(
            context.words(.conflictsWaiting(count: count)),
            start: 2,
            style: .attention,
          )
        case .ours: flow.text(context.words(.oursTitle), start: 3, style: .key)
        case .domain(let number): context.add(domain: number, of: delegation, to: &flow)
        }
      }
      let next = index + 1 < entries.count ? entries[index + 1] : nil
      switch (entry, next) {
      case (.domain, .ours?): flow.gap()
      case (.domain, _): break
      case (_, .domain?): flow.gap()
      default: break
      }
    }
    if case .goOn? = entries.first {
    } else {
      flow.gap()
      flow.text(context.words(.everythingAnswered))
    }
    return flow
  }
}

extension PageContext {
  fileprivate func add(goOnAt number: QuestionNumber, to flow: inout Flow) {
    guard let question = questionnaire[number] else { return }
    let label = words(.goOnAt(question: number))
    flow.row([
      Flow.Column(
        text: "\(setting.symbols.forward) \(label)",
        style: .strong,
        isOneLine: true,
      )
    ])
    flow.row([
      Flow.Column(text: words.text(question.text), start: 2, style: .quiet, isOneLine: true)
    ])
  }

  fileprivate func add(domain number: Int, of delegation: Delegation, to flow: inout Flow) {
    guard let domain = questionnaire.domain(numbered: number) else { return }
    let numbers = asked?.inDomain(number) ?? []
    let progress = Progress(over: numbers, of: delegation)
    let counts = words(.answeredOf(answered: progress.answered, asked: progress.asked))
    let barWidth = 12
    let countWidth = 9
    let titleWidth = flow.width - barWidth - countWidth - 4
    flow.row([
      Flow.Column(text: words.number(number), width: 2, style: .key),
      Flow.Column(
        text: words.text(domain.title),
        start: 3,
        width: titleWidth - 3,
        isOneLine: true,
      ),
      Flow.Column(
        text: counts,
        start: flow.width - countWidth,
        width: countWidth,
        isAtEnd: true,
      ),
    ])
    flow.bar(
      start: flow.width - countWidth - barWidth - 2,
      width: barWidth,
      done: progress.answered,
      of: progress.asked,
    )
    let details = details(of: progress)
    if !details.isEmpty { flow.text(details, start: 3, style: .quiet) }
    if let note = byCondition(numbers) { flow.text(note, start: 3, style: .quiet) }
  }

  /// Why the room counts fewer questions than are asked here; nothing where it counts as many.
  ///
  /// Whether a question is asked that depends on an answer would tell that answer: the room counts
  /// those that everybody is asked.
  private func byCondition(_ numbers: [QuestionNumber]) -> String? {
    let count = questionnaire.countAskedByCondition(among: numbers)
    guard count > 0 else { return nil }
    return words(.questionsByCondition(count: count, rest: numbers.count - count))
  }

  /// `to verify 2 · differ 1 · shared 3`, of those that are not nought.
  private func details(of progress: Progress) -> String {
    let counts: [(count: Int, phrase: FilledPhrase)] = [
      (progress.toVerify, .countToVerify(count: progress.toVerify)),
      (progress.differing, .countDiffering(count: progress.differing)),
      (progress.shared, .countShared(count: progress.shared)),
    ]
    return joined(counts.filter { $0.count > 0 }.map { words($0.phrase) })
  }

  /// The second pane of a wide screen: the chosen domain's questions, with their answers.
  func drawQuestions(of page: DelegationPage, on canvas: inout Canvas) {
    let (flow, area, firstRow) = questionsPane(of: page, &canvas.layouts)
    flow.draw(on: &canvas, in: area, firstRow: firstRow, symbols: setting.symbols)
  }

  /// What the second pane shows, and where it stands.
  func questionsPane(
    of page: DelegationPage,
    _ layouts: inout LayoutCache,
  ) -> (flow: LaidOutFlow, area: Area, firstRow: Int) {
    let area = wholeArea.inset(start: 68, end: 1).centred(maximumWidth: 92)
    let domain = domain(selectedOn: page)
    var flow = Flow(width: area.width, direction: direction)
    guard let delegation else { return (LaidOutFlow(flow, &layouts), area, 0) }
    var theme: Int?
    for (index, number) in (asked?.inDomain(domain) ?? []).enumerated() {
      guard let question = questionnaire[number] else { continue }
      if theme != number.theme, let title = questionnaire.theme(of: number)?.title {
        if theme != nil { flow.gap() }
        flow.text(words.text(title), style: .heading)
        theme = number.theme
      }
      let answer = delegation.answer(to: number)
      flow.entry(index, isSelected: page.pane == .questions && page.questions.selected == index) {
        $0.row([
          Flow.Column(
            text: answer.isOpen ? setting.symbols.open : setting.symbols.chosen,
            width: 2,
            style: answer.isOpen ? .quiet : .done,
          ),
          Flow.Column(text: words.number(number), start: 2, width: 7, style: .key),
          Flow.Column(text: words.text(question.text), start: 9, isOneLine: true),
        ])
      }
    }
    let laidOut = LaidOutFlow(flow, &layouts)
    return (laidOut, area, laidOut.firstRow(showing: area.height, wanted: 0))
  }
}
