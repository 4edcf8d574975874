import BidiText
import Consultation
import Phrases

/// What is asked before something is done that reaches far, or that cannot be guessed: a chooser
/// that says in a few lines what would be done, and begins on leaving things as they are.
enum Asking: Equatable, Sendable {
  /// How far answers are shared by one act.
  case sharingReach
  /// Who can see them.
  case sharingAudience(SharingPlan.Reach)
  /// Whether a domain is signed off.
  case signOff(domain: Int)
  /// Whether the assessment is frozen.
  case freezing
  /// Who sits at this terminal.
  case person
}

extension PageContext {
  mutating func ask(_ asking: Asking) { choose(.asking(asking)) }

  /// Which line is chosen at first: what holds now, or else what changes nothing.
  func firstChoice(of asking: Asking) -> Int {
    switch asking {
    case .sharingReach, .sharingAudience, .signOff, .freezing: 0
    case .person:
      person.flatMap { person in people.firstIndex { $0 == person } }
        ?? (isUnnamed ? people.count + 1 : 0)
    }
  }

  func title(of asking: Asking) -> String {
    switch asking {
    case .sharingReach: return words(.sharingReachTitle)
    case .sharingAudience(let reach): return title(of: reach)
    case .signOff(let number):
      let title = questionnaire.domain(numbered: number).map { words.text($0.title) } ?? ""
      return words(.signOffTitle(number: number, title: .own(title)))
    case .freezing: return words(.baselineFreeze)
    case .person: return words(.personTitle)
    }
  }

  /// What is said above what a chooser offers.
  func sentences(of chooser: Chooser) -> [String] {
    switch chooser.purpose {
    case .asking(let asking): sentences(of: asking)
    case .consent: [words(.consentMeaning)]
    default: []
    }
  }

  /// What would be done, in the sentences above the choices.
  func sentences(of asking: Asking) -> [String] {
    switch asking {
    case .sharingReach: return [words(.sharingNothingYet)]
    case .sharingAudience: return [words(.sharingNothingYet)]
    case .signOff(let domain):
      let numbers = asked?.inDomain(domain) ?? []
      let open = delegation.map { Progress(over: numbers, of: $0).open } ?? 0
      return [
        open == 0
          ? words(.signOffNothingOpen) : words(.signOffOpen(count: open, total: numbers.count)),
        words(.signOffMeaning(name: .foreign(author))),
      ]
    case .freezing: return [words(.freezingMeaning)]
    case .person: return [words(.personMeaning)]
    }
  }

  func entries(of asking: Asking) -> [String] {
    switch asking {
    case .sharingReach: return sharingReaches.map { title(of: $0) }
    case .sharingAudience: return Sharing.allCases.map { words($0.phrase) }
    case .signOff: return [words(.signOffNotYet), words(.signOffDo)]
    case .freezing: return [words(.freezingNotNow), words(.freezingDo)]
    case .person:
      let code = delegationCode?.description ?? ""
      return people.map { line(of: $0) }
        + [words(.personOther), words(.personUnnamed(code: .own(code)))]
    }
  }

  mutating func choose(_ index: Int, in asking: Asking, at moment: Moment) -> [Effect] {
    switch asking {
    case .sharingReach:
      let reaches = sharingReaches
      if reaches.indices.contains(index) { ask(.sharingAudience(reaches[index])) }
    case .sharingAudience(let reach):
      go(to: .sharing(SharingPage(reach: reach, sharing: Sharing.allCases[index])))
    case .signOff(let domain):
      guard index == 1 else { return [] }
      return change(at: moment) { desk, stamp throws(Refusal) in
        try desk.signing(domain, stamp: stamp)
      }
    case .freezing:
      guard index == 1, let delegation else { return [] }
      return [.fingerprint(delegation)]
    case .person: choosePerson(index)
    }
    return []
  }
}
