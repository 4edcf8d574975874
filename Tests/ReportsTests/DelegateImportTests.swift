import Consultation
import Phrases
import TestSupport
import Testing

@testable import Reports

@Suite struct DelegateImportTests {
  private let table = """
    delegation,name,institution,role,mode
    QNG,أحمد,وزارة الداخلية,head,inPerson
    QNG,Leïla,Ministère de la Santé,,online
    """

  private func imported(_ text: String, into session: Session = .sample) -> DelegateImport {
    var count = session.history.count
    return DelegateImport(Array(text.utf8), into: session) {
      count += 1
      return Change.Stamp(
        id: "import-\(count)",
        at: Timestamp(milliseconds: Int64(count)),
        by: "f",
        role: .facilitator,
      )
    }
  }

  private func after(_ text: String, in session: Session) -> Session {
    var session = session
    for change in imported(text, into: session).changes { session.apply(change) }
    return session
  }

  @Test func bringsPeopleToTheirTables() {
    let delegates = after(table, in: .sample).delegations[.havenia]?.delegates ?? []
    #expect(delegates.map(\.name) == ["أحمد", "Leïla"])
    #expect(delegates.map(\.institution) == ["وزارة الداخلية", "Ministère de la Santé"])
    #expect(delegates.map(\.role) == ["head", ""])
    #expect(delegates.map(\.isOnline) == [false, true])
  }

  @Test func addsNobodyTwice() {
    let once = after(table, in: .sample)
    #expect(imported(table, into: once).changes == [])
    // Another way to write the same name is the same person.
    let again = after(
      "delegation,name,institution\nQNG,احمد,وزارة الداخلية\n",
      in: once,
    )
    #expect(again.delegations[.havenia]?.delegates.count == 2)
  }

  @Test func givesTheSamePersonTheSameIdentifierInEveryCopy() {
    let (one, other) = (imported(table), imported(table))
    #expect(one.changes.map(\.what) == other.changes.map(\.what))
    #expect(Set(one.changes.map(\.what).map { "\($0)" }).count == 2)
  }

  @Test func leavesOutAndTellsWhatIsWrong() throws {
    let words = try ExportedSession.words()
    let result = imported(
      table + "\nXXX,A,B,,\nQNG,,B,,\nQNG,A,B,,hybrid\nQNG,Leila,ministere de la sante,,\n"
    )
    #expect(result.changes.count == 2)
    #expect(
      result.faults.map { words.line($0, file: "d.csv") } == [
        "d.csv:4:1: there is no delegation “XXX” in the session; use QNG, QND",
        "d.csv:5:5: the cell of the column “name” is empty; fill it in",
        "d.csv:6:10: “hybrid” is not known here; use inPerson, online",
        "d.csv:7:5: line 3 says the same already; keep one of the two",
      ]
    )
  }
}
