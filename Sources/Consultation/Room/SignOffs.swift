extension Session {
  /// The last change to a domain's answers, by its identifier.
  private func lastChange(of code: DelegationCode, inDomain domain: Int) -> String? {
    if let index = log.index { return index[code].lastChange(inDomain: domain) }
    return history.last { $0.delegation == code && $0.question?.domain == domain }?.stamp.id
  }

  /// The change by which somebody signs a domain off.
  package func signing(
    _ domain: Int,
    of code: DelegationCode,
    stamp: Change.Stamp,
  ) throws(Refusal) -> Change? {
    let signOff = SignOff(
      domain: domain,
      by: stamp.by,
      at: stamp.at,
      after: lastChange(of: code, inDomain: domain),
    )
    let key = RecordKey(.signOff, "\(domain)")
    return try change(setting: key, to: .signOff(signOff), of: code, stamp: stamp)
  }

  /// Who signed a domain off, and whether nothing was changed in it since.
  package func signOff(
    of code: DelegationCode,
    domain: Int,
  ) -> (signOff: SignOff, isValid: Bool)? {
    let key = RecordKey(.signOff, "\(domain)")
    guard case .signOff(let signOff) = delegations[code]?.records[key] else { return nil }
    return (signOff, signOff.after == lastChange(of: code, inDomain: domain))
  }
}
