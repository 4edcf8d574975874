import Consultation

// Records that are one delegation's own.

extension RecordForms {
  static let frame = JSONForm<DelegationFrame>(
    JSONField("mode", \.mode, .code),
    JSONField("languages", \.languages, .list(of: .code)),
    JSONField("digits", \.digits, .code),
    make: DelegationFrame.init,
  )

  static let recordedDelegate = JSONForm<Delegate>(
    JSONField("id", \.id, .string),
    JSONField("name", \.name, .string),
    JSONField("institution", \.institution, .string),
    JSONField("role", \.role, .string),
    JSONField("isOnline", \.isOnline, .bool),
    make: Delegate.init,
  )

  static let offer = JSONForm<Offer>(
    JSONField("question", \.question, .question),
    JSONField("text", \.text, .string),
    JSONField("sharing", \.sharing, .code),
    make: Offer.init,
  )

  static let wish = JSONForm<WishToHear>(
    JSONField("question", \.question, .question),
    JSONField("sharing", \.sharing, .code),
    JSONField("isAnonymous", \.isAnonymous, .bool),
    make: WishToHear.init,
  )

  static let card = JSONForm<ExperienceCard>(
    JSONField("question", \.question, .question),
    JSONField("linked", \.linked, .list(of: .question)),
    JSONField("title", \.title, .string),
    JSONField("done", \.done, .string),
    JSONField("by", \.by, .string),
    JSONField("instrument", \.instrument, .string),
    JSONField("costAndTime", \.costAndTime, .string),
    JSONField("obstacles", \.obstacles, .string),
    JSONField("contact", \.contact, .string),
    JSONField("sharing", \.sharing, .code),
  ) { question, linked, title, done, by, instrument, costAndTime, obstacles, contact, sharing in
    var card = ExperienceCard(question: question, title: title)
    (card.linked, card.done, card.by, card.instrument) = (linked, done, by, instrument)
    (card.costAndTime, card.obstacles) = (costAndTime, obstacles)
    (card.contact, card.sharing) = (contact, sharing)
    return card
  }

  static let useful = JSONForm<UsefulMark>(
    JSONField("owner", \.owner, .delegation),
    JSONField("card", \.card, .string),
    JSONField("isUseful", \.isUseful, .bool),
    JSONField("asks", \.asks, .string),
    JSONField("asksForContact", \.asksForContact, .bool),
    JSONField("isAnonymous", \.isAnonymous, .bool),
  ) { owner, card, isUseful, asks, asksForContact, isAnonymous in
    var mark = UsefulMark(owner: owner, card: card)
    (mark.isUseful, mark.asks) = (isUseful, asks)
    (mark.asksForContact, mark.isAnonymous) = (asksForContact, isAnonymous)
    return mark
  }

  static let priority = JSONForm<Priority>(
    JSONField("title", \.title, .string),
    JSONField("support", \.support, .string),
    .domain(\.domain),
    JSONField("nextStep", \.nextStep, .string),
    JSONField("owner", \.owner, .string),
    JSONField("due", \.due, optional: .date),
    JSONField("sharing", \.sharing, .code),
  ) { title, support, domain, nextStep, owner, due, sharing in
    var priority = Priority(title: title, domain: domain, sharing: sharing)
    (priority.support, priority.nextStep) = (support, nextStep)
    (priority.owner, priority.due) = (owner, due)
    return priority
  }

  static let verification = JSONForm<Verification>(
    JSONField("question", \.question, .question),
    JSONField("by", \.by, .string),
    JSONField("due", \.due, optional: .date),
    make: Verification.init,
  )

  static let consulted = JSONForm<Consulted>(
    JSONField("domain", \.domain, .number(in: QuestionNumber.range)),
    JSONField("question", \.question, optional: .question),
    JSONField("institution", \.institution, .string),
    JSONField("manner", \.manner, .code),
    JSONField("on", \.on, optional: .date),
    make: Consulted.init,
  )

  static let signOff = JSONForm<SignOff>(
    JSONField("domain", \.domain, .number(in: QuestionNumber.range)),
    JSONField("by", \.by, .string),
    JSONField("at", \.at, .moment),
    JSONField("after", \.after, optional: .string),
    make: SignOff.init,
  )

  static let interest = JSONForm<Interest>(
    JSONField("isInterested", \.isInterested, .bool),
    JSONField("deadline", \.deadline, optional: .date),
    JSONField("note", \.note, .string),
    JSONField("sharing", \.sharing, .code),
    make: Interest.init,
  )

  static let baseline = JSONForm<Baseline>(
    JSONField("at", \.at, .moment),
    JSONField("by", \.by, .string),
    JSONField("fingerprint", \.fingerprint, .string),
    JSONField("version", \.version, .string),
    JSONField("answers", \.answers, .table(.any, of: baselineAnswer)),
    make: Baseline.init,
  )

  private static let baselineAnswer = JSONForm<Baseline.Answer>(
    JSONField("value", \.value, .string),
    JSONField("note", \.note, optional: .string),
    JSONField("evidence", \.evidence, .list(of: .string)),
    JSONField("wording", \.wording, .string),
    JSONField("elements", \.elements, .list(of: .string), omitting: []),
    make: Baseline.Answer.init,
  )

  static let firstRound = JSONForm<FirstRound>(
    JSONField("question", \.question, .question),
    JSONField("isHidden", \.isHidden, .bool),
    make: FirstRound.init,
  )

  static let consent = JSONForm<Consent>(
    JSONField("until", \.until, .moment),
    JSONField("givenAt", \.givenAt, .moment),
    JSONField("by", \.by, .string),
    make: Consent.init,
  )

  static let profile = JSONForm<ProfileFrame>(
    JSONField("standing", \.standing, .code),
    JSONField("context", \.context, optional: .text),
    JSONField("mayBeNamed", \.mayBeNamed, .bool),
    make: ProfileFrame.init,
  )

  static let remark = JSONForm<DraftRemark>(
    JSONField("institution", \.institution, .string),
    .domain(\.domain),
    JSONField("comment", \.comment, optional: .string),
    JSONField("response", \.response, .string),
    JSONField("on", \.on, optional: .date),
    make: DraftRemark.init,
  )

  static let reviewNote = JSONForm<ReviewNote>(
    JSONField("title", \.title, .string),
    JSONField("kind", \.kind, .code),
    JSONField("roundTable", { $0.roundTable?.number }, optional: .number(in: RoundTable.numbers)),
    JSONField("text", \.text, .string),
  ) { title, kind, roundTable, text in
    ReviewNote(
      title: title,
      kind: kind,
      roundTable: roundTable.flatMap(RoundTable.init),
      text: text,
    )
  }
}
