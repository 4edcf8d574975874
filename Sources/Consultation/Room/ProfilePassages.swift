/// What a profile's own texts stand under, in the order in which it prints them.
package enum ProfileSection: String, CaseIterable, Sendable {
  case foreword
  case process
  /// What is in place in a domain, theme by theme.
  case text
  case developed
  case potential
  case practice
  case nextSteps
  case acknowledgements

  /// Whether each domain has one of its own.
  package var isOfDomain: Bool {
    switch self {
    case .text, .developed, .potential, .practice: true
    case .foreword, .process, .nextSteps, .acknowledgements: false
    }
  }

  /// Whether it is proposed and then chosen; a text is printed unless it is left out.
  package var isChosen: Bool {
    switch self {
    case .developed, .potential, .practice: true
    case .foreword, .process, .text, .nextSteps, .acknowledgements: false
    }
  }
}

/// A paragraph of a profile, or an area that a state chose, in the delegation's own words.
///
/// Where it stands and whether it is printed is a ``PassagePlace`` at the same identifier, so that
/// one official can move what another writes anew and neither takes anything from the other.
package struct ProfilePassage: Hashable, Sendable {
  package var section: ProfileSection
  package var domain: Int?
  package var text: TranslatedText
  /// What it rests on, each by what that said when this was written.
  package var grounds: [Ground: String]

  package init(
    section: ProfileSection,
    domain: Int? = nil,
    text: TranslatedText,
    grounds: [Ground: String] = [:],
  ) {
    self.section = section
    self.domain = domain
    self.text = text
    self.grounds = grounds
  }
}

/// Where a passage stands among those of its section, and whether it is printed.
package struct PassagePlace: Hashable, Sendable {
  /// The places that there are.
  package static let ranks = 0...1_000_000_000

  /// None while it stands where it was proposed.
  package var rank: Int?
  package var isPrinted: Bool

  package init(rank: Int? = nil, isPrinted: Bool) {
    self.rank = rank.map { min(max($0, Self.ranks.lowerBound), Self.ranks.upperBound) }
    self.isPrinted = isPrinted
  }
}

/// Something that a passage rests on: an answer, or a record such as an experience card.
package enum Ground: Hashable, Comparable, Sendable, CustomStringConvertible {
  case answer(QuestionNumber)
  case record(RecordKey)

  /// - Returns: `nil` unless the text is one that ``description`` gives.
  package init?(_ text: String) {
    if let number = QuestionNumber(text) {
      self = .answer(number)
      return
    }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Record.Kind(rawValue: String(parts[0])) else { return nil }
    self = .record(RecordKey(kind, String(parts[1])))
  }

  /// `1.2.3`, `card/c1`.
  package var description: String {
    switch self {
    case .answer(let number): number.description
    case .record(let key): "\(key.kind.rawValue)/\(key.id)"
    }
  }

  /// The question, where it is an answer.
  package var question: QuestionNumber? {
    if case .answer(let number) = self { number } else { nil }
  }

  package static func < (first: Ground, second: Ground) -> Bool {
    switch (first, second) {
    case (.answer(let one), .answer(let other)): one < other
    case (.record(let one), .record(let other)): one < other
    case (.answer, .record): true
    case (.record, .answer): false
    }
  }
}
