import Testing

@testable import Spreadsheets

@Suite struct CSVTableTests {
  private func rows(_ text: String) throws -> [[String]] {
    try CSVTable(Array(text.utf8)).rows.map { $0.map(\.text) }
  }

  @Test(arguments: [
    "a,b\r\n1,2\r\n", "a,b\n1,2", "a,b\r1,2\r", "\u{FEFF}a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n",
    "\"a\",\"b\"\n\n1,\"2\"\n\n", "\"a\";b\r\n\r\n1;2",
  ])
  func readsTheSameRowsHoweverTheyAreWritten(text: String) throws {
    #expect(try rows(text) == [["a", "b"], ["1", "2"]])
  }

  @Test func keepsQuotesSeparatorsAndLinesWithinACell() throws {
    #expect(
      try rows("a,b\n\"say \"\"x\"\"\",\"one,\r\ntwo;\"\n,ع\n")
        == [["a", "b"], ["say \"x\"", "one,\ntwo;"], ["", "ع"]]
    )
  }

  @Test func tellsWhereEachCellBegins() throws {
    let table = try CSVTable(Array("a,b\n\"x\ny\",ع\nz,".utf8))
    let places = table.rows.map { $0.map { "\($0.line):\($0.column)" } }
    #expect(places == [["1:1", "1:3"], ["2:1", "3:4"], ["4:1", "4:3"]])
  }

  static let faults: [(text: String, what: CSVTable.Failure.What, line: Int, column: Int)] = [
    ("a,b\n1,\"2\n", .quoteNotClosed, 2, 3), ("a,b\n\"1\"x,2", .textAfterQuote, 2, 4),
    ("a,b\n1,2\n1,x\"y\"\n", .quoteInCell, 3, 4),
  ]

  @Test(arguments: faults)
  func refusesWhatTwoReadersCouldReadDifferently(
    text: String,
    what: CSVTable.Failure.What,
    line: Int,
    column: Int,
  ) {
    #expect(throws: CSVTable.Failure(what: what, line: line, column: column)) {
      try CSVTable(Array(text.utf8))
    }
  }

  @Test func refusesWhatIsNotUTF8() {
    #expect(throws: CSVTable.Failure(what: .notUTF8, line: 1, column: 1)) {
      try CSVTable([0x61, 0x2C, 0xC7, 0xE1])
    }
  }
}
