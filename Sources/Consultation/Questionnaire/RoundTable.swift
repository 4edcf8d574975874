/// One of the four round tables of the International Migration Review Forum, which take the
/// objectives of the Global Compact between them (A/RES/73/326; "About the Forum", United Nations).
package struct RoundTable: Hashable, Sendable {
  package static let numbers = 1...4
  package static let all = numbers.compactMap(RoundTable.init)

  private static let objectives = [
    [2, 5, 6, 12, 18], [4, 8, 9, 10, 11, 13, 21], [14, 15, 16, 19, 20, 22], [1, 3, 7, 17, 23],
  ]

  package let number: Int

  /// - Returns: `nil` unless the number is from 1 to 4.
  package init?(_ number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = number
  }

  package var objectives: [CompactObjective] {
    Self.objectives[number - 1].compactMap(CompactObjective.init)
  }
}
