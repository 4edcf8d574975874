import Consultation
import PlacedJSON

extension JSONForm where Value == Answer {
  /// What a delegation says of a question.
  static let answer = JSONForm(
    .value(\.value),
    JSONField({ $0.parts }, AnsweredParts.fields),
    JSONField("applied", \.applied, optional: .code),
    .text("note", \.note),
    JSONField(
      "evidence",
      \.evidence,
      .list(of: .evidence, noTwoOfOne: "id"),
      omitting: [],
    ),
    JSONField(
      "positions",
      // That a round is hidden of which there is no position is nothing to write.
      { $0.positions.isEmpty ? [:] : $0.positions },
      .positions,
      omitting: [:],
    ),
    JSONField("reservations", \.reservations, .reservations, omitting: [:]),
    JSONField("status", \.status, .code, default: AnswerStatus.draft),
    JSONField("sharing", \.sharing, .code, default: Sharing.private),
    JSONField(
      "comments",
      \.comments,
      .list(of: .comment, noTwoOfOne: "id"),
      omitting: [],
    ),
    JSONField("by", \.by, optional: .string),
    JSONField("at", \.at, optional: .moment),
  ) {
    value,
    parts,
    applied,
    note,
    evidence,
    positions,
    reservations,
    status,
    sharing,
    comments,
    by,
    at in
    Answer(
      value: value,
      elements: parts.elements,
      instruments: parts.instruments,
      applied: applied,
      note: note,
      evidence: evidence,
      positions: positions,
      reservations: reservations,
      status: status,
      sharing: sharing,
      comments: comments,
      by: by,
      at: at,
    )
  }
}

extension JSONForm where Value == Evidence {
  static let evidence = JSONForm(
    JSONField("id", \.id, .string),
    JSONField("kind", \.kind, .code, default: Evidence.Kind.law),
    JSONField("title", \.title, .string),
    JSONField("year", \.year, optional: .number(in: Evidence.years)),
    JSONField("article", \.article, optional: .string),
    JSONField("link", \.link, optional: .string),
    JSONField("issuer", \.issuer, optional: .string),
    make: Evidence.init,
  )
}

extension JSONForm where Value == Comment {
  static let comment = JSONForm(
    JSONField("id", \.id, .string),
    JSONField("text", \.text, .string),
    JSONField("by", \.by, .string),
    JSONField("at", \.at, .moment),
    JSONField("resolved", \.isResolved, .bool, default: false),
    JSONField("answers", \.answers, optional: .string),
    make: Comment.init,
  )
}

extension JSONField where Part == AnswerValue? {
  /// The value of an answer, and the reason where it does not apply.
  ///
  /// One that does not fit its question is taken by its form, so that it is kept and shown.
  static func value(_ part: @escaping @Sendable (Whole) -> AnswerValue?) -> JSONField {
    JSONField(
      keys: ["value", "notApplicableReason"],
      read: { object, way, reading in
        let reason = object.take("notApplicableReason")
        guard let value = object.take("value") else { return .some(nil) }
        guard case .string(AnswerValue.notApplicableCode) = value.kind else {
          return .some(.read(value, { way().key("value") }, &reading))
        }
        let said = reason.flatMap { reason in
          JSONForm<String>.string.read(reason, { way().key("notApplicableReason") }, &reading)
        }
        return .some(.notApplicable(reason: said))
      },
      write: { whole, members in
        guard let value = part(whole) else { return }
        members.append(("value", value.json))
        if case .notApplicable(let reason?) = value {
          members.append(("notApplicableReason", .string(reason)))
        }
      },
    )
  }
}

extension AnswerValue? {
  fileprivate static func read(
    _ json: JSONValue,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> AnswerValue? {
    switch json.kind {
    case .string(AnswerValue.declinedCode): return .declined
    case .string(let text):
      if let kind = reading.kind, kind != .number, let value = AnswerValue(text, for: kind) {
        return value
      }
      return Step(rawValue: text).map(AnswerValue.step) ?? .text(text)
    case .number:
      if let number = json.number { return .number(number) }
      reading.report(.numberTooGreat, at: way, of: json)
      return nil
    case .array:
      return JSONForm.list(of: .string).read(json, way, &reading).map(AnswerValue.options)
    case .null, .bool, .object:
      reading.report(wrongType: .string, at: way, of: json)
      return nil
    }
  }
}

extension AnswerValue {
  fileprivate var json: JSONValue {
    switch self {
    case .step(let step): .string(step.rawValue)
    case .option(let code): .string(code)
    case .options(let codes): .array(codes.map { .string($0) })
    case .number(let number): JSONValue(.number(Self.digits(of: number)))
    case .date(let date): .string(date.description)
    case .text(let text): .string(text)
    case .declined: .string(Self.declinedCode)
    case .notApplicable: .string(Self.notApplicableCode)
    }
  }

  /// A whole number without a fraction, any other in its shortest exact form.
  private static func digits(of number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
  }
}

// MARK: Institutions

extension JSONForm where Value == [String: String] {
  /// What each institution still holds otherwise, by its name.
  fileprivate static let reservations = JSONForm<[(String, String)]>.list(
    of: JSONForm<(String, String)>(
      JSONField("institution", \.0, .string),
      JSONField("text", \.1, .string),
    ) { ($0, $1) },
    noTwoOfOne: "institution",
  ).map {
    Dictionary($0) { $1 }
  } from: {
    $0.sorted { $0.key < $1.key }
  }
}

extension JSONForm where Value == Positions {
  fileprivate static let positions = JSONForm<[GivenBy]>.list(
    of: .position,
    noTwoOfOne: "institution",
  ).map { given in
    Positions(Dictionary(given.map { ($0.institution, $0.position) }) { $1 })
  } from: { positions in
    positions.insideForKeeping.sorted { $0.key < $1.key }.map { name, position in
      GivenBy(institution: name, position: position, isShut: positions.isHidden)
    }
  }
}

/// A position and whose it is.
struct GivenBy: Sendable {
  let institution: String
  let position: Position
  /// Whether it is sealed from a glance, as its round is hidden.
  var isShut = false
}

extension JSONForm where Value == GivenBy {
  static let position = position(JSONField("institution", \.institution, .string))

  /// The same in a change, which says the name itself: the one that stands here is passed over.
  static let givenPosition = position(
    JSONField(
      "institution",
      \.institution,
      JSONForm<String>(read: { _, _, _ in nil }, write: { .string($0) }),
      default: "",
    )
  )

  private static func position(_ name: JSONField<GivenBy, String>) -> JSONForm {
    JSONForm(name, sealed) { GivenBy(institution: $0, position: $1) }
  }

  /// The position as it is, or sealed as a whole under one key.
  private static let sealed = JSONField<GivenBy, Position>(
    keys: [SealedPosition.key] + inside.keys,
    read: { object, way, reading in
      guard let sealed = object.take(SealedPosition.key) else {
        return inside.read(&object, way, &reading)
      }
      for key in inside.keys { _ = object.take(key) }
      let text = JSONForm<String>.string.read(sealed, { way().key(SealedPosition.key) }, &reading)
      guard let text else { return nil }
      if var opened = SealedPosition.inside(of: text).flatMap(ObjectReading.init) {
        return inside.read(&opened, way, &reading)
      }
      reading.report(.wrongForm(text), at: { way().key(SealedPosition.key) }, of: object.value)
      return nil
    },
    write: { given, members in
      guard given.isShut else { return inside.write(given.position, &members) }
      var open = given
      open.isShut = false
      members.append(
        (SealedPosition.key, .string(SealedPosition.text(JSONForm.position.write(open))))
      )
    },
  )

  private static let inside = JSONFields<Position>(
    .given,
    JSONField("applied", \.applied, optional: .code),
    JSONField("reason", \.reason, optional: .string),
    JSONField("evidence", \.evidence, optional: .string),
    JSONField("elements", \.elements, .codes, omitting: []),
    make: Position.init,
  )
}

extension JSONField where Whole == Position, Part == AnswerValue {
  /// The value, which has to be there.
  fileprivate static var given: JSONField {
    let value = JSONField<Position, AnswerValue?>.value(\.value)
    return JSONField(
      keys: value.keys,
      read: { object, way, reading in
        guard object.required("value", way, &reading) != nil else { return nil }
        return value.read(&object, way, &reading) ?? nil
      },
      write: value.write,
    )
  }
}
