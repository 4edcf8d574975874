import Consultation
import PlacedJSON
import TestSupport
import Testing

@testable import Storage

/// What leaves a delegation's machine, and what comes in from another's.
@Suite struct SharedPartTests {
  private let encoding = CanonicalJSON()
  private let latest = ChangeOrder(clamping: 1 << 50)

  /// What others find of what a delegation tells.
  private func found(_ part: SharedPart, from session: Session) throws -> FoundPart {
    // As it comes out of a file.
    let text = SessionFile.text(part.session(in: session))
    let root = try JSONReader.read(text)
    let (read, unknown) = try SessionFile.session(root) { Questionnaire.everyKind[$0]?.kind }
    #expect(unknown.isEmpty)
    let found = FoundPart(of: part.delegation, in: read, latest: latest, by: encoding)
    #expect(found.refused == 0)
    #expect(found.changes == part.changes)
    return found
  }

  private func part(of session: Session, after before: FoundPart? = nil) -> SharedPart {
    SharedPart(of: session, by: .havenia, after: before, encoding: encoding)
  }

  @Test func tellsNothingOfASessionInWhichNothingIsShared() throws {
    let (session, _) = try SecretSession.session()
    for code in session.order {
      #expect(SharedPart(of: session, by: code, encoding: encoding).changes.isEmpty)
    }
  }

  @Test func tellsOfAnAnswerWhatStandsAndNothingElse() throws {
    var session = Session.sample
    for text in ["SECRET earlier", "now"] {
      try session.fulfil(
        .note(TranslatedText(text, language: .english)),
        on: "1.1.1",
        by: "SECRET",
        id: "SECRET \(text)",
      )
    }
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1", by: "SECRET")
    let secret = Position(value: .declined, reason: "SECRET")
    try session.fulfil(.position(institution: "SECRET", secret), on: "1.1.1", by: "SECRET")
    try session.fulfil(.reservation(institution: "SECRET", "SECRET"), on: "1.1.1", by: "SECRET")
    try session.fulfil(.answer(.step(.absent)), on: "1.1.2", by: "SECRET")
    try session.fulfil(.sharing(.room), on: "1.1.1", by: "SECRET", id: "SECRET share")
    let told = part(of: session)
    let text = String(decoding: SessionFile.text(told.session(in: session)), as: UTF8.self)
    #expect(!text.contains("SECRET") && !text.contains("1.1.2"), "\(text)")
    #expect(text.contains("now"))
    #expect(told.changes.count == 3)
  }

  @Test func tellsAnswersThatNoChangeSpeaksOf() throws {
    var session = Session.sample.answering("1.1.1", .partial)
    try session.fulfil(.sharing(.room), on: "1.1.1")
    var reader = Session.sample
    #expect(reader.takeIn(try found(part(of: session), from: session), by: encoding) == 2)
    #expect(reader.answer(of: .havenia, to: .sample("1.1.1")).value == .step(.partial))
  }

  @Test func aLaterStateOfOneMachineIsNoConflictForItsReaders() throws {
    var session = Session.sample
    var reader = Session.sample
    // The facilitator has what was said at the table, before anything was shared.
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1")
    reader = session
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.sharing(.room), on: "1.1.1")
    var before: FoundPart?
    for step in [Step.partial, .established, .absent, .established] {
      try session.fulfil(.answer(.step(step)), on: "1.1.1")
      let told = try found(part(of: session, after: before), from: session)
      #expect(part(of: session, after: told).isAll(in: told))
      _ = reader.takeIn(told, by: encoding)
      #expect(reader.conflicts().isEmpty)
      #expect(reader.answer(of: .havenia, to: .sample("1.1.1")).value == .step(step))
      before = told
    }
    // One who saw only the first and the last of them has none either.
    #expect(before?.changes.count == 2)
  }

  @Test func whatIsPrivateAgainIsToldAsThatAndNothingElseOfIt() throws {
    var session = Session.sample
    try session.fulfil(.note(TranslatedText("once told", language: .english)), on: "1.1.1")
    try session.fulfil(.sharing(.room), on: "1.1.1")
    let first = try found(part(of: session), from: session)
    try session.fulfil(.sharing(.private), on: "1.1.1")
    #expect(part(of: session).changes.isEmpty, "who was not told needs not be")
    let second = try found(part(of: session, after: first), from: session)
    #expect(second.changes.map(\.what) == [.sharing(.private)])
    var reader = Session.sample
    _ = reader.takeIn(second, by: encoding)
    _ = reader.takeIn(first, by: encoding)
    #expect(reader.answer(of: .havenia, to: .sample("1.1.1")).sharing == .private)
    try session.fulfil(.note(TranslatedText("anew", language: .english)), on: "1.1.1")
    try session.fulfil(.sharing(.report), on: "1.1.1")
    let third = try found(part(of: session, after: second), from: session)
    _ = reader.takeIn(third, by: encoding)
    #expect(reader.conflicts().isEmpty)
    #expect(reader.answer(of: .havenia, to: .sample("1.1.1")).note?.original == "anew")
  }

  @Test func whatTwoOfADelegationShareApartWaitsForItAndNothingIsDropped() throws {
    var (one, other) = (Session.sample, Session.sample)
    try one.fulfil(.answer(.step(.partial)), on: "1.1.1", by: "amina", id: "a")
    try one.fulfil(.sharing(.room), on: "1.1.1", by: "amina", id: "b")
    try other.fulfil(.applied(.fully), on: "1.1.2", by: "omar", id: "z")
    try other.fulfil(.answer(.step(.absent)), on: "1.1.1", by: "omar", id: "c")
    try other.fulfil(.sharing(.room), on: "1.1.1", by: "omar", id: "d")
    let first = try found(part(of: one), from: one)
    #expect(other.takeInOwn(first, by: encoding) > 0)
    #expect(other.takeInOwn(first, by: encoding) == 0)
    let conflict = try #require(other.conflicts().first)
    #expect(Set(conflict.changes.map(\.stamp.by)) == ["QNG", "omar"])
    let both = try found(part(of: other, after: first), from: other)
    let values = both.changes.filter { $0.part.kind == .value }
    #expect(values.count == 2 && values.contains { first.changes.contains($0) })
    #expect(one.takeInOwn(both, by: encoding) > 0)
    #expect(one.conflicts().count == 1)
    var reader = Session.sample
    _ = reader.takeIn(both, by: encoding)
    #expect(reader.conflicts().count == 1)
    // One of them decides, and everybody has it.
    let settled = try one.settling(
      try #require(one.conflicts().first),
      for: try #require(one.conflicts().first?.changes.first),
      stamp: one.nextStamp(by: "amina"),
    )
    one.apply(settled)
    #expect(one.conflicts().isEmpty)
    let decided = try found(part(of: one, after: both), from: one)
    _ = reader.takeIn(decided, by: encoding)
    _ = other.takeInOwn(decided, by: encoding)
    #expect(reader.conflicts().isEmpty && other.conflicts().isEmpty)
    let standing = [one, other, reader].map { $0.answer(of: .havenia, to: .sample("1.1.1")).value }
    #expect(Set(standing).count == 1)
  }

  @Test func whatAColleagueKeptPrivateIsNotToldBecauseAnotherShared() throws {
    var (one, other) = (Session.sample, Session.sample)
    try one.fulfil(.answer(.step(.partial)), on: "1.1.1", by: "amina", id: "a")
    try one.fulfil(.sharing(.room), on: "1.1.1", by: "amina", id: "b")
    try other.fulfil(.applied(.fully), on: "1.1.2", by: "omar", id: "y")
    for id in ["c", "d"] {
      let note = TranslatedText("SECRET \(id)", language: .english)
      try other.fulfil(.note(note), on: "1.1.1", by: "omar", id: id)
    }
    try other.fulfil(.answer(.notApplicable(reason: "SECRET")), on: "1.1.1", by: "omar", id: "e")
    let first = try found(part(of: one), from: one)
    _ = other.takeInOwn(first, by: encoding)
    #expect(other.takeInOwn(first, by: encoding) == 0)
    #expect(other.conflicts().count == 1)
    let told = part(of: other, after: first)
    #expect(told.isAll(in: first))
    // Until they share it themselves.
    let conflict = try #require(other.conflicts().first)
    let chosen = try #require(conflict.changes.first { $0.stamp.by == "omar" })
    other.apply(try other.settling(conflict, for: chosen, stamp: other.nextStamp(by: "omar")))
    try other.fulfil(.sharing(.report), on: "1.1.1", by: "omar", id: "f")
    let later = try found(part(of: other, after: first), from: other)
    var reader = Session.sample
    for part in [first, later] { _ = reader.takeIn(part, by: encoding) }
    #expect(reader.conflicts().isEmpty)
    #expect(
      SharedState(of: reader, in: .everyKind, codes: [.havenia])
        == SharedState(of: other, in: .everyKind, codes: [.havenia])
    )
  }

  @Test func nothingComesInThroughADelegationsPlaceButWhatItCouldTell() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.position(institution: "I", Position(value: .declined)), on: "1.1.1")
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1", of: .dorania)
    // None is known by what it tells, and one is another delegation's.
    let found = FoundPart(of: .havenia, in: session, latest: latest, by: encoding)
    #expect(found.changes.isEmpty)
    #expect(found.refused > 3)
    try session.fulfil(.sharing(.room), on: "1.1.1")
    let told = part(of: session).session(in: session)
    #expect(FoundPart(of: .dorania, in: told, latest: latest, by: encoding).changes.isEmpty)
    let early = ChangeOrder.first
    #expect(FoundPart(of: .havenia, in: told, latest: early, by: encoding).changes.isEmpty)
  }

  @Test func takingInIsDoneOnceInWhateverOrderAndAsInAMerge() throws {
    let seed = UInt64.random(in: 0...(.max))
    print("shared parts: seed \(seed)")
    for number in 0..<LongRuns.count(20, long: 2000) {
      let seeds = (seed &+ UInt64(number)) &* 7
      var havenia = RandomSharing(seed: seeds, machine: "g", clock: 1000, in: .everyKind)
      var dorania = RandomSharing(seed: seeds + 1, machine: "d", clock: 1500, in: .everyKind)
      var branches = RandomBranches(seed: seeds + 2)
      let start = try branches.goingOn(.sample, steps: 5).mergedWithItself()
      let g = havenia.goingOn(start, as: .havenia, steps: 30)
      let d = dorania.goingOn(start, as: .dorania, steps: 30)
      let first = try found(part(of: g), from: g)
      let g2 = havenia.goingOn(g, as: .havenia, steps: 20)
      let second = try found(part(of: g2, after: first), from: g2)
      let third = FoundPart(
        of: .dorania,
        in: SharedPart(of: d, by: .dorania, encoding: encoding).session(in: d),
        latest: latest,
        by: encoding,
      )
      let a = try branches.goingOn(start, steps: 6).mergedWithItself()
      let b = try branches.goingOn(start, steps: 6).mergedWithItself()
      func taking(_ session: Session, _ parts: FoundPart...) -> Session {
        var session = session
        for part in parts { _ = session.takeIn(part, by: encoding) }
        return session
      }
      let all = taking(a, first, second, third)
      #expect(taking(a, third, second, first) == all, "seed \(seed), \(number): order")
      #expect(taking(all, second, first, third) == all, "seed \(seed), \(number): twice")
      let merged = try taking(a, first, third).merged(with: taking(b, second))
      let late = taking(try a.merged(with: b), first, second, third)
      #expect(merged == late, "seed \(seed), \(number): merge")
      let reader = taking(.sample, first, second)
      // One that was taken off the list has nothing to share.
      #expect(
        g2.delegations[.havenia] == nil
          || SharedState(of: reader, in: .everyKind, codes: [.havenia])
            == SharedState(of: g2, in: .everyKind, codes: [.havenia]),
        "seed \(seed), \(number): what is shared",
      )
      let text = SessionFile.text(part(of: g2, after: first).session(in: g2))
      #expect(
        !String(decoding: text, as: UTF8.self).contains("SECRET"),
        "seed \(seed), \(number)",
      )
    }
  }

  @Test func randomSessionsTellOnlyWhatIsTheirs() throws {
    let seed = UInt64.random(in: 0...(.max))
    print("shared parts of random sessions: seed \(seed)")
    var sessions = RandomSessions(seed: seed)
    for number in 0..<LongRuns.count(100, long: 5000) {
      let session = sessions.next()
      for code in session.order {
        let part = SharedPart(of: session, by: code, encoding: encoding)
        let answers = part.changes.compactMap(\.question)
        #expect(
          answers.allSatisfy { session.answer(of: code, to: $0).sharing != .private },
          "seed \(seed), \(number)",
        )
        var one = session
        var found = FoundPart(of: code, in: session, latest: latest, by: encoding)
        #expect(one.takeIn(found, by: encoding) == 0)
        found = FoundPart(of: code, in: part.session(in: session), latest: latest, by: encoding)
        #expect(found.changes.count == part.changes.count, "seed \(seed), \(number)")
        _ = one.takeIn(found, by: encoding)
        #expect(one.takeIn(found, by: encoding) == 0, "seed \(seed), \(number)")
      }
    }
  }

  @Test func theRoomTellsNothingOfDelegationsAndTheirPeople() throws {
    let (session, _) = try SecretSession.session()
    let room = RoomPart(of: session, encoding: encoding)
    let text = String(decoding: SessionFile.text(room.session), as: UTF8.self)
    #expect(!text.contains("SECRET") && !text.contains("HIDDEN"))
    #expect(room.isAll(in: FoundRoom(in: room.session, latest: latest)))
  }

  @Test func theRoomBringsADelegationsOwnFileWhoElseTakesPart() throws {
    var session = Session.sample
    let stamp = Change.Stamp(
      id: "r",
      at: Timestamp(milliseconds: 5),
      by: "f",
      terminal: "SECRET",
      role: .facilitator,
    )
    let change = try session.change(
      setting: RecordKey(.parked, "p"),
      to: .parked(ParkedMatter(id: "p", text: "aside")),
      stamp: stamp,
    )
    session.apply(try #require(change))
    var own = try session.extract(of: .havenia, at: Timestamp(milliseconds: 0), fingerprint: "")
    let room = RoomPart(of: session, encoding: encoding)
    #expect(!"\(room.session.history)".contains("SECRET"))
    let found = FoundRoom(in: room.session, latest: latest)
    #expect(try own.takeIn(found, own: .havenia, by: encoding) > 0)
    #expect(try own.takeIn(found, own: .havenia, by: encoding) == 0)
    #expect(own.order == [.havenia, .dorania])
    #expect(own.workshop.parkingLot.map(\.text) == ["aside"])
    #expect(own.handOver?.delegation == .havenia)
  }
}

extension Session {
  /// The same once its history accounts for what stands in it.
  fileprivate func mergedWithItself() throws -> Session { try merged(with: self) }
}
