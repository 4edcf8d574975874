package import Consultation

extension Change {
  /// Just before a sitting begins.
  private static let beforeTheSitting = Timestamp(milliseconds: 1_686_825_726_000)

  private static func byDelegate(_ id: String, after passed: Int64) -> Stamp {
    let at = Timestamp(milliseconds: beforeTheSitting.milliseconds + passed)
    return Stamp(id: id, at: at, by: "delegate")
  }

  /// By which a delegation lets the facilitator write for it, from just before the driver on.
  package static func consent(
    of code: DelegationCode,
    lasting milliseconds: Int64 = 3_600_000,
    id: String = "consent",
    after passed: Int64 = 0,
  ) -> Change {
    let given = beforeTheSitting
    let until = Timestamp(milliseconds: given.milliseconds + milliseconds)
    return Change(
      stamp: byDelegate("\(id)-\(code)", after: passed),
      delegation: code,
      question: nil,
      what: .record(.consent, .consent(Consent(until: until, givenAt: given, by: "delegate"))),
      was: .record(.consent, nil),
    )
  }

  /// By which a delegation takes its consent back.
  package static func consentTakenBack(
    by code: DelegationCode,
    id: String = "back",
    after passed: Int64 = 1000,
  ) -> Change {
    Change(
      stamp: byDelegate("\(id)-\(code)", after: passed),
      delegation: code,
      question: nil,
      what: .record(.consent, nil),
      was: .record(.consent, nil),
    )
  }

  /// By which a delegation shares its answer, or shares it no more.
  package static func sharing(
    _ sharing: Sharing,
    by code: DelegationCode,
    on number: QuestionNumber,
    after passed: Int64 = 2000,
  ) -> Change {
    Change(
      stamp: byDelegate("sharing-\(code)-\(number)", after: passed),
      delegation: code,
      question: number,
      what: .sharing(sharing),
      was: .sharing(.private),
    )
  }
}
