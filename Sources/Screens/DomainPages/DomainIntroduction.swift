import Display
import Consultation
import Phrases

/// The page before a domain: what it looks at.
package struct DomainIntroduction: Equatable, Sendable {
  package let domain: Int
  package var scrolled = 0

  package init(domain: Int) { self.domain = domain }
}

/// The page after a domain: what is open, to verify, noted.
package struct DomainClosing: Equatable, Sendable {
  package let domain: Int
  package var list = ListState()

  package init(domain: Int) { self.domain = domain }
}

/// The last page of the walk.
package struct EndPage: Equatable, Sendable {
  package var scrolled = 0

  package init() {}
}

/// Why a question is named on a domain's closing page.
enum ClosingReason: CaseIterable {
  case open
  case toVerify
  case noted
}

extension App {
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

  mutating func updateIntroduction(_ page: DomainIntroduction, _ action: Action) -> [Effect]? {
    switch action {
    case .open, .nextQuestion: enterDomain(page.domain)
    case .nextOpenQuestion:
      goToNextOpen(after: QuestionNumber(domain: page.domain, theme: 0, question: 0))
    case .previousQuestion: return goBack()
    default:
      var page = page
      guard let scrolled = scrolled(page.scrolled, by: action, of: introductionBody(of: page))
      else { return nil }
      page.scrolled = scrolled
      show(.introduction(page))
    }
    return []
  }

  mutating func updateClosing(
    _ page: DomainClosing,
    _ action: Action,
    at moment: Moment,
  ) -> [Effect]? {
    let numbers = closingGroups(of: page.domain).flatMap(\.numbers)
    var page = page
    switch action {
    case .open:
      // The first entry goes on; the others go to the question they name.
      let index = page.list.selected - 1
      if numbers.indices.contains(index) {
        goToQuestion(numbers[index])
      } else {
        goToDomain(after: page.domain)
      }
    case .signOff:
      askToSignOff(page.domain)
    case .openConsulted: go(to: .consulted(domain: page.domain, ListState()))
    case .nextQuestion: goToDomain(after: page.domain)
    case .previousQuestion:
      if let last = asked?.inDomain(page.domain).last { goToQuestion(last) }
    case .nextOpenQuestion:
      goToNextOpen(after: QuestionNumber(domain: page.domain + 1, theme: 0, question: 0))
    default:
      guard page.list.move(action, count: numbers.count + 1, pageSize: bodyArea.height) else {
        return nil
      }
      show(.closing(page))
    }
    return []
  }

  /// Asks before a domain is signed off; says so where it is, and nothing has changed since.
  private mutating func askToSignOff(_ domain: Int) {
    guard !refusesBecauseReadOnly() else { return }
    if let (signOff, isValid) = desk.ownSignOff(domain: domain), isValid {
      notice = words(.signOffStands, ["name": .foreign(signOff.by)])
    } else {
      ask(.signOff(domain: domain))
    }
  }

  mutating func updateEnd(_ page: EndPage, _ action: Action) -> [Effect]? {
    switch action {
    case .open: go(to: .delegation(DelegationPage()))
    default:
      var page = page
      guard let scrolled = scrolled(page.scrolled, by: action, of: endBody())
      else { return nil }
      page.scrolled = scrolled
      show(.end(page))
    }
    return []
  }

  /// How far a text is scrolled after one of the list's actions; `nil` for other actions.
  func scrolled(_ rows: Int, by action: Action, of body: Flow) -> Int? {
    let page = max(1, bodyArea.height - 1)
    var layouts = LayoutCache()
    let last = max(0, LaidOutFlow(body, &layouts).height - bodyArea.height)
    let wanted: Int
    switch action {
    case .up: wanted = rows - 1
    case .down: wanted = rows + 1
    case .pageUp: wanted = rows - page
    case .pageDown: wanted = rows + page
    case .first: wanted = 0
    case .last: wanted = last
    default: return nil
    }
    return min(max(0, wanted), last)
  }
}
