import Consultation
import PlacedJSON

extension JSONForm where Value == Change {
  /// A change as it stands in the history; what it says of a position is open there, or sealed
  /// from a glance.
  static let change = change(isShut: false)
  static let shutChange = change(isShut: true)

  private static func change(isShut: Bool) -> JSONForm {
    let parts = JSONForm<Change.What>.parts(isShut: isShut)
    return JSONForm(
      read: { value, way, reading in
        guard var object = ObjectReading(value) else {
          reading.report(wrongType: .object, at: way, of: value)
          return nil
        }
        let change = read(&object, way, &reading, parts)
        object.keepUnknown(besides: ["question"], at: way, &reading)
        return change
      },
      write: { change in
        let name = change.what.name
        var members: [JSONValue.Member] = []
        members.reserveCapacity(12)
        members.append(("what", .string(name)))
        stamp.write(change.stamp, &members)
        undoes.write(change, &members)
        settles.write(change, &members)
        if let code = change.delegation {
          members.append(("delegation", .string(code.description)))
        }
        if let number = change.question {
          members.append(("question", .string(number.description)))
        }
        if let form = parts[name] {
          members.append(("to", form.write(change.what)))
          members.append(("was", form.write(change.was)))
        }
        return .object(members)
      },
    )
  }

  private static func read(
    _ object: inout ObjectReading,
    _ way: Way,
    _ reading: inout FileReading,
    _ parts: [String: JSONForm<Change.What>],
  ) -> Change? {
    guard let name = object.required("what", .string, way, &reading) else { return nil }
    let stamp = stamp.read(&object, way, &reading)
    let code = object.optional("delegation", .delegation, way, &reading)
    var number: QuestionNumber?
    if Record.Kind(rawValue: name) == nil {
      number = object.required("question", .question, way, &reading)
      if code == nil { _ = object.required("delegation", way, &reading) }
      _ = object.required("what", JSONForm<PartCode>.code, way, &reading)
      reading.answers(number)
    }
    let to = object.required("to", way, &reading)
    let was = object.required("was", way, &reading)
    let undoes = undoes.read(&object, way, &reading) ?? nil
    let settles = settles.read(&object, way, &reading) ?? []
    guard let form = parts[name], let to, let was else { return nil }
    let what = form.read(to, { way().key("to") }, &reading)
    let before = form.read(was, { way().key("was") }, &reading)
    guard let stamp, let what, let before else { return nil }
    return Change(
      stamp: stamp,
      delegation: code,
      question: number,
      what: what,
      was: before,
      undoes: undoes,
      settles: settles,
    )
  }

  private static let undoes = JSONField<Change, String?>("undoes", \.undoes, optional: .string)
  private static let settles = JSONField<Change, [String]>(
    "settles",
    \.settles,
    .list(of: .string),
    omitting: [],
  )
  private static let stamp = JSONFields<Change.Stamp>.stamp
}

extension JSONFields where Whole == Change.Stamp {
  private static let id = JSONField<Whole, String>("id", \.id, .string)
  private static let by = JSONField<Whole, String>("by", \.by, .string)
  private static let at = JSONField<Whole, Timestamp>("at", \.at, .moment)
  private static let terminal = JSONField<Whole, String?>(
    "terminal",
    \.terminal,
    optional: .string,
  )
  private static let role = JSONField<Whole, Change.Role>(
    "role",
    \.role,
    .code,
    omitting: .delegate,
  )
  /// The place among all changes is left out where it is that of the moment.
  private static let order = JSONField<Whole, Int?>(
    "order",
    { $0.order == ChangeOrder(at: $0.at) ? nil : $0.order.value },
    optional: .number(in: ChangeOrder.range, outside: Fault.What.orderDoesNotFit),
  )
  private static let act = JSONField<Whole, String?>("act", \.act, optional: .string)

  /// Read one by one, and not as a pack of fields, whose types are looked up again for each: a long
  /// history has a hundred thousand of these.
  fileprivate static let stamp = JSONFields(
    keys: id.keys + by.keys + at.keys + terminal.keys + role.keys + order.keys + act.keys,
    read: { object, way, reading in
      let id = id.read(&object, way, &reading)
      let by = by.read(&object, way, &reading)
      let at = at.read(&object, way, &reading)
      let terminal = terminal.read(&object, way, &reading)
      let role = role.read(&object, way, &reading)
      let order = order.read(&object, way, &reading)
      let act = act.read(&object, way, &reading)
      guard let id, let by, let at, let terminal, let role, let order, let act else { return nil }
      return Change.Stamp(
        id: id,
        at: at,
        by: by,
        terminal: terminal,
        role: role,
        order: order.map { ChangeOrder(clamping: $0) },
        act: act,
      )
    },
    write: { stamp, members in
      id.write(stamp, &members)
      by.write(stamp, &members)
      at.write(stamp, &members)
      terminal.write(stamp, &members)
      role.write(stamp, &members)
      order.write(stamp, &members)
      act.write(stamp, &members)
    },
  )
}

/// What a change is called in the history.
enum PartCode: String, CaseIterable {
  case answered, applied, noted, evidence, position, reservation, status, sharing, comment
}

extension Change.What {
  /// What a change of it is called in the history: after the part of the answer, or the kind of the
  /// record.
  fileprivate var name: String {
    switch self {
    case .record(let key, _): key.kind.rawValue
    case .answered: PartCode.answered.rawValue
    case .applied: PartCode.applied.rawValue
    case .noted: PartCode.noted.rawValue
    case .evidence: PartCode.evidence.rawValue
    case .position: PartCode.position.rawValue
    case .reservation: PartCode.reservation.rawValue
    case .status: PartCode.status.rawValue
    case .sharing: PartCode.sharing.rawValue
    case .comment: PartCode.comment.rawValue
    }
  }
}

// MARK: Parts

extension JSONForm where Value == Change.What {
  /// The forms of all parts, by what their changes are called.
  ///
  /// What is a key of any of them is known in all: what a change is told by depends on what it
  /// changes.
  fileprivate static func parts(isShut: Bool) -> [String: JSONForm] {
    var fields: [String: JSONFields<Change.What>] = [:]
    for code in PartCode.allCases { fields[code.rawValue] = .part(code, isShut: isShut) }
    for kind in Record.Kind.allCases { fields[kind.rawValue] = .record(kind) }
    let keys = Set(fields.values.flatMap(\.keys))
    return fields.mapValues { JSONForm($0, passingOver: Array(keys), isLenient: true) }
  }
}

extension JSONFields where Whole == Change.What {
  /// The fields of what one case has.
  private static func of<Parts>(
    _ fields: JSONFields<Parts>,
    _ make: @escaping @Sendable (Parts) -> Change.What,
    taking parts: @escaping @Sendable (Change.What) -> Parts?,
  ) -> JSONFields {
    JSONFields(
      keys: fields.keys,
      read: { object, way, reading in fields.read(&object, way, &reading).map(make) },
      write: { what, members in
        if let parts = parts(what) { fields.write(parts, &members) }
      },
    )
  }

  fileprivate static func record(_ kind: Record.Kind) -> JSONFields {
    let fields = JSONFields<(String, Record?)>(
      JSONField("id", \.0, .string),
      JSONField("record", \.1, optional: RecordForms.record(kind), told: []),
    ) { ($0, $1) }
    return of(fields) {
      .record(RecordKey(kind, $0), $1)
    } taking: {
      if case .record(let key, let record) = $0 { (key.id, record) } else { nil }
    }
  }

  fileprivate static func part(_ code: PartCode, isShut: Bool) -> JSONFields {
    switch code {
    case .answered: answered
    case .applied:
      of(
        JSONFields<Applied?>(JSONField("applied", \.self, optional: .code)) { $0 },
        Change.What.applied,
      ) {
        if case .applied(let applied) = $0 { .some(applied) } else { nil }
      }
    case .noted: noted
    case .evidence: evidence
    case .position: position(isShut: isShut)
    case .reservation: reservation
    case .status:
      of(
        JSONFields<AnswerStatus>(JSONField("status", \.self, .code, default: .draft)) { $0 },
        Change.What.status,
      ) { if case .status(let status) = $0 { status } else { nil } }
    case .sharing:
      of(
        JSONFields<Sharing>(JSONField("sharing", \.self, .code, default: .private)) { $0 },
        Change.What.sharing,
      ) { if case .sharing(let sharing) = $0 { sharing } else { nil } }
    case .comment: comment
    }
  }

  private static let value = JSONField<AnswerValue?, AnswerValue?>.value(\.self)
  private static let status = JSONField<AnswerStatus, AnswerStatus>(
    "status",
    \.self,
    .code,
    default: .draft,
  )

  /// Read one by one, as a stamp is: most of a history are these.
  private static let answered = JSONFields(
    keys: value.keys + AnsweredParts.fields.keys + status.keys,
    read: { object, way, reading in
      let value = value.read(&object, way, &reading)
      let parts = AnsweredParts.fields.read(&object, way, &reading)
      let status = status.read(&object, way, &reading)
      guard let value, let parts, let status else { return nil }
      return .answered(value, parts: parts, status: status)
    },
    write: { what, members in
      guard case .answered(let answer, let parts, let standing) = what else { return }
      value.write(answer, &members)
      AnsweredParts.fields.write(parts, &members)
      status.write(standing, &members)
    },
  )

  private static let noted = of(
    JSONFields<(TranslatedText?, AnswerStatus?)>(
      .text("note", \.0),
      JSONField("status", \.1, optional: .code),
    ) { ($0, $1) }
  ) {
    .noted($0, status: $1)
  } taking: {
    if case .noted(let note, let status) = $0 { (note, status) } else { nil }
  }

  private static let evidence = of(
    JSONFields<(String, Evidence?, AnswerStatus?)>(
      JSONField("evidenceID", \.0, .string),
      JSONField("evidence", \.1, optional: .evidence),
      JSONField("status", \.2, optional: .code),
    ) { ($0, $1, $2) }
  ) {
    .evidence(id: $0, $1, status: $2)
  } taking: {
    if case .evidence(let id, let piece, let status) = $0 { (id, piece, status) } else { nil }
  }

  private static func position(isShut: Bool) -> JSONFields {
    let fields = JSONFields<(String, GivenBy?)>(
      JSONField("institution", \.0, .string),
      JSONField("position", \.1, optional: .givenPosition, told: [.key("positions")]),
    ) { ($0, $1) }
    return of(fields) { name, given in
      .position(institution: name, given.map { GivenPosition($0.position) })
    } taking: {
      guard case .position(let name, let given) = $0 else { return nil }
      let inside = given?.insideForKeeping
      return (name, inside.map { GivenBy(institution: name, position: $0, isShut: isShut) })
    }
  }

  private static let reservation = of(
    JSONFields<(String, String?)>(
      JSONField("institution", \.0, .string),
      JSONField("text", \.1, optional: .string),
    ) { ($0, $1) }
  ) {
    .reservation(institution: $0, $1)
  } taking: {
    if case .reservation(let name, let text) = $0 { (name, text) } else { nil }
  }

  private static let comment = of(
    JSONFields<(String, Comment?)>(
      JSONField("commentID", \.0, .string),
      JSONField("comment", \.1, optional: .comment, told: [.key("comments")]),
    ) { ($0, $1) }
  ) {
    .comment(id: $0, $1)
  } taking: {
    if case .comment(let id, let comment) = $0 { (id, comment) } else { nil }
  }
}
