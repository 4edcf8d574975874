/// The place of a change among all changes, on whichever machine they were made: a greater one was
/// made knowing of, or independently of, the smaller ones.
///
/// The moment in milliseconds, or one more than the latest change that was there: a clock that was
/// set back does not turn two answers round. (A hybrid logical clock, Kulkarni and others 2014.) A
/// change gets its place once, when it is made, and keeps it in every copy.
///
/// Every whole number from 0 to 2⁵³ − 1, which any reader of JSON has exactly; today's moments are
/// about 2⁴⁰·⁶. Limitations: behind the last of them there is no other. Changes that follow it have
/// the same place, and among those the identifier alone decides which one stands.
package struct ChangeOrder: Hashable, Comparable, Sendable {
  package static let range = 0...((1 << 53) - 1)
  package static let first = ChangeOrder(clamping: 0)

  package let value: Int

  /// - Returns: `nil` for a number outside the range.
  package init?(_ value: Int) {
    guard Self.range.contains(value) else { return nil }
    self.value = value
  }

  /// The place nearest to a number.
  package init(clamping value: Int) {
    self.value = min(max(value, Self.range.lowerBound), Self.range.upperBound)
  }

  /// The place of what is made at a moment while nothing later is known.
  package init(at moment: Timestamp) { self.init(clamping: Int(moment.milliseconds)) }

  /// The place behind this one; the last one is its own.
  package var next: ChangeOrder { ChangeOrder(clamping: value + 1) }

  /// This place, or the one behind another where that is later.
  package func following(_ latest: ChangeOrder?) -> ChangeOrder {
    latest.map { max(self, $0.next) } ?? self
  }

  package static func < (first: ChangeOrder, second: ChangeOrder) -> Bool {
    first.value < second.value
  }
}

extension Change {
  /// Whether it comes earlier than another one: by its place, and at one place by its identifier.
  ///
  /// The one order of changes: files, histories, merging, undoing and conflicts know no other.
  /// Identifiers are put in order by their bytes, since two spellings of é are two identifiers.
  package func comesBefore(_ other: Change) -> Bool {
    if stamp.order != other.stamp.order { return stamp.order < other.stamp.order }
    return stamp.id.utf8.lexicographicallyPrecedes(other.stamp.id.utf8)
  }
}
