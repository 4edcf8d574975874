import Foundation

/// How often the long tests try: a little in every run, much where `MAJLIS_LONG` is set.
package enum LongRuns {
  package static func count(_ few: Int, long many: Int) -> Int {
    ProcessInfo.processInfo.environment["MAJLIS_LONG"] == "1" ? many : few
  }
}
