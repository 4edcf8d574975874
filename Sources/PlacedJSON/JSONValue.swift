/// A value of a JSON text, with the place where it begins; or one that is to be written.
///
/// Numbers keep the digits they were written with, and objects the order of their keys, so that
/// what a newer version of the program wrote can be written again as it was. A value that was read
/// holds its whole text: one that outlives the reading is to be ``detached``.
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

  fileprivate enum Content {
    case made(Kind)
    case read(JSONDocument, Int)
  }

  fileprivate var content: Content

  package init(_ kind: Kind) { content = .made(kind) }

  /// The whole of a text that was read.
  init(_ document: JSONDocument) { content = .read(document, 0) }

  fileprivate init(_ document: JSONDocument, _ index: Int) { content = .read(document, index) }

  package static func string(_ text: String) -> JSONValue { JSONValue(.string(text)) }

  package static func number(_ number: Int) -> JSONValue { JSONValue(.number(String(number))) }

  package static func array(_ elements: [JSONValue]) -> JSONValue { JSONValue(.array(elements)) }

  package static func object(_ members: [Member]) -> JSONValue { JSONValue(.object(members)) }

  /// What it is, with the values in it.
  package var kind: Kind {
    get {
      switch content {
      case .made(let kind): kind
      case .read(let document, let index): Self.kind(in: document, at: index)
      }
    }
    set { content = .made(newValue) }
  }

  private static func kind(in document: JSONDocument, at index: Int) -> Kind {
    let entry = document[index]
    switch entry.kind {
    case .null: return .null
    case .no: return .bool(false)
    case .yes: return .bool(true)
    case .number: return .number(document.digits(entry))
    case .text, .keptText: return .string(document.text(entry))
    case .array: return .array(elements(in: document, at: index))
    case .object: return .object(members(in: document, at: index))
    }
  }

  /// `nil` for values that no text was read for.
  package var place: JSONPlace? {
    guard case .read(let document, let index) = content else { return nil }
    return document.place(of: document[index].beginning)
  }

  /// The same without the text that it was read from.
  package var detached: JSONValue {
    switch kind {
    case .array(let elements): .array(elements.map(\.detached))
    case .object(let members): .object(members.map { ($0.key, $0.value.detached) })
    case .null, .bool, .number, .string: JSONValue(kind)
    }
  }

  package var string: String? {
    switch content {
    case .made(.string(let text)): return text
    case .made: return nil
    case .read(let document, let index):
      let entry = document[index]
      return entry.isText ? document.text(entry) : nil
    }
  }

  package var bool: Bool? {
    if case .bool(let bool) = kind { bool } else { nil }
  }

  /// The number, where it is one that a `Double` can be near to.
  package var number: Double? {
    guard let digits, let number = Double(digits), number.isFinite else { return nil }
    return number
  }

  /// Whether it is written as a whole number, however great.
  package var isWrittenAsWholeNumber: Bool {
    digits?.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") } ?? false
  }

  /// The number, where it is written as a whole one that fits.
  package var wholeNumber: Int? { digits.flatMap { Int($0) } }

  private var digits: String? {
    switch content {
    case .made(.number(let digits)): return digits
    case .made: return nil
    case .read(let document, let index):
      let entry = document[index]
      return entry.kind == .number ? document.digits(entry) : nil
    }
  }

  package var elements: [JSONValue]? {
    switch content {
    case .made(.array(let elements)): return elements
    case .made: return nil
    case .read(let document, let index):
      return document[index].kind == .array ? Self.elements(in: document, at: index) : nil
    }
  }

  package var members: [Member]? {
    switch content {
    case .made(.object(let members)): return members
    case .made: return nil
    case .read(let document, let index):
      return document[index].kind == .object ? Self.members(in: document, at: index) : nil
    }
  }

  /// The value of a key of an object.
  package subscript(key: String) -> JSONValue? { ObjectCursor(self)?.value(of: key) }

  private static func elements(in document: JSONDocument, at index: Int) -> [JSONValue] {
    let end = document[index].end
    var elements: [JSONValue] = []
    var index = index + 1
    while index < end {
      elements.append(JSONValue(document, index))
      index = document.index(after: index)
    }
    return elements
  }

  private static func members(in document: JSONDocument, at index: Int) -> [Member] {
    let end = document[index].end
    var members: [Member] = []
    var index = index + 1
    while index < end {
      members.append((document.text(document[index]), JSONValue(document, index + 1)))
      index = document.index(after: index + 1)
    }
    return members
  }
}

/// Looks members of an object up one after the other, from where the last one stood: files and
/// those who read them have much the same order.
package struct ObjectCursor {
  private enum Content {
    case made([JSONValue.Member])
    case read(JSONDocument, Int)
  }

  private let content: Content
  /// The next member: its number, and where it stands.
  private var next = (number: 0, index: 0)

  /// - Returns: `nil` where the value is no object.
  package init?(_ value: JSONValue) {
    switch value.content {
    case .made(.object(let members)): content = .made(members)
    case .made: return nil
    case .read(let document, let index):
      guard document[index].kind == .object else { return nil }
      content = .read(document, index)
      next.index = index + 1
    }
  }

  /// How many members the object has.
  package var count: Int {
    switch content {
    case .made(let members): return members.count
    case .read(let document, let object):
      let end = document[object].end
      var (count, index) = next
      while index < end { (count, index) = (count + 1, document.index(after: index + 1)) }
      return count
    }
  }

  /// The value of a key.
  fileprivate func value(of key: String) -> JSONValue? {
    var cursor = self
    return cursor.take(key)?.value
  }

  /// The value of a key, and the number of its member; `nil` where there is none.
  package mutating func take(_ key: String) -> (number: Int, value: JSONValue)? {
    switch content {
    case .made(let members):
      for _ in members.indices {
        if next.number == members.count { next.number = 0 }
        defer { next.number += 1 }
        if members[next.number].key == key { return (next.number, members[next.number].value) }
      }
      return nil
    case .read(let document, let object):
      let found =
        document.member(named: key, from: next, to: document[object].end)
        ?? document.member(named: key, from: (0, object + 1), to: next.index)
      guard let found else { return nil }
      next = (found.number + 1, document.index(after: found.index + 1))
      return (found.number, JSONValue(document, found.index + 1))
    }
  }
}
