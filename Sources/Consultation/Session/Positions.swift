/// What the institutions at a table say of a question, in a round that is open or hidden.
///
/// While the round is hidden one can tell who has given a position, and nothing of what it is:
/// ``opened`` is not there, and nothing is counted or compared. What is inside comes out for the
/// file and for merging alone, by ``insideForKeeping``.
package struct Positions: Hashable, Sendable {
  private var inside: [String: Position]
  /// Whether nobody sees them yet; the delegation's record of the round says so.
  package internal(set) var isHidden: Bool

  package init(_ positions: [String: Position] = [:], isHidden: Bool = false) {
    inside = positions
    self.isHidden = isHidden
  }

  /// The institutions that have given one.
  package var given: Set<String> { Set(inside.keys) }

  package var count: Int { inside.count }

  package var isEmpty: Bool { inside.isEmpty }

  /// What each says, by its name; `nil` while the round is hidden.
  package var opened: [String: Position]? { isHidden ? nil : inside }

  /// Whether they do not all give the same; nobody can say while they are hidden.
  package var differ: Bool {
    guard let opened, opened.count > 1 else { return false }
    return Set(opened.values.map(\.said)).count > 1
  }

  /// What each says, hidden or not: for the file, and for bringing copies together.
  package var insideForKeeping: [String: Position] { inside }

  /// What an institution says, as far as it is open; set, it takes the place of the earlier one.
  package subscript(institution: String) -> Position? {
    get { opened?[institution] }
    set { give(newValue, by: institution) }
  }

  /// Puts an institution's position in the place of its earlier one, or takes it away.
  package mutating func give(_ position: Position?, by institution: String) {
    inside[institution] = position
  }
}

extension Positions: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Position)...) {
    self.init(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}

/// What an institution says, as a change carries it: shut.
///
/// It is read with the positions of its question as they are now: open once these are.
package struct GivenPosition: Hashable, Sendable {
  private let inside: Position

  package init(_ position: Position) { inside = position }

  /// What it says; `nil` while the round is hidden.
  package func opened(in positions: Positions) -> Position? {
    positions.isHidden ? nil : inside
  }

  /// What it says, hidden or not: for the file, and for bringing copies together.
  package var insideForKeeping: Position { inside }
}

extension RecordKey {
  /// Whether the first round on a question is hidden.
  package static func firstRound(of number: QuestionNumber) -> RecordKey {
    RecordKey(.firstRound, number.description)
  }
}

extension Delegation {
  /// Whether positions on a question are hidden from each other now.
  package func hidesPositions(on number: QuestionNumber) -> Bool {
    guard case .firstRound(let round) = records[.firstRound(of: number)] else { return false }
    return round.isHidden
  }

  /// Shuts or opens the positions of an answer as the record of its round says.
  mutating func shutPositions(on number: QuestionNumber) {
    let isHidden = hidesPositions(on: number)
    answers[number]?.positions.isHidden = isHidden
  }

  /// The same with all positions as the records of their rounds say: as a file was read, or after
  /// records were put together.
  package var withRoundsShut: Delegation {
    var delegation = self
    delegation.shutAllPositions()
    return delegation
  }

  mutating func shutAllPositions() {
    for number in Array(answers.keys) { shutPositions(on: number) }
  }
}

extension Session {
  /// The positions beside which a change is read; hidden ones where it is of no answer.
  package func positions(of change: Change) -> Positions {
    guard let code = change.delegation, let number = change.question else {
      return Positions(isHidden: true)
    }
    return answer(of: code, to: number).positions
  }
}
