import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

/// The move to the questionnaire's next edition, by keys in a real terminal.
@Suite(.waitsForPrograms) struct NextEditionInATerminalTests {
  private func version(_ program: Program) throws -> String {
    try Program.run(
      "/usr/bin/env",
      ["jq", "-r", ".questionnaire.version", program.file("s.json")],
    ).output.trimmingCharacters(in: .newlines)
  }

  @Test(arguments: [(Language.arabic, "إصدار"), (.english, "edition"), (.french, "édition")])
  func goesOnInTheNextEditionWithTheAnswers(language: Language, word: String) throws {
    let program = try Program()
    try program.run("new s.json --template cairo-2023")
    try program.run("answer s.json --delegation MAR --question 1.5.2 --value partial")
    let words = try Words.shipped(language)
    let room = try RealTerminal(
      "\(Program.path) open s.json --language \(language.rawValue)",
      in: program,
    )
    try room.wait(for: words(.editionOffered(key: .own(":"), version: .own("2026.1"))))
    try room.press("End", "Enter", ":")
    try room.type(word)
    try room.wait(for: words(.actionNextEdition))
    try room.press("Enter")
    try room.wait(for: words(.editionMoveNow))
    #expect(try version(program) == "2023.1")
    try room.press("2")
    try room.wait(for: words(.editionMoved(version: .own("2026.1"))))
    try room.press("C-c")
    #expect(try room.waitForTheEnd() == 0)
    #expect(try version(program) == "2026.1")
    for number in ["1.5.2", "1.5.4", "1.5.5"] {
      let shown = try program.run("show s.json --delegation MAR --question \(number) --language en")
      #expect(shown.output.contains("to verify"), "\(shown)")
    }
    #expect(try program.run("check s.json").status == 0)
  }

  @Test func staysWhereItIsWhileAnotherTerminalHasItOpen() throws {
    let program = try Program()
    try program.run("new s.json --template cairo-2023")
    let words = try Words.shipped(.english)
    let table = try RealTerminal(
      "\(Program.path) open s.json --delegation MAR --language en",
      in: program,
    )
    try table.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    let room = try RealTerminal("\(Program.path) open s.json --language en", in: program)
    try room.wait(for: words(.editionOffered(key: .own(":"), version: .own("2026.1"))))
    try room.press("End", "Enter", ":")
    try room.type("edition")
    try room.wait(for: words(.actionNextEdition))
    try room.press("Enter")
    try room.wait(for: words(.editionMoveNow))
    try room.press("2")
    try room.wait(for: "The session was not moved")
    #expect(try version(program) == "2023.1")
    for terminal in [room, table] {
      try terminal.press("C-c")
      #expect(try terminal.waitForTheEnd() == 0)
    }
  }
}
