/// Texts with every character taken apart into what it means: `é` into `e` and its accent, `ﷲ` and
/// other presentation forms into letters, `①` into `1` (UAX #15, form NFKD).
///
/// Foundation can do it too, and would be most of the program by itself.
///
/// Limitations: it knows the characters of the Unicode that ``words`` was written from, and leaves
/// later ones as they are.
enum CompatibilityDecomposition {
  /// The text taken apart, its marks in Unicode's order.
  static func scalars(of text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var marks: [(order: UInt8, scalar: Unicode.Scalar)] = []
    func append(_ scalar: Unicode.Scalar) {
      let order = scalar.properties.canonicalCombiningClass.rawValue
      guard order == 0 else {
        marks.append((order, scalar))
        return
      }
      settle()
      result.append(scalar)
    }
    func settle() {
      guard !marks.isEmpty else { return }
      // Sorting is stable: marks of one class stay in the order in which they were written.
      marks.sort { $0.order < $1.order }
      result += marks.lazy.map(\.scalar)
      marks.removeAll()
    }
    for scalar in text.unicodeScalars {
      if let syllable = Syllable(scalar) {
        syllable.letters.forEach(append)
      } else if let parts = table.parts(of: scalar) {
        parts.forEach(append)
      } else {
        append(scalar)
      }
    }
    settle()
    return result
  }

  private static let table = Table(words)

  /// A Hangul syllable, which has no place in the table: its letters are reckoned (The Unicode
  /// Standard, 3.12).
  private struct Syllable {
    private let index: UInt32

    init?(_ scalar: Unicode.Scalar) {
      guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
      index = scalar.value - 0xAC00
    }

    var letters: [Unicode.Scalar] {
      let last = index % 28
      let values = [0x1100 + index / 588, 0x1161 + index % 588 / 28]
      return (values + (last == 0 ? [] : [0x11A7 + last])).compactMap(Unicode.Scalar.init)
    }
  }
}

extension CompatibilityDecomposition {
  /// What each character becomes, from how ``words`` writes it.
  private struct Table {
    private var parts: [Unicode.Scalar] = []
    private var places: [UInt32: Range<Int>] = [:]

    init(_ words: StaticString) {
      words.withUTF8Buffer { read($0) }
    }

    func parts(of scalar: Unicode.Scalar) -> ArraySlice<Unicode.Scalar>? {
      // Before the first of them, one that is written as itself.
      guard scalar.value >= 0xA0 else { return nil }
      return places[scalar.value].map { parts[$0] }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
      var next: UInt32 = 0
      for word in bytes.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == 10 }) {
        var letters: [UInt32] = []
        var number: UInt32 = 0
        var first: UInt32?
        for byte in word {
          switch byte {
          case UInt8(ascii: "="):
            next = number
            number = 0
          case UInt8(ascii: "+"):
            letters.append(number)
            number = 0
          case UInt8(ascii: "-"):
            first = number
            number = 0
          default: number = number << 4 | UInt32(byte & 0xF) + (byte >= 0x41 ? 9 : 0)
          }
        }
        if let first {
          for letter in first...number { add([letter], to: &next) }
        } else {
          add(letters + [number], to: &next)
        }
      }
    }

    private mutating func add(_ letters: [UInt32], to next: inout UInt32) {
      let start = parts.count
      parts += letters.compactMap(Unicode.Scalar.init)
      places[next] = start..<parts.count
      next += 1
    }
  }
}
