/// Everything that was done, in the order of the changes, and beside it, where somebody keeps on
/// asking, what follows from it.
struct History: Equatable, Sendable {
  private(set) var changes: [Change]
  /// As it follows from the changes, at any time; none before ``keepIndex()``.
  private(set) var index: SessionIndex?

  /// Takes changes that are in their order.
  init(_ changes: some Sequence<Change>) { self.changes = Array(changes) }

  /// What follows from the changes is no part of what was done.
  static func == (first: History, second: History) -> Bool { first.changes == second.changes }

  /// Works out what follows from the changes, and keeps it from now on.
  mutating func keepIndex() {
    if index == nil { index = SessionIndex(of: changes) }
  }

  /// Adds the latest change of all.
  mutating func append(_ change: Change) {
    changes.append(change)
    index?.take(changes.count - 1, of: changes)
  }

  /// Becomes other changes, which are in their order.
  mutating func become(_ changes: [Change]) {
    self.changes = changes
    if index != nil { index = SessionIndex(of: changes) }
  }
}

extension Session {
  /// What stands, with the last change alone: a copy that goes on for a while by itself, and costs
  /// the same however much was done.
  var withoutHistory: Session {
    var session = self
    session.log = History(history.suffix(1))
    return session
  }

  /// Keeps what follows from the history, for who asks for it at every key.
  mutating func keepIndex() { log.keepIndex() }
}
