import Consultation
import Phrases
import TestSupport
import Testing

@testable import Reports

/// The terms that are explained at the end of a report.
@Suite struct DocumentGlossaryTests {
  private static func document(_ passages: Passage...) -> Document {
    Document(
      title: Passage("A report", .english),
      language: .english,
      blocks: passages.map { .paragraph($0) },
    )
  }

  @Test func areThoseThatStandInItInItsOwnLanguage() throws {
    let document = Self.document(
      Passage("Refugees and remittances", .english),
      Passage("la diaspora", .french),
    )
    let terms = document.terms(of: try Glossary.shipped())
    #expect(terms.map(\.code.text) == ["refugee", "remittances"])
  }

  @Test func areLookedForInEveryKindOfBlock() throws {
    func passage(_ text: String) -> Passage { Passage(text, .english) }
    let table = Table(
      caption: passage("asylum seekers"),
      columns: [Table.Column(passage("naturalization"))],
      rows: [[passage("family reunification")]],
    )
    let document = Document(
      title: passage("legal identity"),
      language: .english,
      blocks: [
        .heading(Heading(level: 1, anchor: "a", title: passage("forced labour"))),
        .list([passage("social cohesion")]), .notice(passage("readmission")), .table(table),
        .definitions([Definition(label: passage("diaspora"), text: passage("remittances"))]),
        .paragraph(passage("planned relocation")),
        .bars(
          Bars(
            title: passage("labour migration"),
            bars: [
              Bars.Bar(name: passage("dual nationality"), answered: 1, asked: 2, numbers: "")
            ],
          )
        ), .aside(.english, [.paragraph(passage("statelessness"))]),
      ],
    )
    #expect(
      Set(document.terms(of: try Glossary.shipped()).map(\.code.text)) == [
        "asylumSeeker", "naturalization", "familyReunification", "legalIdentity", "forcedLabour",
        "socialCohesion", "readmission", "diaspora", "remittances", "plannedRelocation",
        "labourMigration", "dualNationality", "statelessness",
      ]
    )
  }

  @Test func noneMakeNoChapter() throws {
    let document = Self.document(Passage("Nothing to explain", .english))
    let terms = document.terms(of: try Glossary.shipped())
    #expect(document.explaining(terms, in: try Words.english()) == document)
  }

  @Test func standOnceInEachOfTwoLanguages() throws {
    let document = try GoldenReportsTests.document(.exchange, in: .arabic, beside: .french)
    let glossary = try Glossary.shipped()
    let migrant = try #require(glossary[GlossaryTerm.Code("migrant")])
    for language in [Language.arabic, .french] {
      let found = document.blocks.flatMap(\.passages).filter {
        $0.language == language && $0.text.hasPrefix(migrant.meaning[language])
      }
      #expect(found.count == 1, "\(language)")
    }
  }

  @Test(arguments: Report.allCases, Language.allCases)
  func addNothingElseToAReport(report: Report, language: Language) throws {
    let explained = try GoldenReportsTests.document(report, in: language)
    let (session, questionnaire, code) = try GoldenReportsTests.subject(of: report)
    let setting = Report.Setting(
      questionnaire: questionnaire,
      words: try Words.shipped(language),
      date: CalendarDate(CairoDay.start),
      minutesFromUTC: 180,
    )
    let plain = try #require(report.document(of: session, delegation: code, setting))
    #expect(explained.blocks.dropLast(2) == plain.blocks[...])
    #expect(explained.title == plain.title)
  }
}
