/// What a delegation has shared, as changes that hold nothing else: all of its session that leaves
/// its machine.
///
/// Made of a session alone, through the gate of the room. Of an answer that is shared it has what
/// stands, with its status; of records, those that the room sees as the delegation's own, without
/// the names of people. Positions, reservations, comments, earlier texts, who wrote what and where
/// are in none of its changes, nor their identifiers, which follow from what is told.
///
/// Of what was never shared it tells nothing, not even that it is there. What was told before and is
/// private again is told as that, so that others stop showing it.
///
/// What people of one delegation shared apart, on two machines, is all in it until one of them
/// decides: nobody's is dropped because another was later.
///
/// Limitations: an anonymous wish stays at home, since a file would tell whose it is. Whoever may
/// write where it is put can speak in the delegation's name.
package struct SharedPart: Equatable, Sendable {
  package let delegation: DelegationCode
  /// In their order.
  package let changes: [Change]

  /// What of a session is shared by one of its delegations.
  ///
  /// `before` is what its machines have told so far, as it was found: what of it this session does
  /// not know stays, and what is no more as it was is settled by what took its place.
  package init(
    of session: Session,
    by code: DelegationCode,
    after before: FoundPart? = nil,
    encoding: some CanonicalEncoding,
  ) {
    delegation = code
    let own = session.recordingUnrecorded(by: encoding).filter { $0.delegation == code }
    var telling = Telling(own: own, before: before?.changes ?? [], by: encoding)
    let answers = session.delegations[code]?.answers ?? [:]
    for (number, answer) in answers {
      if answer.sharing == .private {
        telling.takeBack(.answer(number))
      } else {
        telling.tell(.answer(number))
      }
    }
    let records = session.delegations[code]?.records ?? [:]
    let shared = records.filter { $0.key.kind.canBeShared && $0.value.isShared }
    for (key, record) in shared { telling.tell(.record(key), as: record, of: code) }
    for subject in telling.subjectsTold {
      if case .record(let key) = subject, shared[key] == nil { telling.takeBack(subject) }
    }
    changes = telling.changes.sorted { $0.comesBefore($1) }
  }

  /// Whether it says nothing that was not found.
  package func isAll(in found: FoundPart?) -> Bool { changes == found?.changes ?? [] }

  /// The session as it is written for others: the name of its workshop and of the delegation, and
  /// what that has shared.
  package func session(in session: Session) -> Session {
    var told = Session(
      id: session.id,
      questionnaire: session.questionnaire,
      workshop: Workshop(title: session.workshop.title),
      delegations: session.delegations[delegation].map { [$0.nameAndPlace] } ?? [],
    )
    told.apply(changes)
    return told
  }
}

/// What is shared or not as one thing: an answer with all its parts, or a record.
private enum Subject: Hashable {
  case answer(QuestionNumber)
  case record(RecordKey)

  init?(_ change: Change) {
    if case .record(let key, _) = change.what {
      self = .record(key)
    } else if let number = change.question {
      self = .answer(number)
    } else {
      return nil
    }
  }
}

/// The changes that a delegation tells, as they are gathered.
private struct Telling<Encoding: CanonicalEncoding> {
  private let own: [Subject: [Change]]
  private let before: [Subject: [Change]]
  /// The identifiers of everything that the session knows, as it is told.
  private let known: Set<String>
  /// Those of the told changes that the session has, and of what stays at home beside them.
  private let told: Set<String>
  private let kept: Set<String>
  private let encoding: Encoding
  private(set) var changes: [Change]

  init(own: [Change], before: [Change], by encoding: Encoding) {
    self.encoding = encoding
    func bySubject(_ changes: [Change]) -> [Subject: [Change]] {
      var grouped: [Subject: [Change]] = [:]
      for change in changes {
        if let subject = Subject(change) { grouped[subject, default: []].append(change) }
      }
      return grouped
    }
    self.own = bySubject(own)
    self.before = bySubject(before)
    var known: Set<String> = []
    for change in own {
      known.insert(change.stamp.id)
      // Its forms cost a digest each, and matter for what was told alone.
      if !change.isTold, !change.isBeside, let subject = Subject(change),
        self.before[subject] != nil
      {
        for form in change.toldForms(by: encoding) { known.insert(form.stamp.id) }
        if case .record = subject { known.insert(change.takingBack(by: encoding).stamp.id) }
      }
    }
    self.known = known
    told = Set(own.filter(\.isTold).map(\.stamp.id))
    kept = Set(own.filter(\.isBeside).map(\.stamp.id))
    // What another machine of the delegation told and this one does not know stays.
    changes = before.filter { [known] in !known.contains($0.stamp.id) }
  }

  var subjectsTold: [Subject] { Array(before.keys) }

  /// Tells how an answer stands.
  mutating func tell(_ subject: Subject) {
    let history = own[subject] ?? []
    var ends: [AnswerPart: LooseEnds] = [:]
    for change in history where change.part.kind != .status {
      if change.what.canBeTold { ends[change.part, default: LooseEnds()].take(change) }
    }
    let lastShared = history.last { $0.part.kind == .sharing && !$0.isTold && !$0.isBeside }
    var standing = ends.values.flatMap { ends in
      ends.changes.flatMap { change -> [Change] in
        if change.isTold { return [change] }
        let forms = change.toldForms(by: encoding).filter { $0.part == change.part }
        return forms.filter { isTold($0, of: subject) || (!ends.differ && isMeant($0)) }
      }
    }
    /// Whether whoever made it apart has shared it since, where the answer was shared elsewhere.
    func isMeant(_ form: Change) -> Bool {
      !kept.contains(form.beside.stamp.id)
        || lastShared.map { form.stamp.order < $0.stamp.order } ?? false
    }
    // With a value its status is told already.
    if let last = history.last(where: { $0.statusSet != nil }), last.part.kind != .value {
      standing +=
        last.isTold
        ? [last]
        : last.toldForms(by: encoding).filter { $0.part.kind == .status && isMeant($0) }
    }
    let toldBefore = partsEverTold(of: subject)
    add(
      standing.filter { !$0.tellsNothing || toldBefore.contains($0.part) },
      of: subject,
    )
  }

  /// Tells how a record stands, which may have been there before all changes.
  mutating func tell(_ subject: Subject, as record: Record, of code: DelegationCode) {
    guard case .record(let key) = subject else { return }
    var ends = LooseEnds()
    for change in own[subject] ?? [] { ends.take(change) }
    var standing = ends.changes
    if standing.isEmpty {
      standing = [
        Change(
          stamp: Change.Stamp(id: "", at: Timestamp(milliseconds: 0), by: "", order: .first),
          delegation: code,
          question: nil,
          what: .record(key, record),
          was: .record(key, nil),
        )
      ]
    }
    // Of several, one that is private stays at home.
    let shared = standing.filter { $0.isTold || ($0.record ?? record).isShared }
    add(
      shared.flatMap { $0.isTold ? [$0] : $0.toldForms(by: encoding) }
        .filter {
          shared.count == 1 || isTold($0, of: subject) || $0.record == record.withoutNames
        },
      of: subject,
    )
  }

  /// The parts of which something was told at any time, be it that all of it was private since.
  private func partsEverTold(of subject: Subject) -> Set<AnswerPart> {
    let before = before[subject] ?? []
    let settled = Set(before.flatMap(\.settles))
    var parts = Set(before.map(\.part))
    guard !settled.isEmpty else { return parts }
    for change in own[subject] ?? [] where !parts.contains(change.part) {
      let forms = change.isTold ? [change] : change.toldForms(by: encoding)
      if forms.contains(where: { settled.contains($0.stamp.id) && $0.part == change.part }) {
        parts.insert(change.part)
      }
    }
    return parts
  }

  /// Whether a form was told before, or is to be.
  private func isTold(_ form: Change, of subject: Subject) -> Bool {
    told.contains(form.stamp.id)
      || before[subject]?.contains { $0.stamp.id == form.stamp.id } ?? false
  }

  /// Tells that something is private again, where it was told before.
  mutating func takeBack(_ subject: Subject) {
    guard before[subject]?.contains(where: { known.contains($0.stamp.id) }) ?? false else {
      return
    }
    let last =
      switch subject {
      case .answer: own[subject]?.last { $0.part.kind == .sharing }
      case .record: own[subject]?.last
      }
    guard let last else { return }
    add([last.isTold ? last : last.takingBack(by: encoding)], of: subject)
  }

  /// Takes in what now stands of a subject; what was told before and is known here is settled by it.
  private mutating func add(_ standing: [Change], of subject: Subject) {
    let before = before[subject] ?? []
    let ids = Set(standing.map(\.stamp.id))
    let left = before.filter { known.contains($0.stamp.id) && !ids.contains($0.stamp.id) }
    let settled = Set(left.map(\.stamp.id) + before.flatMap(\.settles)).subtracting(ids).sorted()
    for change in standing {
      let same = before.first { $0.stamp.id == change.stamp.id }
      let isSettling = change.isTold && !change.settles.isEmpty
      changes.append(same ?? (isSettling ? change : change.settling(settled)))
    }
  }
}

extension Change {
  /// Whether a part of an answer is empty now: that it was not, is nobody's who was not told.
  fileprivate var tellsNothing: Bool {
    switch what {
    case .status, .sharing: false
    default: what == what.nothing
    }
  }

  fileprivate func settling(_ ids: [String]) -> Change {
    Change(
      stamp: stamp,
      delegation: delegation,
      question: question,
      what: what,
      was: was,
      undoes: undoes,
      settles: ids,
    )
  }
}
