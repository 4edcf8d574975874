package import Consultation

extension Change {
  /// By which a delegation lets the facilitator write for it, from just before the sitting on.
  package static func consent(
    of code: DelegationCode,
    lasting milliseconds: Int64 = 3_600_000,
    id: String = "consent",
  ) -> Change {
    let given = Timestamp(milliseconds: 1_686_825_726_000)
    let until = Timestamp(milliseconds: given.milliseconds + milliseconds)
    return Change(
      stamp: Stamp(id: id, at: given, by: "delegate"),
      delegation: code,
      question: nil,
      what: .record(.consent, .consent(Consent(until: until, givenAt: given, by: "delegate"))),
      was: .record(.consent, nil),
    )
  }

  /// By which a delegation takes its consent back.
  package static func consentTakenBack(by code: DelegationCode) -> Change {
    Change(
      stamp: Stamp(id: "back", at: Timestamp(milliseconds: 1_686_825_727_000), by: "delegate"),
      delegation: code,
      question: nil,
      what: .record(.consent, nil),
      was: .record(.consent, nil),
    )
  }
}
