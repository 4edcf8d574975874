/// An element of the XML in a workbook: as much of XML as those have.
///
/// Names stand without their prefix. A document type is refused, and with it every entity of a
/// file's own: nothing in a small file can become a large text.
struct XMLElement {
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [XMLElement] = []
  /// The text directly in it.
  fileprivate(set) var text = ""

  /// The elements in it of a name, in their order.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// The root of a text; `nil` where it is not well-formed, or no UTF-8.
  static func root(of bytes: [UInt8]) -> XMLElement? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var reader = XMLReading(Array(text.utf8))
    return reader.root()
  }
}

/// Goes through the text of an XML file once.
private struct XMLReading {
  private let bytes: [UInt8]
  private var place = 0
  private var open: [XMLElement] = []
  private static let deepest = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func root() -> XMLElement? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        guard takeText() else { return nil }
        continue
      }
      if starts(with: "<?") {
        guard skip(beyond: "?>") else { return nil }
      } else if starts(with: "<!--") {
        guard skip(beyond: "-->") else { return nil }
      } else if starts(with: "<![CDATA[") {
        guard takeCharacters() else { return nil }
      } else if starts(with: "</") {
        guard let closed = close() else { return nil }
        if open.isEmpty { return closed }
        open[open.count - 1].children.append(closed)
      } else {
        guard let closed = takeTag() else { return nil }
        if let element = closed {
          if open.isEmpty { return element }
          open[open.count - 1].children.append(element)
        }
      }
    }
    return nil
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[place...].starts(with: $0) }
  }

  private mutating func skip(beyond text: StaticString) -> Bool {
    while place < bytes.count {
      if starts(with: text) {
        place += text.utf8CodeUnitCount
        return true
      }
      place += 1
    }
    return false
  }

  private mutating func takeText() -> Bool {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    guard let text = Self.unescaped(bytes[start..<place]) else { return false }
    if !open.isEmpty { open[open.count - 1].text += text }
    return true
  }

  private mutating func takeCharacters() -> Bool {
    let start = place + 9
    guard skip(beyond: "]]>"), !open.isEmpty, start <= place - 3 else { return false }
    open[open.count - 1].text += String(decoding: bytes[start..<place - 3], as: UTF8.self)
    return true
  }

  private mutating func close() -> XMLElement? {
    place += 2
    let name = takeName()
    skipSpaces()
    guard place < bytes.count, bytes[place] == UInt8(ascii: ">"), let element = open.popLast(),
      element.name == name
    else { return nil }
    place += 1
    return element
  }

  /// Reads the tag that begins here.
  ///
  /// - Returns: the element where it is closed at once, `.some(nil)` where it is open now, and
  ///   `nil` where it is no tag.
  private mutating func takeTag() -> XMLElement?? {
    place += 1
    guard place < bytes.count, bytes[place] != UInt8(ascii: "!"), open.count < Self.deepest else {
      return nil
    }
    let name = takeName()
    guard !name.isEmpty else { return nil }
    var attributes: [String: String] = [:]
    while true {
      skipSpaces()
      guard place < bytes.count else { return nil }
      if bytes[place] == UInt8(ascii: ">") {
        place += 1
        open.append(XMLElement(name: name, attributes: attributes))
        return .some(nil)
      }
      if starts(with: "/>") {
        place += 2
        return XMLElement(name: name, attributes: attributes)
      }
      guard let (key, value) = takeAttribute() else { return nil }
      attributes[key] = value
    }
  }

  private mutating func takeAttribute() -> (String, String)? {
    let key = takeName()
    skipSpaces()
    guard !key.isEmpty, place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return nil }
    place += 1
    skipSpaces()
    guard place < bytes.count else { return nil }
    let quote = bytes[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    place += 1
    let start = place
    while place < bytes.count, bytes[place] != quote { place += 1 }
    guard place < bytes.count, let value = Self.unescaped(bytes[start..<place]) else {
      return nil
    }
    place += 1
    return (key, value)
  }

  /// A name without its prefix; but `r:id` stays what it is, to be told from `id`.
  private mutating func takeName() -> String {
    let start = place
    while place < bytes.count, !Self.endsName(bytes[place]) { place += 1 }
    let name = String(decoding: bytes[start..<place], as: UTF8.self)
    guard !name.hasSuffix(":id"), let colon = name.lastIndex(of: ":") else {
      return name.hasSuffix(":id") ? "r:id" : name
    }
    return String(name[name.index(after: colon)...])
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || [UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")].contains(byte)
  }

  private mutating func skipSpaces() {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }

  /// The text with its entities resolved, of which XML itself has five.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ";"),
        let scalar = scalar(rest[rest.index(after: start)..<end])
      else { return nil }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func scalar(_ entity: Substring) -> Unicode.Scalar? {
    switch entity {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard entity.hasPrefix("#") else { return nil }
      let digits = entity.dropFirst()
      let number =
        digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      return number.flatMap(Unicode.Scalar.init)
    }
  }
}
