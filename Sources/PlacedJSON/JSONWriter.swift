/// Writes JSON as the session file has it: keys sorted, two spaces, one value a line.
///
/// So one change of an answer touches few lines, and `git diff` reads well.
package enum JSONWriter {
  /// The text of a value, with a line feed at its end.
  package static func text(_ value: JSONValue) -> [UInt8] {
    var text: [UInt8] = []
    write(value, indent: 0, to: &text)
    text.append(0x0A)
    return text
  }

  private static func write(_ value: JSONValue, indent: Int, to text: inout [UInt8]) {
    switch value.kind {
    case .null: text += "null".utf8
    case .bool(let bool): text += (bool ? "true" : "false").utf8
    case .number(let digits): text += digits.utf8
    case .string(let string): write(string, to: &text)
    case .array(let elements):
      writeItems(elements, open: "[", close: "]", indent: indent, to: &text) { element, text in
        write(element, indent: indent + 1, to: &text)
      }
    case .object(let members):
      let sorted = members.sorted {
        $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
      }
      writeItems(sorted, open: "{", close: "}", indent: indent, to: &text) { member, text in
        write(member.key, to: &text)
        text += ": ".utf8
        write(member.value, indent: indent + 1, to: &text)
      }
    }
  }

  private static func writeItems<Item>(
    _ items: [Item],
    open: String,
    close: String,
    indent: Int,
    to text: inout [UInt8],
    item: (Item, inout [UInt8]) -> Void,
  ) {
    text += open.utf8
    for (index, element) in items.enumerated() {
      text.append(index == 0 ? 0x0A : UInt8(ascii: ","))
      if index > 0 { text.append(0x0A) }
      text += repeatElement(0x20, count: 2 * (indent + 1))
      item(element, &text)
    }
    if !items.isEmpty {
      text.append(0x0A)
      text += repeatElement(0x20, count: 2 * indent)
    }
    text += close.utf8
  }

  private static func write(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: text += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      case 0x0A: text += "\\n".utf8
      case 0x09: text += "\\t".utf8
      case 0..<0x20, 0x7F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        text += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      default: text += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
