import Consultation
import PlacedJSON

/// From JSON to an answer, or to the part of one that a change speaks of.
struct AnswerReading {
  /// What the question is answered with; `nil` where the questionnaire does not have it.
  let kind: AnswerKind?
  private(set) var reading: FileReading

  init(kind: AnswerKind?, reading: FileReading) {
    self.kind = kind
    self.reading = reading
  }

  mutating func answer(_ value: JSONValue, at place: [Fault.Place]) -> Answer? {
    guard value.members != nil else {
      reading.report(.wrongType(expected: .object), at: place, of: value)
      return nil
    }
    var answer = Answer()
    answer.value = self.value(of: value, at: place)
    answer.instruments = instruments(of: value, at: place)
    answer.applied = reading.optionalCode("applied", of: value, as: Applied.self, at: place)
    answer.note = note(of: value, at: place)
    answer.evidence = list("evidence", of: value, at: place).compactMap {
      evidence($0, at: place)
    }
    for position in list("positions", of: value, at: place, identifiedBy: "institution") {
      let inPositions = place + [.key("positions")]
      guard let name = reading.string("institution", of: position, at: inPositions) else {
        continue
      }
      answer.positions.give(self.position(position, at: place), by: name)
    }
    for reservation in list("reservations", of: value, at: place, identifiedBy: "institution") {
      let place = place + [.key("reservations")]
      guard let name = reading.string("institution", of: reservation, at: place) else { continue }
      answer.reservations[name] = reading.string("text", of: reservation, at: place)
    }
    answer.comments = list("comments", of: value, at: place).compactMap { comment($0, at: place) }
    answer.status = status(of: value, at: place)
    answer.sharing =
      reading.optionalCode("sharing", of: value, as: Sharing.self, at: place) ?? .private
    answer.by = reading.optionalString("by", of: value, at: place)
    if value["at"] != nil { answer.at = reading.timestamp("at", of: value, at: place) }
    return answer
  }

  /// The part of an answer that a change of this kind sets.
  mutating func part(
    _ code: PartCode,
    _ value: JSONValue,
    at place: [Fault.Place],
  ) -> Change.What? {
    switch code {
    case .answered:
      return .answered(
        self.value(of: value, at: place),
        instruments: instruments(of: value, at: place),
        status: status(of: value, at: place),
      )
    case .applied:
      return .applied(reading.optionalCode("applied", of: value, as: Applied.self, at: place))
    case .noted:
      return .noted(note(of: value, at: place), status: statusSaid(in: value, at: place))
    case .evidence:
      guard let id = reading.string("evidenceID", of: value, at: place) else { return nil }
      return .evidence(
        id: id,
        value["evidence"].flatMap { evidence($0, at: place) },
        status: statusSaid(in: value, at: place),
      )
    case .position:
      guard let institution = reading.string("institution", of: value, at: place) else {
        return nil
      }
      return .position(
        institution: institution,
        value["position"].flatMap { position($0, at: place) }.map(GivenPosition.init),
      )
    case .reservation:
      guard let institution = reading.string("institution", of: value, at: place) else {
        return nil
      }
      return .reservation(
        institution: institution,
        reading.optionalString("text", of: value, at: place),
      )
    case .status: return .status(status(of: value, at: place))
    case .sharing:
      return .sharing(
        reading.optionalCode("sharing", of: value, as: Sharing.self, at: place) ?? .private
      )
    case .comment:
      guard let id = reading.string("commentID", of: value, at: place) else { return nil }
      return .comment(id: id, value["comment"].flatMap { comment($0, at: place) })
    }
  }

  /// The value of an answer.
  ///
  /// One that does not fit its question is taken by its form, so that it is kept and shown.
  private mutating func value(of object: JSONValue, at place: [Fault.Place]) -> AnswerValue? {
    guard let value = object["value"] else { return nil }
    let valuePlace = place + [.key("value")]
    switch value.kind {
    case .string(AnswerValue.notApplicableCode):
      return .notApplicable(
        reason: reading.optionalString("notApplicableReason", of: object, at: place)
      )
    case .string(AnswerValue.declinedCode): return .declined
    case .string(let text):
      if let kind, let value = AnswerValue(text, for: kind), kind != .number { return value }
      return Step(rawValue: text).map(AnswerValue.step) ?? .text(text)
    case .number:
      if let number = value.number { return .number(number) }
      reading.report(.numberTooGreat, at: valuePlace, of: value)
      return nil
    case .array(let elements):
      return .options(elements.compactMap { reading.string($0, at: valuePlace) })
    case .null, .bool, .object:
      reading.report(.wrongType(expected: .string), at: valuePlace, of: value)
      return nil
    }
  }

  /// The elements of an array that may be missing, each with an identifier of its own.
  private mutating func list(
    _ key: String,
    of value: JSONValue,
    at place: [Fault.Place],
    identifiedBy identifier: String = "id",
  ) -> [JSONValue] {
    let elements = reading.optionalArray(key, of: value, at: place)
    reading.reportRepeated(identifier, in: elements, at: place + [.key(key)])
    return elements
  }

  private mutating func instruments(
    of value: JSONValue,
    at place: [Fault.Place],
  ) -> [String: Step] {
    guard let instruments = value["instruments"] else { return [:] }
    var steps: [String: Step] = [:]
    let place = place + [.key("instruments")]
    for (code, step) in reading.members(instruments, at: place) {
      steps[code] = reading.code(step, as: Step.self, at: place + [.key(code)])
    }
    return steps
  }

  private mutating func status(of value: JSONValue, at place: [Fault.Place]) -> AnswerStatus {
    statusSaid(in: value, at: place) ?? .draft
  }

  private mutating func statusSaid(
    in value: JSONValue,
    at place: [Fault.Place],
  ) -> AnswerStatus? {
    reading.optionalCode("status", of: value, as: AnswerStatus.self, at: place)
  }

  private mutating func note(of value: JSONValue, at place: [Fault.Place]) -> TranslatedText? {
    value["note"] == nil ? nil : reading.translatedText("note", of: value, at: place)
  }

  private mutating func evidence(_ value: JSONValue, at place: [Fault.Place]) -> Evidence? {
    let place = place + [.key("evidence")]
    let id = reading.string("id", of: value, at: place)
    let kind = reading.optionalCode("kind", of: value, as: Evidence.Kind.self, at: place)
    let title = reading.string("title", of: value, at: place)
    guard let id, let title else { return nil }
    return Evidence(
      id: id,
      kind: kind ?? .law,
      title: title,
      year: value["year"] == nil
        ? nil : reading.wholeNumber("year", of: value, at: place, in: Evidence.years),
      article: reading.optionalString("article", of: value, at: place),
      link: reading.optionalString("link", of: value, at: place),
    )
  }

  private mutating func position(_ value: JSONValue, at place: [Fault.Place]) -> Position? {
    let place = place + [.key("positions")]
    guard let value = opened(value, at: place) else { return nil }
    guard reading.required("value", of: value, at: place) != nil,
      let said = self.value(of: value, at: place)
    else { return nil }
    return Position(
      value: said,
      applied: reading.optionalCode("applied", of: value, as: Applied.self, at: place),
      reason: reading.optionalString("reason", of: value, at: place),
      evidence: reading.optionalString("evidence", of: value, at: place),
    )
  }

  /// A position as it is inside, where the file has it sealed.
  private mutating func opened(_ value: JSONValue, at place: [Fault.Place]) -> JSONValue? {
    guard value[SealedPosition.key] != nil else { return value }
    guard let text = reading.string(SealedPosition.key, of: value, at: place) else { return nil }
    if let inside = SealedPosition.inside(of: text) { return inside }
    reading.report(
      .wrongForm(text),
      at: place + [.key(SealedPosition.key)],
      of: value,
    )
    return nil
  }

  private mutating func comment(_ value: JSONValue, at place: [Fault.Place]) -> Comment? {
    let place = place + [.key("comments")]
    let id = reading.string("id", of: value, at: place)
    let text = reading.string("text", of: value, at: place)
    let by = reading.string("by", of: value, at: place)
    let at = reading.timestamp("at", of: value, at: place)
    let isResolved = reading.optionalBool("resolved", of: value, at: place) ?? false
    let answers = reading.optionalString("answers", of: value, at: place)
    guard let id, let text, let by, let at else { return nil }
    return Comment(
      id: id,
      text: text,
      by: by,
      at: at,
      isResolved: isResolved,
      answers: answers,
    )
  }
}
