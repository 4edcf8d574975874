import TestSupport
import Testing

@testable import Consultation
@testable import Storage

/// Sessions of the first edition moved to the second, and back.
@Suite struct EditionUpgradeTests {
  private let stamp = Change.Stamp(
    id: "move",
    at: Timestamp(milliseconds: 1_700_000_000_000),
    by: "amina",
  )

  private func editions() throws -> (earlier: Questionnaire, later: Questionnaire) {
    let later = try Questionnaire.secondEdition()
    let earlier = try #require(later.earlierEdition)
    return (try Assets(folder: SchemaTests.assets).questionnaire(earlier), later)
  }

  /// Every question answered for Havenia, by chance.
  private func session(
    answering questionnaire: Questionnaire,
    _ generator: inout SeededGenerator,
  ) throws -> Session {
    var session = Session.sample(answering: questionnaire)
    for question in questionnaire.questions {
      let number = question.number.description
      let steps = Step.allCases.map { AnswerValue.step($0) } + [.declined]
      for option in question.kind.options where Bool.random(using: &generator) {
        try session.fulfil(.instrument(option.code, .partial), on: number, in: questionnaire)
      }
      let value = steps.randomElement(using: &generator)
      try session.fulfil(.answer(value), on: number, in: questionnaire)
      let law = Evidence(id: "e-\(number)", title: "Law \(number)")
      try session.fulfil(.evidence(id: law.id, law), on: number, in: questionnaire)
      let note = TranslatedText("Note \(number)", language: .english)
      try session.fulfil(.note(note), on: number, in: questionnaire)
      if Bool.random(using: &generator) {
        try session.fulfil(.status(.agreed), on: number, in: questionnaire)
        try session.fulfil(.sharing(.report), on: number, in: questionnaire)
      }
    }
    return session
  }

  /// What an answer says, without who said it last.
  private func said(_ answer: Answer) -> Answer {
    var answer = answer
    (answer.by, answer.at) = (nil, nil)
    return answer
  }

  @Test func everyAnswerIsAccountedForAndComesBack() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Editions: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let (earlier, later) = try editions()
    let session = try session(answering: earlier, &generator)
    let upgrade = EditionUpgrade(of: session, to: later, stamp: stamp)
    #expect(upgrade.lines.map(\.question) == earlier.questions.map(\.number), "seed \(seed)")
    #expect(!upgrade.lines.contains { $0.outcome == .gone })
    let moved = session.moved(by: upgrade, to: later)
    #expect(moved.questionnaire == later.identity)
    #expect(moved.history.starts(with: session.history))
    #expect(moved.answeredOutside(later).isEmpty)
    for line in upgrade.lines {
      let (was, now) = (
        session.answer(of: .havenia, to: line.question),
        moved.answer(of: .havenia, to: line.question),
      )
      #expect(now.value == was.value && now.note == was.note && now.sharing == was.sharing)
      #expect(now.evidence == was.evidence && now.instruments.count == was.instruments.count)
      #expect(now.status == (line.outcome == .same ? was.status : .toVerify))
      guard case .divided(let numbers) = line.outcome else { continue }
      for number in numbers {
        let copy = moved.answer(of: .havenia, to: number)
        #expect(copy.value == was.value && copy.note == was.note && copy.sharing == .private)
        #expect(copy.status == .toVerify && copy.evidence == was.evidence)
      }
    }
    #expect(moved.faults(in: later).allSatisfy { $0.what == .agreedWithoutGrounds })
    let back = moved.movedBack(to: earlier.identity, stamp: stamp)
    #expect(back.questionnaire == earlier.identity)
    for (number, answer) in session.delegations[.havenia]?.answers ?? [:] {
      #expect(said(back.answer(of: .havenia, to: number)) == said(answer), "\(number), \(seed)")
    }
    for number in later.numbers where earlier[number] == nil {
      #expect(said(back.answer(of: .havenia, to: number)) == Answer(), "\(number)")
    }
  }

  /// The day in Cairo, which began in the first edition: each answer of the ten delegations.
  @Test func everyAnswerOfTheDayInCairoIsAccountedFor() throws {
    let (earlier, later) = try editions()
    let day = try CairoDay()
    #expect(day.questionnaire.identity == earlier.identity)
    let upgrade = EditionUpgrade(of: day.session, to: later, stamp: stamp)
    let given = day.session.orderedDelegations.flatMap { delegation in
      delegation.answers.filter { !$0.value.saysNothing }.keys.sorted()
        .map { "\(delegation.code) \($0)" }
    }
    #expect(given.count > 100)
    #expect(upgrade.lines.map { "\($0.delegation) \($0.question)" } == given)
    #expect(!upgrade.lines.contains { $0.outcome == .gone })
    let moved = day.session.moved(by: upgrade, to: later)
    for line in upgrade.lines {
      let was = day.session.answer(of: line.delegation, to: line.question)
      let now = moved.answer(of: line.delegation, to: line.question)
      #expect(now.value == was.value && now.note == was.note && now.evidence == was.evidence)
      #expect(now.sharing == was.sharing && now.comments == was.comments)
      #expect(now.positions == was.positions && now.instruments.count == was.instruments.count)
    }
    #expect(moved.records == day.session.records)
    #expect(moved.faults(in: later).allSatisfy { $0.what == .agreedWithoutGrounds })
  }

  /// Two copies that went on apart say the same moved and then merged as merged and then moved.
  ///
  /// Where one of them went on with a question that was divided, what was copied from it
  /// differs between the copies, and waits for the delegation as in any merge.
  @Test func movedAndMergedIsMergedAndMoved() throws {
    for _ in 0..<LongRuns.count(2, long: 300) {
      let seed = UInt64.random(in: 0...UInt64.max)
      print("Editions apart: seed \(seed)")
      try movedAndMergedIsMergedAndMoved(seed: seed)
    }
  }

  private func movedAndMergedIsMergedAndMoved(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (earlier, later) = try editions()
    let base = try session(answering: earlier, &generator)
    func goingOn(_ author: String) throws -> Session {
      var session = base
      for question in earlier.questions where Int.random(in: 0..<4, using: &generator) == 0 {
        let number = question.number.description
        let value = Step.allCases.randomElement(using: &generator).map { AnswerValue.step($0) }
        let note = TranslatedText("\(author) on \(number)", language: .english)
        let wish: Wish = Bool.random(using: &generator) ? .answer(value) : .note(note)
        try session.fulfil(wish, on: number, by: author, in: earlier, id: "\(author)-\(number)")
      }
      return session
    }
    func moved(_ session: Session, _ id: String) -> Session {
      let stamp = Change.Stamp(id: id, at: stamp.at, by: "amina")
      let upgrade = EditionUpgrade(of: session, to: later, stamp: stamp)
      return session.moved(by: upgrade, to: later)
    }
    let (first, second) = (try goingOn("amina"), try goingOn("omar"))
    let merged = moved(try first.merged(with: second), "both")
    let apart = try moved(first, "one").merged(with: moved(second, "two"))
    let backwards = try moved(second, "two").merged(with: moved(first, "one"))
    #expect(apart.delegations == backwards.delegations, "seed \(seed)")
    let waiting = Set(apart.conflicts(of: .havenia).compactMap(\.part.question))
    for question in later.questions {
      let number = question.number
      let isCopy = question.origin?.change == .split && earlier[number] == nil
      guard !isCopy || !waiting.contains(number) else { continue }
      let (one, other) = (
        said(apart.answer(of: .havenia, to: number)),
        said(merged.answer(of: .havenia, to: number)),
      )
      #expect(one == other, "\(number), seed \(seed)")
    }
    // Nothing that was said apart is lost.
    for session in [first, second] {
      #expect(
        apart.history.filter { change in session.history.contains(change) } == session.history
      )
    }
  }

  @Test func whatWasDoneSinceStaysWhenItIsMovedBack() throws {
    let (earlier, later) = try editions()
    var session = Session.sample(answering: earlier)
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1", in: earlier)
    var moved = session.moved(
      by: EditionUpgrade(of: session, to: later, stamp: stamp),
      to: later,
    )
    #expect(moved.answered("1.1.1").status == .toVerify)
    let ticked = Change(
      stamp: moved.following(Change.Stamp(id: "tick", at: stamp.at, by: "omar")),
      delegation: .havenia,
      question: .sample("1.1.1"),
      what: .answered(
        .step(.established),
        parts: AnsweredParts(elements: ["refugees"]),
        status: .draft,
      ),
      was: moved.answered("1.1.1").current(.answered(nil, parts: .nothing, status: .draft)),
    )
    moved.apply(ticked)
    let back = moved.movedBack(to: earlier.identity, stamp: stamp)
    #expect(back.answered("1.1.1").value == .step(.established))
    #expect(back.history.count >= moved.history.count)
  }

  @Test func theInstrumentsKeepTheirStandingAndAreAskedByTheSameCodes() throws {
    let (earlier, later) = try editions()
    var session = Session.sample(answering: earlier)
    try session.fulfil(.instrument("ICRMW", .established), on: "1.7.1", in: earlier)
    let upgrade = EditionUpgrade(of: session, to: later, stamp: stamp)
    let moved = session.moved(by: upgrade, to: later)
    #expect(moved.answered("1.7.1").instruments == ["ICRMW": .established])
    for question in earlier.questions {
      let asked = try #require(later[question.number]).kind.options.map(\.code)
      for option in question.kind.options {
        #expect(asked.contains(option.code), "\(question.number) \(option.code)")
      }
    }
  }

  /// On an open screen stand the questions of the edition before.
  @Test func isNotMovedWhileSomebodyHasItOpen() throws {
    let (folder, _) = try TemporaryFolder.withSession()
    let before = try FileSystem.read(folder.session)
    var presence = PresenceFolder(forSession: folder.session)
    presence.tell(
      Presence(by: "omar", role: .delegate, delegation: .havenia, question: nil, at: stamp.at)
    )
    #expect(throws: StorageError.heldByAnother) {
      try SessionFile.move(folder.session, assets: folder.assets) { $0 }
    }
    #expect(try FileSystem.read(folder.session) == before)
    presence.end()
    try SessionFile.move(folder.session, assets: folder.assets) { $0 }
  }
}
