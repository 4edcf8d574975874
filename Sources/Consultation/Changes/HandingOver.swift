extension Session {
  /// One delegation's own file: the workshop's frame, its answers and their history, and nothing
  /// of the others.
  package func extract(
    of code: DelegationCode,
    at: Timestamp,
    fingerprint: String,
  ) throws(Refusal) -> Session {
    guard delegations[code] != nil else { throw .unknownDelegation(code.description) }
    if let receipt = receipt(of: code) { throw .withdrawn(receipt.at) }
    var extract = with(id: id, delegations: [code])
    extract.workshop.parkingLot = []
    extract.workshop.actions = []
    extract.handOver = HandOver(delegation: code, at: at, fingerprint: fingerprint)
    return extract
  }

  /// Takes a delegation's answers, people and history out of the session.
  ///
  /// Its name stays, with the receipt; what comes of it from elsewhere later is not let in.
  package mutating func withdraw(_ receipt: Receipt) throws(Refusal) {
    guard let delegation = delegations[receipt.delegation] else {
      throw .unknownDelegation(receipt.delegation.description)
    }
    if let earlier = self.receipt(of: receipt.delegation) { throw .withdrawn(earlier.at) }
    delegations[receipt.delegation] = delegation.withdrawn
    let exchanges = records.filter { _, record in
      guard case .exchange(let exchange) = record else { return false }
      return exchange.tells == receipt.delegation || exchange.hears == [receipt.delegation]
    }
    // What was said there is its own too.
    for key in exchanges.keys { records[key] = nil }
    history.removeAll { change in
      guard case .record(let key, _) = change.what, exchanges[key] != nil else {
        return change.delegation == receipt.delegation
      }
      return true
    }
    receipts.append(receipt)
  }
}
