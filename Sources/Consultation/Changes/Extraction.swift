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
  /// Its name stays, with the receipt; where its people did something for the workshop, its code
  /// stands in the place of theirs. What comes of it from elsewhere later is not let in.
  package mutating func withdraw(_ receipt: Receipt) throws(Refusal) {
    guard let delegation = delegations[receipt.delegation] else {
      throw .unknownDelegation(receipt.delegation.description)
    }
    if let earlier = self.receipt(of: receipt.delegation) { throw .withdrawn(earlier.at) }
    let people = DepartedPeople(
      of: [receipt.delegation],
      in: history,
      delegates: [(receipt.delegation, delegation.delegates)],
    )
    delegations[receipt.delegation] = delegation.nameAndPlace
    receipts.append(receipt)
    records = records.filter { !isOfWithdrawn($0.value) }
    history = history.filter { $0.delegation != receipt.delegation && !isOfWithdrawn($0) }
      .map(people.unnamed)
    workshop.actions = workshop.actions.map(people.unnamed)
  }

  /// Whether a record tells what was said in an exchange with a delegation that has withdrawn:
  /// that is its own too.
  func isOfWithdrawn(_ record: Record?) -> Bool {
    guard !receipts.isEmpty, case .exchange(let exchange) = record else { return false }
    let withdrawn = receipts.map(\.delegation)
    return withdrawn.contains { exchange.tells == $0 || exchange.hears == [$0] }
  }

  func isOfWithdrawn(_ change: Change) -> Bool {
    guard case .record(_, let record) = change.what, case .record(_, let before) = change.was
    else { return false }
    return isOfWithdrawn(record) || isOfWithdrawn(before)
  }
}
