import Consultation
import Foundation
import Phrases
import Reports
import Storage
import TestSupport
import Testing

/// Every report, in each language, as it was read by eye: of a filled Cairo day, and where sentences
/// are told of states that answer the second edition.
@Suite struct GoldenReportsTests {
  static func document(
    _ report: Report,
    in language: Language,
    beside: Language? = nil,
    hasNames: Bool = false,
    annex: ReportAnnex? = nil,
  ) throws -> Document {
    let (session, questionnaire, code) = try subject(of: report)
    let setting = Report.Setting(
      questionnaire: questionnaire,
      words: try Words.shipped(language),
      beside: try beside.map { try Words.shipped($0) },
      date: CalendarDate(CairoDay.start),
      minutesFromUTC: 180,
      hasNames: hasNames,
      glossary: try Glossary.shipped(),
      annex: annex,
    )
    return try #require(report.document(of: session, delegation: code, setting))
  }

  static func subject(
    of report: Report
  ) throws -> (session: Session, questionnaire: Questionnaire, delegation: DelegationCode) {
    switch report {
    case .synthesis:
      let (session, questionnaire) = try RegionalDay.session()
      return (session, questionnaire, .havenia)
    case .gcm, .followup:
      let (session, questionnaire) = try Sampleland.published()
      return (session, questionnaire, Sampleland.code)
    case .profile, .workshop, .exchange, .sdg:
      let day = try CairoDay()
      return (day.session, day.questionnaire, .havenia)
    }
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

  /// The annex alone is read: what stands before it is the record without one.
  @Test(arguments: Language.allCases)
  func writesTheAnswersBehindTheRecordWhereTheyAreAskedFor(language: Language) throws {
    let record = try Self.document(.workshop, in: language)
    let document = try Self.document(.workshop, in: language, annex: .answers)
    let count = record.blocks.count { if case .definitions = $0 { true } else { false } }
    let title = try Words.shipped(language)(.reportSharedAnnex)
    #expect(document.blocks.count > record.blocks.count + count)
    #expect(!record.markdown.contains(title))
    #expect(document.markdown.contains("## \(title)"))
    let question = try #require(try CairoDay().questionnaire[.sample("2.1.4")])
    let asked = try Words.shipped(language).text(question.text)
    #expect(document.markdown.contains(asked))
    #expect(!record.markdown.contains(asked))
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
