import Consultation
import Dispatch
import Screens
import Storage
import Synchronization

/// What came of bringing a session together with those of others.
enum TogetherResult: Sendable {
  case done(SessionSync.Outcome, Session)
  case failed(SyncFailure)

  /// How much waits for a decision of who sits here.
  var conflicts: Int {
    if case .done(let outcome, _) = self { outcome.conflicts.count } else { 0 }
  }
}

/// Brings a session together with those of others while the person goes on working: when it is asked
/// for, and by itself as often as was chosen.
///
/// On a queue of its own, so that there are never two at once and no report waits for a network.
/// Where nothing is to be done by itself, nothing waits for a time.
final class TogetherQueue: Sendable {
  /// Does it once, as somebody, until it is stopped.
  typealias Work = @Sendable (Publisher, StopSign) -> TogetherResult

  /// What came of it, and whether somebody had asked for it and waits.
  struct Ended: Sendable {
    let result: TogetherResult
    let wasAsked: Bool
  }

  private struct State {
    var order: StandingOrder?
    /// Which of the orders there were it is.
    var number = 0
    /// When it was done last, or begun to be.
    var last: DispatchTime?
    var silence = TogetherSilence()
    var ended: [Ended] = []
    /// How many are asked for and not at their end.
    var asked = 0
  }

  private let queue = DispatchQueue(label: "majlis.together")
  private let state = Mutex(State())
  private let stop = StopSign()
  private let wakeUp: WakeUp
  private let minute: DispatchTimeInterval
  private let work: Work

  /// How long who leaves waits for what they asked for, before it is broken off.
  private static let patience = DispatchTimeInterval.seconds(3)

  /// Does this work, and wakes who fetches what came of it; tests have shorter minutes.
  init(wakeUp: WakeUp, minute: DispatchTimeInterval = .seconds(60), _ work: @escaping Work) {
    self.wakeUp = wakeUp
    self.minute = minute
    self.work = work
  }

  /// Begins it at somebody's wish; returns at once.
  func begin(as publisher: Publisher) {
    state.withLock { state in
      state.asked += 1
      state.last = .now()
    }
    queue.async { self.run(as: publisher, wasAsked: true) }
  }

  /// Does it by itself from now on as this says, or not any more; returns at once.
  ///
  /// At once for the first time, unless it has just been done.
  func follow(_ order: StandingOrder?) {
    let number: Int? = state.withLock { state in
      guard state.order != order else { return nil }
      state.order = order
      state.number += 1
      return order == nil ? nil : state.number
    }
    if let number { queue.async { self.doDue(number) } }
  }

  private func doDue(_ number: Int) {
    let now = DispatchTime.now()
    let (order, last) = state.withLock { ($0.number == number ? $0.order : nil, $0.last) }
    guard let order, !stop.isRaised else { return }
    let pause = pause(order.rhythm)
    if let last, last + pause > now {
      wait(until: last + pause, number)
    } else {
      run(as: order.publisher, wasAsked: false)
      wait(until: .now() + pause, number)
    }
  }

  private func wait(until due: DispatchTime, _ number: Int) {
    queue.asyncAfter(deadline: due) { [weak self] in self?.doDue(number) }
  }

  private func pause(_ rhythm: TogetherRhythm) -> DispatchTimeInterval {
    switch minute {
    case .seconds(let count): .seconds(count * rhythm.minutes)
    case .milliseconds(let count): .milliseconds(count * rhythm.minutes)
    default: minute
    }
  }

  private func run(as publisher: Publisher, wasAsked: Bool) {
    guard !stop.isRaised else { return }
    let result = work(publisher, stop)
    state.withLock { state in
      state.last = .now()
      if wasAsked { state.asked -= 1 }
      let isSaid = state.silence.isBroken(by: result)
      if wasAsked || isSaid { state.ended.append(Ended(result: result, wasAsked: wasAsked)) }
    }
    wakeUp.wake()
  }

  /// What came of it since this was asked last.
  func takeEnded() -> [Ended] {
    state.withLock { state in
      defer { state.ended = [] }
      return state.ended
    }
  }

  /// Waits a while for what somebody asked for, where they did.
  func waitForWhatWasAsked(_ patience: DispatchTimeInterval) {
    guard state.withLock({ $0.asked > 0 }) else { return }
    let isDone = DispatchSemaphore(value: 0)
    queue.async { isDone.signal() }
    _ = isDone.wait(timeout: .now() + patience)
  }

  /// Ends it: waits a while for what somebody asked for, and breaks it off then.
  func finish() {
    follow(nil)
    waitForWhatWasAsked(Self.patience)
    stop.raise()
    queue.sync {}
  }
}

/// When what is done by itself is spoken of: something came or went, or it fails and did not before.
struct TogetherSilence: Equatable {
  private var hasFailed = false
  private var refused: [SessionSync.NotTakenIn] = []

  /// Takes in what came of it the last time.
  ///
  /// - Returns: whether that is to be said.
  mutating func isBroken(by result: TogetherResult) -> Bool {
    let (failedBefore, refusedBefore) = (hasFailed, refused)
    switch result {
    case .failed(.brokenOff): return false
    case .failed:
      hasFailed = true
      return !failedBefore
    case .done(let outcome, _):
      hasFailed = outcome.notReached != nil
      if hasFailed { return !failedBefore || !outcome.takenIn.isEmpty }
      refused = outcome.refused
      return !outcome.takenIn.isEmpty || outcome.told > 0 || outcome.setAside != nil
        || !refused.isEmpty && refused != refusedBefore
    }
  }
}
