import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct InstrumentsTests {
  /// States the first so many of the seven instruments of 1.7.1 as ratified.
  private func stating(_ count: Int, language: Language = .english) throws -> AppDriver {
    var driver = try AppDriver.cairo(language: language)
    driver.goTo("1.7.1")
    driver.type("i")
    for _ in 0..<count {
      driver.press(.enter)
      driver.type("1")
      driver.press(.down)
    }
    return driver
  }

  @Test func oneInstrumentOfSevenLeavesTheQuestionOpen() throws {
    var driver = try stating(1)
    #expect(driver.answer("1.7.1").isOpen)
    #expect(driver.answer("1.7.1").instruments.count == 1)
    driver.press(.escape)
    #expect(driver.rows.contains { $0.contains("1 of 7 answered") })
    #expect(!driver.rows.contains { $0.contains("Proposal") })
    driver.type("=")
    #expect(driver.answer("1.7.1").isOpen)
    #expect(driver.app.notice?.contains("No answer is proposed here") == true)
    let delegation = try #require(driver.app.context.delegation)
    #expect(Progress(over: [.sample("1.7.1")], of: delegation).open == 1)
  }

  @Test(arguments: Language.allCases)
  func allOfThemProposeAnAnswerThatOneKeyTakesOver(language: Language) throws {
    var driver = try stating(7, language: language)
    #expect(driver.answer("1.7.1").isOpen)
    driver.press(.escape)
    let label = driver.app.words(.labelProposal)
    #expect(driver.app.bodyTexts.contains { $0.text.contains(label) })
    driver.type("=")
    #expect(driver.answer("1.7.1").value == .step(.established))
    #expect(!driver.app.bodyTexts.contains { $0.text.contains(label) })
    driver.type("u")
    #expect(driver.answer("1.7.1").isOpen)
  }

  @Test func theListOfInstrumentsOffersTheProposalAsItsLastEntry() throws {
    var driver = try stating(7)
    driver.press(.end)
    #expect(driver.rows.contains { $0.contains("Take over as the answer") })
    driver.press(.enter)
    #expect(driver.answer("1.7.1").value == .step(.established))
  }

  @Test func anotherAnswerThanTheProposedOneCanBeChosen() throws {
    var driver = try stating(7)
    driver.press(.escape)
    driver.type("2")
    #expect(driver.answer("1.7.1").value == .step(.partial))
  }
}
