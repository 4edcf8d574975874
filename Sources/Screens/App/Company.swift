import Consultation

/// Who else has the session open, and who had it open and is gone.
struct Company: Equatable, Sendable {
  /// Somebody who is gone, where they were last, and since when.
  struct Absence: Equatable, Sendable {
    let last: Presence
    let since: Timestamp
  }

  /// For how long, in milliseconds, somebody who goes is held to be where they were.
  ///
  /// Whose line was cut comes back by a second connection, for which the first is asked to leave:
  /// it has three seconds for that, and then the session is opened anew. Whoever is back within
  /// this time was never seen to be gone; the room learns of all others as soon after it as matters
  /// to people.
  private static let patience: Int64 = 5000

  private var here: [Presence] = []
  /// The last of each person who is not here.
  private var absences: [Absence] = []

  /// Takes in who is here now.
  mutating func become(_ others: [Presence], at now: Timestamp) {
    let left = here.filter { !$0.isAmong(others) }
    here = others
    absences.removeAll { $0.last.isAmong(others + left) }
    absences += left.map { Absence(last: $0, since: now) }
  }

  /// Who is here, and who may be back in a moment.
  func present(at now: Timestamp) -> [Presence] {
    here + absences.filter { isFresh($0, at: now) }.map(\.last)
  }

  /// Who is gone, the last one at the end.
  func gone(at now: Timestamp) -> [Absence] { absences.filter { !isFresh($0, at: now) } }

  /// Whether somebody has gone who will be said to be as time passes.
  func isWaiting(at now: Timestamp) -> Bool { absences.contains { isFresh($0, at: now) } }

  private func isFresh(_ absence: Absence, at now: Timestamp) -> Bool {
    // Also where the clock was set back meanwhile, nobody is held to be there for hours.
    (0..<Self.patience).contains(now.milliseconds - absence.since.milliseconds)
  }
}

extension Presence {
  /// Whether one of some others is the same person: at the same terminal, whatever they are called
  /// there by now, or under the same name at the same table.
  ///
  /// A seat far away is a terminal that has the same name when its line is back.
  fileprivate func isAmong(_ others: [Presence]) -> Bool {
    others.contains { other in
      terminal != nil && terminal == other.terminal
        || by == other.by && role == other.role && delegation == other.delegation
    }
  }
}

extension PageContext {
  /// Who else has the session open.
  var present: [Presence] { company.present(at: now) }

  /// Those who were at the same question of the same delegation last, and are gone.
  var goneFromHere: [Company.Absence] {
    guard let question = currentQuestion else { return [] }
    return company.gone(at: now).filter {
      $0.last.delegation == delegationCode && $0.last.question == question.number
    }
  }

  /// Since when nobody of a delegation has the session open; `nil` where somebody has, and where
  /// nobody had.
  func goneSince(_ code: DelegationCode) -> Timestamp? {
    guard !present.contains(where: { $0.delegation == code }) else { return nil }
    return company.gone(at: now).last { $0.last.delegation == code && $0.last.role == .delegate }?
      .since
  }
}
