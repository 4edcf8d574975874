/// A text that is being pasted, up to the sequence that ends it; the cost grows with its length.
struct BracketedPaste: Equatable, Sendable {
  private static let escape: UInt8 = 0x1B
  private static let endSequence = Array("\u{1B}[201~".utf8)
  /// What is pasted beyond this is passed over: no field takes a hundredth of it, and nobody who
  /// comes in from afar is to fill the memory.
  private static let limit = 8 << 20

  private var bytes: [UInt8] = []
  /// How many bytes of the end have come.
  private var endSeen = 0

  /// Whether what came after a long pause still belongs to a paste: more than a key sends, or its
  /// end.
  static func isGoingOn(with portion: [UInt8]) -> Bool {
    portion.count > 32 || portion.suffix(endSequence.count) == endSequence[...]
  }

  /// Takes as much of a portion as belongs to it.
  ///
  /// - Returns: the text when its end has come.
  mutating func take(_ portion: inout ArraySlice<UInt8>) -> String? {
    while let byte = portion.first {
      if endSeen == 0, byte != Self.escape {
        let stretch = portion.prefix { $0 != Self.escape }
        add(stretch)
        portion = portion.dropFirst(stretch.count)
        continue
      }
      portion = portion.dropFirst()
      if byte == Self.endSequence[endSeen] {
        endSeen += 1
        if endSeen == Self.endSequence.count { return end() }
      } else {
        add(Self.endSequence.prefix(endSeen))
        endSeen = byte == Self.escape ? 1 : 0
        if endSeen == 0 { add([byte]) }
      }
    }
    return nil
  }

  /// What has come, as text; the next one begins empty.
  mutating func end() -> String {
    defer { self = BracketedPaste() }
    return Self.text(bytes)
  }

  private mutating func add(_ stretch: ArraySlice<UInt8>) {
    if bytes.count < Self.limit { bytes += stretch }
  }

  /// Terminals send a carriage return for the end of a line.
  private static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isAfterReturn = false
    for byte in bytes {
      if byte == 0x0D {
        result.append(0x0A)
      } else if byte != 0x0A || !isAfterReturn {
        result.append(byte)
      }
      isAfterReturn = byte == 0x0D
    }
    return String(decoding: result, as: UTF8.self)
  }
}
