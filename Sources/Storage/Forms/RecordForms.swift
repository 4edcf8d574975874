import Consultation
import PlacedJSON

/// The forms of records.
///
/// A record may be private: what is wrong in it is told by its place alone.
enum RecordForms {
  /// A record of a kind.
  static func record(_ kind: Record.Kind) -> JSONForm<Record> {
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
    case .passage: of(passage, Record.passage)
    case .passagePlace: of(passagePlace, Record.passagePlace)
    case .imprint: of(imprint, Record.imprint)
    case .keyFigure: of(keyFigure, Record.keyFigure)
    case .acronym: of(acronym, Record.acronym)
    case .reviewNote: of(reviewNote, Record.reviewNote)
    }
  }

  private static func of<Content>(
    _ form: JSONForm<Content>,
    _ make: @escaping @Sendable (Content) -> Record,
  ) -> JSONForm<Record> {
    JSONForm(
      read: { value, way, reading in
        reading.record(value) { form.read(value, way, &$0).map(make) }
      },
      write: value,
    )
  }

  /// A record by the form of its kind: the compiler finds one that is written by another's.
  private static func value(of record: Record) -> JSONValue {
    switch record {
    case .workshop(let content): workshopFrame.write(content)
    case .identity(let content): identity.write(content)
    case .agendaItem(let content): recordedItem.write(content)
    case .parked(let content): parked.write(content)
    case .nextStep(let content): nextStep.write(content)
    case .room(let content): room.write(content)
    case .speech(let content): speech.write(content)
    case .attendance(let content): attendance.write(content)
    case .exchange(let content): exchange.write(content)
    case .frame(let content): frame.write(content)
    case .delegate(let content): recordedDelegate.write(content)
    case .offer(let content): offer.write(content)
    case .wish(let content): wish.write(content)
    case .card(let content): card.write(content)
    case .useful(let content): useful.write(content)
    case .priority(let content): priority.write(content)
    case .verification(let content): verification.write(content)
    case .consulted(let content): consulted.write(content)
    case .signOff(let content): signOff.write(content)
    case .interest(let content): interest.write(content)
    case .baseline(let content): baseline.write(content)
    case .firstRound(let content): firstRound.write(content)
    case .consent(let content): consent.write(content)
    case .profile(let content): profile.write(content)
    case .remark(let content): remark.write(content)
    case .passage(let content): passage.write(content)
    case .passagePlace(let content): passagePlace.write(content)
    case .imprint(let content): imprint.write(content)
    case .keyFigure(let content): keyFigure.write(content)
    case .acronym(let content): acronym.write(content)
    case .reviewNote(let content): reviewNote.write(content)
    }
  }

  // MARK: Of the workshop

  static let workshopFrame = JSONForm<WorkshopFrame>(
    JSONField("title", \.title, .text),
    JSONField("place", \.place, optional: .text),
    JSONField("days", \.days, .list(of: .date)),
    make: WorkshopFrame.init,
  )

  static let identity = JSONForm<DelegationIdentity>(
    JSONField("code", \.code, .delegation),
    JSONField("rank", \.rank, .number(in: DelegationIdentity.ranks)),
    JSONField("kind", \.kind, .code),
    JSONField("shortName", \.shortName, .recorded),
    JSONField("officialName", \.officialName, .recorded),
    make: DelegationIdentity.init,
  )

  static let recordedItem = JSONForm<AgendaItem>(
    JSONField("id", \.id, .string),
    JSONField("kind", \.kind, .code),
    JSONField("title", \.title, .text),
    JSONField("start", \.start, .number(in: AgendaItem.starts)),
    JSONField("minutes", \.minutes, .number(in: AgendaItem.lengths)),
    .domain(\.domain),
    make: AgendaItem.init,
  )

  static let parked = JSONForm<ParkedMatter>(
    JSONField("id", \.id, .string),
    JSONField("text", \.text, .string),
    JSONField("question", \.question, optional: .question),
    make: ParkedMatter.init,
  )

  static let nextStep = JSONForm<NextStep>(
    JSONField("id", \.id, .string),
    JSONField("text", \.text, .string),
    JSONField("owner", \.owner, .string),
    JSONField("due", \.due, optional: .date),
    make: NextStep.init,
  )

  static let room = JSONForm<RoomState>(
    JSONField("item", \.item, optional: .string),
    JSONField("startedAt", \.startedAt, optional: .moment),
    JSONField("pausedAt", \.pausedAt, optional: .moment),
    JSONField("paused", \.paused, .number(in: RoomState.pauses)),
    JSONField("added", \.added, .number(in: RoomState.additions)),
    .domain(\.domain),
    JSONField("question", \.question, optional: .question),
    JSONField("turns", \.turns, .code),
    JSONField("turn", \.turn, optional: .delegation),
  ) { item, startedAt, pausedAt, paused, added, domain, question, turns, turn in
    var room = RoomState(item: item, startedAt: startedAt, domain: domain, question: question)
    (room.pausedAt, room.paused, room.added) = (pausedAt, paused, added)
    (room.turns, room.turn) = (turns, turn)
    return room
  }

  static let speech = JSONForm<Speech>(
    JSONField("delegation", \.delegation, .delegation),
    JSONField("askedAt", \.askedAt, .moment),
    JSONField("startedAt", \.startedAt, optional: .moment),
    JSONField("endedAt", \.endedAt, optional: .moment),
  ) { delegation, askedAt, startedAt, endedAt in
    var speech = Speech(delegation: delegation, askedAt: askedAt)
    (speech.startedAt, speech.endedAt) = (startedAt, endedAt)
    return speech
  }

  static let attendance = JSONForm<Attendance>(
    JSONField("delegation", \.delegation, .delegation),
    JSONField("arrivedAt", \.arrivedAt, optional: .moment),
    JSONField("leftAt", \.leftAt, optional: .moment),
    make: Attendance.init,
  )

  static let exchange = JSONForm<Exchange>(
    JSONField("question", \.question, .question),
    JSONField("tells", \.tells, .delegation),
    JSONField("hears", \.hears, .list(of: .delegation)),
    JSONField("acceptedBy", \.acceptedBy, .list(of: .delegation)),
    JSONField("item", \.item, optional: .string),
    JSONField("said", \.said, .string),
    JSONField("takenHome", \.takenHome, .string),
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
      (kind, JSONForm<[String: Record]>.table(.any, of: record(kind)))
    }
  )

  /// `{"offer": {"1.2.3": {…}}}`; kinds that a newer program wrote are left to be kept.
  static let table = JSONForm<[RecordKey: Record]>(read: records, write: table)

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

extension JSONField where Part == Int? {
  /// The domain that something is about, where it is about one.
  static func domain(_ part: @escaping @Sendable (Whole) -> Int?) -> JSONField {
    JSONField("domain", part, optional: .number(in: QuestionNumber.range))
  }
}
