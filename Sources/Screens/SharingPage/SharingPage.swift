package import Consultation
import Display
import Phrases

/// Before several answers are shared by one act: what becomes visible to whom, and what does not.
package struct SharingPage: Equatable, Sendable {
  package let reach: SharingPlan.Reach
  package let sharing: Sharing
  package var exceptions: Set<SharingPlan.Exception> = []
  /// Begins on leaving everything as it is.
  package var list = ListState()

  package init(reach: SharingPlan.Reach, sharing: Sharing) {
    self.reach = reach
    self.sharing = sharing
  }
}

/// One line of that page which can be chosen.
enum SharingEntry: Equatable {
  case leave
  case share
  case exception(SharingPlan.Exception)
  /// An answer that becomes visible: Enter opens its question.
  case question(QuestionNumber)
}

extension App {
  /// How far sharing can go from here: the question or the domain on the screen, and all.
  ///
  /// Where neither is, each domain.
  var sharingReaches: [SharingPlan.Reach] {
    if let number = currentQuestion?.number {
      return [.question(number), .domain(number.domain), .all]
    }
    let domain: Int? =
      switch page {
      case .introduction(let page): page.domain
      case .closing(let page): page.domain
      case .questions(let page): page.domain
      default: nil
      }
    if let domain { return [.domain(domain), .all] }
    return [.all] + questionnaire.domains.map { .domain($0.number) }
  }

  func title(of reach: SharingPlan.Reach) -> String {
    switch reach {
    case .question(let number):
      return words(.sharingReachQuestion, ["number": .own(words.number(number))])
    case .domain(let number):
      let title = questionnaire.domain(numbered: number).map { words.text($0.title) } ?? ""
      return words(
        .sharingReachDomain,
        ["number": .number(number), "domain": .own(title)],
      )
    case .all: return words(.sharingReachAll)
    }
  }

  mutating func shareSeveral() {
    guard delegation != nil else {
      notice = words(.chooseDelegationFirst)
      return
    }
    if !refusesBecauseReadOnly() { overlay = .chooser(Chooser(.asking(.sharingReach), in: self)) }
  }

  func plan(of page: SharingPage) -> SharingPlan? {
    guard let delegation, let asked else { return nil }
    return SharingPlan(
      of: delegation,
      asked: asked,
      reach: page.reach,
      sharing: page.sharing,
      exceptions: page.exceptions,
    )
  }

  func entries(of page: SharingPage, _ plan: SharingPlan) -> [SharingEntry] {
    [.leave] + (plan.changing.isEmpty ? [] : [.share])
      + (page.sharing == .private ? [] : SharingPlan.Exception.allCases.map { .exception($0) })
      + plan.changing.map { .question($0) }
  }

  mutating func updateSharing(
    _ page: SharingPage,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    guard let plan = plan(of: page) else { return nil }
    let entries = entries(of: page, plan)
    var page = page
    guard action == .open || action == .toggle else {
      guard page.list.move(action, count: entries.count, pageSize: bodyArea.height) else {
        return nil
      }
      show(.sharing(page))
      return []
    }
    switch entries[min(max(0, page.list.selected), entries.count - 1)] {
    case .leave: return goBack()
    case .share: return share(plan, at: moment)
    case .exception(let exception):
      if page.exceptions.remove(exception) == nil { page.exceptions.insert(exception) }
      // Whether there is anything to share may have changed, and with it what stands where.
      let changed = self.plan(of: page).map { self.entries(of: page, $0) } ?? []
      page.list.selected = changed.firstIndex(of: .exception(exception)) ?? 0
      show(.sharing(page))
    case .question(let number): goToQuestion(number)
    }
    return []
  }

  private mutating func share(_ plan: SharingPlan, at moment: Moment) -> [Effect] {
    let questionnaire = questionnaire
    let effects = act(at: moment) { desk, stamp throws(Refusal) in
      try desk.changes(sharing: plan, in: questionnaire, stamp: stamp)
    }
    guard !effects.isEmpty else { return [] }
    pages.removeLast()
    notice = words(plan.sharing.doneForSeveral, ["count": .number(plan.changing.count)])
    return effects
  }
}

extension Sharing {
  /// What is said once several answers are shared so.
  fileprivate var doneForSeveral: Phrase {
    switch self {
    case .private: .sharingDonePrivate
    case .room: .sharingDoneRoom
    case .report: .sharingDoneReport
    }
  }
}
