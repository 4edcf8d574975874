import Consultation
import Foundation
import Phrases
import Reports
import Storage
import TestSupport
import Testing

/// Every report of a filled Cairo day, in each language, as it was read by eye.
@Suite struct GoldenReportsTests {
  static func document(
    _ report: Report,
    in language: Language,
    beside: Language? = nil,
    hasNames: Bool = false,
  ) throws -> Document {
    let day = try CairoDay()
    let setting = Report.Setting(
      questionnaire: day.questionnaire,
      words: try Words.shipped(language),
      beside: try beside.map { try Words.shipped($0) },
      date: CalendarDate(CairoDay.start),
      minutesFromUTC: 180,
      hasNames: hasNames,
      glossary: try Glossary.shipped(),
    )
    return try #require(
      report.document(of: day.session, delegation: .havenia, setting)
    )
  }

  @Test(arguments: Report.allCases, Language.allCases)
  func writesTheReportInMarkdown(report: Report, language: Language) throws {
    let document = try Self.document(report, in: language)
    try GoldenReport.expect(document.markdown, "\(report.rawValue).\(language.rawValue).md")
  }

  @Test(arguments: Language.allCases)
  func writesTheProfileInPlainTextAndHTML(language: Language) throws {
    let document = try Self.document(.profile, in: language)
    let name = "profile.\(language.rawValue)"
    try GoldenReport.expect(document.plainText(width: 80), "\(name).txt")
    try GoldenReport.expect(document.html(style: "/* report.css */"), "\(name).html")
  }

  @Test func writesASecondLanguageBelowTheFirst() throws {
    let document = try Self.document(.exchange, in: .arabic, beside: .french)
    try GoldenReport.expect(document.markdown, "exchange.ar-fr.md")
    try GoldenReport.expect(document.plainText(width: 80), "exchange.ar-fr.txt")
  }

  /// The session of the goldens as a file, from which `.ci/pages` makes its pages.
  @Test func keepsTheDayAsAFile() throws {
    try GoldenReport.expect(SessionJSON.text(try CairoDay().session) + "\n", "cairo-day.json")
  }
}
