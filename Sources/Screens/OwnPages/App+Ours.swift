import BidiText
import Consultation
import Display
import Phrases

/// What a delegation has besides its answers, as one list.
enum OursEntry: Equatable, CaseIterable {
  case priorities, cards, profile, remarks, interest, baseline
}

extension App {
  mutating func updateOurs(_ list: ListState, _ action: Action) -> [Effect]? {
    let entries = OursEntry.allCases
    var list = list
    guard action == .open else {
      guard list.move(action, count: entries.count, pageSize: entries.count) else { return nil }
      show(.ours(list))
      return []
    }
    switch entries[min(list.selected, entries.count - 1)] {
    case .priorities: go(to: .records(.priority, ListState()))
    case .cards: go(to: .cards(ListState()))
    case .profile: go(to: .record(.profile, ListState()))
    case .remarks: go(to: .records(.remark, ListState()))
    case .interest: go(to: .record(.interest, ListState()))
    case .baseline:
      guard !refusesBecauseReadOnly() else { return [] }
      if isFrozenToday { notice = words(.freezingAlready) } else { ask(.freezing) }
    }
    return []
  }

  func oursBody(_ list: ListState) -> Flow {
    var flow = Flow(width: min(76, bodyArea.width), direction: direction)
    guard let delegation else { return flow }
    flow.text(words(.oursTitle), style: .strong)
    flow.text(words(.yourAnswersAreYours), style: .quiet)
    flow.gap()
    for (index, entry) in OursEntry.allCases.enumerated() {
      flow.entry(index, isSelected: list.selected == index) { flow in
        flow.text(title(of: entry), start: 1)
        flow.text(standing(of: entry, of: delegation), start: 3, style: .quiet)
      }
    }
    return flow
  }

  private func title(of entry: OursEntry) -> String {
    switch entry {
    case .priorities: words(.prioritiesTitle)
    case .cards: words(.cardListTitle)
    case .profile: words(.profileTitle)
    case .remarks: words(.remarksTitle)
    case .interest: words(.interestTitle)
    case .baseline: words(.baselineFreeze)
    }
  }

  private func standing(of entry: OursEntry, of delegation: Delegation) -> String {
    switch entry {
    case .priorities: return words(.oursCount, ["count": .number(records(of: .priority).count)])
    case .cards: return words(.oursCount, ["count": .number(records(of: .card).count)])
    case .remarks: return words(.oursCount, ["count": .number(records(of: .remark).count)])
    case .profile:
      guard case .profile(let frame) = delegation.records[.profile] else {
        return words(.standingDraft)
      }
      return words(frame.standing.phrase)
    case .interest:
      guard case .interest(let interest) = delegation.records[.interest] else {
        return words(.oursNothing)
      }
      return words(interest.isInterested ? .interestYes : .interestNo)
    case .baseline:
      guard let baseline = delegation.lastBaseline else { return words(.oursNothing) }
      return words(.baselineLast, ["date": .own(words.date(CalendarDate(baseline.at)))])
    }
  }

  /// Whether the assessment was frozen on this day as it is now.
  private var isFrozenToday: Bool {
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
    let effects = set(key, to: .baseline(baseline), of: delegation.code, at: moment)
    if !effects.isEmpty { notice = words(.baselineFrozen) }
    return effects
  }
}
