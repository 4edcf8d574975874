import Consultation
import PlacedJSON

/// The forms of records.
///
/// A record may be private: what is wrong in it is told by its place alone.
enum RecordForms {
  /// A record of a kind.
  static func record(_ kind: Record.Kind) -> Form<Record> {
    switch kind {
    case .workshop: of(workshopFrame, Record.workshop)
    case .identity: of(identity, Record.identity)
    case .agendaItem: of(recordedItem, Record.agendaItem)
    case .parked: of(parked, Record.parked)
    case .nextStep: of(nextStep, Record.nextStep)
    case .room: of(room, Record.room)
    case .speech: of(speech, Record.speech)
    case .attendance: of(attendance, Record.attendance)
    case .exchange: of(exchange, Record.exchange)
    case .frame: of(frame, Record.frame)
    case .delegate: of(recordedDelegate, Record.delegate)
    case .offer: of(offer, Record.offer)
    case .wish: of(wish, Record.wish)
    case .card: of(card, Record.card)
    case .useful: of(useful, Record.useful)
    case .priority: of(priority, Record.priority)
    case .verification: of(verification, Record.verification)
    case .consulted: of(consulted, Record.consulted)
    case .signOff: of(signOff, Record.signOff)
    case .interest: of(interest, Record.interest)
    case .baseline: of(baseline, Record.baseline)
    case .firstRound: of(firstRound, Record.firstRound)
    case .consent: of(consent, Record.consent)
    case .profile: of(profile, Record.profile)
    case .remark: of(remark, Record.remark)
    }
  }

  private static func of<Content>(
    _ form: Form<Content>,
    _ make: @escaping @Sendable (Content) -> Record,
  ) -> Form<Record> {
    Form(
      read: { value, way, reading in
        reading.record(value) { form.read(value, way, &$0).map(make) }
      },
      write: { record in (record.content as? Content).map(form.write) ?? .object([]) },
    )
  }

  // MARK: Of the workshop

  static let workshopFrame = Form<WorkshopFrame>(
    Field("title", \.title, .text),
    Field("place", \.place, optional: .text),
    Field("days", \.days, .list(of: .date)),
    make: WorkshopFrame.init,
  )

  static let identity = Form<DelegationIdentity>(
    Field("code", \.code, .delegation),
    Field("rank", \.rank, .number(in: DelegationIdentity.ranks)),
    Field("kind", \.kind, .code),
    Field("shortName", \.shortName, .recorded),
    Field("officialName", \.officialName, .recorded),
    make: DelegationIdentity.init,
  )

  static let recordedItem = Form<AgendaItem>(
    Field("id", \.id, .string),
    Field("kind", \.kind, .code),
    Field("title", \.title, .text),
    Field("start", \.start, .number(in: AgendaItem.starts)),
    Field("minutes", \.minutes, .number(in: AgendaItem.lengths)),
    .domain(\.domain),
    make: AgendaItem.init,
  )

  static let parked = Form<ParkedMatter>(
    Field("id", \.id, .string),
    Field("text", \.text, .string),
    Field("question", \.question, optional: .question),
    make: ParkedMatter.init,
  )

  static let nextStep = Form<NextStep>(
    Field("id", \.id, .string),
    Field("text", \.text, .string),
    Field("owner", \.owner, .string),
    Field("due", \.due, optional: .date),
    make: NextStep.init,
  )

  static let room = Form<RoomState>(
    Field("item", \.item, optional: .string),
    Field("startedAt", \.startedAt, optional: .moment),
    Field("pausedAt", \.pausedAt, optional: .moment),
    Field("paused", \.paused, .number(in: RoomState.pauses)),
    Field("added", \.added, .number(in: RoomState.additions)),
    .domain(\.domain),
    Field("question", \.question, optional: .question),
    Field("turns", \.turns, .code),
    Field("turn", \.turn, optional: .delegation),
  ) { item, startedAt, pausedAt, paused, added, domain, question, turns, turn in
    var room = RoomState(item: item, startedAt: startedAt, domain: domain, question: question)
    (room.pausedAt, room.paused, room.added) = (pausedAt, paused, added)
    (room.turns, room.turn) = (turns, turn)
    return room
  }

  static let speech = Form<Speech>(
    Field("delegation", \.delegation, .delegation),
    Field("askedAt", \.askedAt, .moment),
    Field("startedAt", \.startedAt, optional: .moment),
    Field("endedAt", \.endedAt, optional: .moment),
  ) { delegation, askedAt, startedAt, endedAt in
    var speech = Speech(delegation: delegation, askedAt: askedAt)
    (speech.startedAt, speech.endedAt) = (startedAt, endedAt)
    return speech
  }

  static let attendance = Form<Attendance>(
    Field("delegation", \.delegation, .delegation),
    Field("arrivedAt", \.arrivedAt, optional: .moment),
    Field("leftAt", \.leftAt, optional: .moment),
    make: Attendance.init,
  )

  static let exchange = Form<Exchange>(
    Field("question", \.question, .question),
    Field("tells", \.tells, .delegation),
    Field("hears", \.hears, .list(of: .delegation)),
    Field("acceptedBy", \.acceptedBy, .list(of: .delegation)),
    Field("item", \.item, optional: .string),
    Field("said", \.said, .string),
    Field("takenHome", \.takenHome, .string),
  ) { question, tells, hears, acceptedBy, item, said, takenHome in
    var exchange = Exchange(question: question, tells: tells, hears: hears)
    (exchange.acceptedBy, exchange.item) = (acceptedBy, item)
    (exchange.said, exchange.takenHome) = (said, takenHome)
    return exchange
  }
}

extension RecordForms {
  private static let tables = Dictionary(
    uniqueKeysWithValues: Record.Kind.allCases.map { kind in
      (kind, Form<[String: Record]>.table(.any, of: record(kind)))
    }
  )

  /// `{"offer": {"1.2.3": {…}}}`; kinds that a newer program wrote are left to be kept.
  static let table = Form<[RecordKey: Record]>(read: records, write: table)

  private static func records(
    of table: JSONValue,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> [RecordKey: Record]? {
    guard let kinds = table.members else {
      reading.report(wrongType: .object, at: way, of: table)
      return nil
    }
    var records: [RecordKey: Record] = [:]
    var unknown: [JSONValue.Member] = []
    for (name, values) in kinds {
      let kind = Record.Kind(rawValue: name)
      if kind == nil || values.members?.isEmpty == true { unknown.append((name, values)) }
      guard let kind, let form = tables[kind] else { continue }
      for (id, record) in form.read(values, { way().key(name) }, &reading) ?? [:] {
        records[RecordKey(kind, id)] = record
      }
    }
    // Without records the table is not written, and with it goes what was beside them.
    if !records.isEmpty { for member in unknown { reading.keep(member, at: way) } }
    return records
  }

  private static func table(_ records: [RecordKey: Record]) -> JSONValue {
    .object(
      Dictionary(grouping: records) { $0.key.kind }.map { kind, records in
        let own = Dictionary(records.map { ($0.key.id, $0.value) }) { $1 }
        return (kind.rawValue, tables[kind]?.write(own) ?? .object([]))
      }
    )
  }
}

extension Field where Part == Int? {
  /// The domain that something is about, where it is about one.
  static func domain(_ part: @escaping @Sendable (Whole) -> Int?) -> Field {
    Field("domain", part, optional: .number(in: QuestionNumber.range))
  }
}
