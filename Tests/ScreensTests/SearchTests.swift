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
    before: (inout Sitting) -> Void = { _ in },
  ) throws -> Sitting {
    var sitting = try Sitting.sampleland(language: language)
    sitting.type("P+Portability of pensions")
    sitting.press(.enter, .escape, .escape)
    sitting.type("C+1.1.2")
    sitting.press(.enter, .escape)
    before(&sitting)
    sitting.type("/" + text)
    return sitting
  }

  private func hits(_ sitting: Sitting) -> [SearchHit] {
    if case .search(let finder) = sitting.app.overlay { finder.hits } else { [] }
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
    let sitting = try searching(text)
    let hit = try #require(hits(sitting).first { $0.place == place })
    let line = sitting.app.context.line(of: hit)
    #expect(line.contains(sitting.app.words(place.phrase)))
    #expect(LetterFolding.fold(line).contains(LetterFolding.fold(text)), "\(line)")
  }

  @Test func findsPrioritiesAndGoesToThem() throws {
    var sitting = try searching("portability")
    #expect(hits(sitting).count == 1)
    #expect(sitting.rows.contains { $0.contains("priority: Portability of pensions") })
    sitting.press(.enter)
    if case .record(let page) = sitting.app.page {
      #expect(page.key.kind == .priority)
    } else {
      Issue.record("not at the priority")
    }
    sitting.press(.escape)
    if case .records = sitting.app.page {} else { Issue.record("not at the list") }
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
    let sitting = try searching("couverture elargie") { sitting in
      sitting.type("/1.1.1")
      sitting.press(.enter)
      sitting.type("pr")
      sitting.press(.escape, .escape)
    }
    #expect(hits(sitting).isEmpty)
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
      code: .iraq,
      rank: 1,
      kind: .state,
      shortName: LocalizedText("Other"),
      officialName: LocalizedText("Other"),
    )
    let added = try session.change(
      setting: .identity(of: .iraq),
      to: .identity(identity),
      stamp: session.nextStamp(),
    )
    if let added { session.apply(added) }
    try session.fulfil(
      .note(TranslatedText("zzqq secret", language: .english)),
      on: "1.1.1",
      of: .iraq,
      in: questionnaire,
    )
    var sitting = try Sitting(
      session,
      of: questionnaire,
      delegation: Sampleland.code,
      isAuthorGiven: true,
    )
    sitting.type("/zzqq")
    #expect(hits(sitting).isEmpty)
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
    var sitting = try Sitting(
      session,
      of: questionnaire,
      delegation: Sampleland.code,
      isAuthorGiven: true,
    )
    let clock = ContinuousClock()
    let opening = clock.measure { sitting.type("/") }
    let first = clock.measure { sitting.type("م") }
    let typing = clock.measure { sitting.type("حافظه") }
    let drawing = clock.measure { _ = sitting.rows }
    #expect(hits(sitting).count == questionnaire.questions.count)
    print(
      "search: 98 notes of \(long.count): opening \(opening), a key \(first), five \(typing), "
        + "drawing \(drawing), without optimising"
    )
    #expect(typing < .seconds(30))
  }
}
