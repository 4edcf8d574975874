/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
///
/// The model has no clock: whoever makes a change hands the moment in.
package struct Timestamp: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (first: Timestamp, second: Timestamp) -> Bool {
    first.milliseconds < second.milliseconds
  }
}
