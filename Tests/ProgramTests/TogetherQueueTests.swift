import Consultation
import Dispatch
import Foundation
import Screens
import Synchronization
import TestSupport
import Testing

@testable import Storage
@testable import majlis

/// When a session is brought together with those of others, and when that is spoken of.
@Suite(.serialized, .waitsForPrograms) struct TogetherQueueTests {
  private let room: Publisher

  init() throws { room = try #require(Session.sample.publisher(as: nil)) }

  /// How many went on at once, and how many there were.
  private final class Counted: Sendable {
    private let counts = Mutex((now: 0, most: 0, all: 0))
    var most: Int { counts.withLock(\.most) }
    var all: Int { counts.withLock(\.all) }

    func count(_ work: () -> Void) {
      counts.withLock { counts in
        counts.now += 1
        counts.all += 1
        counts.most = max(counts.most, counts.now)
      }
      work()
      counts.withLock { $0.now -= 1 }
    }
  }

  private static let nothing = TogetherResult.done(SessionSync.Outcome(), .sample)

  private struct Impatience: Error { let what: String }

  private func wait(for what: String, until isThere: () -> Bool) throws {
    let end = Patience.end
    while !isThere() {
      guard Date() < end else { throw Impatience(what: what) }
      usleep(2000)
    }
  }

  @Test func thereAreNeverTwoAtOnceAndWhatWasAskedForIsAlwaysTold() throws {
    let counted = Counted()
    let queue = TogetherQueue(wakeUp: WakeUp(), minute: .milliseconds(1)) { _, _ in
      counted.count { usleep(3000) }
      return Self.nothing
    }
    queue.follow(StandingOrder(room, .everyFiveMinutes))
    for _ in 0..<5 { queue.begin(as: room) }
    try wait(for: "some by itself") { counted.all > 10 }
    queue.finish()
    #expect(counted.most == 1)
    let ended = queue.takeEnded()
    #expect(ended.count == 5 && ended.allSatisfy(\.wasAsked))
  }

  @Test func nothingIsDoneByItselfUnlessThatWasChosenNorAfterItWasTakenBack() throws {
    let counted = Counted()
    let queue = TogetherQueue(wakeUp: WakeUp(), minute: .milliseconds(1)) { _, _ in
      counted.count {}
      return Self.nothing
    }
    usleep(50_000)
    #expect(counted.all == 0)
    queue.follow(StandingOrder(room, .everyFiveMinutes))
    try wait(for: "a few") { counted.all > 3 }
    queue.follow(nil)
    // What had begun comes to its end.
    usleep(20_000)
    let count = counted.all
    usleep(100_000)
    #expect(counted.all == count)
    queue.finish()
  }

  @Test func whoLeavesWaitsNoLongerThanAFewSeconds() throws {
    let queue = TogetherQueue(wakeUp: WakeUp()) { _, stop in
      while !stop.isRaised { usleep(1000) }
      return .failed(.brokenOff)
    }
    queue.follow(StandingOrder(room, .everyFiveMinutes))
    let time = ContinuousClock().measure { queue.finish() }
    #expect(time < .seconds(2), "\(time)")
    let other = TogetherQueue(wakeUp: WakeUp()) { _, stop in
      while !stop.isRaised { usleep(1000) }
      return .failed(.brokenOff)
    }
    other.begin(as: room)
    let asked = ContinuousClock().measure { other.finish() }
    #expect(asked > .seconds(2) && asked < .seconds(8), "\(asked)")
  }

  @Test func byItselfItSpeaksOfWhatCameOrWentAndOfAFailureOnce() {
    var silence = TogetherSilence()
    func outcome(_ change: (inout SessionSync.Outcome) -> Void) -> TogetherResult {
      var outcome = SessionSync.Outcome()
      change(&outcome)
      return .done(outcome, .sample)
    }
    let (nothing, away) = (outcome { _ in }, outcome { $0.notReached = "no network" })
    let refused = outcome {
      $0.refused = [SessionSync.NotTakenIn(branch: "shared/QNG", why: .foreign(count: 1))]
    }
    let said = [
      nothing, outcome { $0.told = 1 }, nothing, away, away, .failed(.noRemote), nothing, away,
      nothing, refused, refused, nothing, refused,
    ].map { silence.isBroken(by: $0) }
    #expect(
      said == [
        false, true, false, true, false, false, false, true, false, true, false, false, true,
      ]
    )
  }
}
