import CNcurses

/// What terminfo says of one thing that a terminal can do: the bytes for it, with places for
/// numbers.
///
/// Padding (`$<2>`) is left out: it is for terminals on a slow line that cannot be asked to wait.
struct Capability: Sendable {
  /// What the bytes are made of, where that is no more than numbers between fixed bytes.
  private enum Part: Sendable {
    case fixed(UInt8)
    /// The first or the second number in decimal digits.
    case number(isFirst: Bool)

    var isNumber: Bool {
      if case .number = self { true } else { false }
    }
  }

  private let text: [CChar]
  /// `nil` where it takes terminfo's own reckoning.
  private let parts: [Part]?
  /// Whether the numbers are counted from one (`%i`).
  private let countsFromOne: Bool

  init(_ bytes: [UInt8]) {
    var text: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        text.append(byte)
      }
    }
    self.text = text.map { CChar(bitPattern: $0) } + [0]
    (parts, countsFromOne) = Self.parts(of: text)
  }

  /// The parts of bytes that have numbers in no other way than `%i%p1%d;%p2%d`.
  private static func parts(of text: [UInt8]) -> (parts: [Part]?, countsFromOne: Bool) {
    var parts: [Part] = []
    var countsFromOne = false
    var rest = text[...]
    while let byte = rest.first {
      if byte != UInt8(ascii: "%") {
        parts.append(.fixed(byte))
        rest.removeFirst()
      } else if rest.starts(with: Array("%i".utf8)), !countsFromOne,
        !parts.contains(where: \.isNumber)
      {
        countsFromOne = true
        rest.removeFirst(2)
      } else if rest.starts(with: Array("%p1%d".utf8)) {
        parts.append(.number(isFirst: true))
        rest.removeFirst(5)
      } else if rest.starts(with: Array("%p2%d".utf8)) {
        parts.append(.number(isFirst: false))
        rest.removeFirst(5)
      } else {
        return (nil, false)
      }
    }
    return (parts, countsFromOne)
  }

  /// Whether the terminal cannot do it.
  var isMissing: Bool { text.count == 1 }

  /// The bytes to send.
  func bytes(_ first: Int = 0, _ second: Int = 0) -> [UInt8] {
    var bytes: [UInt8] = []
    append(first, second, to: &bytes)
    return bytes
  }

  /// Adds the bytes to those that are sent.
  func append(_ first: Int = 0, _ second: Int = 0, to bytes: inout [UInt8]) {
    guard let parts, first >= 0, second >= 0 else {
      var buffer = [CChar](repeating: 0, count: 256)
      let length = majlis_with_numbers(text, Int32(first), Int32(second), &buffer, 256)
      for byte in buffer[..<Int(length)] { bytes.append(UInt8(bitPattern: byte)) }
      return
    }
    let origin = countsFromOne ? 1 : 0
    for part in parts {
      switch part {
      case .fixed(let byte): bytes.append(byte)
      case .number(let isFirst): Self.append((isFirst ? first : second) + origin, to: &bytes)
      }
    }
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
