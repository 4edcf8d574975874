import Consultation
import PlacedJSON

/// From a session to JSON, by the contract of the session file.
enum SessionWriting {
  static let format = "majlis-session"
  static let version = 1

  static func value(_ session: Session) -> JSONValue {
    object([
      (
        "delegations",
        .object(session.orderedDelegations.map { ($0.code.description, delegation($0)) }),
      ),
      ("format", .string(format)),
      ("handOver", session.handOver.map(handOver)),
      (
        "history",
        .array(session.history.map { change($0, isShut: session.hides($0)) }),
      ),
      ("id", .string(session.id)),
      ("order", .array(session.order.map { .string($0.description) })),
      ("ranks", ranks(session)),
      ("records", RecordCoding.table(session.records)),
      (
        "receipts",
        session.receipts.isEmpty ? nil : .array(session.receipts.map(receipt)),
      ),
      (
        "questionnaire",
        .object([
          ("id", .string(session.questionnaire.id)),
          ("version", .string(session.questionnaire.version)),
        ]),
      ),
      ("version", .number(version)),
      ("workshop", workshop(session.workshop)),
    ])
  }

  private static func workshop(_ workshop: Workshop) -> JSONValue {
    var members = members(of: workshop.title, called: "title")
    if let place = workshop.place { members += self.members(of: place, called: "place") }
    members += [
      ("days", .array(workshop.days.map { .string($0.description) })),
      ("agenda", .array(workshop.agenda.map(item))),
      (
        "parkingLot",
        .array(
          workshop.parkingLot.map {
            object([
              ("id", .string($0.id)),
              ("question", $0.question.map { .string($0.description) }),
              ("text", .string($0.text)),
            ])
          }
        ),
      ),
      ("actions", .array(workshop.actions.map(step))),
    ]
    return .object(members)
  }

  private static func item(_ item: AgendaItem) -> JSONValue {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return .object(
      members(of: item.title, called: "title") + [
        ("id", .string(item.id)),
        ("kind", .string(item.kind.rawValue)),
        ("minutes", .number(item.minutes)),
        ("start", .string("\(two(item.start / 60)):\(two(item.start % 60))")),
      ] + (item.domain.map { [("domain", .number($0))] } ?? [])
    )
  }

  private static func step(_ step: NextStep) -> JSONValue {
    object([
      ("due", step.due.map { .string($0.description) }),
      ("id", .string(step.id)),
      ("owner", .string(step.owner)),
      ("text", .string(step.text)),
    ])
  }

  private static func receipt(_ receipt: Receipt) -> JSONValue {
    .object([
      ("at", .string(receipt.at.text)),
      ("by", .string(receipt.by)),
      ("delegation", .string(receipt.delegation.description)),
      ("fingerprint", .string(receipt.fingerprint)),
    ])
  }

  private static func handOver(_ handOver: HandOver) -> JSONValue {
    .object([
      ("at", .string(handOver.at.text)),
      ("delegation", .string(handOver.delegation.description)),
      ("fingerprint", .string(handOver.fingerprint)),
    ])
  }

  /// The places in the neutral order that the order of the file does not tell: those that do not
  /// follow the one before.
  private static func ranks(_ session: Session) -> JSONValue? {
    var ranks: [JSONValue.Member] = []
    var last = -1
    for case let (code, rank?) in session.orderedDelegations.map({ ($0.code, $0.rank) }) {
      if rank != last + 1 { ranks.append((code.description, .number(rank))) }
      last = rank
    }
    return ranks.isEmpty ? nil : .object(ranks)
  }

  static func delegation(_ delegation: Delegation) -> JSONValue {
    let answers = delegation.answers.sorted { $0.key < $1.key }
    return object([
      ("answers", .object(answers.map { ($0.key.description, answer($0.value)) })),
      ("delegates", .array(delegation.delegates.map(delegate))),
      ("digits", .string(delegation.digits.rawValue)),
      ("kind", .string(delegation.kind.rawValue)),
      ("languages", .array(delegation.languages.map { .string($0.rawValue) })),
      ("mode", .string(delegation.mode.rawValue)),
      ("officialName", text(delegation.officialName)),
      ("records", RecordCoding.table(delegation.records)),
      ("shortName", text(delegation.shortName)),
    ])
  }

  private static func delegate(_ delegate: Delegate) -> JSONValue {
    .object([
      ("id", .string(delegate.id)),
      ("institution", .string(delegate.institution)),
      ("mode", .string(delegate.isOnline ? "online" : "inPerson")),
      ("name", .string(delegate.name)),
      ("role", .string(delegate.role)),
    ])
  }

  // MARK: Answers

  static func answer(_ answer: Answer) -> JSONValue {
    var members = members(of: answer.value)
    if !answer.instruments.isEmpty { members.append(("instruments", steps(answer.instruments))) }
    if let note = answer.note { members += self.members(of: note, called: "note") }
    if !answer.evidence.isEmpty {
      members.append(("evidence", .array(answer.evidence.map(evidence))))
    }
    if !answer.positions.isEmpty {
      let isShut = answer.positions.isHidden
      let positions = answer.positions.insideForKeeping.sorted { $0.key < $1.key }
      members.append(
        ("positions", .array(positions.map { position($0.key, $0.value, isShut: isShut) }))
      )
    }
    if !answer.reservations.isEmpty {
      let reservations = answer.reservations.sorted { $0.key < $1.key }
      members.append(
        (
          "reservations",
          .array(
            reservations.map {
              .object([("institution", .string($0.key)), ("text", .string($0.value))])
            }
          ),
        )
      )
    }
    if !answer.comments.isEmpty {
      members.append(("comments", .array(answer.comments.map(comment))))
    }
    let rest: [(String, JSONValue?)] = [
      ("applied", answer.applied.map { .string($0.rawValue) }),
      ("status", .string(answer.status.rawValue)),
      ("sharing", .string(answer.sharing.rawValue)),
      ("by", answer.by.map { .string($0) }),
      ("at", answer.at.map { .string($0.text) }),
    ]
    return .object(members + rest.compactMap { pair in pair.1.map { (pair.0, $0) } })
  }

  private static func members(of value: AnswerValue?) -> [JSONValue.Member] {
    switch value {
    case nil: []
    case .step(let step): [("value", .string(step.rawValue))]
    case .option(let code): [("value", .string(code))]
    case .options(let codes): [("value", .array(codes.map { .string($0) }))]
    case .number(let number): [("value", JSONValue(.number(digits(of: number))))]
    case .date(let date): [("value", .string(date.description))]
    case .text(let text): [("value", .string(text))]
    case .declined: [("value", .string(AnswerValue.declinedCode))]
    case .notApplicable(let reason):
      [("value", .string(AnswerValue.notApplicableCode))]
        + (reason.map { [("notApplicableReason", .string($0))] } ?? [])
    }
  }

  /// A whole number without a fraction, any other in its shortest exact form.
  private static func digits(of number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
  }

  private static func steps(_ steps: [String: Step]) -> JSONValue {
    .object(steps.map { ($0.key, .string($0.value.rawValue)) })
  }

  private static func evidence(_ evidence: Evidence) -> JSONValue {
    object([
      ("article", evidence.article.map { .string($0) }),
      ("id", .string(evidence.id)),
      ("kind", .string(evidence.kind.rawValue)),
      ("link", evidence.link.map { .string($0) }),
      ("title", .string(evidence.title)),
      ("year", evidence.year.map { .number($0) }),
    ])
  }

  /// What an institution says; sealed from a glance while its round is hidden.
  private static func position(
    _ institution: String,
    _ position: Position,
    isShut: Bool,
  ) -> JSONValue {
    if isShut {
      let inside = self.position(institution, position, isShut: false)
      return .object([
        ("institution", .string(institution)),
        (SealedPosition.key, .string(SealedPosition.text(inside))),
      ])
    }
    let rest: [(String, JSONValue?)] = [
      ("institution", .string(institution)),
      ("applied", position.applied.map { .string($0.rawValue) }),
      ("reason", position.reason.map { .string($0) }),
      ("evidence", position.evidence.map { .string($0) }),
    ]
    return .object(
      members(of: position.value) + rest.compactMap { pair in pair.1.map { (pair.0, $0) } }
    )
  }

  private static func comment(_ comment: Comment) -> JSONValue {
    object([
      ("answers", comment.answers.map { .string($0) }),
      ("at", .string(comment.at.text)),
      ("by", .string(comment.by)),
      ("id", .string(comment.id)),
      ("resolved", JSONValue(.bool(comment.isResolved))),
      ("text", .string(comment.text)),
    ])
  }

  // MARK: History

  /// A change; what it says of a position is sealed from a glance where that is shut.
  static func change(_ change: Change, isShut: Bool) -> JSONValue {
    object([
      ("act", change.stamp.act.map { .string($0) }),
      ("at", .string(change.stamp.at.text)),
      ("by", .string(change.stamp.by)),
      ("delegation", change.delegation.map { .string($0.description) }),
      ("id", .string(change.stamp.id)),
      (
        "order",
        change.stamp.order == ChangeOrder(at: change.stamp.at)
          ? nil : .number(change.stamp.order.value),
      ),
      ("question", change.question.map { .string($0.description) }),
      (
        "role",
        change.stamp.role == .delegate ? nil : .string(change.stamp.role.rawValue),
      ),
      (
        "settles",
        change.settles.isEmpty ? nil : .array(change.settles.map { .string($0) }),
      ),
      ("terminal", change.stamp.terminal.map { .string($0) }),
      ("to", part(change.what, isShut: isShut)),
      ("undoes", change.undoes.map { .string($0) }),
      ("was", part(change.was, isShut: isShut)),
      ("what", .string(name(of: change.what))),
    ])
  }

  /// What a change is called: after the part of the answer, or the kind of the record.
  private static func name(of what: Change.What) -> String {
    if case .record(let key, _) = what { return key.kind.rawValue }
    return PartCode(what)?.rawValue ?? ""
  }

  private static func part(_ part: Change.What, isShut: Bool) -> JSONValue {
    switch part {
    case .record(let key, let record):
      object([("id", .string(key.id)), ("record", record.map(RecordCoding.value))])
    case .answered(let value, let instruments, let status):
      .object(
        members(of: value)
          + (instruments.isEmpty ? [] : [("instruments", steps(instruments))])
          + [("status", .string(status.rawValue))]
      )
    case .applied(let applied): object([("applied", applied.map { .string($0.rawValue) })])
    case .noted(let note, let status):
      .object(
        (note.map { members(of: $0, called: "note") } ?? [])
          + (status.map { [("status", .string($0.rawValue))] } ?? [])
      )
    case .evidence(let id, let piece, let status):
      object([
        ("evidence", piece.map(evidence)),
        ("evidenceID", .string(id)),
        ("status", status.map { .string($0.rawValue) }),
      ])
    case .position(let institution, let position):
      object([
        ("institution", .string(institution)),
        (
          "position",
          position.map { self.position(institution, $0.insideForKeeping, isShut: isShut) },
        ),
      ])
    case .reservation(let institution, let text):
      object([("institution", .string(institution)), ("text", text.map { .string($0) })])
    case .status(let status): .object([("status", .string(status.rawValue))])
    case .sharing(let sharing): .object([("sharing", .string(sharing.rawValue))])
    case .comment(let id, let comment):
      object([("comment", comment.map(self.comment)), ("commentID", .string(id))])
    }
  }

  // MARK: Parts

  private static func members(
    of text: TranslatedText,
    called name: String,
  ) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      (name, .string(text.original)), ("\(name)Language", .string(text.language.rawValue)),
    ]
    if !text.translations.isEmpty {
      let translations = text.translations.map { language, translation in
        (
          key: language.rawValue,
          value: object([
            ("older", translation.isOlder ? JSONValue(.bool(true)) : nil),
            ("standing", .string(translation.standing.rawValue)),
            ("text", .string(translation.text)),
          ]),
        )
      }
      members.append(("\(name)Translations", .object(translations)))
    }
    return members
  }

  private static func text(_ text: LocalizedText) -> JSONValue {
    .object(Language.allCases.map { ($0.rawValue, .string(text[$0])) })
  }

  /// An object without the keys that have no value.
  private static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { pair in pair.1.map { (pair.0, $0) } })
  }
}

/// What a change is called in the history.
enum PartCode: String, CaseIterable {
  case answered, applied, noted, evidence, position, reservation, status, sharing, comment

  /// - Returns: `nil` for a record, which is called after its kind.
  init?(_ part: Change.What) {
    switch part {
    case .record: return nil
    case .answered: self = .answered
    case .applied: self = .applied
    case .noted: self = .noted
    case .evidence: self = .evidence
    case .position: self = .position
    case .reservation: self = .reservation
    case .status: self = .status
    case .sharing: self = .sharing
    case .comment: self = .comment
    }
  }
}
