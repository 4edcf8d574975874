import Foundation

/// How often the long tests try: a little in every run, much where `MAJLIS_LONG` is set.
package enum LongRuns {
  package static func count(_ few: Int, long many: Int) -> Int {
    ProcessInfo.processInfo.environment["MAJLIS_LONG"] == "1" ? many : few
  }

  /// The same, or as often as an environment variable says: so that several machines or processes
  /// share a long run.
  package static func count(_ few: Int, long many: Int, or variable: String) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? count(few, long: many)
  }
}
