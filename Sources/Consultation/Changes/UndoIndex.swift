/// What can be taken back and done again, and by whom: kept change by change.
///
/// Limitations: a change that takes back one that takes back one, and so on, is followed for so many
/// steps and no further; the program itself makes three. Who takes back much at once goes by what
/// they have taken back since their last deed.
struct UndoIndex: Equatable, Sendable {
  private static let longestChain = 64

  private struct Person: Hashable {
    let name: String
    let delegation: DelegationCode?
  }

  private struct Work: Equatable {
    /// What somebody did of themselves, by the places in the history.
    var done: [Int] = []
    /// What they took back, or did again, since.
    var turned: [Int] = []

    mutating func take(_ change: Change, at place: Int) {
      if change.undoes == nil {
        done.append(place)
        turned = []
      } else {
        turned.append(place)
      }
    }
  }

  /// Where in the history each change stands, by its identifier.
  private var places: [String: Int] = [:]
  /// How many changes that themselves stand take one back, where any does.
  private var takers: [String: Int] = [:]
  /// The changes of each act, and how many of them are taken back, where any is.
  private var acts: [String: [Int]] = [:]
  private var actsTakenBack: [String: Int] = [:]
  private var people: [Person: Work] = [:]

  /// Begins before a history of so many changes.
  init(capacity: Int) { places.reserveCapacity(capacity) }

  init(of history: [Change]) {
    self.init(capacity: history.count)
    for place in history.indices { take(place, of: history) }
  }

  /// Takes in the latest change of all, which stands at this place.
  mutating func take(_ place: Int, of history: [Change]) {
    let change = history[place]
    let person = Person(name: change.stamp.by, delegation: change.delegation)
    places[change.stamp.id] = place
    if let act = change.stamp.act { acts[act, default: []].append(place) }
    people[person, default: Work()].take(change, at: place)
    if let target = change.undoes, takers[change.stamp.id] == nil {
      count(1, takersOf: target, in: history)
    }
  }

  /// Counts one more, or one fewer, that takes a change back: where that makes it stand again or
  /// stand no more, the one that it takes back itself has one more or fewer.
  private mutating func count(_ step: Int, takersOf target: String, in history: [Change]) {
    var (target, step) = (target, step)
    for _ in 0..<Self.longestChain {
      let before = takers[target] ?? 0
      let after = max(0, before + step)
      takers[target] = after == 0 ? nil : after
      guard (before == 0) != (after == 0), let place = places[target] else { return }
      if let act = history[place].stamp.act {
        let count = max(0, (actsTakenBack[act] ?? 0) + step)
        actsTakenBack[act] = count == 0 ? nil : count
      }
      guard let next = history[place].undoes else { return }
      (target, step) = (next, -step)
    }
  }

  /// Whether a change was taken back, or the act that it belongs to was as far as it stood.
  private func isTakenBack(_ change: Change) -> Bool {
    takers[change.stamp.id] != nil || change.stamp.act.map { actsTakenBack[$0] != nil } ?? false
  }

  /// The last thing that somebody did for a delegation and has not taken back yet: one change, or
  /// all those that were made by one act.
  func lastDone(by name: String, for code: DelegationCode?, in history: [Change]) -> [Change]? {
    let places = people[Person(name: name, delegation: code)]?.done ?? []
    return places.last { !isTakenBack(history[$0]) }.map { act(of: history[$0], in: history) }
  }

  /// What they took back last, and have not done again yet; none once they have done something new.
  func lastTakenBack(
    by name: String,
    for code: DelegationCode?,
    in history: [Change],
  ) -> [Change]? {
    let turned = people[Person(name: name, delegation: code)]?.turned ?? []
    let last = turned.last { place in
      guard let target = history[place].undoes.flatMap({ places[$0] }) else { return false }
      return history[target].undoes == nil && !isTakenBack(history[place])
    }
    return last.map { act(of: history[$0], in: history) }
  }

  /// The changes that were made by the same act as this one, by the same person for the same
  /// delegation.
  private func act(of change: Change, in history: [Change]) -> [Change] {
    guard let act = change.stamp.act else { return [change] }
    return (acts[act] ?? []).map { history[$0] }.filter {
      $0.stamp.by == change.stamp.by && $0.delegation == change.delegation
    }
  }
}
