import Consultation
import Foundation
import TestSupport
import Testing

@Suite(.waitsForPrograms) struct ReportCommandTests {
  private func workshop() throws -> Program {
    let program = try Program()
    #expect(try program.run("new s.json --template cairo-2023").status == 0)
    let line = "answer s.json --delegation MAR --question 1.1.1 --value partial"
    #expect(try program.run(line, "--note", "Only ours").status == 0)
    return program
  }

  @Test func writesToStandardOutputOrIntoAFileForItsOwner() throws {
    let program = try workshop()
    let line = "report profile s.json --delegation MAR --language fr"
    let printed = try program.run(line)
    #expect(printed.output.hasPrefix("# Profil de gouvernance"))
    #expect(printed.output.contains("Only ours"))
    #expect(printed.complaints.isEmpty && printed.status == 0)
    #expect(try program.run(line + " -o -") == printed)
    #expect(try program.run(line + " -o p.md") == Program.Outcome())
    #expect(try program.text("p.md") == printed.output)
    let attributes = try FileManager.default.attributesOfItem(atPath: program.file("p.md"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func writesEachReportInEachFormAndLanguage() throws {
    let program = try workshop()
    let starts = ["markdown": "# ", "html": "<!DOCTYPE html>", "text": ""]
    for report in ["profile", "workshop", "exchange", "synthesis", "gcm", "sdg", "followup"] {
      for (format, start) in starts {
        let outcome = try program.run(
          "report \(report) s.json --delegation MAR --language en --format \(format)"
        )
        #expect(outcome.status == 0, "\(report): \(outcome.complaints)")
        #expect(outcome.output.hasPrefix(start), "\(report)")
        #expect(outcome.output.contains("imply no opinion") || format == "text", "\(report)")
      }
      let arabic = try program.run(
        "report \(report) s.json --delegation MAR --language ar --beside en"
      )
      #expect(arabic.output.hasPrefix("<div dir=\"rtl\" lang=\"ar\">"), "\(report)")
      #expect(arabic.output.contains("<div dir=\"ltr\" lang=\"en\">"), "\(report)")
    }
  }

  @Test func putsTheSharedAnswersBehindTheRecordWhereTheyAreAskedFor() throws {
    let program = try workshop()
    let line = "report workshop s.json --language en"
    let plain = try program.run(line)
    let whole = try program.run(line + " --annex answers")
    #expect(plain.status == 0 && whole.status == 0)
    #expect(!plain.output.contains("Annex:"))
    #expect(whole.output.contains("Annex: the answers that were shared"))
    #expect(!whole.output.contains("Only ours"))
  }

  @Test func keepsWhatWasNotReleasedOutOfCommonReports() throws {
    let program = try workshop()
    for report in ["workshop", "exchange", "synthesis"] {
      let outcome = try program.run("report \(report) s.json --delegation MAR")
      #expect(outcome.status == 0)
      #expect(!outcome.output.contains("Only ours"))
    }
  }

  @Test(arguments: [
    ("report profile s.json", Int32(64)), ("report profile s.json --delegation FRA", 64),
    ("report other s.json", 64), ("report workshop s.json --format rtf", 64),
    ("report workshop none.json", 66), ("report workshop broken.json", 65),
    ("report workshop s.json -o /none/x.md", 73),
  ])
  func endsWithTheStatusOfWhatIsWrong(line: String, status: Int32) throws {
    let program = try workshop()
    try program.write("{", to: "broken.json")
    let outcome = try program.run(line)
    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.hasPrefix("majlis: "))
  }

  @Test func makesNoReportOfADelegationThatWithdrew() throws {
    let program = try workshop()
    #expect(try program.run("withdraw s.json --delegation MAR -o own.json").status == 0)
    let outcome = try program.run("report profile s.json --delegation MAR")
    #expect(outcome.status == 64)
    #expect(try program.run("report workshop s.json").status == 0)
  }
}
