/// What one delegation says of one question.
package struct Answer: Equatable, Sendable {
  /// The value; `nil` while the question is open.
  package var value: AnswerValue?
  /// What it says of the parts of its question.
  package var parts: AnsweredParts
  /// Whether what the law or policy says is applied.
  ///
  /// Optional, and beyond the MGI, which look at laws, policies and institutions and not at
  /// practice.
  package var applied: Applied?
  /// The national context.
  package var note: TranslatedText?
  package var evidence: [Evidence]
  /// What each institution at the table says, as far as that is not hidden.
  package var positions: Positions
  /// What an institution still holds otherwise after the answer is agreed, by its name.
  package var reservations: [String: String]
  package var status: AnswerStatus
  package var sharing: Sharing
  package var comments: [Comment]
  /// Who changed it last, and when.
  package var by: String?
  package var at: Timestamp?

  package init(
    value: AnswerValue? = nil,
    elements: Set<String> = [],
    instruments: [String: Standing] = [:],
    applied: Applied? = nil,
    note: TranslatedText? = nil,
    evidence: [Evidence] = [],
    positions: Positions = [:],
    reservations: [String: String] = [:],
    status: AnswerStatus = .draft,
    sharing: Sharing = .private,
    comments: [Comment] = [],
    by: String? = nil,
    at: Timestamp? = nil,
  ) {
    self.value = value
    parts = AnsweredParts(elements: elements, instruments: instruments)
    self.applied = applied
    self.note = note
    self.evidence = evidence
    self.positions = positions
    self.reservations = reservations
    self.status = status
    self.sharing = sharing
    self.comments = comments
    self.by = by
    self.at = at
  }

  /// The elements of its question that are in place, by their codes.
  package var elements: Set<String> {
    get { parts.elements }
    set { parts.elements = newValue }
  }

  /// Of a question on ratification: how far each instrument is, by its code.
  package var instruments: [String: Standing] {
    get { parts.instruments }
    set { parts.instruments = newValue }
  }

  /// Nobody has given a value, and nobody has said that none will be given.
  package var isOpen: Bool { value == nil }

  /// Whether the institutions that gave a position do not all give the same.
  package var positionsDiffer: Bool { positions.differ }
}

/// How far an answer is.
package enum AnswerStatus: String, CaseIterable, Sendable {
  case draft
  /// The delegation agrees on it; needs evidence or a stated reason.
  case agreed
  case toVerify
}

/// Who may see an answer.
package enum Sharing: String, CaseIterable, Sendable {
  /// The delegation alone. The start.
  case `private`
  /// The screens of this workshop.
  case room
  /// The regional report and the exports.
  case report
}

/// Whether what the law or policy says is applied.
package enum Applied: String, CaseIterable, Sendable {
  case fully
  case partly
  case notYet
  case notKnown
}

/// What one institution at the table says of a question before the delegation agrees.
package struct Position: Hashable, Sendable {
  package var value: AnswerValue
  package var applied: Applied?
  package var reason: String?
  /// The law, document or data that it rests on, as the institution names it.
  package var evidence: String?
  /// The elements of the question that are in place, as the institution says.
  package var elements: Set<String>

  package init(
    value: AnswerValue,
    applied: Applied? = nil,
    reason: String? = nil,
    evidence: String? = nil,
    elements: Set<String> = [],
  ) {
    self.elements = elements
    self.value = value
    self.applied = applied
    self.reason = reason
    self.evidence = evidence
  }
}

extension Position {
  /// What it is compared by with another one's: the value, and what is ticked.
  package var said: Said { Said(value: value, elements: elements) }

  package struct Said: Hashable, Sendable {
    package let value: AnswerValue
    package let elements: Set<String>
  }
}

/// What someone remarked on an answer, until it is resolved.
package struct Comment: Hashable, Sendable {
  package let id: String
  package var text: String
  package var by: String
  package var at: Timestamp
  package var isResolved: Bool
  /// The identifier of the comment that this one answers.
  package var answers: String?

  package init(
    id: String,
    text: String,
    by: String,
    at: Timestamp,
    isResolved: Bool = false,
    answers: String? = nil,
  ) {
    self.answers = answers
    self.id = id
    self.text = text
    self.by = by
    self.at = at
    self.isResolved = isResolved
  }
}
