import Consultation
import TestSupport
import Testing

/// The level follows from the elements that are ticked, and both go together wherever an answer
/// goes.
@Suite struct ElementsTests {
  private let questionnaire = Questionnaire.withElements

  private func session() -> Session { .sample(answering: questionnaire) }

  private func ticked(_ codes: Set<String>, on number: String = "1.1.1") throws -> Session {
    var session = session()
    try session.fulfil(.elements(codes), on: number, in: questionnaire)
    return session
  }

  @Test(
    arguments: zip(
      [[], ["courts"], ["courts", "complaints"], ["courts", "legalAid", "complaints"]],
      [Step.absent, .partial, .established, .established],
    )
  )
  func theLevelIsWhatTheTicksComeTo(codes: Set<String>, level: Step) throws {
    let answer = try ticked(codes).answered("1.1.1")
    #expect(answer.value == .step(level) && answer.elements == codes)
    #expect(try #require(questionnaire[.sample("1.1.1")]).elements?.level(of: codes) == level)
  }

  @Test func allHaveToBeTickedWhereTheQuestionSaysNothingElse() throws {
    #expect(try ticked(["law"], on: "1.1.2").answered("1.1.2").value == .step(.partial))
    #expect(
      try ticked(["law", "body"], on: "1.1.2").answered("1.1.2").value == .step(.established)
    )
  }

  @Test func nobodyTicksWhatTheQuestionDoesNotName() throws {
    var session = session()
    #expect(throws: Refusal.unknownElement(.sample("1.1.1"), "law")) {
      try session.fulfil(.elements(["courts", "law"]), on: "1.1.1", in: questionnaire)
    }
    #expect(throws: Refusal.valueDoesNotFit(.sample("1.1.3"))) {
      try session.fulfil(.elements([]), on: "1.1.3", in: questionnaire)
    }
    #expect(throws: Refusal.unknownElement(.sample("1.1.3"), "courts")) {
      let position = Position(value: .step(.partial), elements: ["courts"])
      try session.fulfil(.position(institution: "A", position), on: "1.1.3", in: questionnaire)
    }
  }

  @Test func aLevelThatIsSetOtherwiseIsAgreedWithANoteAlone() throws {
    var session = try ticked(["courts"])
    try session.fulfil(.answer(.step(.established)), on: "1.1.1", in: questionnaire)
    #expect(session.answered("1.1.1").elements == ["courts"])
    let law = Evidence(id: "e", title: "Law")
    try session.fulfil(.evidence(id: "e", law), on: "1.1.1", in: questionnaire)
    #expect(throws: Refusal.levelNeedsNote(.sample("1.1.1"))) {
      try session.fulfil(.status(.agreed), on: "1.1.1", in: questionnaire)
    }
    let note = TranslatedText("No refugees", language: .english)
    try session.fulfil(.note(note), on: "1.1.1", in: questionnaire)
    try session.fulfil(.status(.agreed), on: "1.1.1", in: questionnaire)
    #expect(session.answered("1.1.1").status == .agreed)
    #expect(session.faults(in: questionnaire) == [])
    try session.fulfil(.note(nil), on: "1.1.1", in: questionnaire)
    #expect(session.answered("1.1.1").status == .draft)
  }

  @Test func whatWasAgreedIsADraftOnceATickChanges() throws {
    var session = try ticked(["courts", "legalAid"])
    let note = TranslatedText("Law 5", language: .english)
    try session.fulfil(.note(note), on: "1.1.1", in: questionnaire)
    try session.fulfil(.status(.agreed), on: "1.1.1", in: questionnaire)
    try session.fulfil(
      .elements(["courts", "legalAid", "complaints"]),
      on: "1.1.1",
      in: questionnaire,
    )
    #expect(session.answered("1.1.1").status == .draft)
    #expect(session.answered("1.1.1").value == .step(.established))
  }

  @Test func whatIsDeclinedOrTakenBackHasNothingTicked() throws {
    for value in [nil, AnswerValue.declined, .notApplicable(reason: nil)] {
      var session = try ticked(["courts"])
      try session.fulfil(.answer(value), on: "1.1.1", in: questionnaire)
      #expect(session.answered("1.1.1").elements == [])
    }
  }

  @Test func undoingBringsTheTicksBackWithTheLevel() throws {
    var session = try ticked(["courts"])
    try session.fulfil(.elements(["courts", "legalAid"]), on: "1.1.1", in: questionnaire)
    for change in try session.undoing(stamp: session.nextStamp(), for: .havenia) {
      session.apply(change)
    }
    #expect(session.answered("1.1.1").elements == ["courts"])
    #expect(session.answered("1.1.1").value == .step(.partial))
  }

  @Test func twoThatTickedApartAreAConflictAndNeverMixed() throws {
    let start = session()
    var (first, second) = (start, start)
    try first.fulfil(.elements(["courts"]), on: "1.1.1", in: questionnaire, id: "a")
    try second.fulfil(.elements(["legalAid"]), on: "1.1.1", by: "omar", in: questionnaire, id: "b")
    let merged = try first.merged(with: second)
    #expect(merged == (try second.merged(with: first)))
    #expect([["courts"], ["legalAid"]].contains(merged.answered("1.1.1").elements))
    #expect(merged.conflicts(of: .havenia).count == 1)
  }

  @Test func institutionsThatTickOtherwiseDiffer() throws {
    var session = session()
    for (institution, code) in [("Health", "courts"), ("Interior", "legalAid")] {
      let position = Position(value: .step(.partial), elements: [code])
      let wish = Wish.position(institution: institution, position)
      try session.fulfil(wish, on: "1.1.1", in: questionnaire)
    }
    #expect(session.answered("1.1.1").positionsDiffer)
  }

  @Test func anInstrumentOfOtherRegionsIsNotWaitedFor() throws {
    var session = session()
    let question = try #require(questionnaire[.sample("1.2.1")])
    let ratified = Standing(.established, hasReservations: true, date: CalendarDate("1993-06-21"))
    try session.fulfil(.instrument("CRC", ratified), on: "1.2.1", in: questionnaire)
    #expect(session.answered("1.2.1").instruments["CRC"] == ratified)
    #expect(session.answered("1.2.1").levelOfInstruments(of: question) == .established)
    try session.fulfil(.instrument("OAU", .absent), on: "1.2.1", in: questionnaire)
    #expect(session.answered("1.2.1").levelOfInstruments(of: question) == .partial)
  }

  /// In the second edition: the level follows as soon as all are stated, is open again where one is
  /// not any more, and can be set otherwise with a note.
  @Test func theLevelFollowsFromTheInstruments() throws {
    let edition = try Questionnaire.secondEdition()
    var session = Session.sample(answering: edition)
    let question = try #require(edition[.sample("1.7.1")])
    for option in question.kind.options.dropLast() {
      try session.fulfil(.instrument(option.code, .established), on: "1.7.1", in: edition)
      #expect(session.answered("1.7.1").isOpen)
    }
    let last = try #require(question.kind.options.last).code
    try session.fulfil(.instrument(last, .established), on: "1.7.1", in: edition)
    #expect(session.answered("1.7.1").value == .step(.established))
    #expect(session.answered("1.7.1").proposal(for: question) == nil)
    try session.fulfil(.instrument(last, .absent), on: "1.7.1", in: edition)
    #expect(session.answered("1.7.1").value == .step(.partial))
    try session.fulfil(.answer(.step(.established)), on: "1.7.1", in: edition)
    let law = Evidence(id: "e", title: "Law")
    try session.fulfil(.evidence(id: "e", law), on: "1.7.1", in: edition)
    #expect(throws: Refusal.levelNeedsNote(.sample("1.7.1"))) {
      try session.fulfil(.status(.agreed), on: "1.7.1", in: edition)
    }
    let note = TranslatedText("Deposited last week", language: .english)
    try session.fulfil(.note(note), on: "1.7.1", in: edition)
    try session.fulfil(.status(.agreed), on: "1.7.1", in: edition)
    try session.fulfil(.instrument(last, .established), on: "1.7.1", in: edition)
    #expect(session.answered("1.7.1").status == .draft)
    try session.fulfil(.instrument(last, nil), on: "1.7.1", in: edition)
    #expect(session.answered("1.7.1").isOpen)
  }

  /// Regional instruments count once one of the region is stated, and are shown to those to whom
  /// they are not known to be closed.
  @Test func regionalInstrumentsAreThoseOfTheRegion() throws {
    let edition = try Questionnaire.secondEdition()
    var session = Session.sample(answering: edition)
    let question = try #require(edition[.sample("1.7.3")])
    let arab = question.kind.options.filter { $0.regions == [.arab] }.map(\.code)
    let african = question.kind.options.filter { $0.regions == [.africa] }.map(\.code)
    #expect(arab.count == 3 && african.count == 2)
    for code in arab {
      #expect(session.answered("1.7.3").isOpen)
      try session.fulfil(.instrument(code, .established), on: "1.7.3", in: edition)
    }
    #expect(session.answered("1.7.3").value == .step(.established))
    try session.fulfil(.instrument(african[0], .established), on: "1.7.3", in: edition)
    #expect(session.answered("1.7.3").isOpen)
    func shown(_ code: String) -> [String] {
      question.kind.options.filter { $0.isOpen(to: .sample(code)) }.map(\.code)
    }
    #expect(shown("IRQ") == arab && shown("KEN") == african)
    #expect(shown("MAR").count == 5 && shown("ZZA").count == 5)
  }

  @Test(arguments: [
    "established", "partial,1993-06-21", "absent", "established,reservations",
    "established,reservations,2001-02-03",
  ])
  func aStandingIsReadAsItIsWritten(text: String) throws {
    #expect(try #require(Standing(text)).plainText == text)
  }

  @Test(arguments: ["", "ratify", "established,", "established,soon", "signed,reservations,x,y"])
  func whatIsNoStandingIsNone(text: String) { #expect(Standing(text) == nil) }

  @Test func nobodyElseSeesTheTicksOfWhatIsNotShared() throws {
    var session = try ticked(["courts"])
    func shared() -> SharedAnswer? {
      SharedView(of: session, for: .room, in: questionnaire)[.havenia]?.answers[.sample("1.1.1")]
    }
    #expect(shared() == nil)
    try session.fulfil(.sharing(.room), on: "1.1.1", in: questionnaire)
    #expect(shared()?.parts.elements == ["courts"])
    #expect(
      SharedView(of: session, for: .report, in: questionnaire)[.havenia]?.answers.isEmpty == true
    )
  }

  @Test func aBaselineTellsWhichElementsMovedUnderTheSameLevel() throws {
    var session = try ticked(["law"], on: "1.1.2")
    let question = try #require(questionnaire[.sample("1.1.2")])
    func frozen() throws -> Baseline {
      try #require(session.delegations[.havenia]).frozen(
        in: questionnaire,
        at: Timestamp(milliseconds: 0),
        by: "a",
        fingerprint: "",
      )
    }
    let baseline = try frozen()
    #expect(
      baseline.movement(of: session.answered("1.1.2"), to: question) == .stayed(.step(.partial))
    )
    try session.fulfil(.elements(["body"]), on: "1.1.2", in: questionnaire)
    let moved = Baseline.Movement.moved(from: .step(.partial), to: .step(.partial))
    #expect(baseline.movement(of: session.answered("1.1.2"), to: question) == moved)
  }

  /// Random ticks, levels set otherwise, undoing and merging both ways: the level is what the ticks
  /// come to, unless somebody set it otherwise as the last thing that was done to it.
  @Test func theLevelFollowsWhateverIsDoneAndMergingIsOfBothSidesTheSame() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Elements: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let elements = try #require(questionnaire[.sample("1.1.1")]?.elements)
    for round in 0..<60 {
      var copies = [session(), session()]
      for step in 0..<12 {
        let side = Int.random(in: 0...1, using: &generator)
        let author = ["amina", "omar"][side]
        let codes = Set(elements.codes.filter { _ in Bool.random(using: &generator) })
        let levels: [AnswerValue] = [
          .step(.established), .step(.partial), .step(.absent), .declined,
        ]
        let wish: Wish =
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: .answer(levels.randomElement(using: &generator))
          default: .elements(codes)
          }
        let id = "\(round)-\(side)-\(step)"
        try copies[side].fulfil(wish, on: "1.1.1", by: author, in: questionnaire, id: id)
        let answer = copies[side].answered("1.1.1")
        if case .elements = wish {
          #expect(answer.value == .step(elements.level(of: codes)), "seed \(seed)")
        }
        if answer.value == .declined { #expect(answer.elements.isEmpty, "seed \(seed)") }
      }
      let merged = try copies[0].merged(with: copies[1])
      #expect(merged == (try copies[1].merged(with: copies[0])), "seed \(seed)")
      #expect(try merged.merged(with: copies[0]) == merged, "seed \(seed)")
      let (answer, sides) = (merged.answered("1.1.1"), copies.map { $0.answered("1.1.1") })
      #expect(
        sides.contains { $0.value == answer.value && $0.elements == answer.elements },
        "seed \(seed)",
      )
    }
  }
}
