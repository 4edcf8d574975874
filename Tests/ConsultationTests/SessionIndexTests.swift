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

  @Test(arguments: [true, false])
  func anotherStateOfASessionIsIndexedWhereItWas(isIndexed: Bool) {
    var session = isIndexed ? indexed(.sample) : .sample
    session.become(.sample, with: [])
    #expect((session.log.index != nil) == isIndexed)
  }

  /// Expects of a session with an index what it says without one.
  private func expectSame(_ session: Session, seed: UInt64) {
    var plain = session
    plain.log = History(session.history)
    #expect(session.log.index == SessionIndex(of: session.history), "seed \(seed)")
    #expect(session == plain)
    #expect(session.roomRecords == RoomRecords(session.records), "seed \(seed)")
    #expect(session.conflicts() == plain.conflicts(), "seed \(seed)")
    #expect(session.heldItems == plain.heldItems, "seed \(seed)")
    #expect(session.lastActivity == plain.lastActivity, "seed \(seed)")
    expectSameTurning(session, plain, seed: seed)
    for code in session.order {
      #expect(session.conflicts(of: code) == plain.conflicts(of: code), "seed \(seed)")
      #expect(session.lastQuestion(of: code) == plain.lastQuestion(of: code), "seed \(seed)")
      for milliseconds: Int64 in [0, 1050, 2000] {
        let moment = Timestamp(milliseconds: milliseconds)
        #expect(
          session.questionsChanged(of: code, since: moment)
            == plain.questionsChanged(of: code, since: moment),
          "seed \(seed)",
        )
      }
      for number in Questionnaire.everyKind.numbers.map(Optional.some) + [nil] {
        let log = Array(session.log(of: code, on: number))
        #expect(log == Array(plain.log(of: code, on: number)), "seed \(seed)")
        var parts: Set<AnswerPart> = []
        let done = session.history.filter { $0.delegation == code && $0.question == number }
        #expect(log.map(\.change) == done.reversed(), "seed \(seed)")
        #expect(log.map(\.stands) == done.reversed().map { parts.insert($0.part).inserted })
      }
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

  /// Expects that everybody can take back and do again what reading the history from its end says.
  private func expectSameTurning(_ session: Session, _ plain: Session, seed: UInt64) {
    let undone = TakenBack(in: session.history)
    for by in ["amina", "omar", "nobody"] {
      for code in session.order.map(Optional.some) + [nil] {
        let stamp = Change.Stamp(id: "next", at: Timestamp(milliseconds: 9000), by: by)
        let index = UndoIndex(of: session.history)
        let done = index.lastDone(by: by, for: code, in: session.history)
        let lastDone = undone.lastDone(by: by, for: code, in: session.history)
        #expect(done?.last == lastDone, "seed \(seed)")
        let again = index.lastTakenBack(by: by, for: code, in: session.history)
        let lastUndone = undone.lastTakenBack(by: by, for: code, in: session.history)
        #expect(again?.last == lastUndone, "seed \(seed)")
        #expect(
          (try? session.undoing(stamp: stamp, for: code))
            == (try? plain.undoing(stamp: stamp, for: code)),
          "seed \(seed)",
        )
        #expect(
          (try? session.redoing(stamp: stamp, for: code))
            == (try? plain.redoing(stamp: stamp, for: code)),
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
        delegation: .havenia,
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
    let desk = SeatedSession(.sample, seat: .delegation(.havenia))
    #expect(desk.session.log.index != nil)
  }
}

/// What another change, itself still standing, takes back, read from the end of the history.
private struct TakenBack {
  private var changes: Set<String> = []
  private var acts: Set<String> = []
  private let originals: Set<String>

  init(in history: [Change]) {
    originals = Set(history.filter { $0.undoes == nil }.map(\.stamp.id))
    for change in history.reversed() {
      guard let target = change.undoes, !changes.contains(change.stamp.id) else { continue }
      changes.insert(target)
    }
    for change in history where changes.contains(change.stamp.id) {
      if let act = change.stamp.act { acts.insert(act) }
    }
  }

  private func contains(_ change: Change) -> Bool {
    changes.contains(change.stamp.id) || change.stamp.act.map(acts.contains) ?? false
  }

  func lastDone(by name: String, for code: DelegationCode?, in history: [Change]) -> Change? {
    history.last {
      $0.stamp.by == name && $0.delegation == code && $0.undoes == nil && !contains($0)
    }
  }

  func lastTakenBack(by name: String, for code: DelegationCode?, in history: [Change]) -> Change? {
    for change in history.reversed() where change.stamp.by == name && change.delegation == code {
      guard let target = change.undoes else { return nil }
      if originals.contains(target), !contains(change) { return change }
    }
    return nil
  }
}
