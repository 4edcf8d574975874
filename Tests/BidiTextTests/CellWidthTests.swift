import Foundation
import Testing

@testable import BidiText

/// The widths of all characters against Unicode's own file, from Debian's `unicode-data`.
@Suite struct CellWidthTests {
  /// What characters are that the file does not list, by its head.
  private static let wideUnlessListed: [ClosedRange<UInt32>] = [
    0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]

  @Test func givesEveryCharacterTheCellsThatUnicodeSays() throws {
    let path = ConformanceTests.folder + "EastAsianWidth.txt"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    try #require(
      lines[0] == "# EastAsianWidth-\(CellWidth.unicodeVersion).txt",
      "another Unicode is installed: .ci/widths writes its table",
    )
    var expected = [UInt8](repeating: 1, count: 0x11_0000)
    for range in Self.wideUnlessListed { for value in range { expected[Int(value)] = 2 } }
    var listed = 0
    for line in lines where !line.hasPrefix("#") {
      let fields = line.prefix { $0 != "#" }.split(separator: ";")
      let ends = fields[0].split(separator: ".").compactMap { Int($0, radix: 16) }
      let first = try #require(ends.first)
      let isWide = ["W", "F"].contains(fields[1].trimmingCharacters(in: .whitespaces))
      for value in first...(ends.last ?? first) {
        expected[value] = isWide ? 2 : 1
        listed += 1
      }
    }
    #expect(listed > 280_000)
    var faults: [String] = []
    for value in expected.indices {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let width = CellWidth.width(of: scalar)
      if width != expected[value] { faults.append("U+\(String(value, radix: 16)): \(width)") }
    }
    #expect(faults.isEmpty, "\(faults.count), \(faults.prefix(5))")
  }

  @Test func hasItsRangesInOrderAndApart() {
    for (one, next) in zip(CellWidth.wideRanges, CellWidth.wideRanges.dropFirst()) {
      #expect(one.upperBound + 1 < next.lowerBound)
    }
    #expect(CellWidth.width(of: "📼") == 2)
  }
}
