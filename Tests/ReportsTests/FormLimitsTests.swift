import Consultation
import Phrases
import TestSupport
import Testing

@testable import Reports
@testable import Spreadsheets

/// Forms that are as large as a workbook can be, or say so of themselves.
@Suite struct FormLimitsTests {
  private static let texts = ["ع", "en", "fr"]

  private func read(
    _ survey: [[String]],
    choices: [[String]] = [],
  ) throws -> (questionnaire: Questionnaire?, faults: [String]) {
    let labels = ["label::ar", "label::en", "label::fr"]
    let workbook = Workbook([
      Workbook.Sheet("survey", rows: [["type", "name"] + labels] + survey),
      Workbook.Sheet("choices", rows: [["list_name", "name"] + labels] + choices),
      Workbook.Sheet("settings", rows: [["form_title", "form_id"], ["Form", "form"]]),
    ])
    let reading = XLSFormReading(workbook.bytes, usual: .everyKind)
    let words = try Words.english()
    return (reading.questionnaire, reading.faults.map { words.line($0, file: "f") })
  }

  private func group(_ name: String, _ rows: [[String]]) -> [[String]] {
    [["begin group", name] + Self.texts] + rows + [["end group"]]
  }

  private func question(_ name: String, _ type: String = "text") -> [String] {
    [type, name] + Self.texts
  }

  @Test(arguments: [
    "domain_9223372036854775807", "domain_9223372036854775808", "domain_-5", "domain_0",
    "domain_1000", "domain_2024",
  ])
  func countsOnWhereANameSaysANumberThatNoDomainCanHave(name: String) throws {
    let form = try read(group(name, [question("a")]) + group("other", [question("b")]))
    #expect(form.faults == [])
    #expect(form.questionnaire?.questions.map(\.number.description) == ["1.1.1", "2.1.1"])
  }

  @Test(arguments: ["theme_1_9223372036854775807", "theme_1_-1", "theme_1_0", "theme_1_1000"])
  func countsOnWhereANameSaysANumberThatNoThemeCanHave(name: String) throws {
    let themes = group(name, [question("a")]) + group("other", [question("b")])
    let form = try read(group("domain_1", themes))
    #expect(form.faults == [])
    #expect(form.questionnaire?.questions.map(\.number.description) == ["1.1.1", "1.2.1"])
  }

  @Test func tellsTheRowFromWhichOnThereIsNoNumber() throws {
    let fault = "the number does not fit; write a whole number from 1 to 999"
    let questions = try read((0..<1000).map { question("a\($0)") })
    #expect(questions.faults == ["f:survey:1001: \(fault)"])
    let domains = try read((0..<1000).flatMap { group("a\($0)", [question("q\($0)")]) })
    #expect(domains.faults.first == "f:survey:2999: \(fault)")
    let themes = try read(
      group("a", (0..<1000).flatMap { group("t\($0)", [question("q\($0)")]) })
    )
    #expect(themes.faults.first == "f:survey:3000: \(fault)")
  }

  @Test func makesNoQuestionnaireWithoutEndOfASmallForm() throws {
    let choices = (0..<2000).map { ["list", "c\($0)"] + Self.texts }
    let survey = (0..<60).map { question("a\($0)", "select_one list") }
    #expect(try read(Array(survey.prefix(50)), choices: choices).faults == [])
    let faults = try read(survey, choices: choices).faults
    #expect(
      faults.first == "f:survey:52: the questions offer more than 100000 choices together; "
        + "shorten the lists, or make two forms of it"
    )
  }

  @Test func makesNoQuestionnaireThatCouldNotBeReadAgain() throws {
    let declined = ["list", "declined"] + Self.texts
    #expect(
      try read([question("a", "select_one list")], choices: [declined]).faults
        == ["f:survey:2: there is nothing to choose from"]
    )
    let survey = [
      question("a", "select_one scale_ratification"), question("a_i1", "select_one instrument"),
      question("b,", "text"),
    ]
    let steps = ["established", "partial", "absent"].map {
      ["scale_ratification", $0] + Self.texts
    }
    let comma = [survey[0], question("a_i,", "select_one instrument")]
    #expect(try read(survey, choices: steps).faults == [])
    #expect(
      try read(comma, choices: steps).faults == [
        "f:survey:3: “a_i,” cannot be the name of a choice; use letters, digits and hyphens"
      ]
    )
  }

  @Test func tellsWhereAWorkbookIsDamaged() throws {
    let words = try Words.english()
    func line(_ bytes: [UInt8]) -> String? {
      XLSFormReading(bytes, usual: .everyKind).faults.first.map { words.line($0, file: "f.xlsx") }
    }
    #expect(line([]) == "f.xlsx: this is no workbook that can be read; save it as .xlsx")
    for (text, what) in [
      ("<a>\n<b></a>", "2:6: this part of the workbook is damaged; open the workbook in"),
      ("<a>\n<b>&x;</b></a>", "2:4: this part of the workbook is damaged; open the workbook in"),
      ("\n<!DOCTYPE a><a/>", "2:12: it declares a document type, which no workbook has; open"),
    ] {
      let entry = ZipArchive.Entry(name: "xl/workbook.xml", content: Array(text.utf8))
      let said = line(ZipArchive([entry]).bytes)
      #expect(said?.hasPrefix("f.xlsx:xl/workbook.xml:\(what)") == true, "\(said ?? "")")
    }
    let rows = Array(repeating: ["x"], count: 20_001)
    #expect(
      line(Workbook([Workbook.Sheet("survey", rows: rows)]).bytes)
        == "f.xlsx:survey:20001: no more than 20000 rows and 500 columns are read; delete what is "
        + "not needed"
    )
  }
}
