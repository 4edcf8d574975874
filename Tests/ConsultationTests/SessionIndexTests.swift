import TestSupport
import Testing

@testable import Consultation

/// What is kept of the history is what one pass over it gives, whatever happens to it.
@Suite struct SessionIndexTests {
  private func indexed(_ session: Session) -> Session {
    var session = session
    session.keepIndex()
    return session
  }

  /// Expects of a session with an index what it says without one.
  private func expectSame(_ session: Session, seed: UInt64) {
    var plain = session
    plain.log = History(session.history)
    #expect(session.log.index == SessionIndex(of: session.history), "seed \(seed)")
    #expect(session == plain)
    #expect(session.conflicts() == plain.conflicts(), "seed \(seed)")
    for code in session.order {
      #expect(session.conflicts(of: code) == plain.conflicts(of: code), "seed \(seed)")
      #expect(session.lastQuestion(of: code) == plain.lastQuestion(of: code), "seed \(seed)")
      for number in Questionnaire.everyKind.numbers {
        let kept = session.agreement(of: code, on: number)
        let read = plain.agreement(of: code, on: number)
        #expect(kept?.by == read?.by && kept?.at == read?.at, "seed \(seed)")
      }
      for domain in 1...6 {
        #expect(
          session.signOff(of: code, domain: domain)?.isValid
            == plain.signOff(of: code, domain: domain)?.isValid,
          "seed \(seed)",
        )
      }
    }
  }

  @Test func isWhatOnePassOverTheHistoryGives() throws {
    let first = UInt64.random(in: 0...UInt64.max)
    for seed in (0..<UInt64(LongRuns.count(30, long: 3000))).map({ first &+ $0 }) {
      var branches = RandomBranches(seed: seed)
      var session = indexed(.sample)
      var other = session
      for round in 0..<6 {
        session = branches.goingOn(session, steps: 12)
        other = branches.goingOn(other, steps: 6)
        expectSame(session, seed: seed)
        // What another one did comes in between, and at once as a whole.
        session.apply(other.history)
        expectSame(session, seed: seed)
        if round == 3 { session.become(other, with: Set(session.history.map(\.stamp.id))) }
        expectSame(session, seed: seed)
      }
      let receipt = Receipt(
        delegation: .morocco,
        at: Timestamp(milliseconds: 5000),
        by: "amina",
        fingerprint: "00",
      )
      try? session.withdraw(receipt)
      session = branches.goingOn(session, steps: 12)
      expectSame(session, seed: seed)
    }
  }

  @Test func isKeptOfAMergedSession() throws {
    var branches = RandomBranches(seed: 7)
    let start = Session.sample
    let one = branches.goingOn(start, steps: 40)
    let two = branches.goingOn(start, steps: 40)
    expectSame(indexed(try one.merged(with: two)), seed: 7)
  }

  @Test func isKeptAtASeat() {
    let desk = SeatedSession(.sample, seat: .delegation(.morocco))
    #expect(desk.session.log.index != nil)
  }
}
