/// That a delegation lets the facilitator write for it, for a time.
///
/// Given at the delegation's own terminal, and taken back there whenever it likes. It is a record
/// like others of the delegation: the history tells who gave it and when, and it goes along with
/// the delegation and is withdrawn with it.
package struct Consent: Hashable, Sendable {
  /// When it ends by itself.
  package let until: Timestamp
  package let givenAt: Timestamp
  /// Who of the delegation gave it.
  package let by: String

  package init(until: Timestamp, givenAt: Timestamp, by: String) {
    self.until = until
    self.givenAt = givenAt
    self.by = by
  }

  /// That this moment is within a delegation's consent.
  ///
  /// Made by the session alone, from the record: there is no other way to one, and so none to a
  /// delegation's pages from the facilitator's seat.
  package struct Grant: Equatable, Sendable {
    package let delegation: DelegationCode
    package let until: Timestamp

    fileprivate init(delegation: DelegationCode, until: Timestamp) {
      self.delegation = delegation
      self.until = until
    }
  }
}

extension RecordKey {
  /// That the facilitator may write for a delegation.
  package static let consent = RecordKey(.consent, "facilitator")
}

extension Session {
  /// What a delegation lets the facilitator do at this moment; `nil` where it has not said so, has
  /// taken it back, or the time is over.
  package func grant(
    toFacilitatorBy code: DelegationCode,
    at now: Timestamp,
  ) -> Consent.Grant? {
    guard receipt(of: code) == nil,
      case .consent(let consent) = delegations[code]?.records[.consent],
      now >= consent.givenAt, now < consent.until
    else { return nil }
    return Consent.Grant(delegation: code, until: consent.until)
  }

  /// Refuses a change of what is a delegation's own by a person who may not make it.
  ///
  /// Asked where a change is made, and not again where it is read or merged: consent that has
  /// ended since does not undo what was written within it.
  func demandConsent(of code: DelegationCode?, stamp: Change.Stamp) throws(Refusal) {
    switch stamp.role {
    case .delegate: return
    case .facilitator: throw .facilitatorAltersNothing
    case .onBehalf:
      guard let code, grant(toFacilitatorBy: code, at: stamp.at) != nil else {
        throw .needsConsent
      }
    }
  }
}

extension Change {
  /// The same, unless somebody who writes for a delegation would share with it what was not shared
  /// before.
  ///
  /// Consent to write is none to publish: what the room sees a delegation decides at its own
  /// terminal. To share less is allowed.
  func sharedByWhoMay() throws(Refusal) -> Change {
    guard stamp.role != .onBehalf || was.sharing.reaches(what.sharing) else {
      throw .sharingIsOfDelegation
    }
    return self
  }
}

extension Change.What {
  /// Whom it lets see something; nobody where it says nothing of that.
  fileprivate var sharing: Sharing {
    switch self {
    case .sharing(let sharing): sharing
    case .record(_, let record): record?.sharing ?? .private
    case .answered, .applied, .noted, .evidence, .position, .reservation, .status, .comment:
      .private
    }
  }
}
