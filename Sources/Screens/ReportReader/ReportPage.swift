import Consultation

/// A report that is being read: its lines, and where the reader is.
struct ReportPage: Equatable, Sendable {
  let report: ReportChoice
  /// The language that it was made in.
  let language: Language
  /// The lines, each in the order in which it is read.
  let lines: [String]
  /// The line at the top of the screen.
  var first = 0
  /// What was looked for last.
  var sought = ""
  /// The line in which it stood.
  var found: Int?
}
