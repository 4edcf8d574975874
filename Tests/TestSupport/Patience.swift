package import Foundation

/// How long a test waits for another program: a wait is over once there is what it waits for, and
/// where it never comes, the machine may be one that does much besides.
package enum Patience {
  /// The end of a wait that begins now.
  package static var end: Date { Date(timeIntervalSinceNow: 60) }
}
