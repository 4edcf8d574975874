import BidiText
import Consultation
import Display
import Phrases

extension SharingPage {
  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    guard let plan = context.plan(of: self) else { return }
    flow.text(context.title(of: reach), style: .heading)
    flow.text(context.words(sharing.coming(for: plan.changing.count)), style: .strong)
    if sharing != .private { flow.text(context.words(.sharingNeverShown), style: .quiet) }
    let unchanged = context.unchangedLine(of: plan)
    if !unchanged.isEmpty { flow.text(unchanged, style: .quiet) }
    flow.gap()
  }

  func separate(
    _ entry: SharingEntry?,
    from last: SharingEntry?,
    in context: PageContext,
    to flow: inout Flow,
  ) {
    if let entry, let last, !last.isBeside(entry) { flow.gap() }
  }

  func add(_ entry: SharingEntry, to flow: inout Flow, in context: PageContext) {
    switch entry {
    case .leave: flow.line(context.words(.sharingLeave), style: .key)
    case .share:
      let count = context.plan(of: self)?.changing.count ?? 0
      flow.line(context.words(sharing.doing(for: count)), style: .key)
    case .exception(let exception):
      let isLeftOut = exceptions.contains(exception)
      flow.row([
        Flow.Column(text: context.words(exception.phrase), start: 1, width: 40),
        Flow.Column(
          text: context.words(isLeftOut ? .sharingIsLeftOut : .sharingIsIncluded),
          start: 42,
          style: .strong,
        ),
      ])
    case .question(let number):
      flow.row([
        Flow.Column(text: context.words.number(number), start: 1, width: 7, style: .key),
        Flow.Column(text: context.whatIsShown(of: number), start: 9),
      ])
    }
  }
}

extension PageContext {
  /// How many answers stay as they are, and why; of what is not nought.
  fileprivate func unchangedLine(of plan: SharingPlan) -> String {
    let standing = plan.standing.count
    let counts: [(count: Int, phrase: FilledPhrase)] = [
      (
        standing,
        plan.sharing == .private
          ? .sharingStandingPrivate(count: standing) : .sharingStanding(count: standing),
      ),
      (plan.leftOut.count, .sharingLeftOut(count: plan.leftOut.count)),
      (plan.open, .sharingOpen(count: plan.open)),
    ]
    return joined(counts.filter { $0.count > 0 }.map { words($0.phrase) })
  }

  /// What others see of an answer once it is shared: `Partly · note in French · 2 pieces of
  /// evidence · agreed`.
  fileprivate func whatIsShown(of number: QuestionNumber) -> String {
    guard let delegation, let question = questionnaire[number] else { return "" }
    let answer = delegation.answer(to: number)
    var parts = [words.title(of: answer.value, to: question, in: questionnaire)]
    if !answer.elements.isEmpty {
      parts.append(words(.sharingShowsElements(count: answer.elements.count)))
    }
    if !answer.instruments.isEmpty {
      parts.append(
        words(.sharingShowsInstruments(count: answer.instruments.count))
      )
    }
    if let applied = answer.applied {
      parts.append(words(.sharingShowsApplied(value: .own(words(applied.phrase)))))
    }
    if let note = answer.note { parts.append(words(note.language.traits.note)) }
    if !answer.evidence.isEmpty {
      parts.append(words(.sharingShowsEvidence(count: answer.evidence.count)))
    }
    parts.append(words(answer.status.phrase))
    return joined(parts)
  }
}

extension SharingEntry {
  /// Whether it stands under another line without a gap between them.
  fileprivate func isBeside(_ other: SharingEntry) -> Bool {
    switch (self, other) {
    case (.leave, .share), (.exception, .exception), (.question, .question): true
    default: false
    }
  }
}

extension SharingPlan.Exception {
  fileprivate var phrase: Phrase {
    switch self {
    case .drafts: .sharingDrafts
    case .toVerify: .sharingToVerify
    case .withoutValue: .sharingWithoutValue
    }
  }
}

extension Sharing {
  /// What would become of several answers.
  fileprivate func coming(for count: Int) -> FilledPhrase {
    switch self {
    case .private: .sharingComingPrivate(count: count)
    case .room: .sharingComingRoom(count: count)
    case .report: .sharingComingReport(count: count)
    }
  }

  /// The line that does it.
  fileprivate func doing(for count: Int) -> FilledPhrase {
    switch self {
    case .private: .sharingDoPrivate(count: count)
    case .room: .sharingDoRoom(count: count)
    case .report: .sharingDoReport(count: count)
    }
  }
}
