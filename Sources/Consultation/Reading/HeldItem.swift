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

extension Session {
  /// The items that have run, in their order, as the history tells.
  var heldItems: [HeldItem] {
    var held: [HeldItem] = []
    for change in history {
      guard case .record(.room, .room(let state)?) = change.what else { continue }
      if let item = state.item, let startedAt = state.startedAt,
        held.last?.item != item || held.last?.startedAt != startedAt
      {
        if let last = held.indices.last { held[last].endedAt = startedAt }
        held.append(HeldItem(item: item, startedAt: startedAt, endedAt: nil, paused: 0))
      }
      if let last = held.indices.last { held[last].paused = state.paused }
    }
    return held
  }
}

extension Session {
  /// When each delegation did something last.
  var lastActivity: [DelegationCode: Timestamp] {
    var last: [DelegationCode: Timestamp] = [:]
    for change in history where change.stamp.role != .facilitator {
      if let code = change.delegation { last[code] = change.stamp.at }
    }
    return last
  }
}
