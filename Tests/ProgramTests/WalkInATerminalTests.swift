import Consultation
import Foundation
import Phrases
import TestSupport
import Testing

/// The real program in a real terminal, by keys alone.
@Suite(.waitsForPrograms) struct WalkInATerminalTests {
  /// The answers to the questions of the first domain, by the key that gives each.
  static let given: [(question: String, key: Int)] = {
    let numbers = (try? Words.shippedQuestionnaire())?.domain(numbered: 1)?.questions
      .map(\.number.description)
    return (numbers ?? []).enumerated().map { ($1, $0 % 5 + 1) }
  }()

  static let codes = ["established", "partial", "absent", "notApplicable", "declined"]

  private func open(_ program: Program, _ language: Language) throws -> RealTerminal {
    try RealTerminal(
      "\(Program.path) open s.json --delegation MAR --language \(language.rawValue)",
      in: program,
    )
  }

  @Test(arguments: [Language.arabic, .english, .french])
  func keepsEveryAnswerOfADomain(language: Language) throws {
    let program = try Program()
    #expect(try program.run("new s.json").status == 0)
    let words = try Words.shipped(language)
    let note = "تعميم 108 (2014) وLoi 34-09"

    let first = try open(program, language)
    try first.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    try first.press("Enter")
    for (question, key) in Self.given {
      try first.wait(for: question)
      try first.press("\(key)")
      try first.wait(for: "the chosen answer") { Self.chosen(in: $0) == key }
      if question == "1.2.1" {
        try first.press("c")
        try first.wait(for: words(.contextTitle))
        try first.type(note)
        try first.wait(for: note)
        try first.press("C-s")
        try first.wait(for: words(.labelContext))
      }
      try first.press("n")
    }
    try first.wait(for: words(.closingTitle(title: .own(title(of: 1, language)))))
    try first.press("C-c")
    #expect(try first.waitForTheEnd() == 0)

    let second = try open(program, language)
    try second.wait(for: words(.goOnAt(question: .sample("2.1.1"))))
    for (question, key) in Self.given {
      try second.press("/")
      try second.wait(for: words(.searchTitle))
      try second.type(question)
      try second.press("Enter")
      try second.wait(for: question)
      try second.wait(for: "the answer to \(question)") { Self.chosen(in: $0) == key }
      if question == "1.2.1" { try second.wait(for: note) }
    }
    try second.press("C-c")
    #expect(try second.waitForTheEnd() == 0)

    for (question, key) in Self.given {
      let path = ".delegations.MAR.answers[\"\(question)\"].value"
      #expect(try jq(path, program) == Self.codes[key - 1], "\(question)")
    }
    #expect(try jq(".delegations.MAR.answers[\"1.2.1\"].note", program) == note)
    #expect(try jq(".delegations.MAR.answers | length", program) == "18")
    #expect(try jq(".delegations.DZA.answers | length", program) == "0")
    #expect(try jq(".history | length", program) == "19")
    #expect(try program.run("check s.json").status == 0)
  }

  /// The number of the answer that is marked as chosen on the screen.
  private static func chosen(in rows: [String]) -> Int? {
    rows.first { $0.contains("●") }.flatMap { row in
      row.split { !$0.isNumber }.compactMap { Int($0) }.first { (1...9).contains($0) }
    }
  }

  private func title(of domain: Int, _ language: Language) throws -> String {
    try #require(try Words.shippedQuestionnaire().domain(numbered: domain)).title[language]
  }

  private func jq(_ path: String, _ program: Program) throws -> String {
    try Program.run("/usr/bin/env", ["jq", "-r", path, program.file("s.json")]).output
      .trimmingCharacters(in: .newlines)
  }

  /// The first domain of the second edition: each element ticked by its key but one, where a question
  /// has elements; the level follows, and is kept with what was ticked.
  ///
  /// In Arabic; in a long run in each language.
  @Test(arguments: [Language.arabic, .english, .french].prefix(LongRuns.count(1, long: 3)))
  func ticksTheElementsOfADomain(language: Language) throws {
    let program = try Program()
    try program.run("new s.json --template self-assessment --delegation MAR")
    let edition = try Questionnaire.secondEdition()
    let questions = try #require(edition.domain(numbered: 1)).questions
    let words = try Words.shipped(language)
    let terminal = try open(program, language)
    try terminal.wait(for: words(.goOnAt(question: .sample("1.1.1"))))
    try terminal.press("Enter")
    for (place, question) in questions.enumerated() {
      try terminal.wait(for: question.number.description)
      guard let elements = question.elements else {
        try terminal.press("1", "n")
        continue
      }
      for key in ["I", "J", "K", "M", "U", "Y"].prefix(Self.ticks(elements, at: place)) {
        try terminal.press(key)
      }
      try terminal.press("n")
    }
    let title = try #require(edition.domain(numbered: 1)).title[language]
    try terminal.wait(for: words(.closingTitle(title: .own(title))))
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
    for (place, question) in questions.enumerated() {
      let answer = ".delegations.MAR.answers[\"\(question.number)\"]"
      let value = try jq(answer + ".value", program)
      guard let elements = question.elements else {
        #expect(value == "established", "\(question.number)")
        continue
      }
      let ticked = Set(elements.codes.prefix(Self.ticks(elements, at: place)))
      let kept = try jq(answer + ".elements | sort | join(\",\")", program)
      #expect(kept == ticked.sorted().joined(separator: ","), "\(question.number)")
      #expect(value == elements.level(of: ticked).rawValue, "\(question.number)")
    }
    #expect(try program.run("check s.json").status == 0)
  }

  /// All of the elements at every other place, and all but one at the others.
  private static func ticks(_ elements: Elements, at place: Int) -> Int {
    elements.all.count - place % 2
  }

  @Test func aWholeNoteIsTypedEditedAndReadBackExactly() throws {
    let program = try Program()
    try program.run("new s.json")
    let terminal = try open(program, .arabic)
    try terminal.wait(for: "1.1.1")
    try terminal.press("Enter", "c")
    try terminal.wait(for: try Words.shipped(.arabic)(.contextTitle))
    let paragraphs = [
      "ينص القانون 34-09 (2011) على تغطية أساسية، كما ورد في منشور وزارة الصحة رقم 108.",
      "La circulaire n° 108 vise « tous les migrants » (المادة 5).",
      "مُلاحظة: IOM وUNHCR شريكان، والنسبة 62,5 ٪.",
    ]
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { try terminal.press("Enter") }
      try terminal.type(paragraph)
      try terminal.wait(for: ["108", "المادة", "62"][index])
    }
    // In the middle: a word at the very beginning, one at the end of the second paragraph, and
    // the last word of all in the place of another.
    try terminal.press("C-Home")
    try terminal.type("أولا، ")
    try terminal.press("C-End", "Up", "End")
    try terminal.type(" Voir l’annexe.")
    try terminal.press("C-End")
    for _ in "62,5 ٪." { try terminal.press("BSpace") }
    try terminal.type("70 ٪.")
    try terminal.wait(for: "70")
    try terminal.press("C-s")
    try terminal.wait(for: try Words.shipped(.arabic)(.labelContext))
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
    let expected = [
      "أولا، " + paragraphs[0], paragraphs[1] + " Voir l’annexe.",
      "مُلاحظة: IOM وUNHCR شريكان، والنسبة 70 ٪.",
    ]
    let note = try jq(".delegations.MAR.answers[\"1.1.1\"].note", program)
    #expect(note == expected.joined(separator: "\n"))
  }

  @Test func whatIsPastedIsTextAndNoCommand() throws {
    let program = try Program()
    try program.run("new s.json")
    let terminal = try open(program, .english)
    try terminal.wait(for: "Go on at question 1.1.1")
    try terminal.press("Enter")
    try terminal.wait(for: "1.1.1   1/18")
    try terminal.paste("1qqq")
    try terminal.press("c")
    try terminal.wait(for: "The national context")
    try terminal.paste("سطر أول\nsecond line \u{1B}[31m\u{13}")
    try terminal.wait(for: "second line")
    try terminal.press("C-s")
    try terminal.wait(for: "kept ")
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
    #expect(try jq(".delegations.MAR.answers[\"1.1.1\"].value", program) == "null")
    let note = try jq(".delegations.MAR.answers[\"1.1.1\"].note", program)
    #expect(note == "سطر أول\nsecond line ␛[31m␓")
  }

  @Test func anArabicKeyboardLeadsThroughTheQuestions() throws {
    let program = try Program()
    try program.run("new s.json")
    let terminal = try open(program, .arabic)
    try terminal.wait(for: "1.1.1")
    try terminal.press("Enter")
    try terminal.type("٢")
    try terminal.wait(for: "the second answer") { Self.chosen(in: $0) == 2 }
    // The key `n`, then the key `b`, which some layouts type as two letters at once.
    try terminal.type("ى")
    try terminal.wait(for: "1.1.2")
    try terminal.type("لا")
    try terminal.wait(for: "the question before") { rows in
      rows[0].contains("1.1.1") && Self.chosen(in: rows) == 2
    }
  }

  @Test func theFirstStartMakesTheCairoWorkshopAndTheNextGoesOnThere() throws {
    let program = try Program()
    let first = try RealTerminal(Program.path, in: program)
    try first.wait(for: "press the key 2")
    try first.press("2")
    try first.wait(for: "Which delegation")
    try first.press("Down", "Down", "Down", "Enter")
    try first.wait(for: "Republic of Iraq")
    try first.press("Enter", "1")
    try first.wait(for: "kept")
    try first.press("C-c")
    #expect(try first.waitForTheEnd() == 0)
    let second = try RealTerminal(Program.path, in: program)
    try second.wait(for: "Republic of Iraq")
    try second.wait(for: "Go on at question 1.1.2")
  }

  @Test func whatIsSaidToBeKeptOutlivesAKill() throws {
    let program = try Program()
    try program.run("new s.json")
    let terminal = try open(program, .english)
    try terminal.wait(for: "Go on at question 1.1.1")
    try terminal.press("Enter", "2")
    try terminal.wait(for: "kept ")
    try terminal.signal("KILL")
    let shown = try program.run("show s.json --delegation MAR --question 1.1.1 --format json")
    #expect(shown.output.contains("\"value\": \"partial\""))
  }

  @Test func followsTheSizeOfTheWindow() throws {
    let program = try Program()
    try program.run("new s.json")
    let terminal = try open(program, .english)
    try terminal.wait(for: "Go on at question 1.1.1")
    try terminal.press("Enter")
    try terminal.resize(width: 60, height: 16)
    try terminal.wait(for: "the smallest screen") { $0.last { !$0.isEmpty }?.count ?? 99 <= 60 }
    try terminal.resize(width: 50, height: 12)
    try terminal.wait(for: "too small")
    try terminal.resize(width: 140, height: 40)
    try terminal.wait(for: "1.1.1   1/18")
    try terminal.press("2")
    try terminal.wait(for: "kept ")
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"], [:]])
  func coloursAreLeftOutWhereTheyAreNotWanted(environment: [String: String]) throws {
    let program = try Program()
    try program.run("new s.json")
    let settings = environment.map { "\($0)=\($1) " }.joined()
    let terminal = try RealTerminal(
      "\(settings)\(Program.path) open s.json --delegation MAR --language en",
      in: program,
    )
    try terminal.wait(for: "Go on at question 1.1.1")
    try terminal.press("Enter", "2")
    try terminal.wait(for: "kept ")
    let colours = try terminal.colouredScreen().matches(of: /\u{1B}\[[0-9;]*[349][0-7]m/)
    #expect(colours.isEmpty != environment.isEmpty)
  }
}
