import Consultation
import PlacedJSON

extension SessionFile {
  static let format = "majlis-session"
  static let formatVersion = 1
}

extension JSONForm where Value == Session {
  /// A session, by the contract of the session file.
  static let session = JSONForm(
    JSONFields(
      JSONField("id", \.id, .string),
      JSONField("questionnaire", \.questionnaire, .identity),
      JSONField("workshop", \.workshop, .workshop),
      .delegations,
      JSONField("history", .list(of: .change)) { session in
        .array(
          session.history.map { change in
            (session.hides(change) ? JSONForm<Change>.shutChange : .change).write(change)
          }
        )
      },
      JSONField("receipts", \.receipts, .list(of: .receipt), omitting: []),
      JSONField("handOver", \.handOver, optional: .handOver),
      JSONField("records", \.records, RecordForms.table, omitting: [:]),
      make: Session.init,
    ),
    constants: [
      "format": .string(SessionFile.format), "version": .number(SessionFile.formatVersion),
    ],
  )
}

extension JSONForm where Value == Questionnaire.Identity {
  static let identity = JSONForm(
    JSONField("id", \.id, .string),
    JSONField("version", \.version, .string),
    make: Questionnaire.Identity.init,
  )
}

extension JSONForm where Value == HandOver {
  fileprivate static let handOver = JSONForm(
    JSONField("delegation", \.delegation, .delegation),
    JSONField("at", \.at, .moment),
    JSONField("fingerprint", \.fingerprint, .string),
    make: HandOver.init,
  )
}

extension JSONForm where Value == Receipt {
  fileprivate static let receipt = JSONForm(
    JSONField("by", \.by, .string),
    JSONField("delegation", \.delegation, .delegation),
    JSONField("at", \.at, .moment),
    JSONField("fingerprint", \.fingerprint, .string),
  ) { Receipt(delegation: $1, at: $2, by: $0, fingerprint: $3) }
}

// MARK: Workshop

extension JSONForm where Value == Workshop {
  fileprivate static let workshop = JSONForm(
    .text("title", \.title),
    .text("place", \.place),
    JSONField("days", \.days, .list(of: .date), default: []),
    JSONField("agenda", \.agenda, .list(of: .item, noTwoOfOne: "id")),
    JSONField("parkingLot", \.parkingLot, .list(of: RecordForms.parked, noTwoOfOne: "id")),
    JSONField("actions", \.actions, .list(of: RecordForms.nextStep, noTwoOfOne: "id")),
    make: Workshop.init,
  )
}

extension JSONForm where Value == AgendaItem {
  fileprivate static let item = JSONForm(
    JSONField("id", \.id, .string),
    JSONField("kind", \.kind, .code),
    .text("title", \.title),
    JSONField("minutes", \.minutes, .number(in: AgendaItem.lengths)),
    JSONField("start", \.start, .minutesAfterMidnight),
    .domain(\.domain),
  ) { AgendaItem(id: $0, kind: $1, title: $2, start: $4, minutes: $3, domain: $5) }
}

extension JSONForm where Value == Int {
  /// `09:30`.
  fileprivate static let minutesAfterMidnight = JSONForm.formed(
    { text in
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.map(\.utf8.count) == [2, 2],
        parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
        let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
      else { return nil }
      return hour * 60 + minute
    },
    { minutes in
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(two(minutes / 60)):\(two(minutes % 60))"
    },
  )
}

// MARK: Delegations

extension JSONField where Whole == Session, Part == [Delegation] {
  /// The delegations by their codes, their order, and the places in it that the order does not
  /// tell.
  fileprivate static var delegations: JSONField {
    JSONField(
      keys: ["delegations", "order", "ranks"],
      read: { object, way, reading in
        let ranks = object.take("ranks")
        let order = object.take("order")
        guard let value = object.required("delegations", way, &reading) else { return nil }
        let byCode = delegations(value, ranks, { way().key("delegations") }, &reading)
        let rest = byCode.keys.sorted()
        return (codes(order, in: value, { way().key("order") }, &reading) + rest)
          .compactMap { byCode[$0] }
      },
      write: { session, members in
        members.append(
          (
            "delegations",
            .object(
              session.orderedDelegations.map { delegation in
                (
                  delegation.code.description,
                  JSONForm.delegation(delegation.code).write(delegation),
                )
              }
            ),
          )
        )
        members.append(("order", JSONForm.list(of: .delegation).write(session.order)))
        let ranks = session.ranksNotFollowing
        if !ranks.isEmpty { members.append(("ranks", .object(ranks))) }
      },
    )
  }

  private static func delegations(
    _ value: JSONValue,
    _ ranks: JSONValue?,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> [DelegationCode: Delegation] {
    guard let members = value.members else {
      reading.report(wrongType: .object, at: way, of: value)
      return [:]
    }
    var byCode: [DelegationCode: Delegation] = [:]
    for (name, value) in members {
      guard let code = DelegationCode(name) else {
        reading.report(.wrongForm(name), at: way, of: value)
        continue
      }
      let rank = ranks?[name].flatMap { rank in
        JSONForm<Int>.number(in: DelegationIdentity.ranks)
          .read(rank, { Path().key("ranks").key(name) }, &reading)
      }
      byCode[code] = JSONForm.delegation(code, rank: rank).read(
        value,
        { Path(places: [.delegation(name)], steps: way().key(name).steps) },
        &reading,
      )
    }
    return byCode
  }

  /// The neutral order, as far as it is told: those that it leaves out come last, by their codes.
  private static func codes(
    _ order: JSONValue?,
    in delegations: JSONValue,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> [DelegationCode] {
    guard let order else { return [] }
    let known = Set((delegations.members ?? []).map(\.key))
    return JSONForm.list(
      of: JSONForm<DelegationCode>.formed(
        { known.contains($0) ? DelegationCode($0) : nil },
        \.description,
        fault: Fault.What.unknownDelegation,
      )
    ).read(order, way, &reading) ?? []
  }
}

extension Session {
  /// The places in the neutral order that the order of the file does not tell: those that do not
  /// follow the one before.
  fileprivate var ranksNotFollowing: [JSONValue.Member] {
    var ranks: [JSONValue.Member] = []
    var last = -1
    for case let (code, rank?) in orderedDelegations.map({ ($0.code, $0.rank) }) {
      if rank != last + 1 { ranks.append((code.description, .number(rank))) }
      last = rank
    }
    return ranks
  }
}

extension JSONForm where Value == Delegation {
  /// What stands under a delegation's code.
  static func delegation(_ code: DelegationCode, rank: Int? = nil) -> JSONForm {
    JSONForm(
      JSONFields<Delegation>(
        JSONField("shortName", \.shortName, .localized),
        JSONField("officialName", \.officialName, .localized),
        JSONField("kind", \.kind, .code, default: Delegation.Kind.state),
        JSONField("mode", \.mode, .code, default: Delegation.Mode.inPerson),
        JSONField("digits", \.digits, .code, default: Delegation.Digits.western),
        JSONField("languages", \.languages, .list(of: .code), default: []),
        JSONField("delegates", \.delegates, .list(of: .delegate, noTwoOfOne: "id"), default: []),
        JSONField("records", \.records, RecordForms.table, omitting: [:]),
        JSONField("answers", \.answers, .answers, default: [:]),
      ) { shortName, officialName, kind, mode, digits, languages, delegates, records, answers in
        var delegation = Delegation(
          code: code,
          rank: rank,
          shortName: shortName,
          officialName: officialName,
          answers: answers,
          records: records,
        )
        delegation.kind = kind
        (delegation.mode, delegation.digits) = (mode, digits)
        (delegation.languages, delegation.delegates) = (languages, delegates)
        return delegation
      }
    )
  }
}

extension JSONForm where Value == [QuestionNumber: Answer] {
  fileprivate static let answers = JSONForm.table(
    JSONForm<QuestionNumber>.Name(
      value: { QuestionNumber($0) },
      text: \.description,
      place: { path, number, name in
        Path(places: path.places.dropLast() + [.question(number)], steps: path.key(name).steps)
      },
      entering: { number, reading in reading.answers(number) },
    ),
    of: .answer,
  )
}

extension JSONForm where Value == Delegate {
  /// A person is in the room or online, never both.
  private enum Presence: String, CaseIterable { case inPerson, online }

  fileprivate static let delegate = JSONForm(
    JSONField("id", \.id, .string),
    JSONField("name", \.name, .string),
    JSONField("mode", { $0.isOnline ? .online : .inPerson }, .code, default: Presence.inPerson),
    JSONField("institution", \.institution, .string, default: ""),
    JSONField("role", \.role, .string, default: ""),
  ) { Delegate(id: $0, name: $1, institution: $3, role: $4, isOnline: $2 == .online) }
}
