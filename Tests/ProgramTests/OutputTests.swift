import Consultation
import Foundation
import TestSupport
import Testing

/// No command writes over a session, what belongs to one, or what it reads; by no name.
@Suite(.waitsForPrograms) struct OutputTests {
  /// A folder with a session and everything that can lie beside one.
  private func workshop() throws -> Program {
    let program = try Program()
    let unpacked = try Program.run(
      "/bin/sh",
      ["-c", "base64 -d | tar -xf -"],
      input: Self.packed.get(),
      environment: program.environment,
      folder: program.folder,
    )
    #expect(unpacked == Program.Outcome())
    return program
  }

  /// The folder as an archive, since it takes a while to make and every case has its own.
  private static let packed = Result {
    try shell(try makeWorkshop(), "tar --exclude=./data -cf - . | base64 -w 0").output
  }

  private static func makeWorkshop() throws -> Program {
    let program = try Program()
    try program.run("new s.json")
    for value in ["partial", "absent"] {
      try program.run("answer s.json --delegation MAR --question 1.1.1 --value", value)
    }
    try program.run("extract s.json --delegation MAR -o other.json")
    try program.run("questionnaire export -o form.xlsx")
    try program.run("questionnaire export --format json -o q.json")
    try program.write("a passphrase\n", to: "pass")
    let made = try shell(
      program,
      """
      cp s.json other-session.json; cp s.json s.json.damaged; cp s.json s.json.~2~
      cp s.json s.json.~3~; echo '{"format":"majlis-journal"}' > .s.json.journal
      touch .s.json.lock; mkdir .s.json.here; echo here > .s.json.here/1-x; mkdir sub folder
      cp s.json sub/s.json; ln -s s.json link; ln -s link link2; ln s.json hard; ln -s sub sublink
      ln .s.json.lock hardlock; ln .s.json.journal hardjournal; ln .s.json.here/1-x hardhere
      ln -s .s.json.journal linkjournal; ln -s nowhere dangling; mkfifo fifo; head -c 400 s.json > torn
      cp s.json linkout.json; ln -s linkout.json out-link.md
      """,
    )
    #expect(made == Program.Outcome())
    return program
  }

  private func shell(_ program: Program, _ command: String) throws -> Program.Outcome {
    try Self.shell(program, command)
  }

  private static func shell(_ program: Program, _ command: String) throws -> Program.Outcome {
    try Program.run(
      "/bin/sh",
      ["-c", command],
      environment: program.environment,
      folder: program.folder,
    )
  }

  /// What is in every file of the folder, and where every link leads.
  private func contents(of program: Program) throws -> String {
    let listing = "find . -type f ! -path './data/*' -exec sha256sum {} + | sort; ls -lR --time=+ ."
    return try shell(program, listing).output
  }

  static let commands = [
    "extract s.json --delegation MAR -o OUT",
    "extract s.json --delegation MAR --seal --passphrase-file pass -o OUT",
    "extract other-session.json --delegation MAR -o OUT",
    "withdraw other-session.json --delegation MAR -o OUT",
    "merge s.json other.json -o OUT",
    "report workshop s.json -o OUT",
    "report profile s.json --delegation MAR --format html -o OUT",
    "report workshop s.json --format csv -o OUT",
    "export csv s.json -o OUT", "export csv-excel s.json --delegation MAR -o OUT",
    "export xlsx s.json -o OUT", "export xlsform s.json -o OUT", "export json s.json -o OUT",
    "export ics s.json -o OUT", "export datapackage s.json -o OUT",
    "questionnaire export -o OUT", "questionnaire export q.json --format json -o OUT",
    "questionnaire import form.xlsx -o OUT", "import xlsform OUT form.xlsx",
  ]

  /// Names of a session, of what belongs to it, and of what is no file; FOLDER is where they are.
  static let names = [
    "s.json", "./s.json", "sub/../s.json", "FOLDER/s.json", "sublink/../s.json", "sub/s.json",
    "sublink/s.json", "//FOLDER//s.json", "s.json/", "s.json/.", "link", "link2", "hard",
    ".s.json.journal", "./.s.json.journal", ".S.JSON.JOURNAL", "linkjournal", "hardjournal",
    ".s.json.lock", "hardlock", ".s.json.here", ".s.json.here/", ".s.json.here/1-x",
    ".s.json.here/new", "hardhere", "s.json.~1~", "s.json.~2~", "s.json.~3~", "s.json.~9~",
    "FOLDER/s.json.~1~", "s.json.damaged", "s.json.damaged-2", "other.json", "other-session.json",
    ".other.json.journal", "dangling", "fifo", ".s.json.journal.aside-1", "s.json.rescued-1.json",
    "folder/..", "out-link.md", "linkout.json",
  ]

  @Test(arguments: commands)
  func harmsNothingBySomeName(command: String) throws {
    let program = try workshop()
    let before = try contents(of: program)
    for (index, name) in Self.names.enumerated() {
      // In each run a command takes every eighth name by force, and every sixteenth without it, where
      // less could go wrong: those that another command takes are others.
      let place = index + (Self.commands.firstIndex(of: command) ?? 0)
      let isLong = LongRuns.count(0, long: 1) == 1
      var forces: [String] = []
      if isLong || place.isMultiple(of: 16) { forces.append("") }
      if isLong || place.isMultiple(of: 8) { forces.append(" --force") }
      for force in forces {
        let name = name.replacing("FOLDER", with: program.folder)
        // A questionnaire can be made into a folder that is there.
        if command.contains("import"), name == "folder/.." { continue }
        let line = command.replacing("OUT", with: name) + force
        let outcome = try program.run(line)
        #expect(outcome.status == 73, "\(line): \(outcome)")
        #expect(outcome.output == "", "\(line)")
        // That what lies in the journal's place is none is said besides.
        let lines = outcome.complaints.split(separator: "\n")
          .filter { !$0.contains("s.json:journal") }
        #expect(lines.count == 1 && lines[0].hasPrefix("majlis: "), "\(line): \(lines)")
      }
    }
    #expect(try contents(of: program) == before)
  }

  @Test func harmsNoInputOfTheSameCommand() throws {
    let program = try workshop()
    let before = try contents(of: program)
    for line in [
      "questionnaire import form.xlsx -o form.xlsx", "import xlsform form.xlsx form.xlsx",
      "questionnaire export q.json -o q.json",
      "questionnaire export q.json --format json -o q.json",
      "extract s.json --delegation MAR --seal --passphrase-file pass -o pass",
      "report workshop s.json -o .s.json.here/2-y",
    ] {
      for force in [" --force", ""] {
        let outcome = try program.run(line + force)
        #expect(outcome.status == 73, "\(line): \(outcome)")
      }
    }
    for line in ["show s.json", "export csv s.json", "merge s.json other.json -o -"] {
      let outcome = try shell(program, "\(Program.path) \(line) >> s.json")
      #expect(outcome.status == 73, "\(line): \(outcome)")
    }
    #expect(try contents(of: program) == before)
  }

  @Test func describesNoTableInThePlaceOfASession() throws {
    let program = try workshop()
    for link in ["ln -s s.json", "ln s.json", "ln -s .s.json.journal", "ln -s nowhere", "mkfifo"] {
      #expect(try shell(program, "rm -f datapackage.json; \(link) datapackage.json").status == 0)
      let before = try contents(of: program)
      for force in ["", " --force"] {
        let outcome = try program.run("export csv s.json -o new.csv" + force)
        #expect(outcome.status == 73 || link.hasSuffix("nowhere"), "\(link): \(outcome)")
        #expect(try contents(of: program) == before, "\(link)")
      }
    }
  }

  @Test(arguments: commands)
  func replacesAFileOfThatNameByForceAloneAndWhole(command: String) throws {
    let program = try workshop()
    try program.write("mine", to: "kept")
    #expect(try shell(program, "ln kept second; ln -s kept third") == Program.Outcome())
    for name in ["kept", "second", "third"] {
      let line = command.replacing("OUT", with: name)
      let outcome = try program.run(line)
      #expect(outcome.status == 73, "\(line): \(outcome)")
      #expect(outcome.complaints.hasSuffix("choose another name or add --force\n"))
      #expect(try program.text(name) == "mine")
    }
    let outcome = try program.run(command.replacing("OUT", with: "third") + " --force")
    #expect(outcome.status == 0, "\(command): \(outcome)")
    #expect(try program.text("second") == "mine", "the other name of the file that was replaced")
    #expect(try shell(program, "cmp -s kept second").status == 1)
    #expect(try shell(program, "readlink third").output == "kept\n", "a link stays one")
    #expect(try shell(program, "stat -c %a kept").output == "600\n")
    #expect(try shell(program, "ls -A | grep tmp").output == "", "nothing is left over")
  }

  @Test func swallowsWhatGoesToTheNullDevice() throws {
    let program = try workshop()
    #expect(try shell(program, "rm .s.json.journal").status == 0)
    let line = "report workshop s.json -o /dev/null"
    #expect(try program.run(line) == Program.Outcome())
    #expect(try program.run("report workshop s.json -o /dev/full").status == 73)
    #expect(try program.run("report workshop s.json -o /dev/stdout").output.hasPrefix("# "))
  }

  @Test func takesTheDashForStandardOutputEverywhere() throws {
    let program = try workshop()
    let before = try contents(of: program)
    for (line, start) in [
      ("report workshop s.json -o -", "# "), ("export csv s.json -o -", "delegation,"),
      ("merge s.json other.json -o -", "{\n"), ("questionnaire export --format json -o -", "{\n"),
      ("questionnaire import form.xlsx -o -", "{\n"), ("import xlsform - form.xlsx", "{\n"),
      ("extract s.json --delegation MAR -o -", "{\n"),
    ] {
      let outcome = try program.run(line)
      #expect(outcome.status == 0 && outcome.output.hasPrefix(start), "\(line): \(outcome)")
    }
    // What leaves the session is in a file before it has left.
    let withdrawn = try program.run("withdraw s.json --delegation MAR -o -")
    #expect(withdrawn.status == 64 && withdrawn.output == "")
    #expect(withdrawn.complaints.contains("name one with -o"))
    #expect(try contents(of: program) == before)
  }

  static let promises: [(line: String, status: Int32, start: String)] = [
    ("report workshop s.json -o x.md", 0, "# "),
    ("report workshop s.json -o x.MARKDOWN", 0, "# "),
    ("report workshop s.json -o x.html", 0, "<!DOCTYPE html>"),
    ("report workshop s.json -o x.htm", 0, "<!DOCTYPE html>"),
    ("report workshop s.json -o x.csv", 0, "kind,section"),
    ("report workshop s.json --format text -o x.v2", 0, ""),
    ("report workshop s.json -o x", 0, "# "),
    ("report workshop s.json -o x.rtf", 64, ""), ("report workshop s.json -o x.pptx", 64, ""),
    ("report workshop s.json -o x.json", 64, ""), ("report workshop s.json -o x.xlsx", 64, ""),
    ("report workshop s.json --format csv -o x.html", 64, ""),
    ("export xlsx s.json -o x.csv", 64, ""), ("export xlsx s.json -o x.xlsx", 0, "PK"),
    ("export csv s.json -o x.xlsx", 64, ""), ("export json s.json -o x.md", 64, ""),
    ("export ics s.json -o x.ics", 0, "BEGIN:VCALENDAR"), ("export ics s.json -o x.csv", 64, ""),
    ("questionnaire export -o x.json", 0, "{\n"), ("questionnaire export -o x.xlsx", 0, "PK"),
    ("questionnaire export --format json -o x.xlsx", 64, ""),
    ("extract s.json --delegation MAR -o x.age", 64, ""),
    ("extract s.json --delegation MAR --seal --passphrase-file pass -o x.json", 64, ""),
    ("merge s.json other.json -o x.html", 64, ""), ("new x.pdf", 64, ""),
    ("questionnaire import form.xlsx -o x.csv", 64, ""),
  ]

  @Test(arguments: promises)
  func writesWhatTheNamePromisesOrNothing(line: String, status: Int32, start: String) throws {
    let program = try workshop()
    let outcome = try program.run(line)
    #expect(outcome.status == status, "\(outcome)")
    let written = try shell(program, "ls | grep -i '^x' | head -1 | xargs -r head -c 15").output
    guard status == 0 else {
      #expect(written == "")
      return #expect(outcome.complaints.contains("end the name in ."), "\(outcome)")
    }
    #expect(written.hasPrefix(start), "\(written)")
  }

  @Test func makesASessionWhereOneWasKeptWholeAndNotWhereAnswersWait() throws {
    let program = try workshop()
    #expect(try shell(program, "rm s.json link link2 hard torn").status == 0)
    #expect(try program.run("new s.json") == Program.Outcome())
    #expect(try shell(program, "rm s.json; echo '{\"change\":1}' >> .s.json.journal").status == 0)
    let refused = try program.run("new s.json")
    #expect(refused.status == 73)
    #expect(refused.complaints.contains("answers that are not yet in a session of this name"))
  }

  @Test func theProgramsOwnWritingGoesThroughTheSameDoor() throws {
    let program = try workshop()
    // A session whose companions have other names is not opened for writing.
    #expect(try shell(program, "rm hardlock hardjournal hardhere").status == 0)
    let terminal = try RealTerminal(
      "\(Program.path) open s.json --delegation MAR --language en",
      in: program,
    )
    try terminal.wait(for: "Go on at question 1.1.2")
    try terminal.type("R")
    try terminal.wait(for: "National profile")
    try terminal.press("Enter")
    try terminal.wait(for: "to a file")
    try terminal.type("w")
    try terminal.wait(for: "profile-MAR.html")
    let before = try contents(of: program)
    let refusals = [
      ("prof.rtf", "the ending .rtf promises another format"),
      ("foo.doc", "the ending .doc promises"),
      ("s.json", "this command also reads that file"), ("sub/s.json", "this is a session"),
      (".s.json.lock", "this belongs to a session"), ("dangling", "this link leads to no file"),
      ("sub", "this is a folder"), ("out-link.md", "this is a session"),
    ]
    for (name, reason) in refusals {
      try terminal.press("C-a")
      for _ in 0..<24 { try terminal.press("Delete") }
      try terminal.type(name)
      try terminal.press("Enter")
      try terminal.wait(for: reason)
    }
    let after = try contents(of: program)
    #expect(
      after.split(separator: "\n").filter { !$0.contains(".here") && !$0.contains("total") }
        == before.split(separator: "\n").filter { !$0.contains(".here") && !$0.contains("total") }
    )
    try terminal.press("C-a")
    for _ in 0..<24 { try terminal.press("Delete") }
    try terminal.type("~/prof.md")
    try terminal.press("Enter")
    try terminal.wait(for: "The report is in")
    try terminal.press("C-c")
    #expect(try terminal.waitForTheEnd() == 0)
    #expect(try program.text("prof.md").hasPrefix("# "))
  }

  @Test func printsNothingBinaryOnATerminal() throws {
    let program = try workshop()
    for line in [
      "export xlsx s.json", "questionnaire export", "export xlsform s.json -o -",
      "extract s.json --delegation MAR --seal --passphrase-file pass",
    ] {
      let terminal = try RealTerminal("\(Program.path) \(line) 2> complaint", in: program)
      #expect(try terminal.waitForTheEnd() == 64, "\(line)")
      #expect(try program.text("complaint").hasSuffix("not for a terminal; add -o FILE\n"))
    }
  }
}
