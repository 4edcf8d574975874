import Foundation
import Phrases
import TestSupport
import Testing

/// The program where the words of a language cannot be read: it says so to who asks for them, and
/// works in the others.
@Suite(.waitsForPrograms) struct UnreadableWordsTests {
  /// A workshop beside assets of which these words are no JSON.
  private func workshop(without languages: String...) throws -> Program {
    let program = try Program()
    try FileManager.default.copyItem(atPath: Words.assetsFolder, toPath: program.file("assets"))
    for language in languages { try program.write("{", to: "assets/phrases/\(language).json") }
    try program.run("new s.json --template cairo-2023")
    return program
  }

  private func run(
    _ program: Program,
    _ line: String,
    input: String = "",
  ) throws -> Program.Outcome {
    try Program.run(
      Program.path,
      line.split(separator: " ").map(String.init),
      input: input,
      environment: program.environment.merging(["MAJLIS_ASSETS": program.file("assets")]) { $1 },
      folder: program.folder,
    )
  }

  private func terminal(_ program: Program, _ line: String) throws -> RealTerminal {
    try RealTerminal(
      "\(Program.path) \(line)",
      in: program,
      environment: ["MAJLIS_ASSETS": program.file("assets")],
    )
  }

  /// Waits for a text wherever the lines break: the path in front of it is as long as it is.
  private func wait(_ terminal: RealTerminal, for text: String) throws {
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    try terminal.wait(for: text) { letters($0.joined()).contains(letters(text)) }
  }

  @Test(arguments: ["show s.json", "check s.json", "report workshop s.json"])
  func aCommandReadsItsOwnLanguageAlone(line: String) throws {
    let program = try workshop(without: "fr", "ar")
    let outcome = try run(program, "\(line) --language en")
    #expect(outcome == (try program.run("\(line) --language en")))
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func whoAsksForThemIsToldInEnglishWhichAndWhatToDo() throws {
    let program = try workshop(without: "fr")
    let outcome = try run(program, "show s.json --language fr")
    let line = "phrases/fr.json: these words cannot be read; install Majlis again, or choose"
    #expect(outcome.complaints.contains("majlis: \(program.file("assets"))/\(line) another"))
    #expect(outcome.status == 65)
  }

  @Test(arguments: [
    "export xlsform s.json -o form.xlsx",
    "questionnaire export -o form.xlsx",
    "report workshop s.json --beside fr",
  ])
  func whatIsMadeInSeveralLanguagesSaysInTheReadersWhichItLacks(line: String) throws {
    let program = try workshop(without: "fr")
    let outcome = try run(program, "\(line) --language ar")
    let said = "phrases/fr.json: لا يمكن قراءة هذه العبارات؛ أعيدوا تثبيت مجلس، أو تابعوا بلغة أخرى"
    #expect(outcome.complaints == "majlis: \(program.file("assets"))/\(said)\n", "\(outcome)")
    #expect(outcome.status == 65)
    #expect(!FileManager.default.fileExists(atPath: program.file("form.xlsx")))
  }

  @Test func theScreenSaysSoInItsLanguageAndGoesOnToTheNext() throws {
    let program = try workshop(without: "fr")
    let terminal = try terminal(program, "open s.json --delegation MAR --language en")
    try terminal.wait(for: "[EN]")
    // Nothing is said to who did not ask.
    #expect(!(try terminal.rows()).contains { $0.contains("cannot be read") })
    try terminal.press("F2")
    try wait(terminal, for: "fr.json: these words cannot be read")
    try terminal.press("F2")
    try terminal.wait(for: "[ع]")
    #expect(!(try terminal.rows()).contains { $0.contains("fr.json") })
    try terminal.press("F2")
    try terminal.wait(for: "[EN]")
    // Once they can be read, they are.
    try program.write(
      String(contentsOfFile: "\(Words.assetsFolder)/phrases/fr.json", encoding: .utf8),
      to: "assets/phrases/fr.json",
    )
    try terminal.press("F2")
    try terminal.wait(for: "[FR]")
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
  }

  @Test func theScreenStartsInAnotherLanguageThanTheOneOfTheLastTimeThatCannotBeRead() throws {
    let program = try workshop(without: "fr")
    try program.run("open s.json --delegation MAR --plain --language fr")
    let terminal = try terminal(program, "open s.json --delegation MAR")
    try wait(terminal, for: "fr.json: these words cannot be read")
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
  }

  @Test func theChoiceOfLanguageOffersThoseThatCanBeRead() throws {
    let program = try workshop(without: "ar")
    let terminal = try terminal(program, "open s.json --delegation MAR")
    try wait(terminal, for: "Français : appuyez sur la touche 3")
    try wait(terminal, for: "English: press the key 2")
    try wait(terminal, for: "ar.json: these words cannot be read")
    try terminal.press("1")
    try wait(terminal, for: "ar.json: these words cannot be read")
    try terminal.press("3")
    try terminal.wait(for: "[FR]")
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
  }

  @Test func theDialogueInLinesSaysSoToo() throws {
    let program = try workshop(without: "fr")
    let outcome = try run(
      program,
      "open s.json --delegation MAR --plain --language en",
      input: "F2\nF2\nq\n",
    )
    #expect(outcome.output.contains("fr.json: these words cannot be read; install"))
    #expect(outcome.output.contains("المغرب"))
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func theRoomsScreenPassesThemOverAndSaysSoAtTheEnd() throws {
    let program = try workshop(without: "en")
    let terminal = try terminal(program, "present s.json --language fr")
    try terminal.wait(for: "Bienvenue")
    try terminal.press("F2")
    try terminal.wait(for: "the Arabic words") { rows in
      rows.contains { $0.contains(RealTerminal.seen("أهلا")) }
        && !rows.contains { $0.contains("presenter") }
    }
    try terminal.press("F2")
    try terminal.wait(for: "Bienvenue")
    try terminal.press("q")
    #expect(try terminal.waitForTheEnd() == 0)
    try wait(terminal, for: "en.json: ces textes ne peuvent pas être lus")
  }
}
