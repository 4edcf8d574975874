// A change as it is told to other machines: what it set, and nothing of what was there before, of
// who made it or at which terminal, nor the identifier that it has where it was made.

extension Change {
  /// What the identifiers of told changes begin with.
  private static let toldMark = "shared-"

  /// Whether it was told by another machine, or to others.
  var isTold: Bool { Self.isTold(stamp.id) }

  /// What the identifiers of changes begin with that stay at home beside what came in.
  private static let besideMark = "beside-"

  /// Whether it stands at home beside what was told elsewhere, and is not told itself.
  var isBeside: Bool { stamp.id.hasPrefix(Self.besideMark) }

  /// A told form as it stands at home, so that what was told elsewhere does not do away with it.
  var beside: Change {
    let digest = stamp.id.dropFirst(Self.toldMark.count)
    return Change(
      stamp: Stamp(id: Self.besideMark + digest, at: stamp.at, by: stamp.by, order: stamp.order),
      delegation: delegation,
      question: question,
      what: what,
      was: was,
    )
  }

  /// That what it set is private again: the sharing of an answer, or that a record is not there.
  func takingBack(by encoding: some CanonicalEncoding) -> Change {
    let name = delegation?.description ?? ""
    if case .sharing = what { return told(what, by: name, encoding: encoding) }
    return told(what.nothing, by: name, encoding: encoding)
  }

  /// Whether an identifier is that of a change that was told.
  static func isTold(_ id: String) -> Bool { id.hasPrefix(toldMark) }

  /// The same known by what it tells and when, and signed by the delegation's code.
  ///
  /// The identifier follows from the content. So one change has the same on every machine of its
  /// delegation, and nobody can give one's identifier to another. What it settles is no part of it:
  /// that depends on what was told before.
  func told(
    _ what: What,
    was: What? = nil,
    by name: String,
    settles: [String] = [],
    encoding: some CanonicalEncoding,
  ) -> Change {
    func told(id: String, settles: [String]) -> Change {
      Change(
        stamp: Stamp(
          id: id,
          at: stamp.at,
          by: name,
          order: stamp.order,
        ),
        delegation: delegation,
        question: question,
        what: what,
        was: was ?? what.nothing,
        settles: settles,
      )
    }
    let digest = encoding.digest(of: encoding.bytes(of: told(id: "", settles: [])))
    return told(id: Self.toldMark + digest, settles: settles)
  }

  /// What a delegation tells of its own change where it shares what that set: the part itself, and
  /// the status that went with another part.
  ///
  /// A status is told with the value that it is of. Elsewhere it is told by itself, so that what
  /// changes with it is one part.
  func toldForms(by encoding: some CanonicalEncoding) -> [Change] {
    guard let delegation else { return [] }
    return what.told.map { told($0, by: delegation.description, encoding: encoding) }
  }

  /// The status that it sets, in whichever part.
  var statusSet: AnswerStatus? {
    switch what {
    case .answered(_, _, let status), .status(let status): status
    case .noted(_, let status), .evidence(_, _, let status): status
    case .applied, .position, .reservation, .sharing, .comment, .record: nil
    }
  }
}

extension Change.What {
  /// What may be told of it where it is shared; nothing of what is the delegation's alone.
  fileprivate var told: [Change.What] {
    switch self {
    case .answered, .applied, .status, .sharing: [self]
    case .noted(let note, let status):
      [.noted(note, status: nil)] + (status.map { [.status($0)] } ?? [])
    case .evidence(let id, let piece, let status):
      [.evidence(id: id, piece, status: nil)] + (status.map { [.status($0)] } ?? [])
    case .position, .reservation, .comment: []
    case .record(let key, let record):
      key.kind.canBeShared ? [.record(key, record?.withoutNames)] : []
    }
  }

  /// Whether anything of it may be told.
  var canBeTold: Bool { !told.isEmpty }

  /// Whether it is something that a delegation can tell, as it would be told.
  var isTold: Bool { told == [self] }

  /// The same part with nothing in it.
  var nothing: Change.What {
    if case .record(let key, _) = self { .record(key, nil) } else { Answer().current(self) }
  }
}

extension Record.Kind {
  /// Whether a delegation can let the room see it as its own.
  var canBeShared: Bool {
    switch self {
    case .offer, .wish, .card, .priority, .interest: true
    // That a profile may be named says the report; all else nobody but the delegation sees.
    case .profile, .frame, .delegate, .useful, .verification, .consulted, .signOff, .baseline,
      .firstRound, .consent, .remark, .passage, .passagePlace, .imprint, .keyFigure, .acronym,
      .reviewNote:
      false
    case .workshop, .identity, .agendaItem, .parked, .nextStep, .room, .speech, .attendance,
      .exchange:
      false
    }
  }
}
