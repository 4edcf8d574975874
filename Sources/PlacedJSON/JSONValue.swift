/// A value of a JSON text, with the place where it begins.
///
/// Numbers keep the digits they were written with, and objects the order of their keys, so that
/// what a newer version of the program wrote can be written again as it was.
package struct JSONValue: Sendable {
  package enum Kind: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])
  }

  package typealias Member = (key: String, value: JSONValue)

  package var kind: Kind
  /// `nil` for values that no text was read for.
  package let place: JSONPlace?

  package init(_ kind: Kind, at place: JSONPlace? = nil) {
    self.kind = kind
    self.place = place
  }

  package static func string(_ text: String) -> JSONValue { JSONValue(.string(text)) }

  package static func number(_ number: Int) -> JSONValue { JSONValue(.number(String(number))) }

  package static func array(_ elements: [JSONValue]) -> JSONValue { JSONValue(.array(elements)) }

  package static func object(_ members: [Member]) -> JSONValue { JSONValue(.object(members)) }

  package var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  package var bool: Bool? {
    if case .bool(let bool) = kind { bool } else { nil }
  }

  /// The number, where it is one that a `Double` can be near to.
  package var number: Double? {
    guard case .number(let digits) = kind, let number = Double(digits), number.isFinite else {
      return nil
    }
    return number
  }

  /// Whether it is written as a whole number, however great.
  package var isWrittenAsWholeNumber: Bool {
    guard case .number(let digits) = kind else { return false }
    return digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// The number, where it is written as a whole one that fits.
  package var wholeNumber: Int? {
    if case .number(let digits) = kind { Int(digits) } else { nil }
  }

  package var elements: [JSONValue]? {
    if case .array(let elements) = kind { elements } else { nil }
  }

  package var members: [Member]? {
    if case .object(let members) = kind { members } else { nil }
  }

  /// The value of a key of an object.
  package subscript(key: String) -> JSONValue? {
    members?.first { $0.key == key }?.value
  }
}
