import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// The elements of a question on its page: ticked by keys, above the levels that follow from them.
@Suite struct ElementsOnScreensTests {
  private func driver(
    _ language: Language = .english,
    width: Int = 80,
    height: Int = 24,
    symbols: Symbols = .unicode,
  ) throws -> AppDriver {
    let edition = try Questionnaire.secondEdition()
    var delegation = Sampleland.delegation
    // Nobody is asked who they are before the first key.
    delegation.delegates = []
    let session = Session(
      id: "sampleland",
      questionnaire: edition.identity,
      workshop: try Sampleland.session().session.workshop,
      delegations: [delegation],
    )
    return try AppDriver(
      session,
      of: edition,
      language: language,
      delegation: Sampleland.code,
      width: width,
      height: height,
      symbols: symbols,
    )
  }

  /// The session of keys that these pages were made for.
  @Test(arguments: Language.allCases)
  func theKeysTickAndTheLevelFollows(language: Language) throws {
    var driver = try driver(language)
    driver.goTo("1.1.1")
    try Golden.expect(driver.picture, "elements-open-\(language.rawValue)-80x24")
    driver.type("IK")
    #expect(
      driver.answered("1.1.1").elements == ["longTermResidents", "refugees"]
    )
    #expect(driver.answered("1.1.1").value == .step(.partial))
    driver.press(.up)
    driver.type(" ")
    #expect(driver.answered("1.1.1").elements.count == 3)
    try Golden.expect(driver.picture, "elements-ticked-\(language.rawValue)-80x24")
    driver.type("M")
    #expect(driver.answered("1.1.1").value == .step(.established))
    driver.type("2")
    #expect(driver.answered("1.1.1").value == .step(.partial))
    #expect(driver.answered("1.1.1").elements.count == 4)
    try Golden.expect(driver.picture, "elements-otherwise-\(language.rawValue)-80x24")
    driver.type("u")
    #expect(driver.answered("1.1.1").value == .step(.established))
    driver.type("x")
    #expect(
      driver.answered("1.1.1").isOpen
        && driver.answered("1.1.1").elements.isEmpty
    )
    try Golden.expect(driver.picture, "elements-taken-back-\(language.rawValue)-80x24")
  }

  /// Six elements, of which the question says that fewer make the whole.
  @Test(arguments: Language.allCases)
  func sixElementsStandOnTheScreenWithTheirLevels(language: Language) throws {
    let edition = try Questionnaire.secondEdition()
    let six = try #require(edition.questions.first { $0.elements?.all.count == 6 })
    for (width, height) in [(80, 24), (140, 45)] {
      var driver = try driver(language, width: width, height: height)
      driver.goTo(six.number.description)
      driver.type("IY")
      try Golden.expect(driver.picture, "elements-six-\(language.rawValue)-\(width)x\(height)")
    }
  }

  /// Whichever question it is, its levels are on the first screen.
  @Test(arguments: Language.allCases)
  func everyQuestionOfTheEditionHasItsLevelsOnTheFirstScreen(language: Language) throws {
    let edition = try Questionnaire.secondEdition()
    let words = try Words.shipped(language)
    var driver = try driver(language)
    for question in edition.questions where question.elements != nil {
      driver.goTo(question.number.description)
      let last = words(.declined)
      let canvas = driver.app.view()
      let texts = driver.app.bodyTexts.map(\.text).filter { $0.contains(last) }
      #expect(!texts.isEmpty)
      let shown = canvas.rows.count { $0.contains("○") }
      #expect(shown >= 5, "\(question.number): \(shown) of 5 levels")
      driver.press(.escape)
    }
  }

  @Test func theArrowsGoThroughTheElementsBeforeTheLevels() throws {
    var driver = try driver()
    driver.goTo("1.1.2")
    let elements = try #require(driver.app.context.currentQuestion?.elements)
    driver.press(.home)
    driver.type(" ")
    #expect(driver.answered("1.1.2").elements == [elements.all[0].code])
    for _ in elements.all { driver.press(.down) }
    driver.type(" ")
    #expect(driver.answered("1.1.2").value == .step(.established))
    driver.press(.home, .enter)
    #expect(driver.app.context.question == .sample("1.1.3"), "Enter goes on from what is ticked")
  }

  @Test func theArabicKeyboardTicksToo() throws {
    var driver = try driver(.arabic)
    driver.goTo("1.1.1")
    driver.type("÷،")
    #expect(
      driver.answered("1.1.1").elements == ["longTermResidents", "refugees"]
    )
  }

  @Test func aQuestionWithoutElementsSaysSo() throws {
    var driver = try driver()
    let plain = try #require(
      try Questionnaire.secondEdition().questions.first { $0.elements == nil }
    )
    driver.goTo(plain.number.description)
    driver.type("I")
    #expect(driver.app.notice == "This question names no elements.")
    #expect(driver.answered(plain.number.description).isOpen)
  }

  @Test func lineByLineALetterTicks() throws {
    var dialogue = PlainDialogue(try driver().app)
    let moment = Moment(at: Timestamp(milliseconds: 1_686_825_727_000), id: "m")
    for line in ["/", "1.1.1"] { _ = dialogue.take(line: line, at: moment) }
    _ = dialogue.take(line: "I", at: moment)
    #expect(
      dialogue.app.session.answer(of: Sampleland.code, to: .sample("1.1.1")).elements == [
        "longTermResidents"
      ]
    )
    let lines = dialogue.lines
    #expect(lines.contains { $0.contains("■") && $0.contains("long-term residents") })
  }

  @Test func aPositionHasTicksOfItsOwn() throws {
    var driver = try driver()
    driver.goTo("1.1.1")
    driver.type("p+Health")
    driver.press(.enter)
    driver.press(.down, .enter, .enter)
    let position = driver.answered("1.1.1").positions["Health"]
    #expect(position?.elements == ["longTermResidents"], "\(driver.picture)")
    #expect(position?.value == .step(.partial))
    #expect(driver.answered("1.1.1").isOpen)
  }

  @Test func aListedInstrumentHasReservationsAndADate() throws {
    var driver = try driver()
    driver.goTo("1.7.1")
    driver.type("i")
    driver.press(.enter)
    driver.type("1")
    driver.press(.enter)
    driver.type("5")
    driver.press(.enter)
    driver.type("6")
    driver.type("1993-06-31")
    driver.press(.enter)
    #expect(
      driver.answered("1.7.1").instruments["ICRMW"]?.date == nil,
      "there is no such day",
    )
    driver.press(.backspace)
    driver.press(.backspace)
    driver.type("21")
    driver.press(.enter)
    let standing = Standing(
      .established,
      hasReservations: true,
      date: CalendarDate("1993-06-21"),
    )
    #expect(driver.answered("1.7.1").instruments == ["ICRMW": standing])
    try Golden.expect(driver.picture, "instruments-standing-en-80x24")
  }

  @Test func aLabourConventionIsNotSigned() throws {
    var driver = try driver()
    driver.goTo("1.7.2")
    driver.type("i")
    driver.press(.enter)
    #expect(!driver.rows.contains { $0.contains("Signed only") })
    driver.type("2")
    #expect(driver.answered("1.7.2").instruments == ["C097": .absent])
  }
}

extension AppDriver {
  /// What Sampleland has answered.
  fileprivate func answered(_ number: String) -> Answer { answer(number, of: Sampleland.code) }
}
