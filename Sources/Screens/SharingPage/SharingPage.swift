import Consultation
import Display
import Phrases

/// Before several answers are shared by one act: what becomes visible to whom, and what does not.
struct SharingPage: Equatable, Sendable {
  let reach: SharingPlan.Reach
  let sharing: Sharing
  var exceptions: Set<SharingPlan.Exception> = []
  /// Begins on leaving everything as it is.
  var list = ListState()
}

/// One line of that page which can be chosen.
enum SharingEntry: Equatable {
  case leave
  case share
  case exception(SharingPlan.Exception)
  /// An answer that becomes visible: Enter opens its question.
  case question(QuestionNumber)
}

extension SharingPage: ItemList, OwnPage {
  var asPage: Page { .sharing(self) }
  var depth: Int { 6 }
  var help: Phrase { .helpSharing }
  var hintOfOpening: Phrase { .hintChooseEntry }

  func items(in context: PageContext) -> [SharingEntry] {
    context.plan(of: self).map { context.entries(of: self, $0) } ?? []
  }

  func updateElse(
    _ action: Action,
    on entry: SharingEntry?,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    guard action == .toggle, let entry else { return nil }
    return open(entry, in: &context, at: moment)
  }

  func open(_ entry: SharingEntry, in context: inout PageContext, at moment: Moment) -> [Effect] {
    switch entry {
    case .leave: context.goBack()
    case .share:
      return context.plan(of: self).map { context.share($0, at: moment) } ?? []
    case .exception(let exception):
      var page = self
      if page.exceptions.remove(exception) == nil { page.exceptions.insert(exception) }
      // Whether there is anything to share may have changed, and with it what stands where.
      page.list.selected = page.items(in: context).firstIndex(of: entry) ?? 0
      context.show(.sharing(page))
    case .question(let number): context.goToQuestion(number)
    }
    return []
  }
}

/// How far answers are shared by one act.
struct ReachOfSharing: ChooserPurpose {
  func title(in context: PageContext) -> String { context.words(.sharingReachTitle) }
  func sentences(in context: PageContext) -> [String] { [context.words(.sharingNothingYet)] }

  func entries(in context: PageContext) -> [String] {
    context.sharingReaches.map { context.title(of: $0) }
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    let reaches = context.sharingReaches
    if reaches.indices.contains(index) {
      context.choose(AudienceOfSharing(reach: reaches[index]))
    }
    return []
  }
}

/// Who can see them.
struct AudienceOfSharing: ChooserPurpose {
  let reach: SharingPlan.Reach

  func title(in context: PageContext) -> String { context.title(of: reach) }
  func sentences(in context: PageContext) -> [String] { [context.words(.sharingNothingYet)] }

  func entries(in context: PageContext) -> [String] {
    Sharing.allCases.map { context.words($0.phrase) }
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    context.go(to: .sharing(SharingPage(reach: reach, sharing: Sharing.allCases[index])))
    return []
  }
}

extension PageContext {
  /// How far sharing can go from here: the question or the domain on the screen, and all.
  ///
  /// Where neither is, each domain.
  var sharingReaches: [SharingPlan.Reach] {
    if let number = currentQuestion?.number {
      return [.question(number), .domain(number.domain), .all]
    }
    if let domain { return [.domain(domain), .all] }
    return [.all] + questionnaire.domains.map { .domain($0.number) }
  }

  func title(of reach: SharingPlan.Reach) -> String {
    switch reach {
    case .question(let number):
      return words(.sharingReachQuestion(question: number))
    case .domain(let number):
      let title = questionnaire.domain(numbered: number).map { words.text($0.title) } ?? ""
      return words(.sharingReachDomain(number: number, title: .own(title)))
    case .all: return words(.sharingReachAll)
    }
  }

  mutating func shareSeveral() {
    guard delegation != nil else {
      notice = words(.chooseDelegationFirst)
      return
    }
    if !refusesBecauseReadOnly() { choose(ReachOfSharing()) }
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

  fileprivate mutating func share(_ plan: SharingPlan, at moment: Moment) -> [Effect] {
    let questionnaire = questionnaire
    let effects = act(at: moment) { desk, stamp throws(Refusal) in
      try desk.changes(sharing: plan, in: questionnaire, stamp: stamp)
    }
    guard !effects.isEmpty else { return [] }
    goBack()
    notice = words(plan.sharing.done(for: plan.changing.count))
    return effects
  }
}

extension Sharing {
  /// What is said once several answers are shared so.
  fileprivate func done(for count: Int) -> FilledPhrase {
    switch self {
    case .private: .sharingDonePrivate(count: count)
    case .room: .sharingDoneRoom(count: count)
    case .report: .sharingDoneReport(count: count)
    }
  }
}
