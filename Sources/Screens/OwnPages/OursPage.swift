import BidiText
import Consultation
import Display
import Phrases

/// What a delegation has besides its answers, as one list.
enum OursEntry: Equatable {
  /// The delegation's records of a kind.
  case records(Record.Kind)
  case cards, profile, profileText, interest, baseline

  /// In the order in which they stand.
  static let all: [OursEntry] = [
    .records(.priority), .cards, .profile, .profileText, .records(.remark), .records(.reviewNote),
    .interest, .baseline,
  ]
}

/// What a delegation has besides its answers.
struct OursPage: ItemList, OwnPage {
  var list = ListState()

  var asPage: Page { .ours(self) }
  var depth: Int { 5 }
  var help: Phrase { .helpOurs }

  func hints(in context: PageContext) -> [Action] { [.open, .back, .help] }

  func items(in context: PageContext) -> [OursEntry] {
    context.delegation == nil ? [] : OursEntry.all
  }

  func open(_ entry: OursEntry, in context: inout PageContext, at moment: Moment) -> [Effect] {
    switch entry {
    case .records(let kind): context.go(to: .records(RecordsPage(kind: kind)))
    case .cards: context.go(to: .cards(CardsPage()))
    case .profile: context.go(to: .record(RecordPage(key: .profile)))
    case .profileText: context.go(to: .profileText(ProfileTextPage()))
    case .interest: context.go(to: .record(RecordPage(key: .interest)))
    case .baseline:
      guard !context.refusesBecauseReadOnly() else { return [] }
      if context.isFrozenToday {
        context.notice = context.words(.freezingAlready)
      } else {
        context.choose(Freezing())
      }
    }
    return []
  }

  func head(over count: Int, in context: PageContext, to flow: inout Flow) {
    guard context.delegation != nil else { return }
    flow.text(context.words(.oursTitle), style: .strong)
    flow.text(context.words(.yourAnswersAreYours), style: .quiet)
    flow.gap()
  }

  func add(_ entry: OursEntry, to flow: inout Flow, in context: PageContext) {
    let standing = context.delegation.map { context.standing(of: entry, of: $0) }
    flow.line(context.title(of: entry), under: standing)
  }
}

/// Whether the assessment is frozen.
struct Freezing: ChooserPurpose {
  func title(in context: PageContext) -> String { context.words(.baselineFreeze) }
  func sentences(in context: PageContext) -> [String] { [context.words(.freezingMeaning)] }

  func entries(in context: PageContext) -> [String] {
    [context.words(.freezingNotNow), context.words(.freezingDo)]
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard index == 1, let delegation = context.delegation else { return [] }
    return [.fingerprint(delegation)]
  }
}

extension PageContext {
  fileprivate func title(of entry: OursEntry) -> String {
    switch entry {
    case .records(let kind): words(RecordPage.words(of: kind).title)
    case .cards: words(.cardListTitle)
    case .profile: words(.profileTitle)
    case .profileText: words(.passagesTitle)
    case .interest: words(.interestTitle)
    case .baseline: words(.baselineFreeze)
    }
  }

  fileprivate func standing(of entry: OursEntry, of delegation: Delegation) -> String {
    switch entry {
    case .records(let kind): return words(.oursCount(count: records(of: kind).count))
    case .cards: return words(.oursCount(count: records(of: .card).count))
    case .profile:
      guard case .profile(let frame) = delegation.records[.profile] else {
        return words(.standingDraft)
      }
      return words(frame.standing.phrase)
    case .profileText:
      return words(.oursCount(count: records(of: .passage).count))
    case .interest:
      guard case .interest(let interest) = delegation.records[.interest] else {
        return words(.oursNothing)
      }
      return words(interest.isInterested ? .interestYes : .interestNo)
    case .baseline:
      guard let baseline = delegation.lastBaseline else { return words(.oursNothing) }
      return words(.baselineLast(date: CalendarDate(baseline.at)))
    }
  }

  /// Whether the assessment was frozen on this day as it is now.
  fileprivate var isFrozenToday: Bool {
    delegation?.isFrozen(since: startOfDay, in: questionnaire) ?? false
  }

  /// Freezes the assessment of the delegation at this terminal, whose fingerprint this is.
  mutating func freeze(fingerprint: String, at moment: Moment) -> [Effect] {
    guard let delegation else { return [] }
    let baseline = delegation.frozen(
      in: questionnaire,
      at: moment.at,
      by: author,
      fingerprint: fingerprint,
    )
    let key = RecordKey(.baseline, moment.id)
    let effects = setOwn(key, to: .baseline(baseline), at: moment)
    if !effects.isEmpty { notice = words(.baselineFrozen) }
    return effects
  }
}
