/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
///
/// The model has no clock: whoever makes a change hands the moment in.
package struct Timestamp: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (first: Timestamp, second: Timestamp) -> Bool {
    first.milliseconds < second.milliseconds
  }

  /// When its day began on a clock so many minutes before UTC.
  package func startOfDay(minutesFromUTC: Int) -> Timestamp {
    let offset = Int64(minutesFromUTC) * 60_000
    let day: Int64 = 86_400_000
    let (local, overflows) = milliseconds.addingReportingOverflow(offset)
    guard !overflows else { return self }
    let sinceMidnight = (local % day + day) % day
    let (start, isBefore) = milliseconds.subtractingReportingOverflow(sinceMidnight)
    return isBefore ? self : Timestamp(milliseconds: start)
  }
}
