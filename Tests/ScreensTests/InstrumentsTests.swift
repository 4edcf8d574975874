import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct InstrumentsTests {
  /// States the first so many of the seven instruments of 1.7.1 as ratified.
  private func stating(_ count: Int, language: Language = .english) throws -> Sitting {
    var sitting = try Sitting.cairo(language: language)
    sitting.goTo("1.7.1")
    sitting.type("i")
    for _ in 0..<count {
      sitting.press(.enter)
      sitting.type("1")
      sitting.press(.down)
    }
    return sitting
  }

  @Test func oneInstrumentOfSevenLeavesTheQuestionOpen() throws {
    var sitting = try stating(1)
    #expect(sitting.answer("1.7.1").isOpen)
    #expect(sitting.answer("1.7.1").instruments.count == 1)
    sitting.press(.escape)
    #expect(sitting.rows.contains { $0.contains("1 of 7 answered") })
    #expect(!sitting.rows.contains { $0.contains("Proposal") })
    sitting.type("=")
    #expect(sitting.answer("1.7.1").isOpen)
    #expect(sitting.app.notice?.contains("No answer is proposed here") == true)
    let delegation = try #require(sitting.app.context.delegation)
    #expect(Progress(over: [.sample("1.7.1")], of: delegation).open == 1)
  }

  @Test(arguments: Language.allCases)
  func allOfThemProposeAnAnswerThatOneKeyTakesOver(language: Language) throws {
    var sitting = try stating(7, language: language)
    #expect(sitting.answer("1.7.1").isOpen)
    sitting.press(.escape)
    let label = sitting.app.words(.labelProposal)
    #expect(sitting.app.bodyTexts.contains { $0.text.contains(label) })
    sitting.type("=")
    #expect(sitting.answer("1.7.1").value == .step(.established))
    #expect(!sitting.app.bodyTexts.contains { $0.text.contains(label) })
    sitting.type("u")
    #expect(sitting.answer("1.7.1").isOpen)
  }

  @Test func theListOfInstrumentsOffersTheProposalAsItsLastEntry() throws {
    var sitting = try stating(7)
    sitting.press(.end)
    #expect(sitting.rows.contains { $0.contains("Take over as the answer") })
    sitting.press(.enter)
    #expect(sitting.answer("1.7.1").value == .step(.established))
  }

  @Test func anotherAnswerThanTheProposedOneCanBeChosen() throws {
    var sitting = try stating(7)
    sitting.press(.escape)
    sitting.type("2")
    #expect(sitting.answer("1.7.1").value == .step(.partial))
  }
}
