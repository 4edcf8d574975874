/// One thing that someone did to a session.
///
/// The history, undo, the journal and the log are lists of these. A change carries what it set
/// and what was there before, so that it can be shown, taken back, and put beside another's.
package struct Change: Equatable, Sendable {
  /// Who did it and when, and the identifier by which it is known everywhere.
  package struct Stamp: Equatable, Sendable {
    package let id: String
    package let at: Timestamp
    package let by: String

    package init(id: String, at: Timestamp, by: String) {
      self.id = id
      self.at = at
      self.by = by
    }
  }

  package let stamp: Stamp
  package let delegation: DelegationCode
  package let question: QuestionNumber
  /// What it set.
  package let what: What
  /// The same part of the answer as it was before.
  package let was: What
  /// The change that this one takes back.
  package let undoes: String?

  package init(
    stamp: Stamp,
    delegation: DelegationCode,
    question: QuestionNumber,
    what: What,
    was: What,
    undoes: String? = nil,
  ) {
    self.stamp = stamp
    self.delegation = delegation
    self.question = question
    self.what = what
    self.was = was
    self.undoes = undoes
  }

  /// One part of an answer, and what it was set to.
  ///
  /// Where the status follows from the part (an agreed answer whose value changes is a draft
  /// again), the change says so itself: applying it never has to work anything out.
  package enum What: Equatable, Sendable {
    case answered(AnswerValue?, instruments: [String: Step], status: AnswerStatus)
    case applied(Applied?)
    case noted(TranslatedText?, status: AnswerStatus)
    case evidence(id: String, Evidence?, status: AnswerStatus)
    case position(institution: String, Position?)
    case reservation(institution: String, String?)
    case status(AnswerStatus)
    case sharing(Sharing)
    case comment(id: String, Comment?)
  }
}
