import BidiText
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

  /// To a string, a sign and the accent after it are one character; to a reader of CSV they are two.
  @Test(arguments: ["\"\u{301},x", "a\"\u{301}\",\"", ",\"\u{200D}", "\u{301}\",", "\"\u{FE0F}\n"])
  func doublesAQuotationMarkWithAnAccent(text: String) throws {
    let read = try CSVTable(Array(CSV.text([["a", "b"], [text, "x"]]).utf8)).rows
    #expect(read[1].map(\.text) == [CSV.shown(text), "x"])
  }

  @Test(arguments: ["\u{FE0F}=1", "\u{200D}+1", "\u{34F}@x", "=1", "'x"])
  func takesTheApostropheOffAgain(text: String) {
    #expect(CSV.text(shown: CSV.shown(text)) == TextSanitizer.visible(text))
  }
}
