/// Everything that was done, in the order of the changes, and beside it, where somebody keeps on
/// asking, what follows from it.
struct History: Equatable, Sendable {
  private(set) var changes: [Change]
  /// As it follows from the changes, at any time; none before ``keepIndex()``.
  private(set) var index: SessionIndex?

  /// Takes changes that are in their order.
  init(_ changes: [Change]) { self.changes = changes }

  /// What follows from the changes is no part of what was done.
  static func == (first: History, second: History) -> Bool { first.changes == second.changes }

  /// Works out what follows from the changes, and keeps it from now on.
  mutating func keepIndex() {
    if index == nil { index = SessionIndex(of: changes) }
  }

  /// Adds the latest change of all.
  mutating func append(_ change: Change) {
    changes.append(change)
    index?.take(change)
  }

  /// Becomes other changes, which are in their order.
  mutating func become(_ changes: [Change]) {
    self.changes = changes
    if index != nil { index = SessionIndex(of: changes) }
  }
}

extension Session {
  /// Keeps what follows from the history, for who asks for it at every key.
  mutating func keepIndex() { log.keepIndex() }
}
