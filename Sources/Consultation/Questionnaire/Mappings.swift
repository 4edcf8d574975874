/// One of the 23 objectives of the Global Compact for Safe, Orderly and Regular Migration
/// (A/RES/73/195, paragraph 16).
package struct CompactObjective: Hashable, Comparable, Sendable {
  package let number: Int

  /// - Returns: `nil` unless the number is from 1 to 23.
  package init?(_ number: Int) {
    guard (1...23).contains(number) else { return nil }
    self.number = number
  }

  package static func < (first: CompactObjective, second: CompactObjective) -> Bool {
    first.number < second.number
  }
}

/// One of the 30 sub-categories of SDG indicator 10.7.2: a domain from 1 to 6 and a letter from
/// a to e (metadata 10-07-02).
package struct SDGSubcategory: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let domain: Int
  package let letter: Character

  /// Reads `1a`.
  package init?(_ code: String) {
    guard code.utf8.count == 2, let digit = code.first?.wholeNumberValue, let letter = code.last,
      (1...6).contains(digit), ("a"..."e").contains(letter)
    else { return nil }
    domain = digit
    self.letter = letter
  }

  package var description: String { "\(domain)\(letter)" }

  package static func < (first: SDGSubcategory, second: SDGSubcategory) -> Bool {
    (first.domain, first.letter) < (second.domain, second.letter)
  }
}
