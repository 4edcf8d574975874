/// Who was consulted on a domain or a question, when and how.
package struct Consulted: Hashable, Sendable {
  package enum Manner: String, CaseIterable, Sendable {
    case meeting
    case letter
    case online
  }

  package var domain: Int
  package var question: QuestionNumber?
  package var institution: String
  package var manner: Manner
  package var on: CalendarDate?

  package init(
    domain: Int,
    question: QuestionNumber? = nil,
    institution: String,
    manner: Manner = .meeting,
    on: CalendarDate? = nil,
  ) {
    self.domain = domain
    self.question = question
    self.institution = institution
    self.manner = manner
    self.on = on
  }
}

/// That somebody signed a domain off, as it was then.
package struct SignOff: Hashable, Sendable {
  package let domain: Int
  package let by: String
  package let at: Timestamp
  /// The last change that it covers; a later one to the domain voids it.
  package let after: String?

  package init(domain: Int, by: String, at: Timestamp, after: String?) {
    self.domain = domain
    self.by = by
    self.at = at
    self.after = after
  }
}

/// That a delegation would like to take part in the next assessment cycle.
package struct Interest: Hashable, Sendable {
  package var isInterested: Bool
  package var deadline: CalendarDate?
  package var note: String
  package var sharing: Sharing

  package init(
    isInterested: Bool,
    deadline: CalendarDate? = nil,
    note: String = "",
    sharing: Sharing = .private,
  ) {
    self.isInterested = isInterested
    self.deadline = deadline
    self.note = note
    self.sharing = sharing
  }
}

/// Whether the institutions of a delegation give their first positions unseen by each other.
package struct FirstRound: Hashable, Sendable {
  package var question: QuestionNumber
  package var isHidden: Bool

  package init(question: QuestionNumber, isHidden: Bool) {
    self.question = question
    self.isHidden = isHidden
  }
}

/// A delegation's assessment as it was on one day, with its fingerprint.
package struct Baseline: Hashable, Sendable {
  package let at: Timestamp
  package let by: String
  /// The SHA-256 of the delegation as canonical JSON, in hexadecimal.
  package let fingerprint: String
  package let version: String
  /// By the numbers of the questions.
  package let answers: [String: Answer]

  /// One answer as it was.
  package struct Answer: Hashable, Sendable {
    package let value: String
    package let note: String?
    package let evidence: [String]
    /// What the question asked then.
    package let wording: String
    /// The codes of the elements that were in place, in the order of their bytes.
    package let elements: [String]

    package init(
      value: String,
      note: String?,
      evidence: [String],
      wording: String,
      elements: [String] = [],
    ) {
      self.value = value
      self.note = note
      self.evidence = evidence
      self.wording = wording
      self.elements = elements
    }
  }

  package init(
    at: Timestamp,
    by: String,
    fingerprint: String,
    version: String,
    answers: [String: Answer],
  ) {
    self.at = at
    self.by = by
    self.fingerprint = fingerprint
    self.version = version
    self.answers = answers
  }
}

/// Who will verify an answer that is still to verify, and by when.
package struct Verification: Hashable, Sendable {
  package let question: QuestionNumber
  package var by: String
  package var due: CalendarDate?

  package init(question: QuestionNumber, by: String = "", due: CalendarDate? = nil) {
    self.question = question
    self.by = by
    self.due = due
  }
}
