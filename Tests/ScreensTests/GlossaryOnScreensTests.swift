import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

/// The glossary, opened by a key on any page: the terms of that page first, then all.
@Suite struct GlossaryOnScreensTests {
  private func page(_ driver: AppDriver) throws -> GlossaryPage {
    guard case .glossary(let page) = driver.app.page else {
      throw Missing("the glossary, but \(driver.app.page)")
    }
    return page
  }

  private struct Missing: Error {
    let what: String

    init(_ what: String) { self.what = what }
  }

  private func here(_ driver: AppDriver) throws -> [String] { try page(driver).here.map(\.text) }

  @Test(arguments: Language.allCases)
  func showsTheTermsOfAQuestionFirst(language: Language) throws {
    var driver = try AppDriver.cairo(language: language, height: 60)
    driver.press(.enter)
    driver.type("l")
    // Can migrants use health services on the same terms as nationals, whatever their status?
    let here = try here(driver)
    for term in ["migrant", "national"] { #expect(here.contains(term), "\(here)") }
    #expect(!here.contains("traffickingInPersons"), "\(here)")
    let items = try page(driver).items(in: driver.app.context)
    #expect(items.prefix(here.count).map(\.term.code.text) == here)
    #expect(items.count == here.count + (try Glossary.shipped().terms.count))
    driver.press(.escape)
    #expect(driver.app.context.currentQuestion?.number == .sample("1.1.1"))
  }

  @Test func opensByTheSamePlaceOfTheArabicKeyboard() throws {
    var driver = try AppDriver.cairo(language: .arabic)
    driver.type("م")
    _ = try page(driver)
  }

  @Test func isReadWhenItIsAskedForAndOnce() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter, .escape)
    #expect(!driver.effects.contains(.readGlossary))
    #expect(driver.app.setting.glossary == nil)
    driver.type("l")
    driver.press(.escape)
    driver.type("l")
    #expect(driver.effects.filter { $0 == .readGlossary }.count == 1)
  }

  @Test func saysWhyWhereItCannotBeRead() throws {
    var app = try AppDriver.cairo().app
    let moment = Moment(at: Timestamp(milliseconds: 1_686_825_727_000), id: "x")
    #expect(app.update(.terminal(.key(.character("l"))), at: moment) == [.readGlossary])
    #expect(app.update(.glossaryNotRead(reason: "glossary.json: broken"), at: moment) == [])
    #expect(app.notice == "glossary.json: broken")
    if case .delegation = app.page {} else { Issue.record("left the page") }
  }

  /// Every page that the golden screens come to, in English.
  @Test(arguments: GoldenScreensTests.scenes)
  func opensFromEveryPageAndComesBackToIt(scene: GoldenScreensTests.Scene) throws {
    var driver = try AppDriver.cairo(language: .english, delegation: scene.delegation)
    scene.reach(&driver)
    guard driver.app.overlay == nil, driver.app.hasLanguage else { return }
    let page = driver.app.page
    switch page {
    case .glossary, .glossaryTerm: return
    default: break
    }
    driver.type("l")
    _ = try self.page(driver)
    driver.press(.escape)
    #expect(driver.app.page == page)
  }

  @Test func opensATermWithItsNamesMeaningAndSource() throws {
    var driver = try AppDriver.cairo(language: .french)
    driver.type("l/refoulement")
    driver.press(.enter, .enter)
    let text = driver.app.bodyTexts.map(\.text).joined(separator: "\n")
    let term = try #require(Glossary.shipped()[GlossaryTerm.Code("nonRefoulement")])
    for language in Language.allCases { #expect(text.contains(term[language].name)) }
    #expect(text.contains(term.meaning[.french]))
    #expect(text.contains(term.source[.french]))
    driver.press(.function(2))
    #expect(driver.app.bodyTexts.map(\.text).joined().contains(term.meaning[.arabic]))
  }

  @Test func leadsFromATermToTheTermsInItsMeaning() throws {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("l/remittances")
    driver.press(.enter, .enter)
    if case .glossaryTerm = driver.app.page {} else { Issue.record("no term") }
    driver.type("l")
    #expect(try here(driver).contains("diaspora"))
    driver.press(.escape)
    if case .question = driver.app.page {} else { Issue.record("not back at the question") }
  }

  @Test(arguments: ["lajie", "LAJIE", "réfugié", "refugie", "لاجئ", "refugee"])
  func looksForATermInAllLanguages(text: String) throws {
    var driver = try AppDriver.cairo()
    driver.type("l/" + text)
    driver.press(.enter)
    let found = try page(driver).items(in: driver.app.context).map(\.term.code.text)
    #expect(found.contains("refugee") == (text.lowercased() != "lajie"), "\(found)")
  }

  @Test(arguments: Language.allCases)
  func ordersAllTermsByTheReadersAlphabet(language: Language) throws {
    var driver = try AppDriver.cairo(language: .arabic)
    driver.type("l")
    while driver.app.language != language { driver.press(.function(2)) }
    let all = try page(driver).items(in: driver.app.context).filter { !$0.isHere }
    #expect(all.map(\.term) == (try Glossary.shipped()).sorted(in: language))
  }

  @Test func isOpenToTheFacilitatorInTheRoomAndToWhoLooksOn() throws {
    for isObserver in [false, true] {
      let cairo = try AppDriver.cairo().app
      var driver = try AppDriver(
        cairo.session,
        of: cairo.context.questionnaire,
        delegation: nil,
        isReadOnly: isObserver,
        isObserver: isObserver,
      )
      if !isObserver { driver.press(.end, .enter) }
      driver.type("l")
      #expect(try here(driver).contains("delegation"))
    }
  }

  @Test func isLeftWithTheTableWhereConsentEnds() throws {
    var room = try AppDriver.cairo(delegation: nil)
    room.press(.end, .enter)
    for _ in 0..<7 { room.press(.down) }
    room.happens(.others([.consent(of: .havenia)]))
    room.type("w")
    room.press(.enter)
    room.type("l")
    _ = try page(room)
    room.type("F")
    #expect(room.app.context.delegation == nil)
    if case .room = room.app.page {} else { Issue.record("not in the room: \(room.app.page)") }
  }

  @Test func cannotBeOpenedBeforeALanguageIsChosen() throws {
    var driver = try AppDriver.cairo(language: nil)
    driver.type("l")
    if case .language = driver.app.page {} else { Issue.record("left the choice") }
  }
}
