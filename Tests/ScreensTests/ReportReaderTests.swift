import Consultation
import Display
import TestSupport
import Testing

@testable import Screens

@Suite struct ReportReaderTests {
  private func reading(_ lines: [String]) throws -> Sitting {
    var sitting = try Sitting.cairo()
    sitting.type("R")
    sitting.press(.enter)
    #expect(sitting.effects.last == .report(.profile, width: 76))
    sitting.happens(.report(.profile, lines))
    return sitting
  }

  private var lines: [String] { (1...200).map { "line \($0)" } + ["the Évidence", "خط الأساس"] }

  private func reportPage(_ sitting: Sitting) -> ReportPage? {
    if case .report(let page) = sitting.app.page { page } else { nil }
  }

  @Test func aFacilitatorIsOfferedTheCommonReportsOnly() throws {
    var sitting = try Sitting.cairo(delegation: nil)
    sitting.press(.end, .enter)
    sitting.type("R")
    let reports = ReportsPage().items(in: sitting.app.context)
    #expect(reports == [.workshop, .exchange, .synthesis])
    #expect(!sitting.rows.contains { $0.contains("National profile") })
  }

  @Test(arguments: Language.allCases)
  func whoWouldRatherNotWaitForAReportGoesOn(language: Language) throws {
    var sitting = try Sitting.cairo(language: language)
    sitting.type("R")
    let list = sitting.rows
    sitting.press(.enter)
    #expect(sitting.effects.last == .report(.profile, width: 76))
    #expect(sitting.rows.count { row in !list.contains(row) } == 1)
    sitting.press(.escape)
    #expect(sitting.rows == list)
    sitting.happens(.report(.profile, lines))
    #expect(sitting.rows == list)
    sitting.press(.enter)
    sitting.happens(.report(.workshop, lines))
    #expect(reportPage(sitting) == nil)
    sitting.happens(.report(.profile, lines))
    #expect(reportPage(sitting)?.report == .profile)
    sitting.press(.escape)
    #expect(sitting.rows == list)
  }

  @Test func aNameThatIsRefusedAfterTheReaderLeftIsSaidAndAskedForNoMore() throws {
    var sitting = try reading(lines)
    sitting.type("w")
    sitting.press(.enter, .escape)
    sitting.happens(.reportNotWritten("profile-MAR.html", reason: "there is no room"))
    #expect(sitting.rows.contains { $0.contains("there is no room") })
    #expect(sitting.app.overlay == nil)
  }

  @Test func aReportIsScrolledLineByLineAndPageByPage() throws {
    var sitting = try reading(lines)
    #expect(sitting.rows.contains { $0.contains("line 1") })
    sitting.press(.pageDown)
    #expect(sitting.rows.contains { $0.hasSuffix("line 19") })
    sitting.press(.end)
    #expect(sitting.rows.contains { $0.contains("the Évidence") })
    sitting.press(.home, .up)
    #expect(sitting.rows.contains { $0.hasSuffix(" line 1") })
  }

  @Test func aSearchGoesFromPlaceToPlaceWhateverTheCaseAndTheMarks() throws {
    var sitting = try reading(["evidence"] + lines)
    sitting.type("/EVIDENCE")
    sitting.press(.enter)
    #expect(sitting.rows.contains { $0.contains("the Évidence") })
    sitting.type("n")
    #expect(reportPage(sitting)?.first == 0)
    sitting.type("/")
    sitting.press(.control("a"))
    sitting.type("nowhere")
    sitting.press(.enter)
    #expect(sitting.rows.contains { $0.contains("Nothing") })
    #expect(reportPage(sitting)?.first == 0)
  }

  @Test func aReportIsWrittenToAFileUnderANameOfItsOwn() throws {
    var sitting = try reading(lines)
    sitting.type("w")
    sitting.press(.enter)
    #expect(sitting.effects.last == .writeReport(.profile, file: "profile-MAR.html"))
    sitting.happens(.reportWritten("/home/amina/profile-MAR.html"))
    #expect(sitting.rows.contains { $0.contains("profile-MAR.html") })
  }

  @Test(arguments: Language.allCases)
  func aNameThatIsRefusedIsThereToBeChangedWithTheReasonInFull(language: Language) throws {
    var sitting = try Sitting.cairo(language: language)
    sitting.type("R")
    sitting.press(.enter)
    sitting.happens(.report(.profile, lines))
    sitting.type("w")
    let reason = String(repeating: "a reason of many words ", count: 5) + "last"
    sitting.happens(.reportNotWritten("prof.pdf", reason: reason))
    #expect(sitting.rows.contains { $0.contains("prof.pdf") })
    #expect(sitting.rows.contains { $0.contains("last") })
    sitting.press(.backspace, .backspace, .backspace)
    sitting.type("md")
    #expect(!sitting.rows.contains { $0.contains("last") })
    sitting.press(.enter)
    #expect(sitting.effects.last == .writeReport(.profile, file: "prof.md"))
  }

  @Test func anArabicLineInAnEnglishReportStandsAtItsOwnSide() throws {
    let sitting = try reading(["خط الأساس"])
    let row = try #require(sitting.rows.dropFirst(2).first { !$0.isEmpty })
    #expect(row.hasPrefix(String(repeating: " ", count: 60)))
  }
}
