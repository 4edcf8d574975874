import Consultation
import Phrases
import TestSupport
import Testing

/// A session of cities by commands.
@Suite(.waitsForPrograms) struct CityCommandsTests {
  private func cities() throws -> Program {
    let program = try Program()
    try program.run("new s.json --template cities")
    return program
  }

  private let answer = "answer s.json --delegation XAB-OAS --question"

  /// From the answer to what is printed, exported, and taken in again.
  @Test func aCityAnswersByCommandsAndItsProfileSaysIt() throws {
    let program = try cities()
    #expect(try program.run("\(answer) 2.1.1 --elements mandate,contact").status == 0)
    #expect(try program.run("\(answer) 1.2.1 --value established").status == 0)
    #expect(try program.run("check s.json") == Program.Outcome())
    let profile = try program.run("report profile s.json --delegation XAB-OAS").output
    let statement = """
      The local authority has designated a unit or focal point for migration, with written tasks \
      and published contact details.
      """
    #expect(profile.contains(statement), "\(profile)")
    #expect(profile.contains("Municipality of Oasis City (example)"))
    try program.run("export csv s.json --delegation XAB-OAS -o answers.csv")
    let taken = try program.run("import csv s.json answers.csv --dry-run")
    #expect(taken.output == "0 answers would change\n", "\(taken)")
  }

  @Test(arguments: Language.allCases)
  func theCalculationOfAnIndicatorOfGovernmentsIsRefused(language: Language) throws {
    let program = try cities()
    let line = "report sdg s.json --delegation XAB-OAS --language \(language.rawValue)"
    let words = try Words.shipped(language, about: .localAuthority)
    let refused = try program.run(line)
    #expect(refused.status == 64)
    #expect(refused.complaints.contains("s.json"))
    #expect(refused.complaints.hasSuffix(": \(words(.usageReportOfStates))\n"))
    #expect(refused.output.isEmpty)
  }

  /// Whichever command reads the session, its words are about local authorities.
  @Test(arguments: Language.allCases)
  func noCommandNamesAState(language: Language) throws {
    let program = try cities()
    try program.run("\(answer) 2.1.1 --elements mandate --note", "ملاحظة")
    try program.run("baseline s.json --delegation XAB-OAS")
    let own = " --delegation XAB-OAS"
    for line in [
      "show s.json", "show s.json\(own)", "log s.json\(own)",
      "questionnaire show mgi-local --question 2.1.1",
    ] {
      let outcome = try program.run("\(line) --language \(language.rawValue)")
      #expect(outcome.status == 0, "\(line): \(outcome.complaints)")
      for text in outcome.output.split(separator: "\n") {
        let found = StateWords.found(in: String(text), language)
        #expect(found.isEmpty, "\(line): \(text)")
      }
    }
  }
}
