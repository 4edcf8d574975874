/// Where a person is in a list: the entry that is selected.
struct ListState: Equatable, Sendable {
  var selected = 0

  /// Moves by one of the list's actions; other actions leave it as it is.
  ///
  /// - Returns: whether the action was one of them.
  mutating func move(_ action: Action, count: Int, pageSize: Int) -> Bool {
    switch action {
    case .up: selected -= 1
    case .down: selected += 1
    case .first: selected = 0
    case .last: selected = count - 1
    case .pageUp: selected -= max(1, pageSize - 1)
    case .pageDown: selected += max(1, pageSize - 1)
    default: return false
    }
    selected = min(max(0, selected), max(0, count - 1))
    return true
  }

  /// The entries to show in so many rows, the selected one among them.
  func visible(count: Int, rows: Int) -> Range<Int> {
    guard rows > 0, count > rows else { return 0..<max(0, min(count, max(rows, 0))) }
    let start = min(max(0, selected - rows / 2), count - rows)
    return start..<start + rows
  }
}
