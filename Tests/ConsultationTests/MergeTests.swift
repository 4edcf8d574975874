import Consultation
import TestSupport
import Testing

@Suite struct MergeTests {
  private func merge(_ first: Session, _ second: Session) throws -> Session {
    try first.merged(with: second)
  }

  @Test func givesTheSameWhoeverIsMergedWithWhomInWhicheverOrder() throws {
    let histories = LongRuns.count(200, long: 10_000)
    var conflicts = 0
    for seed in 0..<UInt64(histories) {
      var branches = RandomBranches(seed: seed)
      let base = branches.goingOn(.sample, steps: 4)
      let a = branches.goingOn(base, steps: 5)
      var b = branches.goingOn(base, steps: 5)
      let c = branches.goingOn(a, steps: 3)
      let ab = try merge(a, b)
      #expect(try ab == merge(b, a), "seed \(seed)")
      #expect(try merge(ab, c) == merge(a, merge(b, c)), "seed \(seed)")
      #expect(try merge(a, a) == a, "seed \(seed)")
      #expect(try merge(ab, b) == ab, "seed \(seed)")
      conflicts += ab.conflicts().count
      // And when they have met in between.
      b = branches.goingOn(ab, steps: 4)
      let abc = try merge(c, b)
      #expect(try abc == merge(b, c), "seed \(seed)")
      let ids = Set(abc.history.map(\.stamp.id))
      #expect(ids.isSuperset(of: (b.history + c.history).map(\.stamp.id)), "seed \(seed)")
      #expect(ids.count == abc.history.count, "seed \(seed)")
      // Nor is a delegation off the list that has said something.
      let speaking = Set(abc.history.compactMap(\.delegation))
      let silent = speaking.filter { abc.delegations[$0] == nil }
      #expect(silent.allSatisfy { saysNothing($0, in: abc) }, "seed \(seed)")
    }
    print("merge laws: \(histories) histories, seeds 0..<\(histories), \(conflicts) conflicts")
    #expect(conflicts > histories / 20)
  }

  /// Whether a delegation answered nothing and took back each record that it ever set.
  private func saysNothing(_ code: DelegationCode, in session: Session) -> Bool {
    var last: [AnswerPart: Change.What] = [:]
    for change in session.history where change.delegation == code {
      last[change.part] = change.what
    }
    return last.values.allSatisfy { what in
      if case .record(_, nil) = what { true } else { false }
    }
  }

  @Test func bringsADelegationsOwnFileBack() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1", of: .dorania)
    var extract = try session.extract(
      of: .havenia,
      at: Timestamp(milliseconds: 0),
      fingerprint: "",
    )
    #expect(extract.order == [.havenia])
    #expect(extract.history.allSatisfy { $0.delegation == .havenia })
    try extract.fulfil(.answer(.step(.established)), on: "1.1.2", by: "home")
    try session.fulfil(.answer(.step(.partial)), on: "1.1.2", of: .dorania)
    let merged = try merge(session, extract)
    #expect(merged.answered("1.1.2").value == .step(.established))
    #expect(merged.answered("1.1.2", of: .dorania).value == .step(.partial))
    #expect(merged.order == session.order)
    #expect(merged.conflicts().isEmpty)
    #expect(merged.handOver == nil)
  }

  @Test func keepsBothWhereTwoChangedOneAnswerApartUntilSomeoneDecides() throws {
    var base = Session.sample
    try base.fulfil(.answer(.step(.absent)), on: "1.1.1")
    var office = base
    var home = base
    try office.fulfil(.answer(.step(.partial)), on: "1.1.1", id: "office")
    try home.fulfil(.answer(.step(.established)), on: "1.1.1", id: "home")
    try home.fulfil(.applied(.fully), on: "1.1.1", id: "applied")
    var merged = try merge(office, home)
    let conflict = try #require(merged.conflicts().first)
    #expect(merged.conflicts().count == 1)
    #expect(Set(conflict.changes.map(\.stamp.id)) == ["office", "home"])
    let office1 = try #require(conflict.changes.first { $0.stamp.id == "office" })
    merged.apply(try merged.settling(conflict, for: office1, stamp: merged.nextStamp()))
    #expect(merged.conflicts().isEmpty)
    #expect(merged.answered("1.1.1").value == .step(.partial))
    // It stays decided when the copies come once more.
    #expect(try merge(home, merge(merged, office)).conflicts().isEmpty)
  }

  @Test func seesNoConflictWhereBothSayTheSame() throws {
    var office = Session.sample
    var home = Session.sample
    try office.fulfil(.answer(.step(.partial)), on: "1.1.1", id: "office")
    try home.fulfil(.answer(.step(.partial)), on: "1.1.1", id: "home")
    var merged = try merge(office, home)
    #expect(merged.conflicts().isEmpty)
    try merged.fulfil(.answer(.step(.absent)), on: "1.1.1")
    #expect(merged.conflicts().isEmpty)
  }

  @Test(arguments: [AnswerStatus.toVerify, .draft])
  func seesNoConflictOfStatusWhereOneMachineSetItWithAValueMeanwhile(first: AnswerStatus) throws {
    let other: AnswerStatus = first == .draft ? .toVerify : .draft
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.note(TranslatedText("why", language: .english)), on: "1.1.1")
    try session.fulfil(.status(other), on: "1.1.1")
    try session.fulfil(.status(first), on: "1.1.1")
    let apart = session
    try session.fulfil(.status(.agreed), on: "1.1.1")
    try session.fulfil(.status(other), on: "1.1.1")
    #expect(session.conflicts().isEmpty)
    // With another value it is a draft again.
    try session.fulfil(.status(.agreed), on: "1.1.1")
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1")
    try session.fulfil(.status(.toVerify), on: "1.1.1")
    #expect(session.conflicts().isEmpty)
    #expect(try merge(session, apart).conflicts().isEmpty)
  }

  @Test func stillSeesAConflictOfStatusThatWasSetApart() throws {
    var base = Session.sample
    try base.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try base.fulfil(.note(TranslatedText("why", language: .english)), on: "1.1.1")
    try base.fulfil(.status(.toVerify), on: "1.1.1")
    var (office, home) = (base, base)
    try office.fulfil(.status(.agreed), on: "1.1.1", by: "office", id: "o1")
    try office.fulfil(.status(.toVerify), on: "1.1.1", by: "office", id: "o2")
    try home.fulfil(.status(.draft), on: "1.1.1", by: "home", id: "h1")
    let merged = try merge(office, home)
    let conflict = try #require(merged.conflicts().first { $0.part.kind == .status })
    #expect(Set(conflict.changes.map(\.stamp.id)) == ["o2", "h1"])
  }

  @Test func neverLetsAnAgreementPassToAnotherValue() throws {
    var base = Session.sample
    try base.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try base.fulfil(.note(TranslatedText("why", language: .english)), on: "1.1.1")
    var office = base
    var home = base
    try home.fulfil(.answer(.step(.absent)), on: "1.1.1", id: "home")
    try office.fulfil(.sharing(.room), on: "1.1.2", id: "later")
    try office.fulfil(.status(.agreed), on: "1.1.1", id: "office")
    let merged = try merge(office, home)
    let answer = merged.answered("1.1.1")
    #expect(answer.status == .agreed)
    #expect(answer.value == .step(.partial))
    #expect(merged.conflicts().count == 1)
  }

  @Test func takesInWhatAnotherHandWroteIntoAFile() throws {
    var edited = Session.sample
    try edited.fulfil(.answer(.step(.partial)), on: "1.1.1")
    let before = edited
    edited = edited.answering("1.1.1", .absent)
    let merged = try merge(before, edited)
    #expect(merged.answered("1.1.1").value == .step(.absent))
    #expect(merged.history.count == 2)
    #expect(try merge(merged, edited) == merged)
    #expect(try merge(edited, before) == merged)
  }

  @Test func letsADelegationThatAnotherHandPutBackTakePartAsThatHandWrote() throws {
    var session = Session.sample
    let identity = try #require(session.delegations[.dorania]).identity
    session.apply(
      Change(
        stamp: session.nextStamp(),
        delegation: nil,
        question: nil,
        what: .record(.identity(of: .dorania), nil),
        was: .record(.identity(of: .dorania), .identity(identity)),
      )
    )
    #expect(session.order == [.havenia])
    let edited = Session(
      id: session.id,
      questionnaire: session.questionnaire,
      workshop: session.workshop,
      delegations: Session.sample.orderedDelegations,
      history: session.history,
    )
    let merged = try merge(session, edited)
    #expect(merged.delegations[.dorania]?.digits == .arabic)
    #expect(try merge(edited, session) == merged)
  }

  @Test func refusesAnotherSessionAndAnotherQuestionnaire() {
    #expect(throws: MergeRefusal.otherSession) {
      try merge(.sample, Session.sample.with(id: "another"))
    }
    let other = Session(
      id: Session.sample.id,
      questionnaire: Questionnaire.Identity(id: "other", version: "1"),
      workshop: Session.sample.workshop,
      delegations: [],
    )
    #expect(throws: MergeRefusal.otherQuestionnaire(other.questionnaire)) {
      try merge(.sample, other)
    }
  }

  @Test func letsNothingOfAWithdrawnDelegationBackIn() throws {
    var session = Session.sample
    try session.fulfil(.note(TranslatedText("secret", language: .english)), on: "1.1.1")
    let copy = session
    try session.withdraw(
      Receipt(
        delegation: .havenia,
        at: Timestamp(milliseconds: 7),
        by: "amina",
        fingerprint: "00",
      )
    )
    #expect(!"\(session)".contains("secret"))
    let merged = try merge(session, copy)
    #expect(!"\(merged)".contains("secret"))
    #expect(try merge(copy, session) == merged)
    #expect(throws: Refusal.withdrawn(Timestamp(milliseconds: 7))) {
      try session.fulfil(.answer(.declined), on: "1.1.1")
    }
  }

  @Test func keepsTheOrderOfAnswersWhenAClockIsSetBack() throws {
    var session = Session.sample
    for (step, time) in [(Step.partial, 2000), (.absent, 1000), (.established, 500)] {
      let change = try #require(
        try session.change(
          fulfilling: .answer(.step(step)),
          of: .havenia,
          on: .sample("1.1.1"),
          in: .everyKind,
          stamp: Change.Stamp(id: "\(time)", at: Timestamp(milliseconds: Int64(time)), by: "a"),
        )
      )
      session.apply(change)
    }
    let merged = try merge(session, session)
    #expect(merged.history.map(\.stamp.id) == ["2000", "1000", "500"])
    #expect(merged.answered("1.1.1").value == .step(.established))
  }
}
