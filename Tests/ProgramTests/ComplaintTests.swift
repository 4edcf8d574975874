import Consultation
import Foundation
import TestSupport
import Testing

@testable import Storage

/// What the program says when something is wrong: one line each, in the reader's words, with what
/// to do; and failures that have their own name and status.
@Suite(.waitsForPrograms) struct ComplaintTests {
  private func workshop() throws -> Program {
    let program = try Program()
    #expect(try program.run("new s.json") == Program.Outcome())
    return program
  }

  private func shell(
    _ program: Program,
    _ command: String,
    _ environment: [String: String] = [:],
  ) throws -> Program.Outcome {
    try Program.run(
      "/bin/sh",
      ["-c", command],
      environment: program.environment.merging(environment) { $1 },
      folder: program.folder,
    )
  }

  static let sentences: [(line: String, complaint: String)] = [
    ("opne x", "there is no command “opne”; did you mean “open”?"),
    ("Show s.json", "there is no command “Show”; did you mean “show”?"),
    ("frobnicate", "there is no command “frobnicate”; “majlis --help” lists the commands"),
    ("questionnaire lst", "there is no command “lst”; did you mean “list”?"),
    ("--bogus", "there is no option --bogus here; --help lists the options"),
    (
      "show s.json --delegtion MAR",
      "there is no option --delegtion here; did you mean --delegation?",
    ),
    ("show", "<file> is missing; --help says what the command needs"),
    ("show s.json --delegation", "--delegation needs a value after it; --help says which"),
    (
      "show s.json more",
      "“more” is not expected here; --help says what the command takes",
    ),
    (
      "show s.json more of it",
      "“more” is not expected here; --help says what the command takes",
    ),
    ("show s.json --format xml", "“xml” does not fit --format; use text, json"),
    (
      "export odt s.json",
      "“odt” does not fit <format>; use csv, csv-excel, xlsx, xlsform, json, ics, datapackage",
    ),
    ("export ics s.json --utc-offset=9", "“9” does not fit --utc-offset; --help says what does"),
    ("open s.json --plain=yes", "--plain takes no value; leave out “yes”"),
    (
      "answer s.json --delegation MAR --question 1.1.1 --value yes",
      "s.json: “yes” does not fit question 1.1.1; use established, partial, absent, notApplicable, declined",
    ),
    (
      "show s.json --delegation XYZ",
      "s.json: there is no delegation XYZ in this session; “majlis show” lists them",
    ),
  ]

  @Test(arguments: sentences)
  func saysWhatIsWrongWithTheArguments(line: String, complaint: String) throws {
    let program = try workshop()
    let outcome = try program.run(line)
    #expect(outcome == Program.Outcome(complaints: "majlis: \(complaint)\n", status: 64))
    // The same in the other languages, and nothing of the parser's.
    for language in ["ar", "fr"] {
      let other = try program.run(line + " --language \(language)")
      guard !line.hasSuffix("--delegation") else { continue }
      #expect(other.status == 64 && other.output == "", "\(other)")
      #expect(other.complaints.split(separator: "\n").count == 1)
      for english in ["Unknown", "Missing", "Unexpected", "invalid", "here", "Please"] {
        #expect(!other.complaints.contains(english), "\(other.complaints)")
      }
    }
  }

  @Test func takesCodesInSmallLettersAndOffersNoCommandWithoutAName() throws {
    let program = try workshop()
    let line = "answer s.json --delegation mar --question 1.1.1 --value partial"
    #expect(try program.run(line) == Program.Outcome())
    #expect(try program.run("show s.json --delegation mar").output.contains("Morocco (MAR): 1 "))
    for line in ["--help", "--language ar --help", "help"] {
      let help = try program.run(line)
      #expect(help.status == 0 && help.output.contains("SUBCOMMANDS"), "\(line)")
      #expect(!help.output.contains("majlis start"))
    }
  }

  /// Bytes that would end a line, command a terminal, or hide a text.
  static let hostile = [
    "a\nmajlis: forged", "a\r\nb", "a\u{2028}b", "a\u{85}b", "a\u{B}b", "\u{1B}[2J\u{1B}[31m",
    "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{202E}txt", "\u{2067}", "\u{E0041}\u{E0042}", "a\u{8}b",
    "a\u{7F}", "e" + String(repeating: "\u{301}", count: 40),
  ]

  @Test(arguments: hostile)
  func saysOneHarmlessLineWhateverIsInIt(text: String) throws {
    let program = try workshop()
    try program.write("delegation,question,value\n\(text),1.1.1,\(text)\n", to: "t.csv")
    let lines: [[String]] = [
      [text], ["show", text], ["show", "s.json", "--delegation", text],
      ["show", "s.json", "--delegation", "MAR", "--question", text],
      ["show", "s.json", "--format", text], ["show", "s.json", text],
      ["show", "s.json", "--x\(text)"],
      ["open", text], ["open", text, "--plain"], ["new", "none/\(text)"],
      ["check", "none/\(text)"],
      ["merge", "s.json", text], ["export", text, "s.json"], ["report", text, "s.json"],
      ["export", "csv", text], ["report", "workshop", "s.json", "-o", "none/\(text)"],
      ["report", "workshop", "s.json", "-o", "\(text).rtf"],
      ["extract", text, "--delegation", "MAR"],
      ["extract", "s.json", "--delegation", text], ["import", "csv", "s.json", text],
      ["import", "csv", text, "t.csv"], ["questionnaire", "show", text], ["questionnaire", text],
      ["questionnaire", "check", text],
      [
        "answer", "s.json", "--delegation", "MAR", "--question",
        "1.1.1", "--value", text,
      ], ["new", "x.json", "--template", text],
      ["show", "s.json", "--language", text], ["baseline", "s.json", "--delegation", text],
      ["withdraw", "s.json", "--delegation", text, "-o", "w.json"],
      ["merge", "s.json", "s.json", "-o", "s.json", "--passphrase-file", text],
    ]
    // In each run every fifth, and those that another text takes are others.
    let step = LongRuns.count(5, long: 1)
    let first = (Self.hostile.firstIndex(of: text) ?? 0) % step
    for place in stride(from: first, to: lines.count, by: step) {
      let line = lines[place]
      let outcome = try program.run(arguments: line)
      #expect(outcome.status >= 64, "\(line): \(outcome)")
      let complaints = outcome.complaints.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(complaints.count == 2 && complaints[1] == "", "\(line): \(complaints)")
      expectHarmless(outcome, line)
    }
    let faults = try program.run("import csv s.json t.csv")
    #expect(faults.status == 65 && faults.complaints.hasPrefix("majlis: t.csv:"))
    expectHarmless(faults, ["import"])
  }

  private func expectHarmless(_ outcome: Program.Outcome, _ line: [String]) {
    for scalar in (outcome.complaints + outcome.output).unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control, "\(line): \(outcome)")
      #expect(!(0x202A...0x202E).contains(scalar.value), "\(line): \(outcome)")
      #expect(!(0xE0000...0xE0FFF).contains(scalar.value), "\(line): \(outcome)")
    }
  }

  @Test(arguments: hostile)
  func forgesNoLineOfTheLogAndOfWhatIsShown(text: String) throws {
    let program = try workshop()
    let value = ["answer", "s.json", "--delegation", "MAR", "--question", "1.1.1", "--value"]
    let answer = value + ["partial", "--as", text]
    #expect(try program.run(arguments: answer).status == 0)
    let log = try program.run("log s.json --delegation MAR")
    #expect(log.output.split(separator: "\n").count == 1, "\(log)")
    expectHarmless(log, ["log"])
    #expect(
      try program.run(arguments: value + ["absent", "--note", "one\n  Status: agreed"]).status == 0
    )
    let shown = try program.run("show s.json --delegation MAR --question 1.1.1")
    #expect(shown.output.contains("\n      Status: agreed\n"), "\(shown)")
    #expect(!shown.output.contains("\n  Status: agreed"))
  }

  static let printing = [
    "show s.json", "show s.json --format json", "log s.json --delegation MAR",
    "log s.json --format json", "doctor",
    "check bad.json", "questionnaire list", "questionnaire show", "questionnaire check bad.json",
    "report workshop s.json", "export csv s.json", "export json s.json", "export ics s.json",
    "extract s.json --delegation MAR", "merge s.json s.json -o -", "--help", "--version",
    "show --help", "import csv s.json none.csv --dry-run",
    "open s.json --plain --language en",
  ]

  @Test(arguments: printing)
  func saysThatNotEverythingCouldBePrinted(line: String) throws {
    let program = try workshop()
    try program.run("answer s.json --delegation MAR --question 1.1.1 --value partial")
    try program.write("{", to: "bad.json")
    try program.write("delegation,question,value\nMAR,1.1.1,absent\n", to: "none.csv")
    let full = try shell(program, "\(Program.path) \(line) > /dev/full")
    #expect(full.status == 74, "\(full)")
    #expect(
      full.complaints.hasSuffix(
        "majlis: standard output: not everything could be written (No space left on device); "
          + "free some space, or write it elsewhere\n"
      ),
      "\(full)",
    )
    // Whoever has seen enough is told nothing, and the status is no success.
    let ignoring = "trap '' PIPE; (\(Program.path) \(line); echo $? > status) | true"
    let closed = try shell(program, ignoring)
    #expect(closed.complaints == "", "\(closed)")
    let closedFirst =
      "trap '' PIPE; { sleep 0.3; \(Program.path) \(line); echo $? > status; } | true"
    #expect(try shell(program, closedFirst).complaints == "")
    #expect(try program.text("status") == "74\n")
  }

  @Test func keepsWhatWasAnsweredThoughThePageCannotBePrinted() throws {
    let program = try workshop()
    let line = "\(Program.path) open s.json --plain --delegation MAR --question 1.1.1 > /dev/full"
    #expect(try shell(program, "printf '2\\n' | \(line)").status == 74)
    #expect(try program.run("check s.json") == Program.Outcome())
  }

  static let sealed: [(line: String, status: Int32)] = [
    ("show x.age --passphrase-file pass", 0), ("log x.age --passphrase-file pass", 0),
    ("check x.age --passphrase-file pass", 0), ("export json x.age --passphrase-file pass", 0),
    ("export csv x.age --delegation MAR --passphrase-file pass", 0),
    ("report workshop x.age --passphrase-file pass", 0),
    ("extract x.age --delegation MAR --passphrase-file pass", 0),
    ("merge s.json x.age --passphrase-file pass", 0),
    ("merge x.age s.json --passphrase-file pass -o -", 0),
    ("show x.age --passphrase-file wrong", 65), ("check x.age --passphrase-file wrong", 65),
    ("show x.age", 64), ("log x.age", 64), ("check x.age", 64), ("export json x.age", 64),
    ("report workshop x.age", 64), ("extract x.age --delegation MAR", 64),
    ("merge s.json x.age", 64), ("merge x.age s.json --passphrase-file pass", 64),
    ("answer x.age --delegation MAR --question 1.1.1 --value partial", 64),
    ("present x.age", 64), ("baseline x.age --delegation MAR", 64),
    ("withdraw x.age --delegation MAR -o w.json", 64), ("import csv x.age t.csv", 64),
    ("open x.age --plain", 64), ("check s.json x.age", 64),
  ]

  @Test(arguments: sealed)
  func opensWhatIsSealedOrSaysThatItIs(line: String, status: Int32) throws {
    let program = try workshop()
    try program.write("a passphrase\n", to: "pass")
    try program.write("another\n", to: "wrong")
    try program.write("delegation,question,value\n", to: "t.csv")
    try program.run("extract s.json --delegation MAR -o x.json")
    // With little work: with the usual, which takes seconds where nothing is optimised, the other
    // tests seal.
    var generator = SystemRandomNumberGenerator()
    let own = Array(try program.text("x.json").utf8)
    let sealed = try Sealing.seal(own, with: "a passphrase", work: 1, using: &generator)
    try Data(sealed).write(to: URL(fileURLWithPath: program.file("x.age")))
    // Without a terminal nobody can be asked.
    let outcome = try shell(program, "setsid -w \(Program.path) \(line) < /dev/null")
    #expect(outcome.status == status, "\(outcome)")
    guard status == 64 else { return }
    #expect(outcome.complaints.hasPrefix("majlis: x.age: the file is sealed; "), "\(outcome)")
    #expect(outcome.complaints.split(separator: "\n").count == 1)
  }

  @Test func tellsFoldersAndMissingFilesWithWhatToDo() throws {
    let program = try workshop()
    for line in [
      "show .", "check .", "import csv s.json .", "open . --plain", "questionnaire show .",
    ] {
      let outcome = try program.run(line)
      let said = outcome.output + outcome.complaints
      #expect(
        said.contains("this is a folder; name a file in it") || line.hasPrefix("questionnaire")
      )
      #expect(
        outcome.status == (line.hasPrefix("check") ? 1 : 65) || line.hasPrefix("questionnaire")
      )
    }
    let table = try program.run("import csv s.json none.csv")
    #expect(table.status == 66)
    #expect(table.complaints == "majlis: none.csv: there is no such file; check the path\n")
    #expect(try program.run("show none.json").complaints.contains("“majlis new”"))
  }

  @Test func listsTheFirstFaultsOfATableAndCountsTheOthers() throws {
    let program = try workshop()
    let rows = String(repeating: "XXX,1.1.1,partial\n", count: 5000)
    try program.write("delegation,question,value\n" + rows, to: "t.csv")
    let outcome = try program.run("import csv s.json t.csv")
    #expect(outcome.status == 65)
    let lines = outcome.complaints.split(separator: "\n")
    #expect(lines.count == 101)
    #expect(lines.last == "majlis: t.csv: and 4900 more faults; mend those above first")
  }

  @Test func namesAWayForATerminalWithoutAScreen() throws {
    let program = try workshop()
    let dumb = try RealTerminal("TERM=dumb \(Program.path) open s.json 2> said", in: program)
    #expect(try dumb.waitForTheEnd() == 64)
    #expect(try program.text("said").contains("(TERM=dumb); use “majlis open FILE --plain”"))
    let none = try program.run("open s.json")
    #expect(none.status == 64 && none.complaints.contains("“majlis open FILE --plain”"))
    #expect(try program.run("open s.json --plain").status == 0)
  }

  @Test(arguments: ["C", "POSIX"])
  func saysInTheReachOfTheLocale(locale: String) throws {
    let program = try workshop()
    for line in [
      "show none.json", "opne", "show", "open s.json --ascii", "show s.json --delegation م",
    ] {
      let outcome = try shell(
        program,
        "\(Program.path) \(line) --language ar",
        ["LC_ALL": locale],
      )
      #expect(outcome.status >= 64)
      #expect(outcome.complaints.utf8.allSatisfy { $0 < 0x80 }, "\(outcome)")
    }
    let arabic = try shell(
      program,
      "\(Program.path) show s.json --language ar",
      ["LC_ALL": locale],
    )
    #expect(arabic.output.contains("المغرب"), "what is asked for is printed as it is")
  }
}
