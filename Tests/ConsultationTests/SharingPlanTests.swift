import Consultation
import TestSupport
import Testing

@Suite struct SharingPlanTests {
  /// Havenia with an answer in each of two domains, one to verify, one declined, one shared with
  /// the report, and one open.
  private func session() throws -> Session {
    var session = Session.sample
    try session.fulfil(.answer(.step(.partial)), on: "1.1.1")
    try session.fulfil(.note(TranslatedText("loi", language: .french)), on: "1.1.1")
    try session.fulfil(.status(.agreed), on: "1.1.1")
    try session.fulfil(.answer(.declined), on: "1.1.2")
    try session.fulfil(.answer(.option("a")), on: "1.2.2")
    try session.fulfil(.status(.toVerify), on: "1.2.2")
    try session.fulfil(.answer(.number(3)), on: "2.1.2")
    try session.fulfil(.sharing(.report), on: "2.1.2")
    return session
  }

  private func plan(
    _ session: Session,
    _ reach: SharingPlan.Reach,
    _ sharing: Sharing,
    _ exceptions: Set<SharingPlan.Exception> = [],
  ) throws -> SharingPlan {
    let delegation = try #require(session.delegations[.havenia])
    return SharingPlan(
      of: delegation,
      asked: AskedQuestions(of: .everyKind, for: delegation),
      reach: reach,
      sharing: sharing,
      exceptions: exceptions,
    )
  }

  private func numbers(_ texts: String...) -> [QuestionNumber] { texts.map { .sample($0) } }

  @Test func sharesWhatIsAnsweredAsFarAsItReaches() throws {
    let session = try session()
    let one = try plan(session, .question(.sample("1.1.1")), .room)
    #expect(one.changing == numbers("1.1.1") && one.open == 0)
    let domain = try plan(session, .domain(1), .room)
    #expect(domain.changing == numbers("1.1.1", "1.1.2", "1.2.2"))
    #expect(domain.open == 1 && domain.leftOut.isEmpty && domain.standing.isEmpty)
    let all = try plan(session, .all, .room)
    #expect(all.changing == domain.changing)
    #expect(all.standing == numbers("2.1.2"), "what the report sees, the room sees already")
    #expect(all.open == 4)
  }

  @Test(arguments: [
    (SharingPlan.Exception.drafts, ["1.1.2"]), (.toVerify, ["1.2.2"]), (.withoutValue, ["1.1.2"]),
  ])
  func leavesOutWhatIsAskedToBeLeftOut(
    exception: SharingPlan.Exception,
    leftOut: [String],
  ) throws {
    let plan = try plan(session(), .domain(1), .report, [exception])
    #expect(plan.leftOut == leftOut.map { .sample($0) })
    #expect(plan.changing.count == 3 - leftOut.count)
  }

  @Test func takesBackWhateverIsSharedWithoutExceptions() throws {
    var session = try session()
    try session.fulfil(.sharing(.room), on: "1.1.2")
    // Its question is not asked any more.
    try session.fulfil(.answer(.step(.absent)), on: "1.1.1")
    let all = try plan(session, .all, .private, Set(SharingPlan.Exception.allCases))
    #expect(all.changing == numbers("1.1.2", "2.1.2"))
  }

  @Test func becomesOneActOfAChangeForEachAnswer() throws {
    var session = try session()
    let before = session
    let changes = try session.changes(
      sharing: plan(session, .all, .report),
      of: .havenia,
      in: .everyKind,
      stamp: session.nextStamp(),
    )
    #expect(session == before, "a plan shares nothing")
    #expect(changes.count == 3 && Set(changes.map(\.stamp.act)).count == 1)
    #expect(Set(changes.map(\.stamp.id)).count == 3)
    #expect(changes.map(\.stamp.order) == changes.map(\.stamp.order).sorted())
    for change in changes { session.apply(change) }
    let view = SharedView(of: session, for: .report, in: .everyKind)
    #expect(view[.havenia]?.answers.count == 4)
  }

  @Test func aFacilitatorSharesNothing() throws {
    let session = try session()
    var stamp = session.nextStamp(by: "facilitator")
    stamp.role = .facilitator
    #expect(throws: Refusal.facilitatorAltersNothing) {
      try session.changes(
        sharing: plan(session, .all, .room),
        of: .havenia,
        in: .everyKind,
        stamp: stamp,
      )
    }
  }
}
