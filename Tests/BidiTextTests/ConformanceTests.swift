import CFriBidi
import Foundation
import Testing

@testable import BidiText

/// Unicode's own conformance files, from Debian's `unicode-data`.
@Suite struct ConformanceTests {
  static let folder = "/usr/share/unicode/"

  private func lines(of name: String) throws -> [Substring] {
    let text = try String(contentsOfFile: Self.folder + name, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  /// How an ordering differs from the expected one; `nil` where it does not.
  private func fault(
    _ scalars: [UInt32],
    _ direction: Direction,
    levels expectedLevels: [Int?],
    order expectedOrder: [Int],
  ) -> String? {
    var levels = BidiLevels(scalars, direction: direction)
    let order = levels.order(ofLine: 0..<scalars.count).filter { expectedLevels[$0] != nil }
    for (index, level) in expectedLevels.enumerated() where level != nil {
      if Int(levels.levels[index]) % 2 != (level ?? 0) % 2 {
        return "level \(levels.levels[index]) at \(index), not \(level ?? -1)"
      }
    }
    return order == expectedOrder ? nil : "order \(order), not \(expectedOrder)"
  }

  @Test func ordersEveryCaseOfBidiCharacterTest() throws {
    var count = 0
    var faults: [String] = []
    for line in try lines(of: "BidiCharacterTest.txt") {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard fields.count == 5 else { continue }
      let scalars = fields[0].split(separator: " ").compactMap { UInt32($0, radix: 16) }
      let direction: Direction = fields[2] == "1" ? .rightToLeft : .leftToRight
      let levels = fields[3].split(separator: " ").map { Int($0) }
      let order = fields[4].split(separator: " ").compactMap { Int($0) }
      count += 1
      if let fault = fault(scalars, direction, levels: levels, order: order) {
        faults.append("\(line): \(fault)")
      }
    }
    print("BidiCharacterTest.txt: \(count - faults.count) of \(count) cases pass")
    #expect(count == 91_707)
    #expect(faults.isEmpty, "\(faults.prefix(3))")
  }

  /// A character of each bidirectional class.
  private static let characters: [Substring: UInt32] = [
    "L": 0x61, "R": 0x5D0, "AL": 0x627, "EN": 0x30, "ES": 0x2B, "ET": 0x23, "AN": 0x660,
    "CS": 0x2C, "B": 0x2029, "S": 0x09, "WS": 0x20, "ON": 0x21, "NSM": 0x300, "BN": 0xAD,
    "LRE": 0x202A, "RLE": 0x202B, "PDF": 0x202C, "LRO": 0x202D, "RLO": 0x202E,
    "LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069,
  ]

  @Test func ordersEveryCaseOfBidiTest() throws {
    var count = 0
    var faults: [String] = []
    var levels: [Int?] = []
    var order: [Int] = []
    for line in try lines(of: "BidiTest.txt") {
      if line.hasPrefix("@Levels:") {
        levels = line.dropFirst(8).split(whereSeparator: \.isWhitespace).map { Int($0) }
      } else if line.hasPrefix("@Reorder:") {
        order = line.dropFirst(9).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      } else if !line.hasPrefix("@") {
        let fields = line.split(separator: ";")
        let scalars = fields[0].split(separator: " ").compactMap { Self.characters[$0] }
        let directions = Int(fields[1].trimmingCharacters(in: .whitespaces)) ?? 0
        for bit in [1, 2, 4] where directions & bit != 0 {
          let direction: Direction =
            bit == 1 ? firstStrongDirection(scalars) : bit == 2 ? .leftToRight : .rightToLeft
          count += 1
          if let fault = fault(scalars, direction, levels: levels, order: order) {
            faults.append("\(line): \(fault)")
          }
        }
      }
    }
    print("BidiTest.txt: \(count - faults.count) of \(count) cases pass")
    #expect(count == 770_241)
    #expect(faults.isEmpty, "\(faults.prefix(3))")
  }

  /// The direction that rules P2 and P3 find, which the module itself is always given.
  private func firstStrongDirection(_ scalars: [UInt32]) -> Direction {
    var isolates = 0
    for scalar in scalars {
      switch scalar {
      case 0x2066...0x2068: isolates += 1
      case 0x2069: isolates = max(0, isolates - 1)
      case 0x61 where isolates == 0: return .leftToRight
      case 0x5D0 where isolates == 0, 0x627 where isolates == 0: return .rightToLeft
      default: break
      }
    }
    return .leftToRight
  }

  @Test func joinsEveryArabicLetterInEveryPosition() throws {
    let forms = try presentationForms()
    var count = 0
    for (letter, formsOfLetter) in forms {
      for (position, expected) in formsOfLetter {
        // The beh on either side joins on both sides.
        let before = position == "medial" || position == "final" ? "\u{628}" : ""
        let after = position == "medial" || position == "initial" ? "\u{628}" : ""
        guard let scalar = Unicode.Scalar(letter) else { continue }
        let text = before + String(Character(scalar)) + after
        let cells = TextLayout(text, direction: .rightToLeft).lines[0].cells
        let index = before.isEmpty ? 0 : 1
        let shown = try #require(cells.first { $0.graphemes.contains(index) })
        #expect(
          shown.glyph.base.value == expected,
          "U+\(String(letter, radix: 16)) \(position): U+\(String(shown.glyph.base.value, radix: 16))",
        )
        count += 1
      }
    }
    print("ArabicShaping: \(count) forms of \(forms.count) letters")
    // The letters of the Arabic alphabet with their hamza forms; the hamza alone does not join.
    #expect(forms.count == 35)
  }

  /// Every letter of the script, with and without forms of its own: by its joining type, the beh
  /// before it and the beh after it take the form that joins or the one that does not.
  @Test func joinsTheNeighboursOfEveryArabicLetter() throws {
    var count = 0
    var faults: [String] = []
    for line in try lines(of: "ArabicShaping.txt") {
      let fields = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      guard fields.count >= 4, let value = UInt32(fields[0], radix: 16),
        (0x620...0x6FF).contains(value), let letter = Unicode.Scalar(value),
        letter.properties.isAlphabetic
      else { continue }
      let joinsBefore = ["R", "D", "C"].contains(fields[2])
      let joinsAfter = ["D", "C"].contains(fields[2])
      guard joinsBefore || fields[2] == "U" else { continue }
      let cells = TextLayout("ب\(Character(letter))ب", direction: .rightToLeft).lines[0].cells
      let before = cells.first { $0.graphemes.contains(0) }?.glyph.base.value
      let after = cells.first { $0.graphemes.contains(2) }?.glyph.base.value
      count += 1
      if before != (joinsBefore ? 0xFE91 : 0xFE8F) || after != (joinsAfter ? 0xFE90 : 0xFE8F) {
        faults.append(fields[0])
      }
    }
    print("ArabicShaping: the neighbours of \(count - faults.count) of \(count) letters")
    #expect(count == 151)
    #expect(faults.isEmpty, "\(faults)")
  }

  /// The presentation forms of the letters that Arabic itself is written with, by UnicodeData's
  /// decompositions such as `<initial> 0633`.
  private func presentationForms() throws -> [UInt32: [String: UInt32]] {
    var forms: [UInt32: [String: UInt32]] = [:]
    let shaping = Set(
      try lines(of: "ArabicShaping.txt").compactMap { line -> UInt32? in
        let fields = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard fields.count >= 4, ["D", "R"].contains(fields[2]) else { return nil }
        return UInt32(fields[0], radix: 16)
      }
    )
    for line in try lines(of: "UnicodeData.txt") {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false)
      guard let form = UInt32(fields[0], radix: 16), (0xFE80...0xFEF4).contains(form) else {
        continue
      }
      let parts = fields[5].split(separator: " ")
      guard parts.count == 2, let letter = UInt32(parts[1], radix: 16), shaping.contains(letter)
      else { continue }
      forms[letter, default: [:]][String(parts[0].dropFirst().dropLast())] = form
    }
    return forms
  }
}
