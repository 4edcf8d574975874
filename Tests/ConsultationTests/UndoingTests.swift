import Consultation
import TestSupport
import Testing

@Suite struct UndoingTests {
  private func undo(_ session: inout Session, by author: String = "amina") throws {
    let stamp = session.nextStamp(by: author)
    for change in try session.undoing(stamp: stamp, for: .havenia) { session.apply(change) }
  }

  private func redo(_ session: inout Session, by author: String = "amina") throws {
    let stamp = session.nextStamp(by: author)
    for change in try session.redoing(stamp: stamp, for: .havenia) { session.apply(change) }
  }

  @Test func takesBackOneStepAfterAnotherAndDoesThemAgain() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1")
    try undo(&session)
    #expect(session.answered("1.1.1").value == .step(.partial))
    try undo(&session)
    #expect(session.answered("1.1.1").value == nil)
    #expect(throws: Refusal.nothingToUndo) { try undo(&session) }
    try redo(&session)
    try redo(&session)
    #expect(session.answered("1.1.1").value == .step(.absent))
    #expect(throws: Refusal.nothingToRedo) { try redo(&session) }
    try undo(&session)
    #expect(session.answered("1.1.1").value == .step(.partial))
  }

  @Test func doesNothingAgainAfterSomethingNew() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try undo(&session)
    try session.fulfil(.answer(.declined), on: "1.1.2")
    #expect(throws: Refusal.nothingToRedo) { try redo(&session) }
  }

  @Test func takesBackOnlyOnesOwn() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.answer(.declined), on: "1.1.2", by: "karim")
    try undo(&session)
    #expect(session.answered("1.1.1").value == nil)
    #expect(session.answered("1.1.2").value == .declined)
  }

  @Test func leavesWhatSomeoneElseChangedSince() throws {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1", by: "karim")
    #expect(throws: Refusal.changedSince(by: "karim")) { try undo(&session) }
    #expect(session.answered("1.1.1").value == .step(.absent))
  }

  @Test func anyNumberOfUndosAndRedosLeadsBackToTheEnd() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("Undo laws: seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var session = Session.sample
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let number = ["1.1.1", "1.1.2"].randomElement(using: &generator) ?? "1.1.1"
        let step = Step.allCases.randomElement(using: &generator)
        try session.fulfil(.answer(step.map(AnswerValue.step)), on: number)
      }
      let end = session.delegations[.havenia]?.answers.mapValues(\.value)
      var undone = 0
      while (try? undo(&session)) != nil { undone += 1 }
      #expect(session.answered("1.1.1").isOpen && session.answered("1.1.2").isOpen)
      for _ in 0..<undone { try redo(&session) }
      #expect(session.delegations[.havenia]?.answers.mapValues(\.value) == end, "seed \(seed)")
    }
  }

  /// Shares the answers to both questions with the room by one act.
  private func share(_ session: inout Session) throws {
    let delegation = try #require(session.delegations[.havenia])
    let plan = SharingPlan(
      of: delegation,
      asked: AskedQuestions(of: .everyKind, for: delegation),
      reach: .domain(1),
      sharing: .room,
    )
    let changes = try session.changes(
      sharing: plan,
      of: .havenia,
      in: .everyKind,
      stamp: session.nextStamp(),
    )
    for change in changes { session.apply(change) }
  }

  private func answeredTwice() throws -> Session {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.answer(.declined), on: "1.1.2")
    return session
  }

  @Test func anActIsTakenBackAndDoneAgainInOneStep() throws {
    var session = try answeredTwice()
    try share(&session)
    #expect(session.history.count == 4)
    #expect(session.answered("1.1.1").sharing == .room)
    #expect(session.answered("1.1.2").sharing == .room)
    try undo(&session)
    #expect(session.answered("1.1.1").sharing == .private)
    #expect(session.answered("1.1.2").sharing == .private)
    #expect(session.answered("1.1.1").value == .step(.partial))
    try redo(&session)
    #expect(session.answered("1.1.1").sharing == .room)
    #expect(session.answered("1.1.2").sharing == .room)
    try undo(&session)
    #expect(session.answered("1.1.2").sharing == .private)
    try undo(&session)
    #expect(session.answered("1.1.2").isOpen)
  }

  @Test func ofAnActWhatSomeoneElseChangedSinceStaysAndTheRestIsTakenBack() throws {
    var session = try answeredTwice()
    try share(&session)
    try session.fulfil(.sharing(.report), on: "1.1.1", by: "karim")
    try undo(&session)
    #expect(session.answered("1.1.1").sharing == .report)
    #expect(session.answered("1.1.2").sharing == .private)
    try undo(&session)
    #expect(session.answered("1.1.2").isOpen, "the act is not taken back twice")
  }

  @Test func anActIsOneInEveryCopyThatItIsMergedInto() throws {
    let before = try answeredTwice()
    var here = before
    try share(&here)
    var there = before
    try there.fulfil(.applied(.partly), on: "1.1.1", by: "karim", id: "there")
    var merged = try there.merged(with: here)
    #expect(try merged == here.merged(with: there))
    #expect(merged.answered("1.1.1").sharing == .room)
    #expect(Set(merged.history.compactMap(\.stamp.act)).count == 1)
    let stamp = Change.Stamp(
      id: "back",
      at: Timestamp(milliseconds: 1_686_823_300_000),
      by: "amina",
    )
    let back = try merged.undoing(stamp: stamp, for: .havenia)
    #expect(back.count == 2)
    for change in back { merged.apply(change) }
    #expect(merged.answered("1.1.1").sharing == .private)
    #expect(merged.answered("1.1.2").sharing == .private)
    #expect(merged.answered("1.1.1").applied == .partly)
  }
}
