import Consultation
import Phrases
import TestSupport
import Testing

/// A session of cities in a real terminal, by keys alone.
@Suite(.waitsForPrograms) struct CityInATerminalTests {
  /// In Arabic, from the choice of the city to its profile, on a small screen; in a long run on a large
  /// one too.
  @Test(arguments: [(80, 24), (200, 60)].prefix(LongRuns.count(1, long: 2)))
  func aCityGoesThroughAllQuestionsToItsProfile(width: Int, height: Int) throws {
    let program = try Program()
    try program.run("new s.json --template cities")
    let questionnaire = try Cities.template().questionnaire
    let words = try Words.shipped(.arabic, about: .localAuthority)
    let terminal = try RealTerminal(
      "\(Program.path) open s.json --language ar --as Nadia",
      in: program,
      width: width,
      height: height,
    )
    try terminal.wait(for: words(.chooseDelegation))
    // The second of the template writes the digits that the numbers below are in.
    try terminal.press("2")
    try terminal.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    try terminal.press("Enter")
    for domain in questionnaire.domains {
      for question in domain.questions {
        try terminal.wait(for: "\(question.number)") {
          $0[0].contains(question.number.description)
        }
        try terminal.press(question.elements == nil ? "2" : "I")
        try terminal.wait(for: "the answer to \(question.number)") { rows in
          rows.contains { $0.contains("●") }
        }
        try terminal.press("n")
      }
      try terminal.wait(for: words(.closingTitle(title: .own(domain.title[.arabic]))))
      try terminal.press("Enter")
      guard let next = questionnaire.domain(numbered: domain.number + 1) else { break }
      try terminal.wait(for: next.themes[0].title[.arabic])
      try terminal.press("Enter")
    }
    try terminal.wait(for: words(.endTitle))
    try terminal.press("Enter")
    try terminal.wait(for: words(.everythingAnswered))
    try terminal.press("R")
    try terminal.wait(for: words(.reportsTitle))
    try terminal.press("Enter")
    try terminal.wait(for: String(words(.reportNoticeVoluntary).prefix(20)))
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
    #expect(try program.run("check s.json") == Program.Outcome())
    let shown = try program.run("show s.json --delegation XAA-MTN --format json").output
    #expect(shown.matches(of: /"value":/).count == 91)
  }
}
