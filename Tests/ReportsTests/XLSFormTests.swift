import Consultation
import Phrases
import Spreadsheets
import TestSupport
import Testing

@testable import Reports

@Suite struct XLSFormTests {
  private func form(_ questionnaire: Questionnaire) throws -> Workbook {
    XLSForm(questionnaire, in: try Words.catalogues()).workbook
  }

  private func faults(
    _ change: (inout Workbook) -> Void
  ) throws -> [String] {
    var workbook = try form(.everyKind)
    change(&workbook)
    let words = try Words.english()
    let reading = XLSFormReading(workbook.bytes, usual: .everyKind)
    #expect((reading.questionnaire == nil) == !reading.faults.isEmpty)
    return reading.faults.map { words.line($0, file: "f.xlsx") }
  }

  @Test func comesBackAsTheSameQuestionnaire() throws {
    for questionnaire in [.everyKind] + (try Words.shippedQuestionnaires()) {
      let bytes = try form(questionnaire).bytes
      let reading = XLSFormReading(bytes, usual: .everyKind)
      #expect(reading.faults == [])
      #expect(reading.questionnaire == questionnaire)
    }
  }

  @Test func leavesNoTextBlankThatAPersonReads() throws {
    for questionnaire in try Words.shippedQuestionnaires() {
      let workbook = try form(questionnaire)
      for name in ["survey", "choices"] {
        let rows = try #require(workbook[name]?.rows)
        let labels = rows[0].indices.filter { rows[0][$0].hasPrefix("label::") }
        #expect(labels.count == 3)
        for row in rows.dropFirst() where row[0] != "end group" {
          #expect(labels.allSatisfy { !row[$0].isEmpty }, "\(name): \(row[1])")
        }
      }
    }
  }

  @Test func asksALocalAuthorityAfterItsOwnContext() throws {
    for questionnaire in try Words.shippedQuestionnaires() {
      let survey = try #require(try form(questionnaire)["survey"]?.rows)
      let note = try #require(survey.first { $0[1] == "q_1_1_1_note" })
      for (language, label) in zip(Language.allCases, note[2...]) {
        let words = try Words.shipped(language, about: questionnaire.respondent)
        #expect(label == words(.contextTitle))
        #expect(StateWords.found(in: label, language).isEmpty == (questionnaire.level == .local))
      }
    }
  }

  @Test func offersNotToAnswerWhereOneIsChosen() throws {
    let choices = try #require(try form(.everyKind)["choices"]?.rows)
    for list in ["scale_presence", "scale_ratification", "q_1_2_2"] {
      let codes = choices.filter { $0[0] == list }.map { $0[1] }
      #expect(codes.suffix(2) == ["notApplicable", "declined"], "\(list)")
    }
    #expect(!choices.contains { $0[0] == "scale_access" })
  }

  static let conditions: [(Condition, String)] = [
    (.isAny(.sample("1.1.1"), of: ["a"]), "selected(${q_1_1_1}, 'a')"),
    (
      .isAny(.sample("1.1.1"), of: ["a", "b"]),
      "selected(${q_1_1_1}, 'a') or selected(${q_1_1_1}, 'b')",
    ),
    (.isNone(.sample("1.1.1"), of: ["a"]), "not(selected(${q_1_1_1}, 'a'))"),
    (.not(.isAny(.sample("1.1.1"), of: ["a"])), "not((selected(${q_1_1_1}, 'a')))"),
    (
      .all([
        .isAny(.sample("1.1.1"), of: ["a"]),
        .any([.isAny(.sample("1.1.1"), of: ["b"]), .isNone(.sample("1.1.2"), of: ["c", "d"])]),
      ]),
      "(selected(${q_1_1_1}, 'a')) and ((selected(${q_1_1_1}, 'b')) or "
        + "(not(selected(${q_1_1_2}, 'c') or selected(${q_1_1_2}, 'd'))))",
    ),
  ]

  private func read(_ text: String) throws -> Condition {
    try RelevanceReading.condition(text) { name in
      QuestionNumber(name.dropFirst(2).replacing("_", with: "."))
    }
  }

  @Test(arguments: conditions)
  func saysAConditionSoThatItComesBack(condition: Condition, text: String) throws {
    #expect(Relevance.text(condition) == text)
    #expect(try read(text) == condition)
  }

  @Test func understandsHowOthersWriteConditions() throws {
    let (one, other) = (QuestionNumber.sample("1.1.1"), QuestionNumber.sample("1.1.2"))
    #expect(try read("${q_1_1_1}='y'") == .isAny(one, of: ["y"]))
    #expect(try read(" ${ q_1_1_1 } != \"y\" ") == .isNone(one, of: ["y"]))
    #expect(
      try read("${q_1_1_1}='y' or ${q_1_1_2}='z' and ${q_1_1_1}='x'")
        == .any([
          .isAny(one, of: ["y"]), .all([.isAny(other, of: ["z"]), .isAny(one, of: ["x"])]),
        ])
    )
    for text in [
      "", "1", "${q_1_1_1} > 3", "selected(${q_1_1_1})", "${q_1_1_1}='y", "(${q_1_1_1}='y'",
      "${q_1_1_1}='y' or", "not ${q_1_1_1}='y'", "true()", "${q_1_1_1}='y' ${q_1_1_1}='y'",
      String(repeating: "(", count: 10_000),
    ] {
      #expect(throws: RelevanceReading.Failure.notUnderstood) { try read(text) }
    }
    #expect(throws: RelevanceReading.Failure.unknownName("age")) { try read("${age}='y'") }
  }

  /// The survey's rows: notice 2, domain 3, introduction 4, theme 5, question 1.1.1 6, applied 7,
  /// note 8, question 1.1.2 9.
  @Test func tellsTheSheetAndRowOfEveryFault() throws {
    #expect(
      try faults { $0.sheets[0].rows[5][0] = "geopoint" } == [
        "f.xlsx:survey:6: the type “geopoint” has no place in a questionnaire; use select_one, "
          + "select_multiple, integer, decimal, date, text or note",
        "f.xlsx:survey:9: it names “q_1_1_1”, which is not a question before it; put that "
          + "question first",
      ]
    )
    #expect(
      try faults { $0.sheets[0].rows[5][0] = "select_one nolist" }.first
        == "f.xlsx:survey:6: there is no list “nolist” in the sheet choices; add it there"
    )
    #expect(
      try faults { $0.sheets[0].rows[5][2] = "" }.first
        == "f.xlsx:survey:6: the Arabic text is missing"
    )
    #expect(
      try faults { $0.sheets[0].rows[8][11] = "count(3)" } == [
        "f.xlsx:survey:9: “count(3)” is not understood as a condition; use "
          + "selected(${q_1_2_3}, 'code') with and, or, not"
      ]
    )
    #expect(
      try faults { $0.sheets[0].rows[8][1] = "q_1_1_1" }.first
        == "f.xlsx:survey:9: the name “q_1_1_1” is used twice; give one of the two another"
    )
    #expect(
      try faults { $0.sheets[0].rows.removeLast() }
        .contains { $0.hasSuffix("the group is not closed; add “end group”") }
    )
    #expect(
      try faults { $0.sheets[0].rows.append(["end group"]) }
        .allSatisfy { $0.hasSuffix("no group is open here; take this “end group” out") }
    )
    #expect(
      try faults { $0.sheets[1].rows[1][1] = "a b" }.first?
        .hasPrefix("f.xlsx:choices:2: “a b” cannot be the name of a choice") == true
    )
    #expect(
      try faults { $0.sheets.removeFirst() }
        == ["f.xlsx: the sheet “survey” is missing; an XLSForm has it"]
    )
  }

  @Test func makesAQuestionnaireOfAFormOfOthers() throws {
    func texts(_ text: String) -> [String] { [text + " ع", text, text + " fr"] }
    let head = ["Arabic", "English (en)", "fr"].map { "label::\($0)" }
    let workbook = Workbook([
      Workbook.Sheet(
        "survey",
        rows: [
          ["type", "name"] + head + ["relevant", "required"], ["start", "start"],
          ["begin_group", "rights"] + texts("Rights"),
          ["select_one yesno", "health"] + texts("Health?") + ["", "yes"],
          ["select_multiple services", "which"] + texts("Which?") + ["${health} = 'yes'"],
          ["end_group"], ["begin group", "data"] + texts("Data"),
          ["integer", "count"] + texts("How many?"), ["end group"],
        ],
      ),
      Workbook.Sheet(
        "choices",
        rows: [["list name", "name"] + head]
          + ["yes", "no"].map { ["yesno", $0] + texts($0) }
          + ["a", "b"].map { ["services", $0] + texts($0) },
      ),
      Workbook.Sheet("settings", rows: [["form_title", "form_id"], ["My form", "mine"]]),
    ])
    let reading = XLSFormReading(workbook.bytes, usual: .everyKind)
    #expect(reading.faults == [])
    let questionnaire = try #require(reading.questionnaire)
    #expect(questionnaire.identity == Questionnaire.Identity(id: "mine", version: "1"))
    #expect(questionnaire.domains.map { $0.title[.english] } == ["Rights", "Data"])
    #expect(questionnaire.questions.map(\.number.description) == ["1.1.1", "1.1.2", "2.1.1"])
    #expect(questionnaire.questions.map(\.kind.code) == ["oneOf", "severalOf", "number"])
    #expect(
      questionnaire.questions[1].condition == .isAny(.sample("1.1.1"), of: ["yes"])
    )
    #expect(questionnaire.faults() == [])
  }

  @Test func survivesAnyDamage() throws {
    var mutations = Mutations(seed: 5)
    let bytes = try form(.everyKind).bytes
    for _ in 0..<LongRuns.count(100, long: 5000) {
      let reading = XLSFormReading(mutations.mutated(bytes), usual: .everyKind)
      #expect((reading.questionnaire == nil) == !reading.faults.isEmpty)
    }
  }
}
