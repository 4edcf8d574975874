import Foundation
import TestSupport
import Testing

@testable import Phrases

@Suite struct CompatibilityDecompositionTests {
  /// Every scalar, 256 together with a line break after each, so that none touches another.
  ///
  /// They are compared by scalars: `==` takes a character and its parts for the same.
  private func compareEveryScalar(with expected: (String.UnicodeScalarView) -> [UInt32]) {
    for start in stride(from: 0 as UInt32, to: 0x11_0000, by: 0x100) {
      var text = String.UnicodeScalarView()
      for scalar in (start..<start + 0x100).lazy.compactMap(Unicode.Scalar.init) {
        text.append(scalar)
        text.append("\n")
      }
      let found = CompatibilityDecomposition.scalars(of: String(text)).map(\.value)
      let expected = expected(text)
      guard found != expected else { continue }
      let faults = zip(found.split(separator: 10), expected.split(separator: 10))
        .filter { $0.0 != $0.1 }.map { "\(Array($0.0)), not \(Array($0.1))" }
      Issue.record("from \(start): \(faults)")
    }
  }

  @Test func takesEveryCharacterApartAsFoundationDoes() {
    compareEveryScalar {
      String($0).decomposedStringWithCompatibilityMapping.unicodeScalars.map(\.value)
    }
  }

  @Test func takesEveryCharacterApartAsUnicodesOwnFileSays() throws {
    let file = "/usr/share/unicode/UnicodeData.txt"
    var mappings: [UInt32: [UInt32]] = [:]
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      let parts = fields[5].split(separator: " ").filter { !$0.hasPrefix("<") }
      guard let value = UInt32(fields[0], radix: 16), !parts.isEmpty else { continue }
      mappings[value] = parts.compactMap { UInt32($0, radix: 16) }
    }
    func whole(_ value: UInt32) -> [UInt32] { mappings[value]?.flatMap(whole) ?? [value] }
    compareEveryScalar { text in
      text.flatMap { scalar in
        // The syllables of Hangul are in no line of the file.
        (0xAC00...0xD7A3).contains(scalar.value)
          ? CompatibilityDecomposition.scalars(of: String(scalar)).map(\.value)
          : whole(scalar.value)
      }
    }
  }

  @Test func putsMarksInTheOrderInWhichFoundationDoes() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Decomposition: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let pool = (0...0x1_FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
      // Foundation does not know the marks of later versions of Unicode than 15.
      $0.properties.canonicalCombiningClass != .notReordered
        && $0.properties.age.map { $0.major <= 15 } ?? false
    }
    for _ in 0..<LongRuns.count(2000, long: 200_000) {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let scalar =
          Bool.random(using: &generator)
          ? pool.randomElement(using: &generator)
          : (["é", "ﷲ", "ệ", "각", "①", "a", "ا", "ؤ"] as [Unicode.Scalar])
            .randomElement(using: &generator)
        text.append(try #require(scalar))
      }
      let found = CompatibilityDecomposition.scalars(of: String(text)).map(\.value)
      let expected =
        String(text).decomposedStringWithCompatibilityMapping.unicodeScalars.map(\.value)
      #expect(found == expected, "seed \(seed): \(text.map(\.value))")
    }
  }
}
