import Consultation
import Display
import TestSupport
import Testing

@Suite struct ScrolledPageTests {
  @Test func aPageUpInATextGoesBackByWhatAPageDownWentOn() throws {
    var driver = try AppDriver.cairo(language: .french, width: 60, height: 16)
    driver.press(.down, .enter, .down)
    let rows = driver.rows
    driver.press(.pageDown)
    #expect(driver.rows != rows)
    driver.press(.pageUp)
    #expect(driver.rows == rows)
  }

  @Test func aPageUpAtTheTopOfAQuestionStaysThere() throws {
    var driver = try AppDriver.cairo(width: 60, height: 16)
    driver.press(.enter)
    let rows = driver.rows
    driver.press(.pageDown)
    #expect(driver.rows != rows)
    driver.press(.pageUp, .pageUp)
    #expect(driver.rows == rows)
  }

  @Test(arguments: Language.allCases)
  func noLineOfAnIntroductionIsTooLongToRead(language: Language) throws {
    var driver = try AppDriver.cairo(language: language, width: 140, height: 45)
    for domain in 1...6 {
      driver.press(.down, .enter)
      for row in driver.rows.dropFirst(2).dropLast(3) {
        let text = row.drop { $0 == " " }
        #expect(text.count <= 76, "domain \(domain): \(text)")
      }
      driver.press(.escape)
    }
  }
}
