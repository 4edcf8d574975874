import Consultation
import TestSupport
import Testing

@Suite struct ChangeOrderTests {
  @Test(arguments: [Int.min, -1, 1 << 53, Int.max])
  func isNoNumberOutsideItsRange(number: Int) {
    #expect(ChangeOrder(number) == nil)
    #expect(ChangeOrder.range.contains(ChangeOrder(clamping: number).value))
  }

  @Test func comesBehindTheLatestAndStaysAtTheEndOfItsRange() {
    let last = ChangeOrder(clamping: .max)
    #expect(ChangeOrder(clamping: 5).following(ChangeOrder(clamping: 9)).value == 10)
    #expect(ChangeOrder(clamping: 9).following(ChangeOrder(clamping: 5)).value == 9)
    #expect(ChangeOrder(clamping: 5).following(last) == last)
    #expect(ChangeOrder(at: Timestamp(milliseconds: .min)).value == 0)
  }

  /// What everybody sees who has the same changes, in whichever order they came in.
  @Test func changesMakeTheSameSessionInWhicheverOrderTheyComeIn() throws {
    for seed in 0..<UInt64(LongRuns.count(200, long: 10_000)) {
      var branches = RandomBranches(seed: seed)
      let base = branches.goingOn(.sample, steps: 4)
      let a = branches.goingOn(base, steps: 5)
      branches.clock = 1_924_992_000_000
      let b = branches.goingOn(base, steps: 5)
      let changes = a.history + b.history
      var together = Session.sample
      together.apply(changes)
      var single = Session.sample
      for change in changes.shuffled(using: &branches.generator) { single.apply(change) }
      #expect(single == together, "seed \(seed)")
      var followed = a
      for change in b.history.shuffled(using: &branches.generator) { followed.apply(change) }
      #expect(followed == together, "seed \(seed)")
      #expect(try a.merged(with: b) == together, "seed \(seed)")
    }
  }

  @Test func aClockSetYearsAheadMakesNoDifferenceToWhoIsMergedFirst() throws {
    var base = Session.sample
    let ahead = Change.Stamp(id: "2031", at: Timestamp(milliseconds: 1_924_992_000_000), by: "x")
    let change = try #require(
      try base.change(
        fulfilling: .answer(.declined),
        of: .havenia,
        on: .sample("1.1.2"),
        in: .everyKind,
        stamp: ahead,
      )
    )
    base.apply(change)
    let copies = try [("c", Step.partial), ("a", .absent), ("b", .established)].map { id, step in
      var copy = base
      try copy.fulfil(.answer(.step(step)), on: "1.1.1", by: id, id: id)
      return copy
    }
    let one = try copies[0].merged(with: copies[1]).merged(with: copies[2])
    let other = try copies[0].merged(with: copies[2]).merged(with: copies[1])
    let third = try copies[1].merged(with: copies[2]).merged(with: copies[0])
    #expect(one == other && one == third)
    #expect(one.history.map(\.stamp.id) == ["2031", "a", "b", "c"])
    #expect(one.conflicts().first?.changes.count == 3)
  }

  @Test func conflictsTakeTimeInProportionToWhatWaits() {
    func session(_ count: Int) -> Session {
      var session = Session.sample
      session.apply(
        (0..<count).map { number in
          Change(
            stamp: Change.Stamp(id: "\(number)", at: Timestamp(milliseconds: 1), by: "a"),
            delegation: .havenia,
            question: .sample("1.1.1"),
            what: .noted(TranslatedText("note \(number)", language: .english), status: nil),
            was: .noted(nil, status: nil),
          )
        }
      )
      return session
    }
    for count in [2000, 16_000, LongRuns.count(16_000, long: 100_000)] {
      let session = session(count)
      let time = ContinuousClock().measure {
        #expect(session.conflicts().first?.changes.count == count)
      }
      print("conflicts: \(count) unsettled changes of one note in \(time)")
      #expect(time < .seconds(20))
    }
  }
}
