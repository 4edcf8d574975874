import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct SignOffTests {
  /// At the closing page of the first domain, with one answer in it.
  private func closing() throws -> AppDriver {
    var driver = try AppDriver.cairo()
    driver.press(.enter)
    driver.type("2")
    driver.goTo("1.7.2")
    driver.type("n")
    return driver
  }

  @Test func aSignOffIsVoidedVisiblyByALaterChange() throws {
    var driver = try closing()
    driver.type("g2")
    #expect(driver.rows.contains { $0.contains("Signed off by amina") })
    #expect(!driver.rows.contains { $0.contains("no longer valid") })
    driver.goTo("1.1.1")
    driver.type("3")
    driver.goTo("1.7.2")
    driver.type("n")
    #expect(driver.rows.contains { $0.contains("changed since, so no longer valid") })
    driver.type("g2")
    #expect(!driver.rows.contains { $0.contains("no longer valid") })
  }

  @Test(arguments: Language.allCases)
  func signingOffAsksAndSaysHowMuchIsOpen(language: Language) throws {
    var driver = try AppDriver.cairo(language: language)
    driver.goTo("1.7.2")
    driver.type("n")
    driver.type("g")
    let before = driver.app.desk.sessionForKeeping
    let sentence = driver.app.words(.signOffOpen(count: 18, total: 18))
    guard case .chooser(let chooser) = driver.app.overlay else {
      Issue.record("nothing was asked")
      return
    }
    #expect(chooser.purpose.sentences(in: driver.app.context).first == sentence)
    #expect(chooser.list.selected == 0)
    driver.press(.enter)
    #expect(driver.app.desk.sessionForKeeping == before, "the cursor is on “not yet”")
    driver.type("g")
    driver.press(.down, .enter)
    #expect(driver.app.desk.ownSignOff(domain: 1)?.isValid == true)
    driver.type("g")
    #expect(driver.app.overlay == nil)
    #expect(driver.app.notice == driver.app.words(.signOffStands(name: .foreign("amina"))))
    driver.type("u")
    #expect(driver.app.desk.ownSignOff(domain: 1) == nil)
  }

  @Test func freezingAsksOnceAndNotAgainOnTheSameDayWhileNothingChanged() throws {
    var driver = try AppDriver.sampleland()
    func baselines() -> Int {
      driver.app.context.delegation?.records.keys.count { $0.kind == .baseline } ?? 0
    }
    func freezes() -> Int {
      driver.effects.count { if case .fingerprint = $0 { true } else { false } }
    }
    driver.type("O")
    driver.press(.end, .enter, .enter)
    #expect(freezes() == 0, "the cursor is on “not now”")
    driver.press(.enter)
    driver.type("2")
    #expect(freezes() == 1)
    driver.happens(.fingerprint("00"))
    #expect(baselines() == 1)
    driver.press(.enter)
    #expect(driver.app.overlay == nil && freezes() == 1)
    #expect(driver.app.notice?.contains("already frozen today") == true)
    driver.goTo("3.1.1")
    driver.type("2O")
    driver.press(.end, .enter)
    #expect(driver.app.overlay != nil, "an answer has changed since")
  }

  @Test func aChangeInAnotherDomainVoidsNothing() throws {
    var driver = try closing()
    driver.type("g2")
    driver.goTo("2.1.1")
    driver.type("1")
    #expect(driver.app.session.signOff(of: .havenia, domain: 1)?.isValid == true)
  }

  @Test func whoWasConsultedIsKeptWithDayAndManner() throws {
    var driver = try closing()
    driver.type("z+وزارة الصحة")
    driver.press(.enter, .enter)
    driver.type("2")
    driver.press(.down, .enter)
    driver.type("2023-05-30")
    driver.press(.enter, .escape)
    #expect(driver.rows.contains { $0.contains("letter · 30 May 2023") })
    let records = driver.app.session.delegations[.havenia]?.records.values
    let consulted = records?.compactMap { record -> Consulted? in
      if case .consulted(let consulted) = record { consulted } else { nil }
    }
    #expect(consulted?.map(\.institution) == ["وزارة الصحة"])
    #expect(consulted?.first?.domain == 1)
  }

  @Test func anAnswerStandsBesideTheBaseline() throws {
    var driver = try closing()
    let delegation = try #require(driver.app.context.delegation)
    let baseline = delegation.frozen(
      in: driver.app.context.questionnaire,
      at: Timestamp(milliseconds: 1_686_825_000_000),
      by: "amina",
      fingerprint: "00",
    )
    let change = try #require(
      try driver.app.session.change(
        setting: RecordKey(.baseline, "b"),
        to: .baseline(baseline),
        of: .havenia,
        stamp: Change.Stamp(id: "b", at: Timestamp(milliseconds: 0), by: "amina"),
      )
    )
    driver.happens(.others([change]))
    driver.goTo("1.1.1")
    driver.type("1")
    #expect(driver.rows.contains { $0.contains("15 June 2023: Equal for some") })
  }

  @Test func whatMovedIsToldFromWhatStayedAndFromWhatCannotBeCompared() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.answer(.options(["x", "z"])), on: "2.1.1")
    try session.fulfil(.answer(.number(12)), on: "2.1.2")
    let delegation = try #require(session.delegations[.havenia])
    let baseline = delegation.frozen(
      in: .everyKind,
      at: Timestamp(milliseconds: 0),
      by: "a",
      fingerprint: "",
    )
    func movement(_ number: String, _ value: AnswerValue?) throws -> Baseline.Movement? {
      let question = try #require(Questionnaire.everyKind[.sample(number)])
      return baseline.movement(of: Answer(value: value), to: question)
    }
    #expect(try movement("1.1.1", .step(.partial)) == .stayed(.step(.partial)))
    #expect(
      try movement("1.1.1", .step(.established))
        == .moved(from: .step(.partial), to: .step(.established))
    )
    #expect(try movement("1.1.1", nil) == .moved(from: .step(.partial), to: nil))
    #expect(try movement("2.1.1", .options(["x", "z"])) == .stayed(.options(["x", "z"])))
    #expect(try movement("2.1.2", .number(12)) == .stayed(.number(12)))
    #expect(try movement("1.1.2", .declined) == .answeredSince(.declined))
    #expect(try movement("1.1.2", nil) == nil)
    let reworded = Question.sample("1.1.1", .scale(.access))
    #expect(baseline.movement(of: Answer(value: .declined), to: reworded) == .notComparable)
  }
}
