import TestSupport
import Testing

@testable import Phrases

@Suite struct LetterFoldingTests {
  @Test func foldsTheUsualLettersAsTheTablesOfUnicodeDo() {
    for value in 0...0x2FFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      #expect(LetterFolding.fold(text) == LetterFolding.foldByTables(text), "U+\(value)")
    }
  }

  @Test func foldsAnyTextAsTheTablesOfUnicodeDo() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Folding: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let ranges: [ClosedRange<UInt32>] = [0x20...0x7E, 0xA0...0x17F, 0x300...0x36F, 0x600...0x6FF]
    for _ in 0..<LongRuns.count(2000, long: 200_000) {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
          text.append(scalar)
        }
      }
      let string = String(text)
      #expect(
        LetterFolding.fold(string) == LetterFolding.foldByTables(string),
        "seed \(seed): \(string.unicodeScalars.map { String($0.value, radix: 16) })",
      )
    }
  }
}
