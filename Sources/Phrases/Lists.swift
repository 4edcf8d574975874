extension Words {
  /// Several things in one sentence: `a, b and c`, `a، b وc`.
  package func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    let first = items.dropLast().joined(separator: self(.listSeparator))
    return self(.listLast(first: .own(first), last: .own(last)))
  }
}
