import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct QuestionListTests {
  private func numbers(_ driver: AppDriver) -> [String] {
    guard case .questions(let page) = driver.app.page else { return [] }
    return driver.app.context.questions(in: page).map { $0.question.number.description }
  }

  @Test(arguments: [(60, 16), (80, 24), (200, 60)])
  func showsEveryQuestionOnEverySize(width: Int, height: Int) throws {
    var driver = try AppDriver.sampleland(width: width, height: height)
    driver.type("Q")
    #expect(numbers(driver).count == driver.app.context.asked?.numbers.count)
    #expect(driver.rows.contains { $0.contains("98 questions") || $0.contains("questions") })
    driver.press(.end)
    let last = try #require(numbers(driver).last)
    #expect(driver.rows.contains { $0.contains(last) })
  }

  @Test(arguments: [
    ("v", ["1.1.3"]), ("c", ["1.1.1", "1.1.3"]), ("e", ["1.1.1"]),
    ("h", ["1.1.1", "1.1.2", "1.1.3", "1.1.4", "2.1.2"]), ("p", ["1.1.1"]), ("cv", ["1.1.3"]),
    ("hc", ["1.1.1", "1.1.3"]), ("ep", ["1.1.1"]),
  ])
  func lettersPickQuestionsOut(keys: String, expected: [String]) throws {
    var driver = try AppDriver.sampleland()
    driver.type("Q" + keys)
    #expect(numbers(driver) == expected)
    #expect(driver.rows.contains { $0.contains("\(expected.count) of ") })
    driver.type("x")
    #expect(numbers(driver).count == driver.app.context.asked?.numbers.count)
  }

  @Test func openOnesAndOneDomainAndATextCombine() throws {
    var driver = try AppDriver.sampleland()
    driver.type("Qo")
    let open = numbers(driver)
    #expect(!open.contains("1.1.1") && open.contains("3.1.1"))
    driver.press(.tab)
    #expect(numbers(driver) == open.filter { $0.hasPrefix("1.") })
    driver.press(.backTab, .backTab)
    #expect(numbers(driver) == open.filter { $0.hasPrefix("6.") })
    driver.type("x/health")
    driver.press(.enter)
    #expect(numbers(driver).contains("1.1.1"))
    #expect(driver.rows.contains { $0.contains("“") && $0.contains("health") })
    driver.type("o")
    #expect(!numbers(driver).contains("1.1.1"))
  }

  @Test func theBeginningOfANumberPicksItsQuestionsOut() throws {
    var driver = try AppDriver.sampleland()
    driver.type("Q/2.1")
    driver.press(.enter)
    #expect(numbers(driver).contains("2.1.1"))
    #expect(numbers(driver).allSatisfy { $0.hasPrefix("2.1") })
  }

  @Test func aQuestionTakesOneLineHoweverLongItIs() throws {
    var driver = try AppDriver.sampleland(width: 60, height: 24)
    driver.type("Q")
    let rows = driver.rows
    let first = try #require(rows.firstIndex { $0.contains("1.1.1") })
    for (index, number) in numbers(driver).prefix(5).enumerated() {
      #expect(rows[first + index].contains(number))
    }
  }

  @Test func whereNoLaterQuestionIsShownTheFirstIsChosen() throws {
    var driver = try AppDriver.sampleland()
    driver.type("Q")
    driver.press(.end)
    driver.type("h")
    guard case .questions(let page) = driver.app.page else {
      Issue.record("not at the list")
      return
    }
    #expect(page.list.selected == 0)
  }

  @Test func whatDiffersIsNotSaidDuringAHiddenFirstRound() throws {
    var driver = try AppDriver.sampleland()
    driver.goTo("1.1.1")
    driver.type("pr")
    driver.type("Qp")
    #expect(numbers(driver).isEmpty)
    driver.type("x")
    let row = driver.rows.first { $0.contains("1.1.1") }
    #expect(row?.hasSuffix("p") == false)
  }

  @Test func changedIsSinceTheSignOffOfTheDomainAndElseToday() throws {
    var driver = try AppDriver.sampleland()
    driver.type("Qy")
    #expect(numbers(driver).count == 6, "all of it was said on the same day")
    driver.press(.escape)
    driver.goTo("1.7.2")
    driver.type("ng2")
    driver.type("Qy")
    #expect(numbers(driver) == ["2.1.1", "2.1.2"])
    driver.press(.escape)
    driver.goTo("1.1.2")
    driver.type("3Qy")
    #expect(numbers(driver).first == "1.1.2")
  }

  @Test func enterGoesThereAndBackComesToTheSamePlace() throws {
    var driver = try AppDriver.sampleland()
    driver.type("Qh")
    driver.press(.down, .down, .enter)
    #expect(driver.app.context.currentQuestion?.number == .sample("1.1.3"))
    driver.press(.escape)
    guard case .questions(let page) = driver.app.page else {
      Issue.record("not back at the list")
      return
    }
    #expect(page.list.selected == 2 && page.filters == [.unshared])
    driver.press(.escape)
    if case .delegation = driver.app.page {} else { Issue.record("not at the delegation") }
  }

  @Test(arguments: Language.allCases)
  func countsInWordsInEachLanguage(language: Language) throws {
    var driver = try AppDriver.sampleland(language: language)
    driver.type("Qv")
    let total = driver.app.context.asked?.numbers.count ?? 0
    let line = driver.app.words(.questionListCount(count: 1, total: total))
    let texts = driver.app.bodyTexts.map(\.text)
    #expect(texts.first == line)
  }

  @Test func theFacilitatorHasNoSuchList() throws {
    var driver = try AppDriver.cairo(delegation: nil)
    driver.press(.end, .enter)
    driver.type("Q")
    if case .questions = driver.app.page { Issue.record("a list of whose questions?") }
    #expect(driver.app.notice != nil)
  }
}
