import BidiText

/// A line in pieces: what stands in an isolate, and what stands outside.
enum IsolatedRuns {
  struct Run: Equatable {
    var text: String
    /// The direction that the piece was isolated with; `nil` outside of isolates.
    let direction: Direction?
  }

  /// The pieces of a line, without the signs that isolate them; of one within another the inner one
  /// decides (UAX #9, BD9).
  static func split(_ line: Substring) -> [Run] {
    var runs: [Run] = []
    var open: [Direction] = []
    func add(_ scalar: Unicode.Scalar) {
      if runs.last?.direction == open.last, !runs.isEmpty {
        runs[runs.count - 1].text.unicodeScalars.append(scalar)
      } else {
        runs.append(Run(text: String(scalar), direction: open.last))
      }
    }
    let scalars = Array(line.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x2066: open.append(.leftToRight)
      case 0x2067: open.append(.rightToLeft)
      case 0x2068: open.append(direction(ofIsolateAt: scalars[(place + 1)...], among: open))
      case 0x2069: _ = open.popLast()
      default: add(scalar)
      }
    }
    return runs
  }

  /// The direction of what stands in an isolate that leaves it to its letters.
  private static func direction(
    ofIsolateAt rest: ArraySlice<Unicode.Scalar>,
    among open: [Direction],
  ) -> Direction {
    let inside = String(String.UnicodeScalarView(rest.prefix { $0.value != 0x2069 }))
    return Direction(ofMostLettersIn: inside, otherwise: open.last ?? .leftToRight)
  }
}
