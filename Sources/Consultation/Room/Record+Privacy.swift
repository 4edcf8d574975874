/// What others than its delegation may see of a record, and what of it names a person: the two
/// questions of privacy that each kind answers, here and nowhere else.
extension Record {
  /// Who may see it, where its delegation says so.
  var sharing: Sharing {
    switch self {
    case .offer(let offer): offer.sharing
    case .wish(let wish): wish.sharing
    case .card(let card): card.sharing
    case .priority(let priority): priority.sharing
    case .interest(let interest): interest.sharing
    // That it may be named is for everybody who reads the report.
    case .profile(let profile): profile.mayBeNamed ? .room : .private
    case .workshop, .identity, .agendaItem, .parked, .nextStep, .room, .speech, .attendance,
      .exchange, .frame, .delegate, .useful, .verification, .consulted, .signOff, .baseline,
      .firstRound, .consent, .remark, .passage, .passagePlace, .imprint, .keyFigure, .acronym,
      .reviewNote:
      .private
    }
  }

  /// The same without the name of a person.
  var withoutNames: Record {
    switch self {
    case .nextStep(var step):
      step.owner = ""
      return .nextStep(step)
    case .delegate(var delegate):
      delegate.name = ""
      return .delegate(delegate)
    case .card(var card):
      card.contact = ""
      return .card(card)
    case .priority(var priority):
      priority.owner = ""
      return .priority(priority)
    case .verification(var verification):
      verification.by = ""
      return .verification(verification)
    case .signOff(let signOff):
      return .signOff(
        SignOff(domain: signOff.domain, by: "", at: signOff.at, after: signOff.after)
      )
    case .baseline(let baseline):
      return .baseline(
        Baseline(
          at: baseline.at,
          by: "",
          fingerprint: baseline.fingerprint,
          version: baseline.version,
          answers: baseline.answers,
        )
      )
    case .consent(let consent):
      return .consent(Consent(until: consent.until, givenAt: consent.givenAt, by: ""))
    case .workshop, .identity, .agendaItem, .parked, .room, .speech, .attendance, .exchange, .frame,
      .offer, .wish, .useful, .consulted, .interest, .firstRound, .profile, .remark, .passage,
      .passagePlace, .imprint, .keyFigure, .acronym,
      .reviewNote:
      return self
    }
  }
}
