import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct ReportReaderTests {
  private func reading(_ lines: [String]) throws -> AppDriver {
    var driver = try AppDriver.cairo()
    driver.type("R")
    driver.press(.enter)
    #expect(driver.effects.last == .errand(.report(ReportChoice(.profile), width: 76)))
    driver.happens(.report(ReportChoice(.profile), lines))
    return driver
  }

  private var lines: [String] { (1...200).map { "line \($0)" } + ["the Évidence", "خط الأساس"] }

  private func reportPage(_ driver: AppDriver) -> ReportPage? {
    if case .report(let page) = driver.app.page { page } else { nil }
  }

  @Test func aFacilitatorIsOfferedTheCommonReportsOnly() throws {
    var driver = try AppDriver.cairo(delegation: nil)
    driver.press(.end, .enter)
    driver.type("R")
    let reports = ReportsPage().items(in: driver.app.context)
    #expect(
      reports
        == [
          ReportChoice(.workshop), ReportChoice(.workshop, annex: .answers),
          ReportChoice(.exchange), ReportChoice(.synthesis),
        ].map { .report($0) }
    )
    #expect(!driver.rows.contains { $0.contains("National profile") })
  }

  @Test(arguments: Language.allCases)
  func whoWouldRatherNotWaitForAReportGoesOn(language: Language) throws {
    var driver = try AppDriver.cairo(language: language)
    driver.type("R")
    let list = driver.rows
    driver.press(.enter)
    #expect(driver.effects.last == .errand(.report(ReportChoice(.profile), width: 76)))
    #expect(driver.rows.count { row in !list.contains(row) } == 1)
    driver.press(.escape)
    #expect(driver.rows == list)
    driver.happens(.report(ReportChoice(.profile), lines))
    #expect(driver.rows == list)
    driver.press(.enter)
    driver.happens(.report(ReportChoice(.workshop), lines))
    #expect(reportPage(driver) == nil)
    driver.happens(.report(ReportChoice(.profile), lines))
    #expect(reportPage(driver)?.report == ReportChoice(.profile))
    driver.press(.escape)
    #expect(driver.rows == list)
  }

  @Test func aNameThatIsRefusedAfterTheReaderLeftIsSaidAndAskedForNoMore() throws {
    var driver = try reading(lines)
    driver.type("w")
    driver.press(.enter, .escape)
    driver.happens(.reportNotWritten("profile-QNG.html", reason: "there is no room"))
    #expect(driver.rows.contains { $0.contains("there is no room") })
    #expect(driver.app.overlay == nil)
  }

  @Test func aReportIsScrolledLineByLineAndPageByPage() throws {
    var driver = try reading(lines)
    #expect(driver.rows.contains { $0.contains("line 1") })
    driver.press(.pageDown)
    #expect(driver.rows.contains { $0.hasSuffix("line 19") })
    driver.press(.end)
    #expect(driver.rows.contains { $0.contains("the Évidence") })
    driver.press(.home, .up)
    #expect(driver.rows.contains { $0.hasSuffix(" line 1") })
  }

  @Test func aSearchGoesFromPlaceToPlaceWhateverTheCaseAndTheMarks() throws {
    var driver = try reading(["evidence"] + lines)
    driver.type("/EVIDENCE")
    driver.press(.enter)
    #expect(driver.rows.contains { $0.contains("the Évidence") })
    driver.type("n")
    #expect(reportPage(driver)?.first == 0)
    driver.type("/")
    driver.press(.control("a"))
    driver.type("nowhere")
    driver.press(.enter)
    #expect(driver.rows.contains { $0.contains("Nothing") })
    #expect(reportPage(driver)?.first == 0)
  }

  @Test func whoMayChangeNothingLooksForATextInAReportAndWritesItToAFile() throws {
    var driver = try AppDriver(.sample, of: .everyKind, isReadOnly: true)
    driver.type("R")
    driver.press(.enter)
    driver.happens(.report(ReportChoice(.profile), lines))
    driver.type("/line 150")
    driver.press(.enter)
    #expect(driver.rows.contains { $0.contains("line 150") })
    driver.type("w")
    driver.press(.enter)
    #expect(
      driver.effects.last
        == .errand(.writeReport(ReportChoice(.profile), file: "profile-QNG.html"))
    )
  }

  @Test func aReportIsWrittenToAFileUnderANameOfItsOwn() throws {
    var driver = try reading(lines)
    driver.type("w")
    driver.press(.enter)
    #expect(
      driver.effects.last
        == .errand(.writeReport(ReportChoice(.profile), file: "profile-QNG.html"))
    )
    driver.happens(.reportWritten("/home/amina/profile-QNG.html"))
    #expect(driver.rows.contains { $0.contains("profile-QNG.html") })
  }

  /// Each edition by its name, and into a file of its own name.
  @Test(arguments: Language.allCases)
  func aDelegationReadsAndWritesThePublicEditionBesideTheWorkingOne(language: Language) throws {
    var driver = try AppDriver.cairo(language: language)
    driver.type("R")
    let choice = ReportChoice(.profile, edition: .public)
    #expect(ReportsPage().items(in: driver.app.context)[1] == .report(choice))
    let words = try Words.shipped(language)
    #expect(driver.app.bodyTexts.contains { $0.text == words(.publicName) })
    driver.press(.down, .enter)
    #expect(driver.effects.last == .errand(.report(choice, width: 76)))
    driver.happens(.report(choice, lines))
    driver.type("w")
    driver.press(.enter)
    #expect(driver.effects.last == .errand(.writeReport(choice, file: "profile-public-QNG.html")))
  }

  @Test(arguments: Language.allCases)
  func aNameThatIsRefusedIsThereToBeChangedWithTheReasonInFull(language: Language) throws {
    var driver = try AppDriver.cairo(language: language)
    driver.type("R")
    driver.press(.enter)
    driver.happens(.report(ReportChoice(.profile), lines))
    driver.type("w")
    let reason = String(repeating: "a reason of many words ", count: 5) + "last"
    driver.happens(.reportNotWritten("prof.pdf", reason: reason))
    #expect(driver.rows.contains { $0.contains("prof.pdf") })
    #expect(driver.rows.contains { $0.contains("last") })
    driver.press(.backspace, .backspace, .backspace)
    driver.type("md")
    #expect(!driver.rows.contains { $0.contains("last") })
    driver.press(.enter)
    #expect(driver.effects.last == .errand(.writeReport(ReportChoice(.profile), file: "prof.md")))
  }

  @Test func anArabicLineInAnEnglishReportStandsAtItsOwnSide() throws {
    let driver = try reading(["خط الأساس"])
    let row = try #require(driver.rows.dropFirst(2).first { !$0.isEmpty })
    #expect(row.hasPrefix(String(repeating: " ", count: 60)))
  }
}
