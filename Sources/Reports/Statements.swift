import Consultation

/// What states said among what they released, and by whom it was said: the stuff of the regional
/// synthesis.
///
/// A statement that fewer than three states made is counted here and goes no further. A local
/// authority speaks for no state but its own: two of one state are one voice.
struct Statements: Equatable {
  /// Something that several states can say alike.
  enum Statement: Hashable {
    case answer(QuestionNumber, Step)
    case offer(QuestionNumber)
    case wish(QuestionNumber)
    /// A priority is set in this domain.
    case priority(domain: Int)
  }

  /// How many states it takes.
  static let least = 3

  /// What at least three states said, in the questionnaire's order, each with those of them that
  /// may be named, in the session's neutral order.
  private(set) var made: [(statement: Statement, named: [SharedDelegation])] = []
  /// How many statements fewer states made.
  private(set) var leftOut = 0

  init(_ shared: SharedView) {
    var voices: [Statement: Set<String>] = [:]
    var named: [Statement: [SharedDelegation]] = [:]
    for delegation in shared.delegations {
      let statements = Self.statements(of: delegation)
      for statement in statements {
        voices[statement, default: []].insert(String(delegation.code.description.prefix(3)))
        // Whoever wishes to hear without a name is not named for it here either.
        if delegation.mayBeNamed, !Self.isAnonymous(statement, of: delegation) {
          named[statement, default: []].append(delegation)
        }
      }
    }
    for (statement, states) in voices.sorted(by: { $0.key < $1.key }) {
      if states.count >= Self.least {
        made.append((statement, named[statement] ?? []))
      } else {
        leftOut += 1
      }
    }
  }

  private static func statements(of delegation: SharedDelegation) -> Set<Statement> {
    var statements = Set(
      delegation.answers.compactMap { number, answer -> Statement? in
        guard case .step(let step) = answer.value else { return nil }
        return .answer(number, step)
      }
    )
    statements.formUnion(delegation.offers.map { .offer($0.question) })
    statements.formUnion(delegation.wishes.map { .wish($0.question) })
    statements.formUnion(
      delegation.priorities.compactMap { priority in
        priority.domain.map { .priority(domain: $0) }
      }
    )
    return statements
  }

  private static func isAnonymous(
    _ statement: Statement,
    of delegation: SharedDelegation,
  ) -> Bool {
    guard case .wish(let number) = statement else { return false }
    return delegation.wishes.contains { $0.question == number && $0.isAnonymous }
  }

  static func == (first: Statements, second: Statements) -> Bool {
    first.leftOut == second.leftOut
      && first.made.elementsEqual(second.made) {
        $0.statement == $1.statement && $0.named == $1.named
      }
  }
}

extension Statements.Statement: Comparable {
  /// The question that it is about, where it is about one.
  var question: QuestionNumber? {
    switch self {
    case .answer(let number, _), .offer(let number), .wish(let number): number
    case .priority: nil
    }
  }

  var domain: Int {
    switch self {
    case .answer(let number, _), .offer(let number), .wish(let number): number.domain
    case .priority(let domain): domain
    }
  }

  private var place: (Int, QuestionNumber, Int) {
    let last = QuestionNumber(domain: 1000, theme: 0, question: 0)
    return switch self {
    case .answer(let number, let step):
      (number.domain, number, Step.allCases.firstIndex(of: step) ?? 0)
    case .offer(let number): (number.domain, number, 3)
    case .wish(let number): (number.domain, number, 4)
    case .priority(let domain): (domain, last, 5)
    }
  }

  static func < (first: Self, second: Self) -> Bool { first.place < second.place }
}
