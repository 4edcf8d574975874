import Consultation
import Phrases
import Reports
import TestSupport
import Testing

/// The reports of a session of cities.
@Suite struct CityReportsTests {
  private func document(
    _ report: Report,
    of session: Session,
    in questionnaire: Questionnaire,
    language: Language,
    edition: ProfileEdition = .working,
  ) throws -> Document? {
    let setting = Report.Setting(
      questionnaire: questionnaire,
      words: try Words.shipped(language, about: .localAuthority),
      date: CalendarDate(CairoDay.start),
      edition: edition,
    )
    return report.document(of: session, delegation: Cities.oasis, setting)
  }

  @Test(arguments: Language.allCases)
  func theProfileOfACityIsAsItWasReadByEye(language: Language) throws {
    let (session, questionnaire) = try Cities.answered(try Cities.template().questionnaire)
    let profile = try document(.profile, of: session, in: questionnaire, language: language)
    try GoldenReport.expect(
      try #require(profile).markdown,
      "city-profile.\(language.rawValue).md",
    )
  }

  /// But for the titles of the Compact's objectives, the disclaimer, which speaks of
  /// every country, and the aim of a dialogue between the local and the national level.
  @Test(arguments: Report.allCases, Language.allCases)
  func noReportOfCitiesNamesAState(report: Report, language: Language) throws {
    let questionnaire = try Cities.questionnaireWithoutStates()
    let session = try Cities.answered(questionnaire).session
    let document = try document(report, of: session, in: questionnaire, language: language)
    guard report != .sdg else {
      #expect(document == nil)
      return
    }
    let words = try Words.shipped(language, about: .localAuthority)
    var text = try #require(document).plainText(width: 10_000)
    let catalogue = try Words.catalogue(language)
    let titles = (1...23).compactMap { number -> String? in
      guard case .text(let title) = catalogue.entries["reportObjective\(number)"] else {
        return nil
      }
      return title
    }
    for meant in [words(.reportNoticeNames), words(.reportObjectiveText)] + titles {
      text = text.replacing(meant, with: "")
    }
    for line in text.split(separator: "\n") {
      #expect(StateWords.found(in: String(line), language).isEmpty, "\(line)")
    }
    #expect(text.count > 500)
  }

  @Test(arguments: Language.allCases)
  func thePublicEditionOfACityNamesNoStateOfItsOwn(language: Language) throws {
    let questionnaire = try Cities.questionnaireWithoutStates()
    let session = try Cities.answered(questionnaire).session
    let document = try #require(
      try document(
        .profile,
        of: session,
        in: questionnaire,
        language: language,
        edition: .public,
      )
    )
    #expect(document.mark == nil)
    let names = try Words.shipped(language, about: .localAuthority)(.reportNoticeNames)
    for line in document.plainText(width: 10_000).replacing(names, with: "").split(separator: "\n")
    {
      #expect(StateWords.found(in: String(line), language).isEmpty, "\(line)")
    }
  }

  @Test func theProseOfACitySpeaksOfTheLocalAuthority() throws {
    let (session, questionnaire) = try Cities.answered(try Cities.template().questionnaire)
    let profile = try document(
      .profile,
      of: session,
      in: questionnaire,
      language: .english,
      edition: .public,
    )
    let text = try #require(profile).plainText(width: 10_000)
    #expect(text.contains("The local authority") && text.contains(". It also "))
  }

  @Test func statementsAreWhatThreeCitiesSay() throws {
    let (session, questionnaire) = try Cities.answered(try Cities.template().questionnaire)
    let synthesis = try document(.synthesis, of: session, in: questionnaire, language: .english)
    let text = try #require(synthesis).markdown
    #expect(text.contains("Joint synthesis") && text.contains("three local authorities"))
  }

  @Test func theThemesOfACityAreThoseThatItsQuestionsSay() throws {
    let (session, questionnaire) = try Cities.answered(try Cities.template().questionnaire)
    let profile = try document(.profile, of: session, in: questionnaire, language: .english)
    let text = try #require(profile).markdown
    for theme in ["Gender", "Health", "Climate change and disasters", "Legal identity", "Diaspora"]
    {
      #expect(text.contains("**\(theme)**"), "\(theme)")
    }
    #expect(!text.contains("10.7.2"))
  }
}
