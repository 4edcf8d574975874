import Consultation
import Phrases
import TestSupport
import Testing

@testable import Reports

@Suite struct AnswerImportTests {
  private func imported(
    _ text: String,
    into session: Session = .sample,
  ) throws -> AnswerImport {
    var count = 0
    return AnswerImport(
      Array(text.utf8),
      into: session,
      in: .everyKind,
      words: try ExportedSession.words(),
    ) {
      count += 1
      return Change.Stamp(
        id: "import-\(count)",
        at: Timestamp(milliseconds: 1_686_900_000_000),
        by: "omar",
      )
    }
  }

  private func faults(_ text: String, into session: Session = .sample) throws -> [String] {
    let words = try ExportedSession.words()
    return try imported(text, into: session).faults.map { words.line($0, file: "a.csv") }
  }

  private func after(_ answers: AnswerImport, in session: Session) -> Session {
    var session = session
    for change in answers.lines.flatMap(\.changes) { session.apply(change) }
    return session
  }

  @Test func changesNothingWhereNothingWasChanged() throws {
    let session = try ExportedSession.everyKind()
    for language in Language.allCases {
      let table = AnswerTable(
        of: try #require(session.delegations[.havenia]),
        in: .everyKind,
        words: try ExportedSession.words(language),
        hasNames: true,
      )
      for text in [table.csv(), table.csv(hasByteOrderMark: true)] {
        let answers = try imported(text, into: session)
        #expect(answers.faults == [])
        #expect(answers.lines.map(\.changes) == [])
      }
    }
  }

  @Test func bringsEveryKindOfAnswerIntoAnotherCopy() throws {
    let session = try ExportedSession.everyKind()
    let columns: Set<AnswerTable.Column> = [.evidence, .sharing, .positions, .reservations]
    let table = try ExportedSession.own(session)
    let kept = table.columns.indices.filter { !columns.contains(table.columns[$0]) }
    let rows = ([table.columns.map(\.rawValue)] + table.rows).map { row in kept.map { row[$0] } }
    let answers = try imported(CSV.text(rows))
    #expect(answers.faults == [])
    let copy = after(answers, in: .sample)
    for question in Questionnaire.everyKind.questions {
      let (here, there) = (
        session.answered(question.number.description),
        copy.answered(question.number.description),
      )
      #expect(here.value == there.value, "\(question.number)")
      #expect(here.instruments == there.instruments)
      #expect(here.applied == there.applied)
      #expect(here.note?.original == there.note?.original)
      #expect(here.status == there.status)
      #expect(there.sharing == .private)
    }
  }

  @Test func takesWhatASpreadsheetSaves() throws {
    let text = "\u{FEFF}Delegation;Question;Value;Note\r\nQNG; 1.1.1 ;partial;\"one\r\ntwo\"\r\n"
    let answers = try imported(text)
    #expect(answers.faults == [])
    let session = after(answers, in: .sample)
    #expect(session.answered("1.1.1").value == .step(.partial))
    #expect(session.answered("1.1.1").note == TranslatedText("one\ntwo", language: .english))
    #expect(session.history.map(\.stamp.by) == ["omar", "omar"])
  }

  @Test func neverTakesAnAnswerBack() throws {
    let session = try ExportedSession.everyKind()
    let answers = try imported("delegation,question,value,note\nQNG,1.1.1,,\n", into: session)
    #expect(answers.lines.isEmpty && answers.faults.isEmpty)
  }

  @Test func anAgreedAnswerWithAnotherValueIsADraftAgain() throws {
    let session = try ExportedSession.everyKind()
    let text = "delegation,question,value,status\nQNG,1.1.1,established,agreed\n"
    let copy = after(try imported(text, into: session), in: session)
    #expect(copy.answered("1.1.1").status == .draft)
  }

  static let faultyRows: [(row: String, fault: String)] = [
    (
      "XXX,1.1.1,partial,,,",
      "a.csv:2:1: there is no delegation “XXX” in the session; use QNG, QND",
    ),
    (
      "QNG,9.9.9,partial,,,",
      "a.csv:2:5: the questionnaire has no question “9.9.9”; “majlis questionnaire show” lists "
        + "them",
    ),
    (
      "QNG,1.1.1,often,,,",
      "a.csv:2:11: “often” is not known here; use established, partial, absent, notApplicable, "
        + "declined",
    ),
    (
      "QNG,1.2.2,c,,,",
      "a.csv:2:11: “c” is not known here; use a, b, notApplicable, declined",
    ),
    (
      "QNG,2.1.2,many,,,",
      "a.csv:2:11: “many” is not a number; write it with digits and a point, such as 12.5",
    ),
    ("QNG,2.1.3,15/6/23,,,", "a.csv:2:11: “15/6/23” is not a day; write it as 2023-06-15"),
    (
      "QNG,1.1.1,partial,agreed,,",
      "a.csv:2:19: An agreed answer needs evidence (e) or a note that states the reason (c).",
    ),
    (
      "QNG,1.1.1,partial,done,,",
      "a.csv:2:19: “done” is not known here; use draft, agreed, toVerify",
    ),
    (
      "QNG,1.1.1,partial,,report,",
      "a.csv:2:20: “sharing” is not changed by an import; leave the cell as it was exported, or "
        + "take the column out and make the change in Majlis",
    ),
    (
      "QNG,1.2.1,,,,CRC=yes",
      "a.csv:2:14: “CRC=yes” does not name an instrument of the question and how far it is; "
        + "write it as CRC=established",
    ),
    (
      "QNG,1.2.1,,,,CRC=partial;CRC=absent",
      "a.csv:2:14: “CRC=absent” names an instrument that the cell has named already; name it once",
    ),
    (",1.1.1,partial,,,", "a.csv:2:1: the cell of the column “delegation” is empty; fill it in"),
    (
      "QNG,1.1.1,partial",
      "a.csv:2:1: the row has 3 cells and the header 6; give both the same number",
    ),
    (
      "QNG,1.1.1,partial,,,\nQNG,1.1.1,absent,,,",
      "a.csv:3:5: line 2 says the same already; keep one of the two",
    ),
    (
      "QNG,1.1.1,\"partial,,,",
      "a.csv:2:11: a quotation mark opens here and is not closed; close it, or save the file as "
        + "CSV again",
    ),
  ]

  @Test(arguments: faultyRows)
  func tellsWhereWhatAndWhatToDo(row: String, fault: String) throws {
    let head = "delegation,question,value,status,sharing,instruments\n"
    #expect(try faults(head + row) == [fault])
  }

  @Test func tellsWhatIsWrongWithTheHead() throws {
    let missing = try faults("delegation,value\nQNG,partial\n")
    #expect(missing == ["a.csv:1:1: the column “question” is missing; add it"])
    let unknown = try faults("delegation,question,vallue\nQNG,1.1.1,partial\n")
    #expect(unknown.count == 1)
    #expect(unknown[0].hasPrefix("a.csv:1:21: the column “vallue” is not known here; use deleg"))
    let twice = try faults("delegation,question,value,value\nQNG,1.1.1,partial,absent\n")
    #expect(twice == ["a.csv:1:27: there are two columns “value”; keep one of them"])
    let none = try faults("delegation,question\n")
    #expect(none == ["a.csv:1:1: there is no row in it beside the head; add one"])
  }

  @Test func tellsAllFaultsAtOnceInTheirOrder() throws {
    let lines = try faults("delegation,question,value\nXXX,1,a\nQNG,1.1.1,a\nQNG,1.1.2,partial\n")
    #expect(lines.map { $0.prefix(9) } == ["a.csv:2:1", "a.csv:3:1"])
  }
}
