import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct SearchTests {
  /// Sampleland with a card and a priority too, and the search open.
  private func searching(
    _ text: String,
    language: Language = .english,
    before: (inout AppDriver) -> Void = { _ in },
  ) throws -> AppDriver {
    var driver = try AppDriver.sampleland(language: language)
    driver.type("P+Portability of pensions")
    driver.press(.enter, .escape, .escape)
    driver.type("C+1.1.2")
    driver.press(.enter, .escape)
    before(&driver)
    driver.type("/" + text)
    return driver
  }

  private func hits(_ driver: AppDriver) -> [SearchHit] {
    if case .search(let finder) = driver.app.overlay { finder.hits } else { [] }
  }

  @Test(arguments: [
    ("circulaire", SearchPlace.note(.sample("1.1.1"))), ("TENDUE EN", .note(.sample("1.1.1"))),
    ("وزارة التعليم", .note(.sample("1.1.3"))), ("loi n° 12", .evidence(.sample("1.1.1"), "e1")),
    ("example.org", .evidence(.sample("1.1.1"), "e2")),
    ("couverture elargie", .position(.sample("1.1.1"), institution: "Ministère de la Santé")),
    ("which hospitals", .comment(.sample("1.1.1"), "c1")), ("nour q", .delegate("d3")),
    ("statistics office", .delegate("d3")),
  ])
  func findsWhatIsTheDelegationsOwn(text: String, place: SearchPlace) throws {
    let driver = try searching(text)
    let hit = try #require(hits(driver).first { $0.place == place })
    let line = driver.app.context.line(of: hit)
    #expect(line.contains(driver.app.words(place.phrase)))
    #expect(LetterFolding.fold(line).contains(LetterFolding.fold(text)), "\(line)")
  }

  @Test func findsPrioritiesAndGoesToThem() throws {
    var driver = try searching("portability")
    #expect(hits(driver).count == 1)
    #expect(driver.rows.contains { $0.contains("priority: Portability of pensions") })
    driver.press(.enter)
    if case .record(let page) = driver.app.page {
      #expect(page.key.kind == .priority)
    } else {
      Issue.record("not at the priority")
    }
    driver.press(.escape)
    if case .records = driver.app.page {} else { Issue.record("not at the list") }
  }

  @Test func goesToTheEvidenceTheCommentThePositionAndThePerson() throws {
    var evidence = try searching("loi n° 12")
    evidence.press(.enter)
    if case .evidenceEntry(let page) = evidence.app.page {
      #expect(page.id == "e1")
    } else {
      Issue.record("not at the evidence")
    }
    evidence.press(.escape, .escape)
    #expect(evidence.app.context.currentQuestion?.number == .sample("1.1.1"))
    var comment = try searching("which hospitals")
    comment.press(.enter)
    if case .comments = comment.app.page {} else { Issue.record("not at the comments") }
    var position = try searching("couverture elargie")
    position.press(.enter)
    if case .position(let page) = position.app.page {
      #expect(page.institution == "Ministère de la Santé")
    } else {
      Issue.record("not at the position")
    }
    var person = try searching("nour q")
    person.press(.enter)
    if case .delegate(let page) = person.app.page {
      #expect(page.id == "d3")
    } else {
      Issue.record("not at the person")
    }
  }

  @Test func aHiddenFirstRoundIsNotFound() throws {
    let driver = try searching("couverture elargie") { driver in
      driver.type("/1.1.1")
      driver.press(.enter)
      driver.type("pr")
      driver.press(.escape, .escape)
    }
    #expect(hits(driver).isEmpty)
  }

  @Test func findsQuestionsByNumberAndByTheirWordsInAnyLanguage() throws {
    let number = try searching("1.2")
    #expect(hits(number).prefix(2).map(\.place.number) == [.sample("1.2.1"), .sample("1.2.2")])
    let everything = try searching("")
    #expect(hits(everything).count == everything.app.context.questionnaire.questions.count)
    let words = try searching("loi")
    let places = hits(words).map(\.place)
    let evidence = try #require(places.firstIndex(of: .evidence(.sample("1.1.1"), "e1")))
    let guidance = try #require(
      places.firstIndex { if case .guidance = $0 { true } else { false } }
    )
    #expect(evidence < guidance, "what is one’s own comes before what to look for")
    let arabic = try searching("الصحيه", language: .french)
    #expect(hits(arabic).contains { $0.place == .question(.sample("1.1.1")) })
  }

  @Test func nothingOfAnotherDelegationIsFound() throws {
    var (session, questionnaire) = try Sampleland.session()
    let identity = DelegationIdentity(
      code: .dorania,
      rank: 1,
      kind: .state,
      shortName: LocalizedText("Other"),
      officialName: LocalizedText("Other"),
    )
    let added = try session.change(
      setting: .identity(of: .dorania),
      to: .identity(identity),
      stamp: session.nextStamp(),
    )
    if let added { session.apply(added) }
    try session.fulfil(
      .note(TranslatedText("zzqq secret", language: .english)),
      on: "1.1.1",
      of: .dorania,
      in: questionnaire,
    )
    var driver = try AppDriver(
      session,
      of: questionnaire,
      delegation: Sampleland.code,
      isAuthorGiven: true,
    )
    driver.type("/zzqq")
    #expect(hits(driver).isEmpty)
  }

  @Test func aKeyTakesTimeInProportionToLongNotes() throws {
    var (session, questionnaire) = try Sampleland.session()
    let long = String(repeating: "تنص المادة 12 de la loi étendue في كل محافظة. ", count: 85)
    for question in questionnaire.questions {
      try session.fulfil(
        .note(TranslatedText(long + "\(question.number)", language: .arabic)),
        on: question.number.description,
        of: Sampleland.code,
        in: questionnaire,
      )
    }
    var driver = try AppDriver(
      session,
      of: questionnaire,
      delegation: Sampleland.code,
      isAuthorGiven: true,
    )
    let clock = ContinuousClock()
    let opening = clock.measure { driver.type("/") }
    let first = clock.measure { driver.type("م") }
    let typing = clock.measure { driver.type("حافظه") }
    let drawing = clock.measure { _ = driver.rows }
    #expect(hits(driver).count == questionnaire.questions.count)
    print(
      "search: 98 notes of \(long.count): opening \(opening), a key \(first), five \(typing), "
        + "drawing \(drawing), without optimising"
    )
    #expect(typing < .seconds(30))
  }
}
