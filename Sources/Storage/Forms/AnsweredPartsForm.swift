import Consultation
import PlacedJSON

extension AnsweredParts {
  private static let elements = JSONField<AnsweredParts, Set<String>>(
    "elements",
    \.elements,
    .codes,
    omitting: [],
  )
  private static let instruments = JSONField<AnsweredParts, [String: Standing]>(
    "instruments",
    \.instruments,
    .table(.any, of: .standing),
    omitting: [:],
  )

  /// The elements that are in place, and how far each instrument is, by its code.
  ///
  /// Read one by one, as a stamp is: every change of an answer has these twice.
  static let fields = JSONFields<AnsweredParts>(
    keys: elements.keys + instruments.keys,
    read: { object, way, reading in
      let elements = elements.read(&object, way, &reading)
      let instruments = instruments.read(&object, way, &reading)
      guard let elements, let instruments else { return nil }
      return AnsweredParts(elements: elements, instruments: instruments)
    },
    write: { parts, members in
      elements.write(parts, &members)
      instruments.write(parts, &members)
    },
  )
}

extension JSONForm where Value == Set<String> {
  /// Codes in an array, in the order of their letters.
  static let codes = JSONForm<[String]>.list(of: .string).map {
    Set($0)
  } from: {
    $0.sorted()
  }
}

extension JSONForm where Value == Standing {
  /// The step alone where there is no more to say, as it was before there was more.
  fileprivate static let standing = JSONForm(
    read: { value, way, reading in
      value.members == nil
        ? JSONForm<Step>.code.read(value, way, &reading).map { Standing($0) }
        : whole.read(value, way, &reading)
    },
    write: { standing in
      standing == Standing(standing.step)
        ? JSONForm<Step>.code.write(standing.step) : whole.write(standing)
    },
  )

  private static let whole = JSONForm(
    JSONField("step", \.step, .code),
    JSONField("reservations", \.hasReservations, .bool, omitting: false),
    JSONField("date", \.date, optional: .date),
    make: { Standing($0, hasReservations: $1, date: $2) },
  )
}
