import Consultation
import Phrases
import PlacedJSON
import Spreadsheets
import TestSupport
import Testing

@testable import Reports

@Suite struct AnswerTableTests {
  @Test func saysOfEachSharedAnswerWhatADataPersonNeeds() throws {
    let table = AnswerTable(
      of: ExportedSession.view(try ExportedSession.everyKind()),
      in: .everyKind,
      words: try ExportedSession.words(),
    )
    let lines = table.rows.map { row in
      zip(table.columns, row).filter { !$0.1.isEmpty && $0.0 != .questionText }
        .map { "\($0.0.rawValue)=\($0.1)" }.joined(separator: " | ")
    }
    #expect(
      lines.first == """
        delegation=QNG | delegation_name=Havenia | question=1.1.1 | domain=1 | \
        domain_title=Domain 1 | theme=1.1 | theme_title=Theme 1.1 | kind=presence | \
        value=partial | value_label=Partly | applied=partly | note=تعميم 108\nوسطر ثان | \
        note_language=ar | evidence=law: Law 34-09 (2011), Parliament, art. 3 | status=agreed | sharing=report
        """
    )
    let values = table.rows.map { row in zip(table.columns, row).first { $0.0 == .value }?.1 }
    #expect(
      values == [
        "partial", "notApplicable", "partial", "b", "x,z", "12.5", "2023-06-15",
        "=SUM(A1)\n\"two\"; lines,",
      ]
    )
  }

  @Test func hasNoRowForWhatWasNotShared() throws {
    for sharing in [Sharing.private, .room] {
      let view = ExportedSession.view(try ExportedSession.everyKind(sharing))
      let table = AnswerTable(of: view, in: .everyKind, words: try ExportedSession.words())
      #expect(table.rows == [])
    }
  }

  @Test func hasEveryQuestionOfADelegationsOwn() throws {
    let table = try ExportedSession.own(.sample)
    #expect(table.rows.map { $0[2] } == Questionnaire.everyKind.questions.map(\.number.description))
  }

  @Test func tellsWhoAnsweredOnlyWhereItIsAskedFor() throws {
    let session = try ExportedSession.everyKind()
    #expect(!(try ExportedSession.own(session).csv().contains("amina")))
    let table = try ExportedSession.own(session, hasNames: true)
    #expect(table.columns.last == .by)
    #expect(table.rows[0].last == "amina")
    #expect(table.rows[0].contains("Health: absent (not yet)"))
    #expect(table.rows[0].contains("Labour: in part"))
  }

  @Test func namesItsColumnsInPlainLetters() {
    let letters = Set("abcdefghijklmnopqrstuvwxyz_")
    for column in AnswerTable.Column.allCases {
      #expect(column.rawValue.allSatisfy(letters.contains))
      #expect(CSV.shown(column.rawValue) == column.rawValue)
    }
  }

  @Test func isDescribedColumnByColumn() throws {
    let table = try ExportedSession.own(.sample)
    let package = DataPackage(
      columns: table.columns,
      questionnaire: .everyKind,
      words: try ExportedSession.words(.arabic),
    )
    let bytes = package.json(ofFile: "mar.csv")
    #expect(DataPackage.isOne(bytes))
    #expect(!DataPackage.isOne(Array("{\"name\": \"other\"}".utf8)))
    #expect(!DataPackage.isOne(Array("no".utf8)))
    let resources = try #require(try JSONReader.read(bytes)["resources"]?.elements)
    let fields = try #require(resources[0]["schema"]?["fields"]?.elements)
    #expect(resources[0]["path"]?.string == "mar.csv")
    #expect(fields.map { $0["name"]?.string } == table.columns.map(\.rawValue))
    let ruled = fields.filter { $0["constraints"]?.members?.isEmpty == false }
    #expect(ruled.contains { $0["name"]?.string == "delegation" })
    #expect(ruled.count < fields.count { $0["constraints"] == nil })
    #expect(resources[1]["data"]?.elements?.count == 8)
  }

  @Test func becomesAWorkbookFromRightToLeftInArabicAlone() throws {
    for language in Language.allCases {
      let words = try ExportedSession.words(language)
      let table = try ExportedSession.own(try ExportedSession.everyKind())
      let workbook = AnswerWorkbook.workbook(
        table,
        title: "Kingdom of Havenia",
        in: .everyKind,
        words: words,
      )
      let read = try Workbook(reading: workbook.bytes)
      #expect(read.sheets.map(\.isRightToLeft) == [1, 2, 3].map { _ in language == .arabic })
      #expect(Set(read.sheets.map(\.name)).count == 3)
      #expect(read.sheets[0].rows.count == 9)
      #expect(read.sheets[1].rows.count == 9)
      #expect(read.sheets[0].rows[0].allSatisfy { !$0.isEmpty && !$0.contains("export") })
      #expect(read.sheets[0].rows[8].contains("=SUM(A1)\n\"two\"; lines,"))
    }
  }
}
