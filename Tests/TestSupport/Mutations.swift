/// Good texts turned into bad ones by chance.
package struct Mutations {
  package var generator: SeededGenerator

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// What comes into files by accident, by other programs and by ill will.
  private static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "1e999", "-0", "0.1e-400",
      "99999999999999999999999999", "\"\\ud800\"", "\"\\u0000\"", "\u{FEFF}", "\u{202E}", "\n",
      "\"id\": \"x\",", "\"id\": {}", "\"../../etc/passwd\"", "\"1.1.1\": {},", "//", "\u{1B}[2J",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      Array(repeating: UInt8(ascii: "["), count: 2000),
      Array(repeating: UInt8(ascii: "x"), count: 5000),
    ]

  /// The bytes with one to four things done to them.
  package mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return bytes = [UInt8(ascii: "{")] }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let length = min(bytes.count - place, Int.random(in: 1...80, using: &generator))
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
    case 2: bytes.removeSubrange(place..<place + length)
    case 3: bytes.removeSubrange(place...)
    case 4: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    case 5:
      let other = Int.random(in: 0..<bytes.count, using: &generator)
      bytes.insert(contentsOf: Array(bytes[place..<place + length]), at: other)
    default:
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      bytes.insert(contentsOf: piece, at: place)
    }
  }
}
