import Consultation
import PlacedJSON

/// From JSON to a session, by the contract of the session file.
struct SessionReading {
  /// What a question is answered with, which tells a date from a text.
  let kindOf: (QuestionNumber) -> AnswerKind?
  private(set) var reading = FileReading(hasPositions: true)

  init(kindOf: @escaping (QuestionNumber) -> AnswerKind?) { self.kindOf = kindOf }

  mutating func session(_ root: JSONValue) -> Session? {
    let id = reading.string("id", of: root, at: [])
    let identity = Self.identity(of: root, &reading)
    var workshop: Workshop?
    if let value = reading.required("workshop", of: root, at: []) {
      workshop = self.workshop(value)
    }
    let delegations = delegations(root)
    let history = reading.array("history", of: root, at: []).compactMap { change($0) }
    let receipts = reading.optionalArray("receipts", of: root, at: []).compactMap {
      receipt($0)
    }
    let handOver = root["handOver"].flatMap { self.handOver($0) }
    let records = reading.records(of: root, at: [])
    guard let id, let identity, let workshop, reading.faults.isEmpty else { return nil }
    return Session(
      id: id,
      questionnaire: identity,
      workshop: workshop,
      delegations: delegations,
      history: history,
      receipts: receipts,
      handOver: handOver,
      records: records,
    )
  }

  private mutating func receipt(_ value: JSONValue) -> Receipt? {
    let place: [Fault.Place] = [.key("receipts")]
    let by = reading.string("by", of: value, at: place)
    guard let handOver = handOver(value, at: place), let by else { return nil }
    return Receipt(
      delegation: handOver.delegation,
      at: handOver.at,
      by: by,
      fingerprint: handOver.fingerprint,
    )
  }

  private mutating func handOver(
    _ value: JSONValue,
    at place: [Fault.Place] = [.key("handOver")],
  ) -> HandOver? {
    let code = reading.formed("delegation", of: value, at: place) { DelegationCode($0) }
    let at = reading.timestamp("at", of: value, at: place)
    let fingerprint = reading.string("fingerprint", of: value, at: place)
    guard let code, let at, let fingerprint else { return nil }
    return HandOver(delegation: code, at: at, fingerprint: fingerprint)
  }

  /// The questionnaire that a session answers.
  static func identity(
    of root: JSONValue,
    _ reading: inout FileReading,
  ) -> Questionnaire.Identity? {
    guard let value = reading.required("questionnaire", of: root, at: []) else { return nil }
    let place: [Fault.Place] = [.key("questionnaire")]
    let id = reading.string("id", of: value, at: place)
    let version = reading.string("version", of: value, at: place)
    guard let id, let version else { return nil }
    return Questionnaire.Identity(id: id, version: version)
  }

  // MARK: Workshop

  private mutating func workshop(_ value: JSONValue) -> Workshop? {
    let place: [Fault.Place] = [.key("workshop")]
    guard let title = text("title", of: value, at: place, isRequired: true) else { return nil }
    var workshop = Workshop(title: title, place: text("place", of: value, at: place))
    for day in reading.optionalArray("days", of: value, at: place) {
      if let day = date(day, at: place + [.key("days")]) { workshop.days.append(day) }
    }
    for item in list("agenda", of: value, at: place) {
      if let item = self.item(item, at: place + [.key("agenda")]) { workshop.agenda.append(item) }
    }
    for matter in list("parkingLot", of: value, at: place) {
      let place = place + [.key("parkingLot")]
      let id = reading.string("id", of: matter, at: place)
      let text = reading.string("text", of: matter, at: place)
      let question =
        matter["question"] == nil
        ? nil : reading.formed("question", of: matter, at: place) { QuestionNumber($0) }
      if let id, let text {
        workshop.parkingLot.append(ParkedMatter(id: id, text: text, question: question))
      }
    }
    for step in list("actions", of: value, at: place) {
      if let step = self.step(step, at: place + [.key("actions")]) {
        workshop.actions.append(step)
      }
    }
    return workshop
  }

  private mutating func item(_ value: JSONValue, at place: [Fault.Place]) -> AgendaItem? {
    let id = reading.string("id", of: value, at: place)
    let kind = reading.required("kind", of: value, at: place).flatMap {
      reading.code($0, as: AgendaItem.Kind.self, at: place + [.key("kind")])
    }
    let title = text("title", of: value, at: place, isRequired: true)
    let minutes = reading.wholeNumber("minutes", of: value, at: place, in: AgendaItem.lengths)
    let start = reading.formed("start", of: value, at: place, as: Self.minutesAfterMidnight)
    guard let id, let kind, let title, let minutes, let start else { return nil }
    return AgendaItem(
      id: id,
      kind: kind,
      title: title,
      start: start,
      minutes: minutes,
      domain: value["domain"] == nil
        ? nil : reading.wholeNumber("domain", of: value, at: place, in: QuestionNumber.range),
    )
  }

  /// Reads `09:30`.
  private static func minutesAfterMidnight(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  /// The elements of an array, each with an identifier of its own.
  private mutating func list(
    _ key: String,
    of value: JSONValue,
    at place: [Fault.Place],
  ) -> [JSONValue] {
    let elements = reading.array(key, of: value, at: place)
    reading.reportRepeated("id", in: elements, at: place + [.key(key)])
    return elements
  }

  private mutating func step(_ value: JSONValue, at place: [Fault.Place]) -> NextStep? {
    let id = reading.string("id", of: value, at: place)
    let text = reading.string("text", of: value, at: place)
    let owner = reading.string("owner", of: value, at: place)
    let due = value["due"].flatMap { date($0, at: place + [.key("due")]) }
    guard let id, let text, let owner else { return nil }
    return NextStep(id: id, text: text, owner: owner, due: due)
  }

  // MARK: Delegations

  private mutating func delegations(_ root: JSONValue) -> [Delegation] {
    var byCode: [DelegationCode: Delegation] = [:]
    guard let value = reading.required("delegations", of: root, at: []) else { return [] }
    let delegations = reading.members(value, at: [.key("delegations")])
    for (key, value) in delegations {
      guard let code = DelegationCode(key) else {
        reading.report(.wrongForm(key), at: [.key("delegations")], of: value)
        continue
      }
      let rank = root["ranks"]?[key].flatMap { _ in
        reading.wholeNumber(
          key,
          of: root["ranks"] ?? value,
          at: [.key("ranks")],
          in: DelegationIdentity.ranks,
        )
      }
      if let delegation = delegation(value, code: code, rank: rank) { byCode[code] = delegation }
    }
    return order(of: root, among: Set(delegations.map(\.key)), read: Set(byCode.keys))
      .compactMap { byCode[$0] }
  }

  /// The neutral order of the delegations; those that it leaves out come last, by their codes.
  private mutating func order(
    of root: JSONValue,
    among written: Set<String>,
    read: Set<DelegationCode>,
  ) -> [DelegationCode] {
    var order: [DelegationCode] = []
    for element in reading.optionalArray("order", of: root, at: []) {
      guard let text = reading.string(element, at: [.key("order")]) else { continue }
      guard let code = DelegationCode(text), written.contains(text) else {
        reading.report(.unknownDelegation(text), at: [.key("order")], of: element)
        continue
      }
      order.append(code)
    }
    return order + read.subtracting(order).sorted()
  }

  private mutating func delegation(
    _ value: JSONValue,
    code: DelegationCode,
    rank: Int?,
  ) -> Delegation? {
    let place: [Fault.Place] = [.delegation(code.description)]
    let shortName = reading.localizedText("shortName", of: value, at: place)
    let officialName = reading.localizedText("officialName", of: value, at: place)
    guard let shortName, let officialName else { return nil }
    var delegation = Delegation(
      code: code,
      rank: rank,
      shortName: shortName,
      officialName: officialName,
    )
    if let kind = reading.optionalCode("kind", of: value, as: Delegation.Kind.self, at: place) {
      delegation.kind = kind
    }
    if let mode = reading.optionalCode("mode", of: value, as: Delegation.Mode.self, at: place) {
      delegation.mode = mode
    }
    if let digits = reading.optionalCode(
      "digits",
      of: value,
      as: Delegation.Digits.self,
      at: place,
    ) {
      delegation.digits = digits
    }
    delegation.languages = reading.optionalArray("languages", of: value, at: place).compactMap {
      reading.code($0, as: Language.self, at: place + [.key("languages")])
    }
    let delegates = reading.optionalArray("delegates", of: value, at: place)
    reading.reportRepeated("id", in: delegates, at: place + [.key("delegates")])
    for delegate in delegates {
      let place = place + [.key("delegates")]
      if let delegate = self.delegate(delegate, at: place) {
        delegation.delegates.append(delegate)
      }
    }
    delegation.records = reading.records(of: value, at: place)
    if let answers = value["answers"] {
      for (key, value) in reading.members(answers, at: place + [.key("answers")]) {
        guard let number = QuestionNumber(key) else {
          reading.report(.wrongForm(key), at: place + [.key("answers")], of: value)
          continue
        }
        var answerReading = AnswerReading(kind: kindOf(number), reading: reading)
        delegation.answers[number] = answerReading.answer(value, at: place + [.question(number)])
        reading = answerReading.reading
      }
    }
    return delegation.withRoundsShut
  }

  /// A person is in the room or online, never both.
  private enum Presence: String, CaseIterable { case inPerson, online }

  private mutating func delegate(_ value: JSONValue, at place: [Fault.Place]) -> Delegate? {
    let id = reading.string("id", of: value, at: place)
    let name = reading.string("name", of: value, at: place)
    let presence = reading.optionalCode("mode", of: value, as: Presence.self, at: place)
    guard let id, let name else { return nil }
    return Delegate(
      id: id,
      name: name,
      institution: reading.optionalString("institution", of: value, at: place) ?? "",
      role: reading.optionalString("role", of: value, at: place) ?? "",
      isOnline: presence == .online,
    )
  }

  // MARK: History

  mutating func change(_ value: JSONValue) -> Change? {
    let place: [Fault.Place] = [.key("history")]
    guard let name = reading.string("what", of: value, at: place) else { return nil }
    let stamp = stamp(of: value, at: place)
    let code =
      value["delegation"] == nil
      ? nil : reading.formed("delegation", of: value, at: place) { DelegationCode($0) }
    let parts: (what: Change.What, was: Change.What)?
    var number: QuestionNumber?
    if let kind = Record.Kind(rawValue: name) {
      parts = records(kind, of: value, at: place)
    } else {
      number = reading.formed("question", of: value, at: place) { QuestionNumber($0) }
      if code == nil { _ = reading.required("delegation", of: value, at: place) }
      parts = answerParts(of: value, number, at: place)
    }
    guard let stamp, let parts else { return nil }
    return Change(
      stamp: stamp,
      delegation: code,
      question: number,
      what: parts.what,
      was: parts.was,
      undoes: reading.optionalString("undoes", of: value, at: place),
      settles: reading.optionalArray("settles", of: value, at: place).compactMap {
        reading.string($0, at: place + [.key("settles")])
      },
    )
  }

  private mutating func stamp(of value: JSONValue, at place: [Fault.Place]) -> Change.Stamp? {
    let id = reading.string("id", of: value, at: place)
    let by = reading.string("by", of: value, at: place)
    let at = reading.timestamp("at", of: value, at: place)
    guard let id, let by, let at else { return nil }
    return Change.Stamp(
      id: id,
      at: at,
      by: by,
      terminal: reading.optionalString("terminal", of: value, at: place),
      role: reading.optionalCode("role", of: value, as: Change.Role.self, at: place)
        ?? .delegate,
      order: value["order"] == nil
        ? nil
        : reading.wholeNumber(
          "order",
          of: value,
          at: place,
          in: ChangeOrder.range,
          outside: Fault.What.orderDoesNotFit,
        ).flatMap { ChangeOrder($0) },
      act: reading.optionalString("act", of: value, at: place),
    )
  }

  private mutating func answerParts(
    of value: JSONValue,
    _ number: QuestionNumber?,
    at place: [Fault.Place],
  ) -> (what: Change.What, was: Change.What)? {
    let code = reading.required("what", of: value, at: place).flatMap {
      reading.code($0, as: PartCode.self, at: place + [.key("what")])
    }
    let to = reading.required("to", of: value, at: place)
    let was = reading.required("was", of: value, at: place)
    guard let number, let code, let to, let was else { return nil }
    var answerReading = AnswerReading(kind: kindOf(number), reading: reading)
    let whatPart = answerReading.part(code, to, at: place + [.key("to")])
    let wasPart = answerReading.part(code, was, at: place + [.key("was")])
    reading = answerReading.reading
    guard let whatPart, let wasPart else { return nil }
    return (whatPart, wasPart)
  }

  private mutating func records(
    _ kind: Record.Kind,
    of value: JSONValue,
    at place: [Fault.Place],
  ) -> (what: Change.What, was: Change.What)? {
    func part(_ key: String) -> Change.What? {
      let place = place + [.key(key)]
      guard let part = reading.required(key, of: value, at: place),
        let id = reading.string("id", of: part, at: place)
      else { return nil }
      let record = part["record"].flatMap { reading.record(kind, $0, at: place) }
      if part["record"] != nil, record == nil { return nil }
      return .record(RecordKey(kind, id), record)
    }
    guard let what = part("to"), let was = part("was") else { return nil }
    return (what, was)
  }

  // MARK: Parts

  private mutating func date(_ value: JSONValue, at place: [Fault.Place]) -> CalendarDate? {
    guard let text = reading.string(value, at: place) else { return nil }
    if let date = CalendarDate(text) { return date }
    reading.report(.wrongForm(text), at: place, of: value)
    return nil
  }

  private mutating func text(
    _ key: String,
    of value: JSONValue,
    at place: [Fault.Place],
    isRequired: Bool = false,
  ) -> TranslatedText? {
    if !isRequired, value[key] == nil { return nil }
    return reading.translatedText(key, of: value, at: place)
  }
}
