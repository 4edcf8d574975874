/// Where the room is: what runs on the agenda, since when, and which question is before it.
package struct RoomState: Hashable, Sendable {
  /// How a question is put to the room.
  package enum Turns: String, CaseIterable, Sendable {
    /// All delegations work on it at the same time.
    case parallel
    /// One delegation after another, in their order.
    case inTurn
  }

  /// How many minutes can be added to an item, or taken from it: more than a year.
  package static let additions = -1_000_000...1_000_000
  /// For how many milliseconds a clock can stand: more than a hundred years.
  package static let pauses: ClosedRange<Int64> = 0...4_000_000_000_000

  /// The item of the agenda that runs.
  package var item: String?
  package var startedAt: Timestamp?
  /// While the clock stands: since when.
  package var pausedAt: Timestamp?
  /// For how long it stood before, in milliseconds.
  package var paused: Int64 {
    didSet { paused = min(max(paused, Self.pauses.lowerBound), Self.pauses.upperBound) }
  }
  /// By how many minutes the item was extended.
  package var added: Int {
    didSet { added = min(max(added, Self.additions.lowerBound), Self.additions.upperBound) }
  }
  package var domain: Int?
  package var question: QuestionNumber?
  package var turns: Turns
  /// Whose turn it is, where one speaks after another.
  package var turn: DelegationCode?

  package init(
    item: String? = nil,
    startedAt: Timestamp? = nil,
    domain: Int? = nil,
    question: QuestionNumber? = nil,
  ) {
    self.item = item
    self.startedAt = startedAt
    pausedAt = nil
    paused = 0
    added = 0
    self.domain = domain
    self.question = question
    turns = .parallel
    turn = nil
  }

  /// For how long the item has run, without the time for which the clock stood, in milliseconds.
  package func elapsed(at now: Timestamp) -> Int64 {
    guard let startedAt else { return 0 }
    let end = pausedAt ?? now
    return max(0, end.milliseconds - startedAt.milliseconds - paused)
  }

  /// The same with the clock stopped, or going on.
  package func pausing(at now: Timestamp) -> RoomState {
    var state = self
    if let pausedAt {
      state.paused += max(0, now.milliseconds - pausedAt.milliseconds)
      state.pausedAt = nil
    } else if startedAt != nil {
      state.pausedAt = now
    }
    return state
  }

  /// The same with another item of the agenda running from now on; its domain, where it has one,
  /// is before the room.
  package func beginning(_ item: AgendaItem, at now: Timestamp) -> RoomState {
    var state = RoomState(item: item.id, startedAt: now, domain: domain, question: question)
    state.turns = turns
    if let domain = item.domain {
      state.domain = domain
      state.question = nil
    }
    return state
  }
}

/// The agenda with its times as they are now: what has run, what runs, and when the rest begins.
package struct DayPlan: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package enum Standing: Equatable, Sendable {
      case before
      /// How many minutes are left; fewer than none when it is over time.
      case running(left: Int, isPaused: Bool)
      case done
    }

    package let item: AgendaItem
    /// When it begins as things are now, in minutes after midnight at the place of the workshop.
    package let start: Int
    package let standing: Standing
  }

  package let lines: [Line]

  /// Lays out the day.
  ///
  /// Before anything runs the times are those of the agenda. Afterwards what follows begins when
  /// what runs should end, but never before its own time. What has run for a day runs no more.
  ///
  /// When what runs began, and when it should end, are moments of their own, each rounded down to
  /// its minute once: neither moves back and forth as the seconds pass.
  ///
  /// `minuteOfDay` is that of `now` at the place of the workshop.
  package init(
    _ agenda: [AgendaItem],
    _ room: RoomState?,
    now: Timestamp,
    minuteOfDay: Int,
  ) {
    let items = agenda.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
    guard let room, let running = items.firstIndex(where: { $0.id == room.item }) else {
      lines = items.map { Line(item: $0, start: $0.start, standing: .before) }
      return
    }
    let elapsed = room.elapsed(at: now)
    guard elapsed < 24 * 60 * 60_000 else {
      // Nobody ended the day; it is over all the same.
      lines = items.enumerated().map { index, item in
        Line(item: item, start: item.start, standing: index <= running ? .done : .before)
      }
      return
    }
    // Nobody extends an item by more than a day.
    let planned = Int64(items[running].minutes + min(max(room.added, -1440), 1440))
    let left = Int(planned - elapsed / 60_000)
    func minute(of milliseconds: Int64) -> Int {
      let minutes = milliseconds.dividedDown(by: 60_000).quotient
      return minuteOfDay + Int(minutes - now.milliseconds.dividedDown(by: 60_000).quotient)
    }
    let end = now.milliseconds + planned * 60_000 - elapsed
    var next = max(minuteOfDay, minute(of: end))
    lines = items.enumerated().map { index, item in
      if index < running { return Line(item: item, start: item.start, standing: .done) }
      if index == running {
        return Line(
          item: item,
          start: minute(of: room.startedAt?.milliseconds ?? now.milliseconds),
          standing: .running(left: left, isPaused: room.pausedAt != nil),
        )
      }
      let start = max(item.start, next)
      next = start + item.minutes
      return Line(item: item, start: start, standing: .before)
    }
  }

  package var running: Line? {
    lines.first { if case .running = $0.standing { true } else { false } }
  }
}

/// A place on the speaking list: in one queue, whether from the room or from the line.
package struct Speech: Hashable, Sendable {
  package let delegation: DelegationCode
  package let askedAt: Timestamp
  package var startedAt: Timestamp?
  package var endedAt: Timestamp?

  package init(delegation: DelegationCode, askedAt: Timestamp) {
    self.delegation = delegation
    self.askedAt = askedAt
  }
}

/// Who speaks, who is next, and who has not spoken yet.
package struct SpeakingList: Equatable, Sendable {
  package let speaking: DelegationCode?
  package let waiting: [DelegationCode]
  /// In the session's neutral order.
  package let notYet: [DelegationCode]

  /// Takes the speeches that are not over, and who has begun one.
  init(_ speeches: some Sequence<Speech>, heard: Set<DelegationCode>, order: [DelegationCode]) {
    let open = speeches.sorted {
      ($0.askedAt, $0.delegation) < ($1.askedAt, $1.delegation)
    }
    speaking = open.first { $0.startedAt != nil }?.delegation
    waiting = open.filter { $0.startedAt == nil }.map(\.delegation)
    notYet = order.filter { !heard.contains($0) }
  }
}
