import BidiText
import Consultation
import Display
import Phrases

extension DomainIntroduction {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    guard let domain = context.questionnaire.domain(numbered: domain) else { return flow }
    flow.text(
      "\(context.words.number(domain.number))  \(context.words.text(domain.title))",
      style: .strong,
    )
    flow.text(context.words.text(domain.framework), style: .quiet)
    flow.gap()
    flow.text(context.words.text(domain.introduction))
    flow.gap()
    let asked = Set(context.asked?.inDomain(domain.number) ?? [])
    for theme in domain.themes {
      let count = theme.questions.count { asked.contains($0.number) }
      flow.row([
        Flow.Column(text: context.words.text(theme.title), start: 2, width: 44),
        Flow.Column(
          text: context.words(.questionCount(count: count)),
          start: 48,
          style: .quiet,
        ),
      ])
    }
    flow.gap()
    flow.text(context.words(.introductionPromise), style: .quiet)
    flow.gap()
    flow.text(context.words.text(context.questionnaire.notice), style: .quiet)
    return flow
  }
}

extension DomainClosing {
  func width(in context: PageContext) -> Int { context.bodyArea.width }

  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    guard let title = context.questionnaire.domain(numbered: domain)?.title,
      let delegation = context.delegation
    else { return }
    let progress = Progress(over: context.asked?.inDomain(domain) ?? [], of: delegation)
    flow.text(
      context.words(.closingTitle(title: .own(context.words.text(title)))),
      style: .strong,
    )
    flow.text(
      context.words(.answeredOfLong(answered: progress.answered, asked: progress.asked))
    )
    if let line = context.signOffLine(of: domain) {
      flow.text(line.text, style: line.isValid ? .done : .attention)
    }
    flow.gap()
  }

  func separate(
    _ entry: ClosingEntry?,
    from last: ClosingEntry?,
    in context: PageContext,
    to flow: inout Flow,
  ) {
    guard case .question(_, let reason, let count)? = entry else { return }
    if case .question(_, reason, _)? = last { return }
    flow.gap()
    flow.text(context.words(reason.phrase(of: count)), style: .heading)
  }

  func add(_ entry: ClosingEntry, to flow: inout Flow, in context: PageContext) {
    switch entry {
    case .goOn:
      let forward = context.setting.symbols.forward
      flow.text("\(forward) \(context.goOnText(after: domain))", style: .strong)
    case .question(let number, _, _): context.add(number, to: &flow)
    }
  }

  func foot(over count: Int, in context: PageContext, to flow: inout Flow) {
    guard count == 1 else { return }
    flow.gap()
    flow.text(context.words(.nothingOpenInDomain))
  }
}

extension EndPage {
  func body(in context: PageContext, _ layouts: inout LayoutCache) -> Flow {
    var flow = Flow(width: min(76, context.bodyArea.width), direction: context.direction)
    guard let delegation = context.delegation else { return flow }
    flow.text(context.words(.endTitle), style: .strong)
    flow.gap()
    flow.text(context.words(.endOwnership))
    flow.gap()
    for domain in context.questionnaire.domains {
      let progress = Progress(over: context.asked?.inDomain(domain.number) ?? [], of: delegation)
      flow.row([
        Flow.Column(text: context.words.number(domain.number), width: 2, style: .key),
        Flow.Column(text: context.words.text(domain.title), start: 3, width: 44, isOneLine: true),
        Flow.Column(
          text: context.words(.answeredAndOpen(answered: progress.answered, open: progress.open)),
          start: 48,
        ),
      ])
    }
    flow.gap()
    flow.text(
      context.words(.endFile(file: .foreign(context.setting.fileName))),
      style: .quiet,
    )
    flow.gap()
    flow.text(context.words.text(context.questionnaire.notice), style: .quiet)
    return flow
  }
}

extension PageContext {
  /// Who signed the domain off, and whether that still holds.
  fileprivate func signOffLine(of domain: Int) -> (text: String, isValid: Bool)? {
    guard let (signOff, isValid) = desk.ownSignOff(domain: domain) else { return nil }
    let name = InsertedText.foreign(signOff.by)
    let time = InsertedText.own(time(of: signOff.at))
    let text = words(
      isValid ? .signedOff(name: name, time: time) : .signOffVoid(name: name, time: time)
    )
    return (text, isValid)
  }

  fileprivate func goOnText(after domain: Int) -> String {
    guard let next = questionnaire.domains.first(where: { $0.number > domain }) else {
      return words(.goOnToEnd)
    }
    return words(.goOnToDomain(number: next.number, title: .own(words.text(next.title))))
  }

  fileprivate func add(_ number: QuestionNumber, to flow: inout Flow) {
    guard let question = questionnaire[number] else { return }
    flow.row([
      Flow.Column(text: words.number(number), start: 2, width: 7, style: .key),
      Flow.Column(text: words.text(question.text), start: 9, isOneLine: true),
    ])
  }
}

extension ClosingReason {
  fileprivate func phrase(of count: Int) -> FilledPhrase {
    switch self {
    case .open: .closingOpen(count: count)
    case .toVerify: .closingToVerify(count: count)
    case .noted: .closingNoted(count: count)
    }
  }
}
