import Consultation
import PlacedJSON

extension AnsweredParts {
  /// The elements that are in place, and how far each instrument is, by its code.
  static let fields: JSONFields<AnsweredParts> = JSONFields(
    JSONField("elements", \.elements, .codes, omitting: []),
    JSONField("instruments", \.instruments, .table(.any, of: .standing), omitting: [:]),
    make: { AnsweredParts(elements: $0, instruments: $1) },
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
