import BidiText
import Consultation
import Display
import Phrases

extension App {
  func introductionBody(of page: DomainIntroduction) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    guard let domain = questionnaire.domain(numbered: page.domain) else { return flow }
    flow.text("\(words.number(domain.number))  \(words.text(domain.title))", style: .strong)
    flow.text(words.text(domain.framework), style: .quiet)
    flow.gap()
    flow.text(words.text(domain.introduction))
    flow.gap()
    let asked = Set(self.asked?.inDomain(domain.number) ?? [])
    for theme in domain.themes {
      let count = theme.questions.count { asked.contains($0.number) }
      flow.row([
        Flow.Column(text: words.text(theme.title), start: 2, width: 44),
        Flow.Column(
          text: words(.questionCount, ["count": .number(count)]),
          start: 48,
          style: .quiet,
        ),
      ])
    }
    flow.gap()
    flow.text(words(.introductionPromise), style: .quiet)
    flow.gap()
    flow.text(words.text(questionnaire.notice), style: .quiet)
    return flow
  }

  func closingBody(of page: DomainClosing) -> Flow {
    var flow = Flow(width: bodyArea.width, direction: direction)
    guard let domain = questionnaire.domain(numbered: page.domain), let delegation else {
      return flow
    }
    let progress = Progress(over: asked?.inDomain(page.domain) ?? [], of: delegation)
    flow.text(words(.closingTitle, ["domain": .own(words.text(domain.title))]), style: .strong)
    flow.text(
      words(
        .answeredOfLong,
        ["answered": .number(progress.answered), "asked": .number(progress.asked)],
      )
    )
    if let line = signOffLine(of: page.domain) {
      flow.text(line.text, style: line.isValid ? .done : .attention)
    }
    flow.gap()
    let forward = setting.symbols.forward
    flow.entry(0, isSelected: page.list.selected == 0) { flow in
      flow.text("\(forward) \(goOnText(after: page.domain))", style: .strong)
    }
    var index = 1
    for group in closingGroups(of: page.domain) where !group.numbers.isEmpty {
      flow.gap()
      flow.text(
        words(group.reason.phrase, ["count": .number(group.numbers.count)]),
        style: .heading,
      )
      for number in group.numbers {
        flow.entry(index, isSelected: page.list.selected == index) { add(number, to: &$0) }
        index += 1
      }
    }
    if index == 1 {
      flow.gap()
      flow.text(words(.nothingOpenInDomain))
    }
    return flow
  }

  /// Who signed the domain off, and whether that still holds.
  private func signOffLine(of domain: Int) -> (text: String, isValid: Bool)? {
    guard let (signOff, isValid) = desk.ownSignOff(domain: domain) else { return nil }
    let text = words(
      isValid ? .signedOff : .signOffVoid,
      ["name": .foreign(signOff.by), "time": .own(time(of: signOff.at))],
    )
    return (text, isValid)
  }

  private func goOnText(after domain: Int) -> String {
    guard let next = questionnaire.domains.first(where: { $0.number > domain }) else {
      return words(.goOnToEnd)
    }
    return words(
      .goOnToDomain,
      ["number": .number(next.number), "domain": .own(words.text(next.title))],
    )
  }

  private func add(_ number: QuestionNumber, to flow: inout Flow) {
    guard let question = questionnaire[number] else { return }
    flow.row([
      Flow.Column(text: words.number(number), start: 2, width: 7, style: .key),
      Flow.Column(text: words.text(question.text), start: 9, isOneLine: true),
    ])
  }

  func endBody() -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    guard let delegation else { return flow }
    flow.text(words(.endTitle), style: .strong)
    flow.gap()
    flow.text(words(.endOwnership))
    flow.gap()
    for domain in questionnaire.domains {
      let progress = Progress(over: asked?.inDomain(domain.number) ?? [], of: delegation)
      flow.row([
        Flow.Column(text: words.number(domain.number), width: 2, style: .key),
        Flow.Column(text: words.text(domain.title), start: 3, width: 44, isOneLine: true),
        Flow.Column(
          text: words(
            .answeredAndOpen,
            ["answered": .number(progress.answered), "open": .number(progress.open)],
          ),
          start: 48,
        ),
      ])
    }
    flow.gap()
    flow.text(words(.endFile, ["file": .foreign(setting.fileName)]), style: .quiet)
    flow.gap()
    flow.text(words.text(questionnaire.notice), style: .quiet)
    return flow
  }
}

extension ClosingReason {
  fileprivate var phrase: Phrase {
    switch self {
    case .open: .closingOpen
    case .toVerify: .closingToVerify
    case .noted: .closingNoted
    }
  }
}
