/// What it would mean to share several answers at once: which become visible to whom, and which
/// stay as they are.
///
/// Nothing is shared by making one.
package struct SharingPlan: Equatable, Sendable {
  /// How far it goes.
  package enum Reach: Hashable, Sendable {
    case question(QuestionNumber)
    case domain(Int)
    case all

    package func contains(_ number: QuestionNumber) -> Bool {
      switch self {
      case .question(let only): number == only
      case .domain(let domain): number.domain == domain
      case .all: true
      }
    }
  }

  /// Answers that a delegation may wish to leave out.
  package enum Exception: CaseIterable, Sendable {
    case drafts
    case toVerify
    /// Declined, and not applicable.
    case withoutValue

    func holds(for answer: Answer) -> Bool {
      switch self {
      case .drafts: answer.status == .draft
      case .toVerify: answer.status == .toVerify
      case .withoutValue:
        switch answer.value {
        case .declined, .notApplicable: true
        default: false
        }
      }
    }
  }

  package let reach: Reach
  /// Who can see the answers afterwards.
  package let sharing: Sharing
  package let exceptions: Set<Exception>
  /// The answers that others can see afterwards and could not before; where nobody is to see
  /// them, those that others see until then.
  package let changing: [QuestionNumber]
  /// Those that these readers see already, or that nobody sees where nobody is to.
  package let standing: [QuestionNumber]
  /// Those that an exception leaves out.
  package let leftOut: [QuestionNumber]
  /// How many questions have no answer that could be shared.
  package let open: Int

  /// Looks through the questions that are asked, in their order.
  ///
  /// What nobody is to see any more is taken back wherever it was shared, whether its question is
  /// asked now or not, and without exceptions.
  package init(
    of delegation: Delegation,
    asked: AskedQuestions,
    reach: Reach,
    sharing: Sharing,
    exceptions: Set<Exception> = [],
  ) {
    self.reach = reach
    self.sharing = sharing
    self.exceptions = exceptions
    let isTakingBack = sharing == .private
    let numbers = isTakingBack ? delegation.answers.keys.sorted() : asked.numbers
    var changing: [QuestionNumber] = []
    var standing: [QuestionNumber] = []
    var leftOut: [QuestionNumber] = []
    var open = 0
    for number in numbers where reach.contains(number) {
      let answer = delegation.answer(to: number)
      if isTakingBack {
        if answer.sharing != .private { changing.append(number) } else { standing.append(number) }
      } else if answer.isOpen {
        open += 1
      } else if answer.sharing.reaches(sharing) {
        standing.append(number)
      } else if exceptions.contains(where: { $0.holds(for: answer) }) {
        leftOut.append(number)
      } else {
        changing.append(number)
      }
    }
    self.changing = changing
    self.standing = standing
    self.leftOut = leftOut
    self.open = open
  }
}

extension Sharing {
  /// Whether what is shared like this is seen by those of another sharing too.
  func reaches(_ other: Sharing) -> Bool {
    let all = Self.allCases
    return (all.firstIndex(of: self) ?? 0) >= (all.firstIndex(of: other) ?? 0)
  }
}

extension Session {
  /// The changes that share what a plan says, as one act.
  package func changes(
    sharing plan: SharingPlan,
    of code: DelegationCode,
    in questionnaire: Questionnaire,
    stamp: Change.Stamp,
  ) throws(Refusal) -> [Change] {
    try changes(
      fulfilling: plan.changing.map { ($0, .sharing(plan.sharing)) },
      of: code,
      in: questionnaire,
      stamp: stamp,
    )
  }

  /// The changes that fulfil several wishes as one act, in their order.
  package func changes(
    fulfilling wishes: [(number: QuestionNumber, wish: Wish)],
    of code: DelegationCode,
    in questionnaire: Questionnaire,
    stamp: Change.Stamp,
  ) throws(Refusal) -> [Change] {
    var session = withoutHistory
    var changes: [Change] = []
    for (number, wish) in wishes {
      let change = try session.change(
        fulfilling: wish,
        of: code,
        on: number,
        in: questionnaire,
        stamp: stamp.inAct(changes.count),
      )
      guard let change else { continue }
      session.apply(change)
      changes.append(change)
    }
    return changes
  }
}
