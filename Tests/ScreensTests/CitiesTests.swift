import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// A session of cities: where a state reads of a state, a city reads of a local authority.
@Suite struct CitiesTests {
  private func driver(
    _ language: Language,
    delegation: DelegationCode? = Cities.oasis,
    width: Int = 80,
    height: Int = 24,
  ) throws -> AppDriver {
    let (session, questionnaire) = try Cities.template()
    return try AppDriver(
      session,
      of: questionnaire,
      language: language,
      delegation: delegation,
      width: width,
      height: height,
      isAuthorGiven: true,
    )
  }

  static let scenes: [GoldenScreensTests.Scene] = [
    .init("city-delegations", delegation: nil) { _ in },
    .init("city-delegation") { _ in },
    .init("city-question") { driver in
      driver.press(.enter)
      driver.type("IK")
    },
    .init("city-context") { driver in
      driver.press(.enter)
      driver.type("c")
    },
    .init("city-ours") { $0.type("O") },
    .init("city-reports") { $0.type("R") },
    .init("city-new-delegation", delegation: nil) { driver in
      driver.press(.end, .enter)
      driver.type("e")
      driver.press(.end, .enter)
      driver.type("QNG")
      driver.press(.enter)
    },
    .init("city-end") { driver in
      driver.goTo("6.5.2")
      driver.type("n")
      driver.press(.enter)
    },
  ]

  @Test(arguments: scenes, Language.allCases)
  func isAsItWasReadByEye(scene: GoldenScreensTests.Scene, language: Language) throws {
    let delegation = scene.delegation == nil ? nil : Cities.oasis
    var driver = try driver(language, delegation: delegation)
    scene.reach(&driver)
    try Golden.expect(driver.picture, "\(scene.name)-\(language.rawValue)-80x24")
  }

  /// From the first question to the end by keys alone: the first element ticked, or the answer
  /// with the next number, and on.
  @Test(arguments: Language.allCases)
  func everyQuestionIsAnsweredByKeysUpToTheProfile(language: Language) throws {
    var driver = try driver(language)
    let questionnaire = driver.app.context.questionnaire
    driver.press(.enter)
    var asked: [QuestionNumber] = []
    while let question = driver.app.context.currentQuestion, asked.last != question.number {
      asked.append(question.number)
      driver.type(question.elements == nil ? "\(asked.count % 5 + 1)" : "I")
      let answer = driver.answer(question.number.description, of: Cities.oasis)
      #expect(!answer.isOpen, "\(question.number)")
      driver.type("n")
      // From the page that closes a domain by the introduction of the next one, or to the end.
      for _ in 0..<3 where !driver.isAtAnother(than: question.number) { driver.press(.enter) }
    }
    #expect(asked.count >= questionnaire.questions.count - 1, "\(asked.count)")
    let delegation = try #require(driver.app.session.delegations[Cities.oasis])
    let open = AskedQuestions(of: questionnaire, for: delegation).numbers
      .filter { delegation.answer(to: $0).isOpen }
    #expect(open.isEmpty)
    guard case .end = driver.app.page else {
      Issue.record("not at the end: \(driver.picture)")
      return
    }
    let end = driver.app.bodyTexts.map(\.text).joined(separator: " ")
    #expect(end.contains(try Words.shipped(language, about: .localAuthority)(.endOwnership)))
    driver.press(.enter)
    driver.type("R")
    driver.press(.enter)
    #expect(driver.effects.last == .errand(.report(ReportChoice(.profile), width: 76)))
  }

  /// The keys of every screen that was read by eye, pressed in a session of cities.
  @Test(arguments: Language.allCases)
  func noScreenOfACityNamesAState(language: Language) throws {
    let (session, questionnaire) = try Cities.underTheCodesOfCairo()
    var lines = 0
    for scene in GoldenScreensTests.scenes + Self.scenes {
      var driver = try AppDriver(
        session,
        of: questionnaire,
        language: language,
        delegation: scene.delegation,
        isAuthorGiven: true,
      )
      scene.reach(&driver)
      // The glossary says what terms mean, whoever uses them.
      if case .glossary = driver.app.page { continue }
      if case .glossaryTerm = driver.app.page { continue }
      for line in PlainDialogue(driver.app).lines {
        lines += 1
        var text = line
        for typed in Self.typed { text = text.replacing(typed, with: "") }
        let found = StateWords.found(in: text, language)
        #expect(found.isEmpty, "\(scene.name): \(line)")
      }
    }
    #expect(lines > 1000)
    print("cities: \(lines) lines of screens in \(language)")
  }

  /// What those keys write themselves: institutions of states.
  private static let typed = [
    "وزارة", "Ministère de l’Intérieur", "Kingdom of Havenia",
  ]

  @Test(arguments: Language.allCases)
  func aCityIsNotOfferedTheCalculationOfAnIndicatorThatIsAskedOfGovernments(
    language: Language
  ) throws {
    var city = try driver(language)
    city.type("R")
    let words = try Words.shipped(language, about: .localAuthority)
    let titles = city.app.bodyTexts.map(\.text)
    #expect(!titles.contains { $0.contains(words(.reportNameSDG)) })
    #expect(titles.contains { $0.contains(words(.reportNameProfile)) })
    var state = try AppDriver.cairo(language: language)
    state.type("R")
    #expect(state.app.bodyTexts.contains { $0.text.contains(words(.reportNameSDG)) })
  }

  @Test func aCodeOfAStateIsNoneOfACity() throws {
    var driver = try driver(.english, delegation: nil)
    driver.press(.end, .enter)
    driver.type("e")
    driver.press(.end, .enter)
    driver.type("xaa")
    driver.press(.enter)
    #expect(driver.app.session.delegations.count == 4)
    driver.type("-dun")
    driver.press(.enter)
    let added = try #require(driver.app.session.delegations[.sample("XAA-DUN")])
    #expect(added.kind == .localAuthority)
  }
}

extension AppDriver {
  fileprivate func isAtAnother(than number: QuestionNumber) -> Bool {
    switch app.page {
    case .question: app.context.currentQuestion?.number != number
    case .end: true
    default: false
    }
  }
}
