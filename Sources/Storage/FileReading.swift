import Consultation
import PlacedJSON

/// Takes values out of JSON and collects what is wrong with them, with the place.
///
/// Reading goes on after a fault, so that a file is told everything that is wrong with it at once.
struct FileReading {
  private(set) var faults: [Fault] = []
  /// Whether faults tell line and column too: of help where a place has no number of its own.
  private let hasPositions: Bool

  init(hasPositions: Bool = false) { self.hasPositions = hasPositions }

  mutating func report(
    _ what: Fault.What,
    at place: @autoclosure () -> [Fault.Place],
    of value: JSONValue? = nil,
  ) {
    guard hasPositions, let position = value?.place else {
      faults.append(Fault(place(), what))
      return
    }
    let start = Fault.Place.position(line: position.line, column: position.column)
    faults.append(Fault([start] + place(), what))
  }

  /// Reports what names something by an identifier that something beside it has already.
  mutating func reportRepeated(
    _ key: String,
    in elements: [JSONValue],
    at place: @autoclosure () -> [Fault.Place],
  ) {
    var seen: Set<String> = []
    for element in elements {
      guard let id = element[key]?.string, !seen.insert(id).inserted else { continue }
      report(.duplicateIdentifier(id), at: place(), of: element)
    }
  }

  /// The value of a key that has to be there.
  mutating func required(
    _ key: String,
    of object: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> JSONValue? {
    guard object.members != nil else {
      report(.wrongType(expected: .object), at: place(), of: object)
      return nil
    }
    guard let value = object[key] else {
      report(.missingKey(key), at: place(), of: object)
      return nil
    }
    return value
  }

  mutating func string(
    _ key: String,
    of object: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> String? {
    required(key, of: object, at: place()).flatMap { string($0, at: place() + [.key(key)]) }
  }

  mutating func string(_ value: JSONValue, at place: @autoclosure () -> [Fault.Place]) -> String? {
    if value.string == nil { report(.wrongType(expected: .string), at: place(), of: value) }
    return value.string
  }

  /// A text that may be missing.
  mutating func optionalString(
    _ key: String,
    of object: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> String? {
    object[key].flatMap { string($0, at: place() + [.key(key)]) }
  }

  /// A whole number within a range; a fault says which.
  mutating func wholeNumber(
    _ key: String,
    of object: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
    in range: ClosedRange<Int> = -ChangeOrder.range.upperBound...ChangeOrder.range.upperBound,
    outside fault: (ClosedRange<Int>) -> Fault.What = Fault.What.doesNotFit,
  ) -> Int? {
    guard let value = required(key, of: object, at: place()) else { return nil }
    guard value.isWrittenAsWholeNumber else {
      report(.wrongType(expected: .wholeNumber), at: place() + [.key(key)], of: value)
      return nil
    }
    guard let number = value.wholeNumber, range.contains(number) else {
      report(fault(range), at: place() + [.key(key)], of: value)
      return nil
    }
    return number
  }

  mutating func array(
    _ key: String,
    of object: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> [JSONValue] {
    guard let value = required(key, of: object, at: place()) else { return [] }
    return array(value, at: place() + [.key(key)])
  }

  mutating func array(
    _ value: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> [JSONValue] {
    guard let elements = value.elements else {
      report(.wrongType(expected: .array), at: place(), of: value)
      return []
    }
    return elements
  }

  /// The elements of an array that may be missing.
  mutating func optionalArray(
    _ key: String,
    of object: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> [JSONValue] {
    object[key].map { array($0, at: place() + [.key(key)]) } ?? []
  }

  mutating func members(
    _ value: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> [JSONValue.Member] {
    guard let members = value.members else {
      report(.wrongType(expected: .object), at: place(), of: value)
      return []
    }
    return members
  }

  /// One of the codes of a type; a fault names those that there are.
  mutating func code<Code: RawRepresentable & CaseIterable>(
    _ value: JSONValue,
    as type: Code.Type,
    at place: @autoclosure () -> [Fault.Place],
  ) -> Code? where Code.RawValue == String {
    guard let text = string(value, at: place()) else { return nil }
    if let code = Code(rawValue: text) { return code }
    report(.unknownCode(text, allowed: Code.allCases.map(\.rawValue)), at: place(), of: value)
    return nil
  }

  mutating func optionalBool(
    _ key: String,
    of object: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> Bool? {
    guard let value = object[key] else { return nil }
    if value.bool == nil {
      report(.wrongType(expected: .boolean), at: place() + [.key(key)], of: value)
    }
    return value.bool
  }

  mutating func timestamp(
    _ key: String,
    of object: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
  ) -> Timestamp? {
    formed(key, of: object, at: place()) { Timestamp($0) }
  }

  /// A text of a form of its own; a fault names one that does not have it.
  mutating func formed<Value>(
    _ key: String,
    of object: JSONValue,
    at place: @autoclosure () -> [Fault.Place],
    as form: (String) -> Value?,
  ) -> Value? {
    guard let text = string(key, of: object, at: place()) else { return nil }
    let value = form(text)
    if value == nil { report(.wrongForm(text), at: place() + [.key(key)], of: object[key]) }
    return value
  }

  /// The same for a key that may be missing.
  mutating func optionalCode<Code: RawRepresentable & CaseIterable>(
    _ key: String,
    of object: JSONValue,
    as type: Code.Type,
    at place: @autoclosure () -> [Fault.Place],
  ) -> Code? where Code.RawValue == String {
    object[key].flatMap { code($0, as: type, at: place() + [.key(key)]) }
  }
}

extension Fault {
  /// A fault of the JSON itself, with its line and column.
  init(_ fault: JSONFault) {
    let what: What =
      switch fault.what {
      case .notUTF8: .notUTF8
      case .unexpected, .trailingText, .loneSurrogate: .notJSON
      case .numberTooLong: .numberTooGreat
      case .endsTooEarly: .endsTooEarly
      case .tooDeep(let limit): .tooDeep(limit: limit)
      case .tooLarge(let limit): .tooLarge(limitInMegabytes: limit >> 20)
      case .duplicateKey(let key): .duplicateKey(key)
      }
    self.init([.position(line: fault.place.line, column: fault.place.column)], what)
  }
}
