package import Consultation

extension Change {
  /// By which a delegation lets the facilitator write for it for an hour of the sitting.
  package static func consent(
    of code: DelegationCode,
    minutes: Int64 = 60,
    id: String = "consent",
  ) -> Change {
    let given = Timestamp(milliseconds: 1_686_825_726_000)
    let until = Timestamp(milliseconds: given.milliseconds + minutes * 60_000)
    return Change(
      stamp: Stamp(id: id, at: given, by: "delegate"),
      delegation: code,
      question: nil,
      what: .record(.consent, .consent(Consent(until: until, givenAt: given, by: "delegate"))),
      was: .record(.consent, nil),
    )
  }
}
