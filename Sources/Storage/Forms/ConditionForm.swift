import Consultation
import PlacedJSON

extension JSONForm where Value == Condition {
  static let condition = JSONForm(read: read, write: write)

  /// A fault tells one condition within another by one more `condition`.
  private static func read(
    _ value: JSONValue,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> Condition? {
    guard var object = ObjectReading(value) else {
      reading.report(wrongType: .object, at: way, of: value)
      return nil
    }
    let forms = ["all", "any", "is", "isNot", "not"].filter { value[$0] != nil }
    guard forms.count < 2 else {
      // Only one of them could be heeded, and nobody would see which.
      reading.report(.wrongForm(forms.joined(separator: ", ")), at: way)
      return nil
    }
    let key = forms.first ?? "is"
    switch key {
    case "all", "any":
      guard let parts = value[key].flatMap({ conditions($0, way, &reading) }) else { return nil }
      return key == "all" ? .all(parts) : .any(parts)
    case "not":
      return value[key].flatMap { read($0, { way().key("condition") }, &reading) }
        .map(Condition.not)
    default:
      let number = object.required("question", JSONForm<QuestionNumber>.question, way, &reading)
      guard let number else { return nil }
      let codes = object.required(key, .list(of: .string), way, &reading) ?? []
      return key == "is" ? .isAny(number, of: codes) : .isNone(number, of: codes)
    }
  }

  private static func conditions(
    _ value: JSONValue,
    _ way: Way,
    _ reading: inout FileReading,
  ) -> [Condition]? {
    guard let elements = value.elements else {
      reading.report(wrongType: .array, at: way, of: value)
      return nil
    }
    return elements.compactMap { read($0, { way().key("condition") }, &reading) }
  }

  private static func write(_ condition: Condition) -> JSONValue {
    func on(_ number: QuestionNumber, _ key: String, _ codes: [String]) -> JSONValue {
      .object([
        ("question", .string(number.description)), (key, .array(codes.map { .string($0) })),
      ])
    }
    switch condition {
    case .isAny(let number, let codes): return on(number, "is", codes)
    case .isNone(let number, let codes): return on(number, "isNot", codes)
    case .all(let parts): return .object([("all", .array(parts.map(write)))])
    case .any(let parts): return .object([("any", .array(parts.map(write)))])
    case .not(let part): return .object([("not", write(part))])
    }
  }
}
