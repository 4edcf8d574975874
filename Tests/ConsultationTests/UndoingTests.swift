import Consultation
import TestSupport
import Testing

@Suite struct UndoingTests {
  private func undo(_ session: inout Session, by author: String = "amina") throws {
    let stamp = session.nextStamp(by: author)
    session.apply(try session.undoing(stamp: stamp, for: .morocco))
  }

  private func redo(_ session: inout Session, by author: String = "amina") throws {
    let stamp = session.nextStamp(by: author)
    session.apply(try session.redoing(stamp: stamp, for: .morocco))
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
      let end = session.delegations[.morocco]?.answers.mapValues(\.value)
      var undone = 0
      while (try? undo(&session)) != nil { undone += 1 }
      #expect(session.answered("1.1.1").isOpen && session.answered("1.1.2").isOpen)
      for _ in 0..<undone { try redo(&session) }
      #expect(session.delegations[.morocco]?.answers.mapValues(\.value) == end, "seed \(seed)")
    }
  }
}
