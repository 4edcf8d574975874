import Display
import TestSupport
import Testing

@Suite struct HelpTests {
  @Test func anEmptyLineStandsAboveEachPartOfTheHelp() throws {
    var driver = try AppDriver.cairo(width: 140, height: 120)
    driver.press(.enter)
    driver.type("?")
    let rows = driver.rows.map { $0.filter { $0 != "│" && $0 != " " } }
    for heading in ["Lists and introductions", "On other pages", "Writing a text"] {
      let row = try #require(
        driver.rows.firstIndex { $0.contains("│ \(heading)  ") },
        "\(heading)",
      )
      #expect(rows[row - 1].isEmpty, "\(heading)")
    }
  }
}
