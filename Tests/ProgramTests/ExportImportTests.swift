import Consultation
import Foundation
import TestSupport
import Testing

/// The commands `export` and `import`, as scripts use them.
@Suite(.waitsForPrograms) struct ExportImportTests {
  private func workshop() throws -> Program {
    let program = try Program()
    #expect(try program.run("new s.json") == Program.Outcome())
    let answered = try program.run(
      "answer s.json --delegation MAR --question 1.1.1 --value partial --note",
      "=private",
    )
    #expect(answered == Program.Outcome())
    return program
  }

  @Test(arguments: ["csv", "csv-excel", "xlsx", "xlsform", "json", "ics", "datapackage"])
  func exportsInEveryFormat(format: String) throws {
    let program = try workshop()
    #expect(try program.run("export \(format) s.json -o common") == Program.Outcome())
    let folder = program.file("folder")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let own = try program.run("export \(format) s.json --delegation MAR -o folder/own")
    #expect(own == Program.Outcome())
    // What is private is in the delegation's own and in nothing common, and so no name of anybody.
    if ["csv", "csv-excel", "json"].contains(format) {
      #expect(!(try program.text("common").contains("private\"")))
      #expect(try program.text("folder/own").contains("=private"))
      #expect(!(try program.text("folder/own").contains("amina")))
      #expect(
        try program.run("export \(format) s.json --delegation MAR --with-names").output
          .contains("amina")
      )
    }
    let printed = try program.run("export \(format) s.json --delegation IRQ")
    #expect(printed.status == 0 && !printed.output.isEmpty && printed.complaints == "")
  }

  @Test func describesATableBesideItAndReplacesNothingOfOthers() throws {
    let program = try workshop()
    #expect(try program.run("export csv s.json -o answers.csv") == Program.Outcome())
    #expect(try program.text("datapackage.json").contains("\"path\": \"answers.csv\""))
    try program.write("{\"name\": \"mine\"}", to: "datapackage.json")
    let again = try program.run("export csv s.json -o answers.csv --force")
    #expect(again.status == 0)
    #expect(again.complaints.hasPrefix("majlis: ./datapackage.json: this describes something"))
    #expect(try program.text("datapackage.json") == "{\"name\": \"mine\"}")
  }

  @Test func importsWhatItExported() throws {
    let program = try workshop()
    try program.run("export csv s.json --delegation MAR -o mar.csv")
    let nothing = try program.run("import csv s.json mar.csv --dry-run")
    #expect(nothing == Program.Outcome(output: "0 answers would change\n"))
    let changed = try program.text("mar.csv").replacing("access,partial", with: "access,absent")
    try program.write(changed, to: "mar.csv")
    let before = try program.text("s.json")
    let dry = try program.run("import csv s.json mar.csv --dry-run")
    #expect(
      dry.output
        == "MAR 1.1.1: answer: Equal for some → Not yet equal\n1 answer would change\n"
    )
    #expect(try program.text("s.json") == before)
    #expect(try program.run("import csv s.json mar.csv --as Omar") == Program.Outcome())
    let shown = try program.run("show s.json --delegation MAR --question 1.1.1 --format json")
    #expect(shown.output.contains("\"value\": \"absent\""))
    #expect(shown.output.contains("\"by\": \"Omar\""))
  }

  @Test func writesNothingWhereAnyRowHasAFault() throws {
    let program = try workshop()
    let before = try program.text("s.json")
    let outcome = try program.run(
      "import csv s.json -",
      input: "delegation,question,value\nMAR,1.1.2,partial\nMAR,1.1.3,often\n",
    )
    #expect(outcome.status == 65)
    #expect(outcome.complaints.hasPrefix("majlis: standard input:3:11: “often” is not known"))
    #expect(try program.text("s.json") == before)
    let log = try program.run("log s.json --delegation MAR")
    #expect(!log.output.contains("1.1.2"))
    let dry = try program.run(
      "import csv s.json - --dry-run",
      input: "delegation,question,value\nMAR,1.1.2,partial\nMAR,1.1.3,often\n",
    )
    #expect(dry.status == 65)
    #expect(dry.output.hasPrefix("MAR 1.1.2: answer: open → "))
    #expect(dry.complaints == outcome.complaints)
  }

  @Test func bringsPeopleToTheTables() throws {
    let program = try workshop()
    try program.write(
      "delegation,name,institution,role,mode\nMAR,Leïla,Santé,,online\nXXX,A,B,,\n",
      to: "d.csv",
    )
    for _ in 1...2 {
      let outcome = try program.run("import delegates s.json d.csv")
      #expect(outcome.status == 65)
      #expect(outcome.complaints.hasPrefix("majlis: d.csv:3:1: there is no delegation “XXX”"))
    }
    let log = try program.run("log s.json --delegation MAR --format json")
    #expect(log.output.components(separatedBy: "\"what\": \"delegate\"").count == 2)
    let dry = try program.run(
      "import delegates s.json - --dry-run",
      input: "delegation,name\nIRQ,Omar\n",
    )
    #expect(dry == Program.Outcome(output: "IRQ: Omar\n1 delegate would be new\n"))
  }

  @Test func makesAQuestionnaireOfAForm() throws {
    let program = try workshop()
    try program.run("questionnaire export mgi-national -o form.xlsx")
    #expect(try program.run("questionnaire import form.xlsx -o own") == Program.Outcome())
    #expect(try program.run("questionnaire check own") == Program.Outcome())
    let dry = try program.run("import xlsform other.json form.xlsx --dry-run")
    #expect(dry.output.contains("98 questions"))
    #expect(!FileManager.default.fileExists(atPath: program.file("other.json")))
    #expect(try program.run("import xlsform other.json form.xlsx") == Program.Outcome())
    try program.run("questionnaire export mgi-national --format json -o same.json")
    #expect(try program.text("other.json") == program.text("same.json"))
    // One that is there is not replaced.
    #expect(try program.run("import xlsform other.json form.xlsx").status == 73)
    #expect(try program.run("questionnaire import s.json -o x.json").status == 65)
  }

  @Test(arguments: [
    ("export csv", 64), ("export odt s.json", 64), ("export csv nowhere.json", 66),
    ("export csv s.json --delegation XXX", 64), ("export ics s.json --utc-offset 3", 64),
    ("export csv s.json -o /proc/nowhere/a.csv", 73), ("import csv s.json nowhere.csv", 66),
    ("import tsv s.json s.json", 64), ("import csv s.json s.json", 65),
    ("export ics s.json --utc-offset=-03:30", 0),
  ])
  func endsWithTheStatusOfTheContract(arguments: String, status: Int32) throws {
    let program = try workshop()
    #expect(try program.run(arguments).status == status)
  }
}
