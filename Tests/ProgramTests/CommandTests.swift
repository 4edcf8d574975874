import Consultation
import Foundation
import TestSupport
import Testing

/// The command line of the contract: what it prints, and its exit statuses.
@Suite(.waitsForPrograms) struct CommandTests {
  private func workshop() throws -> Program {
    let program = try Program()
    #expect(
      try program.run("new s.json") == Program.Outcome()
    )
    return program
  }

  @Test func saysItsVersionAndHelp() throws {
    let program = try Program()
    #expect(try program.run("--version").output == "majlis 0.1.0\n")
    let help = try program.run("--help")
    #expect(help.status == 0)
    for command in ["open", "new", "answer", "show", "log", "check", "questionnaire"] {
      #expect(help.output.contains("  \(command) "), "\(command)")
    }
  }

  @Test func aScriptAndAPersonDoTheSame() throws {
    let program = try workshop()
    let answered = try program.run(
      "answer s.json --delegation MAR --question 1.1.1 --value partial --note",
      "تعميم 108",
      "--status",
      "agreed",
      "--as",
      "Amina",
    )
    #expect(answered == Program.Outcome())
    let json = try program.run("show s.json --delegation MAR --question 1.1.1 --format json")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    )
    #expect(answer["value"] as? String == "partial")
    #expect(answer["status"] as? String == "agreed")
    #expect(answer["note"] as? String == "تعميم 108")
    #expect(answer["noteLanguage"] as? String == "ar")
    #expect(answer["by"] as? String == "Amina")
    let text = try program.run("show s.json --delegation MAR --question 1.1.1")
    #expect(text.output.contains("Equal for some"))
    let log = try program.run("log s.json --delegation MAR --question 1.1.1")
    #expect(log.output.split(separator: "\n").count == 3)
    #expect(log.output.contains("Amina"))
  }

  @Test func walksInLinesOfTextToo() throws {
    let program = try workshop()
    let walked = try program.run(
      "open s.json --delegation MAR --language en --plain",
      input: "\n2\nc\nA note in one line\ns\n2\n",
    )
    #expect(walked.status == 0)
    #expect(walked.output.contains("2  *  Equal for some"))
    #expect(try program.text("s.json").contains("\"status\": \"agreed\""))
  }

  @Test func readsASessionFromStandardInput() throws {
    let program = try workshop()
    let text = try program.text("s.json")
    let shown = try program.run("show -", input: text)
    #expect(shown.status == 0)
    #expect(shown.output.contains("Morocco"))
  }

  @Test func printsIntoAFileBesideTheSession() throws {
    let program = try workshop()
    let line = "\(Program.path) show s.json --delegation MAR > shown.txt"
    let shown = try Program.run(
      "/bin/sh",
      ["-c", line],
      environment: program.environment,
      folder: program.folder,
    )
    #expect(shown == Program.Outcome())
    #expect(try program.text("shown.txt").contains("Morocco"))
  }

  static let statuses: [(arguments: String, status: Int32)] = [
    ("frobnicate", 64), ("answer s.json", 64), ("open s.json", 64),
    ("answer s.json --delegation XXX --question 1.1.1 --value partial", 64),
    ("answer s.json --delegation MAR --question 9.9.9 --value partial", 64),
    ("answer s.json --delegation MAR --question 1.1.1 --value often", 64),
    ("show bad.json", 65), ("check bad.json", 1), ("check s.json", 0),
    ("show nowhere.json", 66), ("open nowhere.json", 66), ("new s.json", 73),
    ("new /proc/nowhere/s.json", 73), ("show /proc/self/mem", 74), ("questionnaire check", 0),
    ("questionnaire list", 0),
  ]

  @Test(arguments: statuses)
  func endsWithTheStatusOfTheContract(arguments: String, status: Int32) throws {
    let program = try workshop()
    try program.write("{\"format\": ", to: "bad.json")
    let before = try program.text("s.json")
    let outcome = try program.run(arguments)
    #expect(outcome.status == status, "\(outcome.complaints)")
    if status > 1 {
      #expect(outcome.output == "")
      let lines = outcome.complaints.split(separator: "\n")
      #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("majlis: ") })
    }
    #expect(try program.text("s.json") == before)
  }

  @Test func anAnswerFromAnotherProcessIsTakenInByTheScreen() throws {
    let program = try workshop()
    let terminal = try RealTerminal(
      "\(Program.path) open s.json --delegation MAR --language en --question 1.1.1",
      in: program,
    )
    try terminal.wait(for: "1.1.1   1/18")
    try terminal.press("c")
    try terminal.wait(for: "The national context")
    try terminal.type("what is being written")
    let outcome = try program.run(
      "answer s.json --delegation MAR --question 1.1.1 --value partial"
    )
    #expect(outcome == Program.Outcome())
    try terminal.wait(for: "what is being written")
    try terminal.press("C-s")
    try terminal.wait(for: "● Equal for some")
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
    let shown = try program.run("show s.json --delegation MAR --question 1.1.1 --format json")
    #expect(shown.output.contains("\"value\": \"partial\""))
    #expect(shown.output.contains("\"note\": \"what is being written\""))
  }

  @Test func saysThatTheFileIsHeld() throws {
    let program = try workshop()
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    holder.arguments = ["flock", program.file(".s.json.lock"), "sh", "-c", "echo; exec sleep 20"]
    let output = Pipe()
    holder.standardOutput = output
    try holder.start()
    defer { holder.terminate() }
    _ = output.fileHandleForReading.readData(ofLength: 1)
    let outcome = try program.run(
      "answer s.json --delegation IRQ --question 1.1.1 --value partial"
    )
    #expect(outcome.status == 75)
    #expect(try program.run("show s.json").status == 0, "reading needs no turn")
  }

  @Test(
    arguments: [
      ("ar", "لا يوجد ملف بهذا الاسم؛ "), ("en", "there is no such file; "),
      ("fr", "ce fichier n’existe pas\u{202F}; "),
    ]
  )
  func complainsInTheReadersLanguage(language: String, complaint: String) throws {
    let program = try Program()
    let outcome = try program.run("show", "x.json", "--language", language)
    #expect(outcome.complaints.hasPrefix("majlis: x.json: \(complaint)"))
  }

  @Test func offersTheBackupOfADamagedFile() throws {
    let program = try workshop()
    try program.run("answer s.json --delegation MAR --question 1.1.1 --value partial")
    let whole = try program.text("s.json")
    try program.write(String(whole.prefix(200)), to: "s.json")
    let outcome = try program.run("show s.json")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("s.json.~1~"))
    #expect(try program.text("s.json") == String(whole.prefix(200)), "it is left alone")
  }

  @Test(arguments: [(Language.arabic, "UTF-8"), (.english, "UTF-8"), (.french, "UTF-8")])
  func theDoctorSaysWhatTheTerminalCanDo(language: Language, encoding: String) throws {
    let program = try Program()
    let outcome = try program.run("doctor --language \(language.rawValue)")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(encoding))
    #expect(outcome.output.contains("3 (ﺓﺮﺠﻬﻟﺍ) 2 ﺲﻠﺠﻣ 1"))
    #expect(!outcome.output.contains("\u{1B}"), "no switch is written into a file")
  }

  @Test func theDoctorAsksTheTerminal() throws {
    let program = try Program()
    let terminal = try RealTerminal("\(Program.path) doctor --language en", in: program)
    try terminal.wait(for: "It says of itself: tmux")
    try terminal.wait(for: "the line") { rows in
      rows.contains { $0.contains("3 (ﺓﺮﺠﻬﻟﺍ) 2 ﺲﻠﺠﻣ 1") }
    }
    #expect(try terminal.waitForTheEnd() == 0)
  }

  @Test func aLocaleWithoutArabicLettersIsToldSo() throws {
    let program = try workshop()
    let command = "LC_ALL=C \(Program.path) open s.json --delegation MAR --language en"
    let first = try RealTerminal(command, in: program)
    #expect(try first.waitForTheEnd() == 64)
    try first.wait(for: "--ascii")
    let second = try RealTerminal(command + " --ascii", in: program)
    try second.wait(for: "> Go on at question 1.1.1")
    let third = try RealTerminal(
      "\(Program.path) open s.json --language ar --ascii 2>&1",
      in: program,
    )
    #expect(try third.waitForTheEnd() == 64)
  }

  @Test func opensTheBackupWhenThePersonSaysSo() throws {
    let program = try workshop()
    try program.run("answer s.json --delegation MAR --question 1.1.1 --value partial")
    try program.write("{\"format\":", to: "s.json")
    let command = "\(Program.path) open s.json --delegation MAR --language en"
    let first = try RealTerminal(command, in: program)
    try first.wait(for: "Type 1")
    try first.press("Enter")
    #expect(try first.waitForTheEnd() == 65)
    #expect(try program.text("s.json") == "{\"format\":", "nothing is done unasked")
    let second = try RealTerminal(command, in: program)
    try second.wait(for: "Type 1")
    try second.press("1", "Enter")
    try second.wait(for: "Go on at question 1.1.1")
    #expect(try program.text("s.json.damaged") == "{\"format\":")
    #expect(try program.run("check s.json").status == 0)
  }

  @Test(arguments: ["cairo-2023", "blank", "self-assessment", "cities"])
  func makesASessionFromEachTemplate(template: String) throws {
    let program = try Program()
    let delegation = template == "self-assessment" ? " --delegation MAR" : ""
    let made = try program.run("new s.json --template \(template)\(delegation)")
    #expect(made.status == 0, "\(made.complaints)")
    #expect(try program.run("check s.json").status == 0)
  }
}

/// The elements and instruments of the second edition by a script: one session from the answer to
/// what is printed, exported and taken in again.
@Suite(.waitsForPrograms) struct ElementCommandTests {
  private func edition() throws -> Program {
    let program = try Program()
    try program.run("new s.json --template self-assessment --delegation MAR")
    return program
  }

  private let answer = "answer s.json --delegation MAR --question"

  @Test func theLevelFollowsUnlessItIsSaid() throws {
    let program = try edition()
    try program.run("\(answer) 1.2.1 --elements courts,legalAid")
    let shown = try program.run("show s.json --delegation MAR --question 1.2.1").output
    #expect(shown.contains("Equal for some: access to the courts"), "\(shown)")
    try program.run("\(answer) 1.2.1 --elements courts --value established")
    let log = try program.run("log s.json --delegation MAR --question 1.2.1").output
    #expect(log.contains("legal aid → Equal for some: access to the courts"), "\(log)")
    let refused = try program.run("\(answer) 1.2.1 --value established --status agreed")
    #expect(refused.status == 64 && refused.complaints.contains("differs from what is ticked"))
    try program.run(
      "\(answer) 1.2.1 --value established --status agreed --note",
      "No such aid exists",
    )
    #expect(try program.run("check s.json").status == 0)
  }

  @Test(arguments: [
    "--elements courts,moon", "--elements", "--instrument CRC=ratified", "--instrument CRC", "",
  ])
  func whatCannotBeIsWrongUse(arguments: String) throws {
    #expect(try edition().run("\(answer) 1.2.1 \(arguments)").status == 64)
  }

  @Test func instrumentsHaveReservationsAndADate() throws {
    let program = try edition()
    try program.run(
      "\(answer) 1.7.1 --instrument CRC=ratified,reservations,1993-06-21 --instrument ICRMW=signed --value partial"
    )
    let shown = try program.run("show s.json --delegation MAR --question 1.7.1").output
    #expect(shown.contains("with reservations") && shown.contains("1993"), "\(shown)")
    let text = try program.text("s.json")
    #expect(text.contains("\"ICRMW\": \"partial\""), "\(text)")
  }

  @Test func tablesCarryTheElementsThereAndBack() throws {
    let program = try edition()
    try program.run("\(answer) 1.2.1 --elements courts,legalAid")
    try program.run("export csv s.json --delegation MAR -o own.csv")
    let table = try program.text("own.csv")
    #expect(table.contains("courts,legalAid"))
    try program.write(
      table.replacingOccurrences(of: "courts,legalAid", with: "courts,legalAid,interpretation"),
      to: "own.csv",
    )
    try program.run("import csv s.json own.csv")
    let shown = try program.run("show s.json --delegation MAR --format json").output
    #expect(shown.contains("interpretation"), "\(shown)")
    #expect(try program.run("export xlsx s.json --delegation MAR -o own.xlsx").status == 0)
  }

  @Test func aSessionIsMovedToTheNextEditionAndBack() throws {
    let program = try Program()
    try program.run("new s.json --template cairo-2023")
    let nothing = "There is no answer yet; nothing has to be carried over.\n"
    #expect(try program.run("upgrade s.json --dry-run").output == nothing)
    try program.run("\(answer) 1.5.2 --value partial")
    let before = try program.text("s.json")
    let dry = try program.run("upgrade s.json --dry-run")
    #expect(dry.output.contains("MAR 1.5.2  carried over and copied to 1.5.4 and 1.5.5"))
    #expect(try program.text("s.json") == before)
    #expect(try program.run("upgrade s.json").output == dry.output)
    #expect(try program.text("s.json").contains("\"version\": \"2026.1\""))
    #expect(try program.run("check s.json").status == 0)
    #expect(try program.run("upgrade s.json").status == 64)
    try program.run("upgrade s.json --to 2023.1")
    #expect(try program.text("s.json").contains("\"version\": \"2023.1\""))
    let shown = try program.run("show s.json --delegation MAR --question 1.5.2").output
    #expect(shown.contains("draft"), "\(shown)")
    #expect(try program.run("check s.json").status == 0)
  }
}
