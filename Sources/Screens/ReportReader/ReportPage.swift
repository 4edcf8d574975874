package import Consultation

/// A report that is being read: its lines, and where the reader is.
package struct ReportPage: Equatable, Sendable {
  package let report: Report
  /// The language that it was made in.
  package let language: Language
  /// The lines, each in the order in which it is read.
  package let lines: [String]
  /// The line at the top of the screen.
  package var first = 0
  /// What was looked for last.
  package var sought = ""
  /// The line in which it stood.
  package var found: Int?

  package init(_ report: Report, language: Language, lines: [String]) {
    self.report = report
    self.language = language
    self.lines = lines
  }
}
