import Consultation

// What a delegation writes and chooses of its profile.

extension RecordForms {
  static let passage = JSONForm<ProfilePassage>(
    JSONField("section", \.section, .code),
    .domain(\.domain),
    JSONField("text", \.text, .text),
    JSONField("grounds", \.grounds, .table(grounds, of: .string), omitting: [:]),
    make: ProfilePassage.init,
  )

  static let passagePlace = JSONForm<PassagePlace>(
    JSONField("rank", \.rank, optional: .number(in: PassagePlace.ranks)),
    JSONField("isPrinted", \.isPrinted, .bool),
    make: PassagePlace.init,
  )

  static let imprint = JSONForm<Imprint>(
    JSONField("title", \.title, optional: .text),
    JSONField("ministry", \.ministry, optional: .text),
    JSONField("year", \.year, optional: .number(in: Evidence.years)),
    JSONField("approvedBy", \.approvedBy, optional: .text),
    JSONField("approvedOn", \.approvedOn, optional: .date),
    JSONField("citation", \.citation, optional: .text),
    make: Imprint.init,
  )

  static let keyFigure = JSONForm<KeyFigure>(
    JSONField("title", \.title, .text),
    JSONField("figure", \.figure, .string),
    JSONField("year", \.year, optional: .number(in: Evidence.years)),
    JSONField("source", \.source, .string),
    make: KeyFigure.init,
  )

  static let acronym = JSONForm<Acronym>(
    JSONField("short", \.short, .string),
    JSONField("meaning", \.meaning, optional: .text),
    make: Acronym.init,
  )

  /// What is a ground for a program of tomorrow is kept.
  private static var grounds: JSONForm<Ground>.Name {
    JSONForm<Ground>.Name(
      value: { Ground($0) },
      text: \.description,
      unreadable: { name, value, way, reading in reading.keep((name, value), at: way) },
    )
  }
}
