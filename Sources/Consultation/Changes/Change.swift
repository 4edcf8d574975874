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
    /// The terminal it was done at, as the system calls it; none where there was none.
    package var terminal: String?
    package var role: Role
    /// Where it stands among all changes.
    package var order: ChangeOrder
    /// The identifier of the act that it belongs to, where a person did several things by one.
    ///
    /// All of them have the same, and are taken back together.
    package var act: String?

    package init(
      id: String,
      at: Timestamp,
      by: String,
      terminal: String? = nil,
      role: Role = .delegate,
      order: ChangeOrder? = nil,
      act: String? = nil,
    ) {
      self.id = id
      self.at = at
      self.by = by
      self.terminal = terminal
      self.role = role
      self.order = order ?? ChangeOrder(at: at)
      self.act = act
    }

    /// The stamp of the change of this number within the act that this stamp is of.
    package func inAct(_ number: Int) -> Stamp {
      Stamp(
        id: "\(id)-\(number)",
        at: at,
        by: by,
        terminal: terminal,
        role: role,
        order: order,
        act: id,
      )
    }
  }

  /// As what a person does something.
  package enum Role: String, CaseIterable, Sendable {
    /// For the own delegation, whose answers are theirs to give.
    case delegate
    /// As a delegate would, at the delegation's wish: said to be on its behalf.
    case onBehalf
    /// Runs the room; comments on answers and alters none.
    case facilitator
  }

  package var stamp: Stamp
  /// Whose answer or record it sets; none where it is the workshop's.
  package let delegation: DelegationCode?
  /// The question of the answer; none for a record.
  package let question: QuestionNumber?
  /// What it set.
  package let what: What
  /// The same part of the answer as it was before.
  package let was: What
  /// The change that this one takes back.
  package let undoes: String?
  /// The changes between which this one decides, where several were made apart.
  package let settles: [String]

  package init(
    stamp: Stamp,
    delegation: DelegationCode?,
    question: QuestionNumber?,
    what: What,
    was: What,
    undoes: String? = nil,
    settles: [String] = [],
  ) {
    self.stamp = stamp
    self.delegation = delegation
    self.question = question
    self.what = what
    self.was = was
    self.undoes = undoes
    self.settles = settles
  }

  /// The same change to the answer of another number.
  func numbered(_ number: QuestionNumber?) -> Change {
    Change(
      stamp: stamp,
      delegation: delegation,
      question: number,
      what: what,
      was: was,
      undoes: undoes,
      settles: settles,
    )
  }

  /// One part of an answer, and what it was set to.
  ///
  /// Where the status follows from the part (an agreed answer whose value changes is a draft
  /// again), the change says so itself: applying it never has to work anything out. Agreeing is
  /// said together with the value that is agreed, so that it never passes to another value. A
  /// status that is not there stays as it is.
  ///
  /// What is large stands outside, so that a history of answers, which are most of it, is small.
  package enum What: Hashable, Sendable {
    case answered(AnswerValue?, parts: AnsweredParts, status: AnswerStatus)
    case applied(Applied?)
    indirect case noted(TranslatedText?, status: AnswerStatus?)
    indirect case evidence(id: String, Evidence?, status: AnswerStatus?)
    indirect case position(institution: String, GivenPosition?)
    case reservation(institution: String, String?)
    case status(AnswerStatus)
    case sharing(Sharing)
    indirect case comment(id: String, Comment?)
    /// Not a part of an answer: one of the session's records, or of a delegation's.
    indirect case record(RecordKey, Record?)
  }
}
