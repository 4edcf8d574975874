/// For whom a profile is: the table that works on it, or everybody.
package enum ProfileEdition: String, CaseIterable, Sendable {
  case working
  case `public`
}

/// What stands behind the record of a workshop where it is asked for.
package enum ReportAnnex: String, CaseIterable, Sendable {
  /// The answers that were shared, delegation by delegation.
  case answers
}

/// A report as it is asked for: the profile in one of its editions, the record of a workshop with an
/// annex or without, any other as it is.
package struct ReportChoice: Hashable, Sendable {
  package let report: Report
  /// Of a profile; other reports have one alone.
  package let edition: ProfileEdition
  /// Of the record of a workshop; other reports have none.
  package let annex: ReportAnnex?

  package init(_ report: Report, edition: ProfileEdition = .working, annex: ReportAnnex? = nil) {
    self.report = report
    self.edition = edition
    self.annex = annex
  }

  /// All that can be asked for, in the order of the reports.
  package static let all: [ReportChoice] = Report.allCases.flatMap { report in
    switch report {
    case .profile: ProfileEdition.allCases.map { ReportChoice(report, edition: $0) }
    case .workshop:
      [ReportChoice(report)] + ReportAnnex.allCases.map { ReportChoice(report, annex: $0) }
    case .exchange, .synthesis, .gcm, .sdg, .followup: [ReportChoice(report)]
    }
  }
}
