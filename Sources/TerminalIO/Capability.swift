import CNcurses

/// What terminfo says of one thing that a terminal can do: the bytes for it, with places for
/// numbers.
///
/// Padding (`$<2>`) is left out: it is for terminals on a slow line that cannot be asked to wait.
struct Capability: Sendable {
  private let text: [CChar]
  private let hasNumbers: Bool

  init(_ bytes: [UInt8]) {
    var text: [CChar] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        text.append(CChar(bitPattern: byte))
      }
    }
    hasNumbers = bytes.contains(UInt8(ascii: "%"))
    self.text = text + [0]
  }

  /// Whether the terminal cannot do it.
  var isMissing: Bool { text.count == 1 }

  /// The bytes to send.
  func bytes(_ first: Int = 0, _ second: Int = 0) -> [UInt8] {
    guard hasNumbers else { return text.dropLast().map { UInt8(bitPattern: $0) } }
    var buffer = [CChar](repeating: 0, count: 256)
    let length = majlis_with_numbers(text, Int32(first), Int32(second), &buffer, 256)
    return buffer[..<Int(length)].map { UInt8(bitPattern: $0) }
  }
}
