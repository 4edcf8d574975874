import Spreadsheets
import TestSupport
import Testing

@testable import Reports

/// What ``CSV`` writes is what ``CSVTable`` reads.
@Suite struct CSVRoundTripTests {
  private static let pieces = [
    "a", "ع", "\"", ",", ";", "\t", "\n", "\r\n", "=", "'", "-", "1", " ", "\u{1B}", "\u{FEFF}",
    "لا", "",
  ]

  @Test(arguments: 1...LongRuns.count(200, long: 20_000))
  func readsWhatWasWritten(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    // The head decides what stands between the cells, and no line is empty.
    let rows: [[String]] =
      [["head", "tail"]]
      + (0..<4).map { _ in
        ["x"] + [
          (0..<6).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)] }
            .joined()
        ]
      }
    for hasByteOrderMark in [true, false] {
      let text = CSV.text(rows, hasByteOrderMark: hasByteOrderMark)
      let read = try CSVTable(Array(text.utf8)).rows.map { $0.map(\.text) }
      #expect(read == rows.map { $0.map(CSV.shown) }, "seed \(seed)")
    }
  }
}
