import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct QuestionListTests {
  private func numbers(_ sitting: Sitting) -> [String] {
    guard case .questions(let page) = sitting.app.page else { return [] }
    return sitting.app.context.questions(in: page).map { $0.question.number.description }
  }

  @Test(arguments: [(60, 16), (80, 24), (200, 60)])
  func showsEveryQuestionOnEverySize(width: Int, height: Int) throws {
    var sitting = try Sitting.sampleland(width: width, height: height)
    sitting.type("Q")
    #expect(numbers(sitting).count == sitting.app.context.asked?.numbers.count)
    #expect(sitting.rows.contains { $0.contains("98 questions") || $0.contains("questions") })
    sitting.press(.end)
    let last = try #require(numbers(sitting).last)
    #expect(sitting.rows.contains { $0.contains(last) })
  }

  @Test(arguments: [
    ("v", ["1.1.3"]), ("c", ["1.1.1", "1.1.3"]), ("e", ["1.1.1"]),
    ("h", ["1.1.1", "1.1.2", "1.1.3", "1.1.4", "2.1.2"]), ("p", ["1.1.1"]), ("cv", ["1.1.3"]),
    ("hc", ["1.1.1", "1.1.3"]), ("ep", ["1.1.1"]),
  ])
  func lettersPickQuestionsOut(keys: String, expected: [String]) throws {
    var sitting = try Sitting.sampleland()
    sitting.type("Q" + keys)
    #expect(numbers(sitting) == expected)
    #expect(sitting.rows.contains { $0.contains("\(expected.count) of ") })
    sitting.type("x")
    #expect(numbers(sitting).count == sitting.app.context.asked?.numbers.count)
  }

  @Test func openOnesAndOneDomainAndATextCombine() throws {
    var sitting = try Sitting.sampleland()
    sitting.type("Qo")
    let open = numbers(sitting)
    #expect(!open.contains("1.1.1") && open.contains("3.1.1"))
    sitting.press(.tab)
    #expect(numbers(sitting) == open.filter { $0.hasPrefix("1.") })
    sitting.press(.backTab, .backTab)
    #expect(numbers(sitting) == open.filter { $0.hasPrefix("6.") })
    sitting.type("x/health")
    sitting.press(.enter)
    #expect(numbers(sitting).contains("1.1.1"))
    #expect(sitting.rows.contains { $0.contains("“") && $0.contains("health") })
    sitting.type("o")
    #expect(!numbers(sitting).contains("1.1.1"))
  }

  @Test func whatDiffersIsNotSaidDuringAHiddenFirstRound() throws {
    var sitting = try Sitting.sampleland()
    sitting.goTo("1.1.1")
    sitting.type("pr")
    sitting.type("Qp")
    #expect(numbers(sitting).isEmpty)
    sitting.type("x")
    let row = sitting.rows.first { $0.contains("1.1.1") }
    #expect(row?.hasSuffix("p") == false)
  }

  @Test func changedIsSinceTheSignOffOfTheDomainAndElseToday() throws {
    var sitting = try Sitting.sampleland()
    sitting.type("Qy")
    #expect(numbers(sitting).count == 6, "all of it was said on the same day")
    sitting.press(.escape)
    sitting.goTo("1.7.2")
    sitting.type("ng2")
    sitting.type("Qy")
    #expect(numbers(sitting) == ["2.1.1", "2.1.2"])
    sitting.press(.escape)
    sitting.goTo("1.1.2")
    sitting.type("3Qy")
    #expect(numbers(sitting).first == "1.1.2")
  }

  @Test func enterGoesThereAndBackComesToTheSamePlace() throws {
    var sitting = try Sitting.sampleland()
    sitting.type("Qh")
    sitting.press(.down, .down, .enter)
    #expect(sitting.app.context.currentQuestion?.number == .sample("1.1.3"))
    sitting.press(.escape)
    guard case .questions(let page) = sitting.app.page else {
      Issue.record("not back at the list")
      return
    }
    #expect(page.list.selected == 2 && page.filters == [.unshared])
    sitting.press(.escape)
    if case .delegation = sitting.app.page {} else { Issue.record("not at the delegation") }
  }

  @Test(arguments: Language.allCases)
  func countsInWordsInEachLanguage(language: Language) throws {
    var sitting = try Sitting.sampleland(language: language)
    sitting.type("Qv")
    let total = sitting.app.context.asked?.numbers.count ?? 0
    let line = sitting.app.words(.questionListCount(count: 1, total: total))
    let texts = sitting.app.bodyTexts.map(\.text)
    #expect(texts.first == line)
  }

  @Test func theFacilitatorHasNoSuchList() throws {
    var sitting = try Sitting.cairo(delegation: nil)
    sitting.press(.end, .enter)
    sitting.type("Q")
    if case .questions = sitting.app.page { Issue.record("a list of whose questions?") }
    #expect(sitting.app.notice != nil)
  }
}
