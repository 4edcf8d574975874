import Display
import Consultation
import Phrases

/// The page before a domain: what it looks at.
struct DomainIntroduction: Equatable, Sendable {
  let domain: Int
  var scrolled = 0
}

/// The page after a domain: what is open, to verify, noted.
struct DomainClosing: Equatable, Sendable {
  let domain: Int
  var list = ListState()
}

/// The last page of the walk.
struct EndPage: Equatable, Sendable {
  var scrolled = 0
}

/// Why a question is named on a domain's closing page.
enum ClosingReason: CaseIterable {
  case open
  case toVerify
  case noted
}

/// One line of that page which can be chosen.
enum ClosingEntry: Equatable {
  case goOn
  case question(QuestionNumber, ClosingReason, count: Int)
}

extension DomainIntroduction: ScrolledPage {
  var asPage: Page { .introduction(self) }
  var depth: Int { 5 }
  var scopes: [ActionScope] { [.list, .question, .everywhere] }
  var isList: Bool { false }
  var help: Phrase { .helpIntroduction }
  var domainOnScreen: Int? { domain }

  func heading(in context: PageContext) -> PageHeading { context.domainHeading(domain) }
  func hints(in context: PageContext) -> [Action] {
    [.open, .back, .openQuestions, .shareSeveral, .nextLanguage, .help, .palette]
  }

  func update(_ action: Action, in context: inout PageContext, at moment: Moment) -> [Effect]? {
    switch action {
    case .open, .nextQuestion: context.enterDomain(domain)
    case .nextOpenQuestion:
      context.goToNextOpen(after: QuestionNumber(domain: domain, theme: 0, question: 0))
    case .previousQuestion: context.goBack()
    default: return scroll(by: action, in: &context)
    }
    return []
  }
}

extension DomainClosing: ItemList {
  var asPage: Page { .closing(self) }
  var depth: Int { 5 }
  var scopes: [ActionScope] { [.list, .question, .everywhere] }
  var help: Phrase { .helpClosing }
  var domainOnScreen: Int? { domain }

  func heading(in context: PageContext) -> PageHeading { context.domainHeading(domain) }

  func hints(in context: PageContext) -> [Action] {
    [
      .open, .nextQuestion, .previousQuestion, .signOff, .openConsulted, .shareSeveral, .back,
      .help,
    ]
  }

  /// One that goes on, then the questions, each under why it is named.
  func items(in context: PageContext) -> [ClosingEntry] {
    [.goOn]
      + context.closingGroups(of: domain).flatMap { group in
        group.numbers.map { .question($0, group.reason, count: group.numbers.count) }
      }
  }

  func open(_ entry: ClosingEntry, in context: inout PageContext, at moment: Moment) -> [Effect] {
    switch entry {
    case .goOn: context.goToDomain(after: domain)
    case .question(let number, _, _): context.goToQuestion(number)
    }
    return []
  }

  func updateElse(
    _ action: Action,
    on entry: ClosingEntry?,
    in context: inout PageContext,
    at moment: Moment,
  ) -> [Effect]? {
    switch action {
    // Meanwhile somebody may have answered the question that was chosen.
    case .open where entry == nil: context.goToDomain(after: domain)
    case .signOff: context.askToSignOff(domain)
    case .openConsulted: context.go(to: .consulted(ConsultedPage(domain: domain)))
    case .nextQuestion: context.goToDomain(after: domain)
    case .previousQuestion:
      if let last = context.asked?.inDomain(domain).last { context.goToQuestion(last) }
    case .nextOpenQuestion:
      context.goToNextOpen(after: QuestionNumber(domain: domain + 1, theme: 0, question: 0))
    default: return nil
    }
    return []
  }
}

extension EndPage: ScrolledPage {
  var asPage: Page { .end(self) }
  var depth: Int { 5 }
  var isList: Bool { false }
  var help: Phrase { .helpEnd }

  func heading(in context: PageContext) -> PageHeading {
    PageHeading(start: context.delegationName ?? context.workshopTitle)
  }
  func hints(in context: PageContext) -> [Action] { [.open, .back, .help] }

  func update(_ action: Action, in context: inout PageContext, at moment: Moment) -> [Effect]? {
    switch action {
    case .open: context.go(to: .delegation(DelegationPage()))
    default: return scroll(by: action, in: &context)
    }
    return []
  }
}

/// Whether a domain is signed off.
struct SigningOff: ChooserPurpose {
  let domain: Int

  func title(in context: PageContext) -> String {
    let title = context.questionnaire.domain(numbered: domain).map { context.words.text($0.title) }
    return context.words(.signOffTitle(number: domain, title: .own(title ?? "")))
  }

  func sentences(in context: PageContext) -> [String] {
    let numbers = context.asked?.inDomain(domain) ?? []
    let open = context.delegation.map { Progress(over: numbers, of: $0).open } ?? 0
    return [
      open == 0
        ? context.words(.signOffNothingOpen)
        : context.words(.signOffOpen(count: open, total: numbers.count)),
      context.words(.signOffMeaning(name: .foreign(context.author))),
    ]
  }

  func entries(in context: PageContext) -> [String] {
    [context.words(.signOffNotYet), context.words(.signOffDo)]
  }

  func choose(_ index: Int, in context: inout PageContext, at moment: Moment) -> [Effect] {
    guard index == 1 else { return [] }
    return context.change(at: moment) { desk, stamp throws(Refusal) in
      try desk.signing(domain, stamp: stamp)
    }
  }
}

extension PageContext {
  /// The questions that a domain's closing page names, under why it names them.
  func closingGroups(of domain: Int) -> [(reason: ClosingReason, numbers: [QuestionNumber])] {
    guard let delegation else { return [] }
    let numbers = asked?.inDomain(domain) ?? []
    return ClosingReason.allCases.map { reason in
      (
        reason,
        numbers.filter { number in
          let answer = delegation.answer(to: number)
          switch reason {
          case .open: return answer.isOpen
          case .toVerify: return answer.status == .toVerify
          case .noted: return answer.note != nil
          }
        },
      )
    }
  }

  /// Asks before a domain is signed off; says so where it is, and nothing has changed since.
  fileprivate mutating func askToSignOff(_ domain: Int) {
    guard !refusesBecauseReadOnly() else { return }
    if let (signOff, isValid) = desk.ownSignOff(domain: domain), isValid {
      notice = words(.signOffStands(name: .foreign(signOff.by)))
    } else {
      choose(SigningOff(domain: domain))
    }
  }
}
