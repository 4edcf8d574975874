/// Writes JSON as the session file has it: keys sorted, two spaces, one value a line.
///
/// So one change of an answer touches few lines, and `git diff` reads well.
package enum JSONWriter {
  /// The text of a value, with a line feed at its end.
  ///
  /// A file that a person goes on writing is not sorted: it has its keys in its own order.
  package static func text(_ value: JSONValue, isSorted: Bool = true) -> [UInt8] {
    var text: [UInt8] = []
    write(value, indent: 0, isSorted: isSorted, to: &text)
    text.append(0x0A)
    return text
  }

  /// The text of a value on one line, without a line feed: keys sorted, no spaces.
  package static func line(_ value: JSONValue) -> [UInt8] {
    var text: [UInt8] = []
    writeLine(value, to: &text)
    return text
  }

  private static func writeLine(_ value: JSONValue, to text: inout [UInt8]) {
    switch value.kind {
    case .array(let elements):
      text.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        writeLine(element, to: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      for (index, member) in sorted(members).enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        write(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        writeLine(member.value, to: &text)
      }
      text.append(UInt8(ascii: "}"))
    case .null, .bool, .number, .string: write(value, indent: 0, to: &text)
    }
  }

  /// The members by the scalars of their keys, which is the order of their bytes in UTF-8.
  private static func sorted(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    guard
      let unsorted = members.indices.dropFirst().first(where: {
        isBefore(members[$0].key, members[$0 - 1].key)
      })
    else { return members }
    // Few, and mostly in order: each goes back to where it belongs.
    guard members.count <= 16 else {
      return members.sorted { isBefore($0.key, $1.key) }
    }
    var members = members
    for index in unsorted..<members.count {
      var place = index
      while place > 0, isBefore(members[place].key, members[place - 1].key) {
        members.swapAt(place, place - 1)
        place -= 1
      }
    }
    return members
  }

  private static func isBefore(_ first: String, _ second: String) -> Bool {
    let isBefore = first.utf8.withContiguousStorageIfAvailable { first in
      second.utf8.withContiguousStorageIfAvailable { second in
        for index in 0..<min(first.count, second.count) where first[index] != second[index] {
          return first[index] < second[index]
        }
        return first.count < second.count
      }
    }
    return (isBefore ?? nil) ?? first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  private static func write(
    _ value: JSONValue,
    indent: Int,
    isSorted: Bool = true,
    to text: inout [UInt8],
  ) {
    switch value.kind {
    case .null: text += "null".utf8
    case .bool(let bool): text += (bool ? "true" : "false").utf8
    case .number(let digits): text += digits.utf8
    case .string(let string): write(string, to: &text)
    case .array(let elements):
      writeItems(elements, open: 0x5B, close: 0x5D, indent: indent, to: &text) { element, text in
        write(element, indent: indent + 1, isSorted: isSorted, to: &text)
      }
    case .object(let members):
      let members = isSorted ? sorted(members) : members
      writeItems(members, open: 0x7B, close: 0x7D, indent: indent, to: &text) { member, text in
        write(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        text.append(0x20)
        write(member.value, indent: indent + 1, isSorted: isSorted, to: &text)
      }
    }
  }

  private static func writeItems<Item>(
    _ items: [Item],
    open: UInt8,
    close: UInt8,
    indent: Int,
    to text: inout [UInt8],
    item: (Item, inout [UInt8]) -> Void,
  ) {
    text.append(open)
    for index in items.indices {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      beginLine(indent: indent + 1, in: &text)
      item(items[index], &text)
    }
    if !items.isEmpty { beginLine(indent: indent, in: &text) }
    text.append(close)
  }

  private static func beginLine(indent: Int, in text: inout [UInt8]) {
    text.append(0x0A)
    for _ in 0..<2 * indent { text.append(0x20) }
  }

  /// Writes what needs no escape in runs, as almost all of a text does not.
  private static func write(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        while index < bytes.count, isPlain(bytes[index]) { index += 1 }
        guard index < bytes.count else { break }
        guard let escape = escape(bytes, at: index) else {
          index += 1
          continue
        }
        text += bytes[start..<index]
        text += escape.text.utf8
        index += escape.length
        start = index
      }
      text += bytes[start...]
    }
    text.append(UInt8(ascii: "\""))
  }

  /// Whether no escape begins with a byte.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xE2
  }

  /// The escape of the character that begins here, and how many bytes it replaces.
  ///
  /// Beside what JSON asks for, U+007F, and U+2028 and U+2029, which some readers of JSON take
  /// for the end of a line.
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at index: Int,
  ) -> (text: String, length: Int)? {
    switch bytes[index] {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x09: return ("\\t", 1)
    case 0..<0x20, 0x7F:
      let digits = String(bytes[index], radix: 16)
      return ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits, 1)
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
      if bytes[index + 2] == 0xA8 { return ("\\u2028", 3) }
      return bytes[index + 2] == 0xA9 ? ("\\u2029", 3) : nil
    default: return nil
    }
  }
}
