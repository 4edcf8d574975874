import Consultation
import Display
import Phrases
import TestSupport
import Testing

@testable import Screens

@Suite struct SignOffTests {
  /// At the closing page of the first domain, with one answer in it.
  private func closing() throws -> Sitting {
    var sitting = try Sitting.cairo()
    sitting.press(.enter)
    sitting.type("2")
    sitting.goTo("1.7.2")
    sitting.type("n")
    return sitting
  }

  @Test func aSignOffIsVoidedVisiblyByALaterChange() throws {
    var sitting = try closing()
    sitting.type("g2")
    #expect(sitting.rows.contains { $0.contains("Signed off by amina") })
    #expect(!sitting.rows.contains { $0.contains("no longer valid") })
    sitting.goTo("1.1.1")
    sitting.type("3")
    sitting.goTo("1.7.2")
    sitting.type("n")
    #expect(sitting.rows.contains { $0.contains("changed since, so no longer valid") })
    sitting.type("g2")
    #expect(!sitting.rows.contains { $0.contains("no longer valid") })
  }

  @Test(arguments: Language.allCases)
  func signingOffAsksAndSaysHowMuchIsOpen(language: Language) throws {
    var sitting = try Sitting.cairo(language: language)
    sitting.goTo("1.7.2")
    sitting.type("n")
    sitting.type("g")
    let before = sitting.app.desk.sessionForKeeping
    let sentence = sitting.app.words(.signOffOpen(count: 18, total: 18))
    guard case .chooser(let chooser) = sitting.app.overlay else {
      Issue.record("nothing was asked")
      return
    }
    #expect(chooser.purpose.sentences(in: sitting.app.context).first == sentence)
    #expect(chooser.list.selected == 0)
    sitting.press(.enter)
    #expect(sitting.app.desk.sessionForKeeping == before, "the cursor is on “not yet”")
    sitting.type("g")
    sitting.press(.down, .enter)
    #expect(sitting.app.desk.ownSignOff(domain: 1)?.isValid == true)
    sitting.type("g")
    #expect(sitting.app.overlay == nil)
    #expect(sitting.app.notice == sitting.app.words(.signOffStands(name: .foreign("amina"))))
    sitting.type("u")
    #expect(sitting.app.desk.ownSignOff(domain: 1) == nil)
  }

  @Test func freezingAsksOnceAndNotAgainOnTheSameDayWhileNothingChanged() throws {
    var sitting = try Sitting.sampleland()
    func baselines() -> Int {
      sitting.app.context.delegation?.records.keys.count { $0.kind == .baseline } ?? 0
    }
    func freezes() -> Int {
      sitting.effects.count { if case .fingerprint = $0 { true } else { false } }
    }
    sitting.type("O")
    sitting.press(.end, .enter, .enter)
    #expect(freezes() == 0, "the cursor is on “not now”")
    sitting.press(.enter)
    sitting.type("2")
    #expect(freezes() == 1)
    sitting.happens(.fingerprint("00"))
    #expect(baselines() == 1)
    sitting.press(.enter)
    #expect(sitting.app.overlay == nil && freezes() == 1)
    #expect(sitting.app.notice?.contains("already frozen today") == true)
    sitting.goTo("3.1.1")
    sitting.type("2O")
    sitting.press(.end, .enter)
    #expect(sitting.app.overlay != nil, "an answer has changed since")
  }

  @Test func aChangeInAnotherDomainVoidsNothing() throws {
    var sitting = try closing()
    sitting.type("g2")
    sitting.goTo("2.1.1")
    sitting.type("1")
    #expect(sitting.app.session.signOff(of: .morocco, domain: 1)?.isValid == true)
  }

  @Test func whoWasConsultedIsKeptWithDayAndManner() throws {
    var sitting = try closing()
    sitting.type("z+وزارة الصحة")
    sitting.press(.enter, .enter)
    sitting.type("2")
    sitting.press(.down, .enter)
    sitting.type("2023-05-30")
    sitting.press(.enter, .escape)
    #expect(sitting.rows.contains { $0.contains("letter · 30 May 2023") })
    let records = sitting.app.session.delegations[.morocco]?.records.values
    let consulted = records?.compactMap { record -> Consulted? in
      if case .consulted(let consulted) = record { consulted } else { nil }
    }
    #expect(consulted?.map(\.institution) == ["وزارة الصحة"])
    #expect(consulted?.first?.domain == 1)
  }

  @Test func anAnswerStandsBesideTheBaseline() throws {
    var sitting = try closing()
    let delegation = try #require(sitting.app.context.delegation)
    let baseline = delegation.frozen(
      in: sitting.app.context.questionnaire,
      at: Timestamp(milliseconds: 1_686_825_000_000),
      by: "amina",
      fingerprint: "00",
    )
    let change = try #require(
      try sitting.app.session.change(
        setting: RecordKey(.baseline, "b"),
        to: .baseline(baseline),
        of: .morocco,
        stamp: Change.Stamp(id: "b", at: Timestamp(milliseconds: 0), by: "amina"),
      )
    )
    sitting.happens(.others([change]))
    sitting.goTo("1.1.1")
    sitting.type("1")
    #expect(sitting.rows.contains { $0.contains("15 June 2023: Equal for some") })
  }

  @Test func whatMovedIsToldFromWhatStayedAndFromWhatCannotBeCompared() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.answer(.options(["x", "z"])), on: "2.1.1")
    try session.fulfil(.answer(.number(12)), on: "2.1.2")
    let delegation = try #require(session.delegations[.morocco])
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
