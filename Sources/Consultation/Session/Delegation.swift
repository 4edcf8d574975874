/// The code by which a delegation is known: ISO 3166-1 alpha-3 for a state, such as `MAR`; for a
/// local authority the state's code, a hyphen and letters or digits of its own, such as `MAR-RBA`.
package struct DelegationCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  /// - Returns: `nil` unless the text has that form.
  // For strings alone: what is generic is not specialized for who reads a file with it.
  package init?(_ text: String) {
    // Read byte by byte: a long history has a hundred thousand of these.
    var count = 0
    for byte in text.utf8 {
      let isCapital = (0x41...0x5A).contains(byte)
      let fits =
        switch count {
        case 0..<3: isCapital
        case 3: byte == UInt8(ascii: "-")
        default: isCapital || (0x30...0x39).contains(byte)
        }
      guard fits else { return nil }
      count += 1
    }
    guard count == 3 || (5...12).contains(count) else { return nil }
    description = text
  }

  package init?(_ text: Substring) { self.init(String(text)) }

  /// Whether it is a local authority's.
  package var isOfLocalAuthority: Bool { description.contains("-") }

  package static func < (first: DelegationCode, second: DelegationCode) -> Bool {
    first.description < second.description
  }
}

/// One state, or one local authority, in the session.
package struct Delegation: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case state
    case localAuthority
  }

  /// How it takes part.
  package enum Mode: String, CaseIterable, Sendable {
    case inPerson
    case online
    case hybrid
  }

  /// The digits that it writes in Arabic text.
  package enum Digits: String, CaseIterable, Sendable {
    case arabic
    case western
  }

  package let code: DelegationCode
  /// Its place in the session's neutral order, which it keeps in a file of its own; `nil` before
  /// it is in a session.
  package internal(set) var rank: Int?
  package var kind: Kind
  /// The name on lists.
  package var shortName: LocalizedText
  /// The official name, for its own pages and reports.
  package var officialName: LocalizedText
  package var mode: Mode
  /// The languages it works in, the first one first.
  package var languages: [Language]
  package var digits: Digits
  package var delegates: [Delegate]
  package var answers: [QuestionNumber: Answer]
  /// What else is this delegation's own: offers, wishes, cards, sign-offs, baselines.
  package var records: [RecordKey: Record]

  package init(
    code: DelegationCode,
    rank: Int? = nil,
    kind: Kind = .state,
    shortName: LocalizedText,
    officialName: LocalizedText,
    mode: Mode = .inPerson,
    languages: [Language] = Language.allCases,
    digits: Digits = .western,
    delegates: [Delegate] = [],
    answers: [QuestionNumber: Answer] = [:],
    records: [RecordKey: Record] = [:],
  ) {
    self.code = code
    self.rank = rank
    self.kind = kind
    self.shortName = shortName
    self.officialName = officialName
    self.mode = mode
    self.languages = languages
    self.digits = digits
    self.delegates = delegates
    self.answers = answers
    self.records = records
    shutAllPositions()
  }

  /// What it says of this question; an empty answer where it has said nothing.
  package func answer(to number: QuestionNumber) -> Answer { answers[number] ?? Answer() }
}

/// A person at the table.
package struct Delegate: Hashable, Sendable {
  package let id: String
  package var name: String
  package var institution: String
  package var role: String
  /// In person or online; a person is never both.
  package var isOnline: Bool

  package init(id: String, name: String, institution: String, role: String, isOnline: Bool) {
    self.id = id
    self.name = name
    self.institution = institution
    self.role = role
    self.isOnline = isOnline
  }
}
