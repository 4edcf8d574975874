import Consultation
import PlacedJSON

/// Takes values out of JSON and collects what is wrong with them, with the place.
///
/// Reading goes on after a fault, so that a file is told everything that is wrong with it at once.
struct FileReading {
  private(set) var faults: [Fault] = []

  mutating func report(_ what: Fault.What, at place: [Fault.Place]) {
    faults.append(Fault(place, what))
  }

  /// The value of a key that has to be there.
  mutating func required(
    _ key: String,
    of object: JSONValue,
    at place: [Fault.Place],
  ) -> JSONValue? {
    guard object.members != nil else {
      report(.wrongType(expected: .object), at: place)
      return nil
    }
    guard let value = object[key] else {
      report(.missingKey(key), at: place)
      return nil
    }
    return value
  }

  mutating func string(_ key: String, of object: JSONValue, at place: [Fault.Place]) -> String? {
    required(key, of: object, at: place).flatMap { string($0, at: place + [.key(key)]) }
  }

  mutating func string(_ value: JSONValue, at place: [Fault.Place]) -> String? {
    if value.string == nil { report(.wrongType(expected: .string), at: place) }
    return value.string
  }

  /// A text that may be missing.
  mutating func optionalString(
    _ key: String,
    of object: JSONValue,
    at place: [Fault.Place],
  ) -> String? {
    object[key].flatMap { string($0, at: place + [.key(key)]) }
  }

  mutating func wholeNumber(
    _ key: String,
    of object: JSONValue,
    at place: [Fault.Place],
  ) -> Int? {
    guard let value = required(key, of: object, at: place) else { return nil }
    if value.wholeNumber == nil {
      report(.wrongType(expected: .wholeNumber), at: place + [.key(key)])
    }
    return value.wholeNumber
  }

  mutating func array(
    _ key: String,
    of object: JSONValue,
    at place: [Fault.Place],
  ) -> [JSONValue] {
    guard let value = required(key, of: object, at: place) else { return [] }
    return array(value, at: place + [.key(key)])
  }

  mutating func array(_ value: JSONValue, at place: [Fault.Place]) -> [JSONValue] {
    guard let elements = value.elements else {
      report(.wrongType(expected: .array), at: place)
      return []
    }
    return elements
  }

  /// The elements of an array that may be missing.
  mutating func optionalArray(
    _ key: String,
    of object: JSONValue,
    at place: [Fault.Place],
  ) -> [JSONValue] {
    object[key].map { array($0, at: place + [.key(key)]) } ?? []
  }

  mutating func members(_ value: JSONValue, at place: [Fault.Place]) -> [JSONValue.Member] {
    guard let members = value.members else {
      report(.wrongType(expected: .object), at: place)
      return []
    }
    return members
  }

  /// One of the codes of a type; a fault names those that there are.
  mutating func code<Code: RawRepresentable & CaseIterable>(
    _ value: JSONValue,
    as type: Code.Type,
    at place: [Fault.Place],
  ) -> Code? where Code.RawValue == String {
    guard let text = string(value, at: place) else { return nil }
    if let code = Code(rawValue: text) { return code }
    report(.unknownCode(text, allowed: Code.allCases.map(\.rawValue)), at: place)
    return nil
  }

  /// The same for a key that may be missing.
  mutating func optionalCode<Code: RawRepresentable & CaseIterable>(
    _ key: String,
    of object: JSONValue,
    as type: Code.Type,
    at place: [Fault.Place],
  ) -> Code? where Code.RawValue == String {
    object[key].flatMap { code($0, as: type, at: place + [.key(key)]) }
  }

  /// A text in the three languages; a fault for each that is missing or empty.
  mutating func localizedText(
    _ key: String,
    of object: JSONValue,
    at place: [Fault.Place],
  ) -> LocalizedText? {
    guard let value = required(key, of: object, at: place) else { return nil }
    guard value.members != nil else {
      report(.wrongType(expected: .object), at: place + [.key(key)])
      return nil
    }
    var texts: [Language: String] = [:]
    for language in Language.allCases {
      if let text = value[language.rawValue]?.string, !text.isEmpty {
        texts[language] = text
      } else {
        report(.textMissing(language), at: place + (key == "text" ? [] : [.key(key)]))
      }
    }
    guard let arabic = texts[.arabic], let english = texts[.english], let french = texts[.french]
    else { return nil }
    return LocalizedText(arabic: arabic, english: english, french: french)
  }
}

extension Fault {
  /// A fault of the JSON itself, with its line and column.
  init(_ fault: JSONFault) {
    let what: What =
      switch fault.what {
      case .notUTF8: .notUTF8
      case .unexpected, .trailingText, .loneSurrogate, .numberTooLong: .notJSON
      case .endsTooEarly: .endsTooEarly
      case .tooDeep(let limit): .tooDeep(limit: limit)
      case .tooLarge(let limit): .tooLarge(limitInMegabytes: limit >> 20)
      case .duplicateKey(let key): .duplicateKey(key)
      }
    self.init([.position(line: fault.place.line, column: fault.place.column)], what)
  }
}
