import Consultation
import TestSupport
import Testing

@testable import Screens

@Suite struct PlainDialogueTests {
  private func dialogue(_ language: Language = .english) throws -> PlainDialogue {
    PlainDialogue(try AppDriver(.sample, of: .everyKind, language: language).app)
  }

  /// What the dialogue asks to be kept when these lines are typed.
  private func typing(_ lines: String..., in dialogue: inout PlainDialogue) -> [Effect] {
    lines.enumerated().flatMap { number, line in
      dialogue.take(line: line, at: Moment(at: Timestamp(milliseconds: 0), id: "\(number)"))
    }
  }

  @Test func aLineIsTheKeyOfThatName() throws {
    var dialogue = try dialogue()
    _ = typing("", "2", "n", "F2", in: &dialogue)
    #expect(dialogue.app.session.answered("1.1.1").value == .step(.partial))
    #expect(dialogue.app.context.currentQuestion?.number == .sample("1.1.2"))
    #expect(dialogue.app.language == .french)
  }

  @Test func aTextIsOneLineAndNoLineLeavesItAsItWas() throws {
    var dialogue = try dialogue()
    _ = typing("", "c", "A first note", "c", "Another", "c", "", in: &dialogue)
    #expect(dialogue.app.session.answered("1.1.1").note?.original == "Another")
    #expect(dialogue.app.overlay == nil)
  }

  @Test func aNumberOpensThatEntryOfAList() throws {
    var dialogue = try dialogue()
    _ = typing("3", in: &dialogue)
    #expect(dialogue.lines[1].contains("Domain 2"))
  }

  @Test func aNumberOpensNothingWhereThereIsNoList() throws {
    var driver = try AppDriver(.sample, of: .everyKind, language: .english)
    let last = try #require(driver.app.context.asked?.numbers.last)
    driver.goTo(last.description)
    driver.type("nn")
    var dialogue = PlainDialogue(driver.app)
    let end = driver.app.page
    guard case .end = end else {
      Issue.record("not at the end")
      return
    }
    _ = typing("1", in: &dialogue)
    #expect(dialogue.app.page == end)
  }

  @Test func saysWhatTheScreenSaysInTheOrderOfReading() throws {
    var dialogue = try dialogue(.arabic)
    _ = typing("", "1", in: &dialogue)
    #expect(dialogue.lines.contains { $0.contains("Question 1.1.1? ع") })
    #expect(dialogue.lines.contains { $0.hasPrefix("1  ●  In place ع") })
  }

  @Test func leavesFromTheFirstPage() throws {
    var dialogue = try dialogue()
    #expect(typing("q", "q", in: &dialogue).last == .leave)
  }
}
