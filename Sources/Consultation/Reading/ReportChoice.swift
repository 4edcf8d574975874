/// For whom a profile is: the table that works on it, or everybody.
package enum ProfileEdition: String, CaseIterable, Sendable {
  case working
  case `public`
}

/// A report as it is asked for: the profile in one of its editions, any other as it is.
package struct ReportChoice: Hashable, Sendable {
  package let report: Report
  /// Of a profile; other reports have one alone.
  package let edition: ProfileEdition

  package init(_ report: Report, edition: ProfileEdition = .working) {
    self.report = report
    self.edition = edition
  }

  /// All that can be asked for, in the order of the reports.
  package static let all: [ReportChoice] = Report.allCases.flatMap { report in
    report == .profile
      ? ProfileEdition.allCases.map { ReportChoice(report, edition: $0) } : [ReportChoice(report)]
  }
}
