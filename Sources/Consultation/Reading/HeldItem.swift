/// An item of the agenda as it happened.
package struct HeldItem: Equatable, Sendable {
  /// The identifier of the item.
  package let item: String
  package let startedAt: Timestamp
  /// When the next one began; `nil` while it runs, or where nothing came after it.
  package fileprivate(set) var endedAt: Timestamp?
  /// For how long the clock stood meanwhile, in milliseconds.
  package fileprivate(set) var paused: Int64
}

/// The items that have run, in their order, as the history tells: change by change.
struct HeldItems: Equatable, Sendable {
  private(set) var items: [HeldItem] = []

  /// Takes in the latest change of all.
  mutating func take(_ change: Change) {
    guard case .record(.room, .room(let state)?) = change.what else { return }
    if let item = state.item, let startedAt = state.startedAt,
      items.last?.item != item || items.last?.startedAt != startedAt
    {
      if let last = items.indices.last { items[last].endedAt = startedAt }
      items.append(HeldItem(item: item, startedAt: startedAt, endedAt: nil, paused: 0))
    }
    if let last = items.indices.last { items[last].paused = state.paused }
  }
}

extension Session {
  /// The items that have run, in their order.
  var heldItems: [HeldItem] {
    if let index = log.index { return index.held.items }
    var held = HeldItems()
    for change in history { held.take(change) }
    return held.items
  }

  /// When each delegation that is there did something last.
  var lastActivity: [DelegationCode: Timestamp] {
    if let index = log.index {
      return Dictionary(
        order.compactMap { code in index[code].lastActivity.map { (code, $0) } },
        uniquingKeysWith: { first, _ in first },
      )
    }
    var last: [DelegationCode: Timestamp] = [:]
    for change in history where change.stamp.role != .facilitator {
      if let code = change.delegation, delegations[code] != nil { last[code] = change.stamp.at }
    }
    return last
  }
}
