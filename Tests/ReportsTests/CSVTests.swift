import Reports
import TestSupport
import Testing

@Suite struct CSVTests {
  @Test func quotesWhatWouldEndACell() {
    let text = CSV.text([["a", "b,c", "say \"x\""], ["line\r\nend", "", "ع; d", " e"]])
    #expect(
      text == "a,\"b,c\",\"say \"\"x\"\"\"\r\n\"line\nend\",,\"ع; d\",\" e\"\r\n"
    )
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1+1", "'+1+1"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "' =1"), ("\r=1", "\"'\n=1\""), ("＝1", "'＝1"), ("-", "'-"), ("+", "'+"),
    ("=", "'="), ("-1,5,2", "\"'-1,5,2\""), ("-1e5", "'-1e5"), ("+212 600", "'+212 600"),
    ("--1", "'--1"), ("-٣", "'-٣"), ("-1.", "'-1."),
    ("\u{B}=1", "\"'\n=1\""), ("\u{C}=1", "\"'\n=1\""), ("\u{85}=1", "\"'\n=1\""),
    ("\u{2028}=1", "\"'\n=1\""), ("\u{2029}+1", "\"'\n+1\""), ("\u{A0}=1", "'\u{A0}=1"),
    (" \u{200B}@x", "' \u{200B}@x"), ("\u{FEFF}=1", "'\u{FEFF}=1"), ("\u{200E}-x", "'\u{200E}-x"),
    ("\u{3000}＝1", "'\u{3000}＝1"), (" \u{B}=1", "\"' \n=1\""), ("\r\n=1", "\"'\n=1\""),
    ("＋1", "'＋1"), ("－5", "'－5"), ("＠SUM(A1)", "'＠SUM(A1)"), ("\u{A0}＠x", "'\u{A0}＠x"),
    ("-5", "-5"), ("+3.5", "+3.5"), ("-1,5", "\"-1,5\""), ("12", "12"), ("a=b", "a=b"),
    ("", ""),
  ])
  func letsASpreadsheetCalculateNothing(cell: String, written: String) {
    #expect(CSV.text([[cell]]) == written + "\r\n")
  }

  @Test func makesVisibleWhatCommandsATerminal() {
    #expect(CSV.text([["\u{1B}[2J", "\u{202E}x"]]) == "␛[2J,\u{FFFD}x\r\n")
  }

  @Test func beginsWithAByteOrderMarkWhereAsked() {
    #expect(CSV.text([["ع"]], hasByteOrderMark: true) == "\u{FEFF}ع\r\n")
    #expect(CSV.text([]) == "")
  }

  @Test(.enabled(if: Tool.python.isInstalled, "python3 is not installed"))
  func isReadByAnotherProgramAsItWas() throws {
    let rows = [Documents.hostile, ["a", "b\n\"c\"", "d,e", ",", "\"", "\"\"", ";"]]
    let script = """
      import csv, io, sys
      text = sys.stdin.buffer.read().decode()
      rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
      print([len(row) for row in rows], rows[1])
      """
    let outcome = try Tool.python.run(["-c", script], input: CSV.text(rows))
    let second = #"['a', 'b\n"c"', 'd,e', ',', '"', '""', ';']"#
    #expect(outcome.output == "[\(Documents.hostile.count), 7] \(second)\n")
  }
}
