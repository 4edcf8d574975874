import TestSupport
import Testing

@testable import Screens

@Suite struct FootTests {
  @Test func aNoticeIsOnTheLineOfTheLanguagesAsLongAsTwoCellsAreFreeBeforeThem() throws {
    var app = try AppDriver.cairo().app
    var longest = ""
    for length in 1..<80 {
      app.notice = String(repeating: "n", count: length)
      let row = app.view().rows[22]
      if row.hasSuffix("FR") { longest = row }
    }
    #expect(longest.contains("n  ") && !longest.contains("n   "), "\(longest)")
  }
}
