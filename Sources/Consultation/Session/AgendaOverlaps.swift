/// Which items of an agenda begin before an earlier one has ended.
///
/// Nothing forbids it, two may well run side by side; whoever prepares the day is told.
package struct AgendaOverlaps: Equatable, Sendable {
  /// For such an item, when the earlier one ends, in minutes after midnight.
  private let ends: [String: Int]

  package init(_ agenda: [AgendaItem]) {
    var ends: [String: Int] = [:]
    var latest = Int.min
    for item in agenda.sorted(by: { ($0.start, $0.id) < ($1.start, $1.id) }) {
      if item.start < latest { ends[item.id] = latest }
      latest = max(latest, item.start + item.minutes)
    }
    self.ends = ends
  }

  /// When the earlier item ends that this one overlaps; none where it overlaps none.
  package func endOfEarlier(than id: String) -> Int? { ends[id] }
}
