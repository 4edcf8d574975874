extension Delegation {
  /// Which delegation it is.
  package var identity: DelegationIdentity {
    DelegationIdentity(
      code: code,
      rank: rank ?? 0,
      kind: kind,
      shortName: shortName,
      officialName: officialName,
    )
  }

  /// Whether it has said nothing yet that would be lost with it.
  var isEmpty: Bool { answers.isEmpty && records.isEmpty && delegates.isEmpty }
}

extension Session {
  /// Adds a delegation, or gives one its names and its place.
  mutating func set(_ identity: DelegationIdentity) {
    name(identity)
    putInOrder()
  }

  /// The same where the order is put right afterwards.
  mutating func name(_ identity: DelegationIdentity) {
    var delegation =
      delegations[identity.code]
      ?? Delegation(
        code: identity.code,
        shortName: identity.shortName,
        officialName: identity.officialName,
      )
    delegation.kind = identity.kind
    delegation.shortName = identity.shortName
    delegation.officialName = identity.officialName
    delegation.rank = identity.rank
    delegations[identity.code] = delegation
  }

  /// Takes a delegation off the list; one that has said something stays.
  mutating func remove(_ code: DelegationCode) {
    guard delegations[code]?.isEmpty ?? false else { return }
    delegations[code] = nil
    order.removeAll { $0 == code }
  }
}
